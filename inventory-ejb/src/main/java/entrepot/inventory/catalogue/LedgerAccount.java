package entrepot.inventory.catalogue;

import entrepot.inventory.ledger.AccountRole;
import java.util.List;
import java.util.Set;

/** An account of the chart. */
public record LedgerAccount(String code, String name, String kind, Boolean active) implements Entry {

    public enum Kind {
        ASSET,
        LIABILITY,
        EQUITY,
        INCOME,
        EXPENSE
    }

    public LedgerAccount {
        active = Entry.orTrue(active);
    }

    /** What kinds of account may play a role. */
    public static Set<Kind> kindsFor(AccountRole role) {
        return switch (role) {
            case INVENTORY, CASH, RECEIVABLE, INPUT_TAX -> Set.of(Kind.ASSET);
            case RECEIVED_NOT_INVOICED, CHARGES_TO_COME, TAX, PAYABLE -> Set.of(Kind.LIABILITY);
            case OPENING_EQUITY -> Set.of(Kind.EQUITY);
            case PRIOR_PERIOD -> Set.of(Kind.EQUITY, Kind.EXPENSE);
            case REVENUE -> Set.of(Kind.INCOME);
            case DISCOUNT, EXCHANGE -> Set.of(Kind.INCOME, Kind.EXPENSE);
            case GOODS_USED -> Set.of(Kind.EXPENSE, Kind.ASSET);
            case COST_OF_SALES, PURCHASE_VARIANCE, REVALUATION, SHRINKAGE, CONVERSION -> Set.of(Kind.EXPENSE);
        };
    }

    public LedgerAccount called(String itsCode) {
        return new LedgerAccount(itsCode, name, kind, active);
    }

    @Override
    public List<Flaw> flaws() {
        var flaws = new Flaws();
        flaws.code("code", code, 16);
        flaws.name("name", name, 80);
        flaws.oneOf("kind", kind, Kind.class);
        return flaws.found();
    }
}
