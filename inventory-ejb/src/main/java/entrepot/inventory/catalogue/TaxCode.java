package entrepot.inventory.catalogue;

import entrepot.inventory.tax.TaxKind;
import java.math.BigDecimal;
import java.util.List;

/**
 * @param rate share of the net amount: {@code 0.2} for twenty percent, six decimals at most; it holds until the first dated one
 * @param kind null: {@link TaxKind#STANDARD}
 */
public record TaxCode(String code, String name, String rate, String kind, Boolean active) implements Entry {

    public TaxCode {
        active = Entry.orTrue(active);
        kind = kind == null ? TaxKind.STANDARD.name() : kind;
    }

    public TaxCode called(String itsCode) {
        return new TaxCode(itsCode, name, rate, kind, active);
    }

    @Override
    public List<Flaw> flaws() {
        var flaws = new Flaws();
        flaws.code("code", code, 16);
        flaws.name("name", name, 80);
        if (rate == null || rate.isBlank()) {
            flaws.add("rate", "missing", "is required");
        }
        flaws.oneOf("kind", kind, TaxKind.class);
        BigDecimal share = flaws.decimal("rate", rate, 6, BigDecimal.ZERO);
        if (share != null && share.compareTo(BigDecimal.ONE) > 0) {
            flaws.add("rate", "range", "is a share of the net amount: 0.2 for twenty percent, not " + rate);
        }
        return flaws.found();
    }
}
