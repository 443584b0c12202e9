package entrepot.inventory.tax.server;

import entrepot.inventory.tax.TaxRounding;
import entrepot.platform.company.CompanyFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Rates with the days from which they hold, and how tax is rounded. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class TaxDesk {

    @Inject
    private TaxTable table;

    @Inject
    private CompanyFile companies;

    @Inject
    private Clock clock;

    /** How a change ended. */
    public enum Kept {
        DONE,
        MISSING,
        /** One of that day is there, and stays. */
        THERE,
        /** It holds already: documents may have been made by it. */
        HOLDS
    }

    /** The first is from the beginning; none where there is no such code. */
    public List<TaxTable.Dated> rates(String code) {
        return table.of(code);
    }

    @RolesAllowed({"accountant", "admin"})
    public Kept add(String code, LocalDate from, BigDecimal rate) {
        if (table.of(code).isEmpty()) {
            return Kept.MISSING;
        }
        return table.add(code, from, rate) ? Kept.DONE : Kept.THERE;
    }

    /** Takes back a rate that does not hold yet. */
    @RolesAllowed({"accountant", "admin"})
    public Kept drop(String code, LocalDate from) {
        if (!from.isAfter(companies.company().businessDate(clock.instant()))) {
            return Kept.HOLDS;
        }
        return table.drop(code, from) ? Kept.DONE : Kept.MISSING;
    }

    public TaxRounding rounding() {
        return table.rates().rounding();
    }

    @RolesAllowed({"accountant", "admin"})
    public void round(TaxRounding rounding) {
        table.round(rounding);
    }
}
