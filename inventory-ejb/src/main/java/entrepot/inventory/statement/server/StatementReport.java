package entrepot.inventory.statement.server;

import entrepot.inventory.statement.AccountSum;
import entrepot.inventory.statement.Statement;
import entrepot.inventory.subtotal.server.Subtotals;
import entrepot.kernel.Money;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.company.Figures;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;

/** Income statement and balance sheet, from the same lines as the trial balance. */
@Stateless
@RolesAllowed({"buyer", "pricing", "accountant", "auditor", "quant", "risk", "admin", "system"})
public class StatementReport {

    private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    @Inject
    private Figures figures;

    @Inject
    private CompanyFile companies;

    /** Both days included. */
    public record Period(LocalDate from, LocalDate to) {}

    /** @param before what it is compared with; @param knownAt a seal, or null for all that is posted */
    public Statement income(Period now, Period before, Long knownAt) {
        return Statement.income(sums(now, before, knownAt), Money.zero(companies.company().currency()));
    }

    public Statement balance(LocalDate now, LocalDate before, Long knownAt) {
        return Statement.balance(sums(new Period(BEGINNING, now), new Period(BEGINNING, before), knownAt),
                Money.zero(companies.company().currency()));
    }

    private List<AccountSum> sums(Period now, Period before, Long knownAt) {
        return figures.read(handle -> {
            Subtotals known = Subtotals.of(handle, knownAt);
            return known.bind(handle.createQuery("SELECT j.account_code account, a.name, a.kind,"
                            + " j.account_code IN (SELECT account_code FROM account_role WHERE role = 'COST_OF_SALES') sales,"
                            + " SUM(IF(j.business_date BETWEEN :from AND :to, j.amount, 0)) now,"
                            + " SUM(IF(j.business_date BETWEEN :beforeFrom AND :beforeTo, j.amount, 0)) `before`"
                            + " FROM " + known.journal() + " j JOIN account a ON a.code = j.account_code"
                            + " GROUP BY j.account_code, a.name, a.kind HAVING SUM(j.business_date BETWEEN :from AND :to"
                            + " OR j.business_date BETWEEN :beforeFrom AND :beforeTo) > 0 ORDER BY j.account_code"))
                    .bind("from", now.from())
                    .bind("to", now.to())
                    .bind("beforeFrom", before.from())
                    .bind("beforeTo", before.to())
                    .mapTo(AccountSum.class)
                    .list();
        });
    }
}
