package entrepot.inventory.catalogue;

import java.math.BigDecimal;
import java.util.List;

/** @param rate share of the net amount: {@code 0.2} for twenty percent, six decimals at most */
public record TaxCode(String code, String name, String rate, Boolean active) implements Entry {

    public TaxCode {
        active = Entry.orTrue(active);
    }

    public TaxCode called(String itsCode) {
        return new TaxCode(itsCode, name, rate, active);
    }

    @Override
    public List<Flaw> flaws() {
        var flaws = new Flaws();
        flaws.code("code", code, 16);
        flaws.name("name", name, 80);
        if (rate == null || rate.isBlank()) {
            flaws.add("rate", "missing", "is required");
        }
        BigDecimal share = flaws.decimal("rate", rate, 6, BigDecimal.ZERO);
        if (share != null && share.compareTo(BigDecimal.ONE) > 0) {
            flaws.add("rate", "range", "is a share of the net amount: 0.2 for twenty percent, not " + rate);
        }
        return flaws.found();
    }
}
