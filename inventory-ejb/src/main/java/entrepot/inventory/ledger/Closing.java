package entrepot.inventory.ledger;

import entrepot.kernel.Money;
import java.time.LocalDate;
import java.util.Currency;

/**
 * How far the books are closed to whoever posts.
 *
 * @param through  the last closed day, or null
 * @param material what later postings may change of the result of closed days before it goes to the prior-period account
 *                 instead of the accounts of the year; or null where it never does
 * @param apart    the account that takes it
 */
public record Closing(LocalDate through, Money material, AccountRole apart) {

    public static final Closing NONE = new Closing(null, null);

    public Closing(LocalDate through, Money material) {
        this(through, material, AccountRole.PRIOR_PERIOD);
    }

    /** To a change of method: whatever it makes of the days before {@code day} is none of the result from then on. */
    Closing before(LocalDate day, AccountRole equity, Currency currency) {
        return new Closing(day.minusDays(1), Money.zero(currency), equity);
    }

    public boolean covers(LocalDate day) {
        return through != null && !day.isAfter(through);
    }

    /** The day on which something of {@code day} is booked: the first open one where that is closed. */
    public LocalDate booked(LocalDate day) {
        return covers(day) ? through.plusDays(1) : day;
    }

    boolean isMaterial(Money amount) {
        return material != null && Math.abs(amount.minor()) >= material.minor();
    }

    String refusal(LocalDate day) {
        return day + " is in a closed period: the books are closed through " + through + ", and the first open day is " + through.plusDays(1);
    }
}
