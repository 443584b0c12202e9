package entrepot.inventory.closing;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * How far the books are closed. Months are closed in their order and opened again from the last one.
 *
 * @param through     the last closed day, the end of a month, or null
 * @param softThrough the last day that is at least softly closed, never before {@code through}; or null
 */
public record Closed(LocalDate through, LocalDate softThrough) {

    /** Why a month cannot change its status. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String code;

        Refused(String code, String detail) {
            super(detail);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public PeriodStatus of(YearMonth month) {
        if (isThrough(through, month)) {
            return PeriodStatus.CLOSED;
        }
        return isThrough(softThrough, month) ? PeriodStatus.SOFT : PeriodStatus.OPEN;
    }

    /**
     * @param to    SOFT or CLOSED
     * @param first month of the book
     * @param now   the month that is not over
     * @throws Refused where it may not be closed
     */
    public Closed close(YearMonth month, PeriodStatus to, YearMonth first, YearMonth now) {
        if (!month.isBefore(now)) {
            throw new Refused("not-over", month + " is not over: it can be closed from " + month.plusMonths(1).atDay(1) + " on");
        }
        if (of(month).compareTo(to) >= 0) {
            throw new Refused("closed-already", month + " is closed already");
        }
        YearMonth before = month.minusMonths(1);
        if (month.isAfter(first) && of(before).compareTo(to) < 0) {
            throw new Refused("earlier-open", before + " is open: close it first");
        }
        return to == PeriodStatus.CLOSED ? new Closed(month.atEndOfMonth(), later(softThrough, month.atEndOfMonth()))
                : new Closed(through, month.atEndOfMonth());
    }

    /** @throws Refused where it is open, or a later one is closed */
    public Closed reopen(YearMonth month) {
        if (of(month) == PeriodStatus.OPEN) {
            throw new Refused("open-already", month + " is open");
        }
        YearMonth after = month.plusMonths(1);
        if (of(after) != PeriodStatus.OPEN) {
            throw new Refused("later-closed", after + " is closed: open it first");
        }
        LocalDate end = month.minusMonths(1).atEndOfMonth();
        return new Closed(of(month) == PeriodStatus.CLOSED ? end : through, end);
    }

    private static boolean isThrough(LocalDate day, YearMonth month) {
        return day != null && !month.atEndOfMonth().isAfter(day);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one != null && one.isAfter(other) ? one : other;
    }
}
