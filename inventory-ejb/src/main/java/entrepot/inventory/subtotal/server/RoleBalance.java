package entrepot.inventory.subtotal.server;

import entrepot.kernel.Money;
import java.time.LocalDate;
import org.jdbi.v3.core.Handle;

/**
 * What the accounts of a role come to, debit positive.
 *
 * @param opening when the period begins
 * @param closing when it ends
 */
public record RoleBalance(Money opening, Money closing) {

    /**
     * @param handle reads {@link Money}
     * @param role   as the database has it
     * @param from   null: from the beginning
     */
    public static RoleBalance of(Handle handle, Subtotals known, String role, LocalDate from, LocalDate to) {
        return known.bind(handle.createQuery("SELECT COALESCE(SUM(IF(j.business_date < :from, j.amount, 0)), 0) opening,"
                        + " COALESCE(SUM(j.amount), 0) closing FROM " + known.journal() + " j WHERE j.business_date <= :to"
                        + " AND j.account_code IN (SELECT account_code FROM account_role WHERE role = :role)"))
                .bind("from", from)
                .bind("to", to)
                .bind("role", role)
                .mapTo(RoleBalance.class)
                .one();
    }

    /** Of all that is posted. */
    public static Money of(Handle handle, String role, LocalDate asOf) {
        return of(handle, Subtotals.of(handle, null), role, null, asOf).closing;
    }

    public Money change() {
        return closing.minus(opening);
    }
}
