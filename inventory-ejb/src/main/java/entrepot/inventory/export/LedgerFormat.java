package entrepot.inventory.export;

import entrepot.kernel.Money;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * A way to write the ledger of a period with its goods. Entries come by day, from the first there ever was: those before
 * the period make its opening. At the end of each month the balances are asserted.
 */
public abstract class LedgerFormat {

    /** @param knownAt the seal up to which the book was known */
    public record Period(String company, LocalDate from, LocalDate to, long knownAt) {

        String title() {
            return "Ledger of " + Beans.line(company) + ", " + from + " to " + to + ", as known at seal " + knownAt;
        }
    }

    /** The formats by what they are asked for. */
    public enum Name {
        BEANCOUNT("beancount"),
        HLEDGER("journal");

        private final String ending;

        Name(String ending) {
            this.ending = ending;
        }

        /** Of a file. */
        public String ending() {
            return ending;
        }

        /** A new one for each file. @param nothing of the company's currency */
        public LedgerFormat format(Period period, List<ChartLine> chart, Money nothing) {
            return this == BEANCOUNT ? new BeancountLedger(period, chart, nothing) : new HledgerLedger(period, chart, nothing);
        }
    }

    private final Period period;
    private YearMonth month;

    LedgerFormat(Period period) {
        this.period = period;
    }

    public abstract String head();

    public final String entry(LedgerEntry entry) {
        StringBuilder text = new StringBuilder();
        if (!entry.day().isBefore(period.from())) {
            text.append(until(YearMonth.from(entry.day())));
        }
        String booked = booked(entry);
        return text.append(month == null ? "" : booked).toString();
    }

    public final String end() {
        return until(YearMonth.from(period.to())) + balances(period.to()) + foot();
    }

    private String until(YearMonth next) {
        StringBuilder text = new StringBuilder();
        if (month == null) {
            text.append(opening(period.from().minusDays(1)));
            month = YearMonth.from(period.from());
        }
        for (; month.isBefore(next); month = month.plusMonths(1)) {
            text.append(balances(month.atEndOfMonth()));
        }
        return text.toString();
    }

    /** Takes the entry in. @return what to write of it, if it is in the period */
    abstract String booked(LedgerEntry entry);

    /** All that was taken in so far. */
    abstract String opening(LocalDate eve);

    /** @param day at whose end they hold */
    abstract String balances(LocalDate day);

    abstract String foot();
}
