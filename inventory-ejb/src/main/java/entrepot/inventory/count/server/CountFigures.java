package entrepot.inventory.count.server;

import entrepot.inventory.count.Accuracy;
import entrepot.inventory.count.DifferenceReason;
import entrepot.kernel.Money;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;

/** How right the book was, and what was missing: of approved counts. */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "accountant", "auditor", "admin"})
public class CountFigures {

    private static final String STANDING = " FROM stock_count_result r JOIN location p ON p.id = r.location_id"
            + " WHERE (:location IS NULL OR p.code = :location) AND r.counted_on BETWEEN :from AND :to";

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    /**
     * A month of counting.
     *
     * @param first     its first day
     * @param bookWorth what the book held of all that was counted
     * @param missing   zero or negative
     */
    public record Month(LocalDate first, long counts, Accuracy accuracy, Money bookWorth, Money missing, Money found) {

        /** What is missing less what was found; positive for a loss. */
        public Money shrinkage() {
            return missing.plus(found).negated();
        }

        /** Of what the book held; null where it held nothing. */
        public BigDecimal shrinkageShare() {
            return Accuracy.share(shrinkage().minor(), bookWorth.minor());
        }

        public LocalDate last() {
            return first.plusMonths(1).minusDays(1);
        }
    }

    public record Reason(DifferenceReason reason, long lines, Money worth) {}

    private record MonthRow(LocalDate first, long counts, long lineCount, long rights, long book, long missing, long found) {

        Month month(Currency currency) {
            return new Month(first, counts, new Accuracy(lineCount, rights), new Money(book, currency), new Money(missing, currency),
                    new Money(found, currency));
        }
    }

    private record ReasonRow(DifferenceReason reason, long lineCount, long worth) {}

    /** The earliest first. @param location code, or null: all */
    public List<Month> months(LocalDate from, LocalDate to, String location) {
        Currency currency = companies.company().currency();
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT CAST(DATE_FORMAT(r.counted_on, '%Y-%m-01') AS DATE) first, COUNT(DISTINCT r.count_id) counts,"
                        + " COUNT(*) line_count, SUM(r.expected = r.counted) rights, SUM(r.book_worth) book, SUM(LEAST(r.worth, 0)) missing,"
                        + " SUM(GREATEST(r.worth, 0)) found" + STANDING + " GROUP BY first ORDER BY first")
                .bind("from", from)
                .bind("to", to)
                .bind("location", location)
                .mapTo(MonthRow.class)
                .map(row -> row.month(currency))
                .list());
    }

    public List<Reason> reasons(LocalDate from, LocalDate to, String location) {
        Currency currency = companies.company().currency();
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT r.reason, COUNT(*) line_count, SUM(r.worth) worth" + STANDING
                        + " AND r.reason IS NOT NULL GROUP BY r.reason ORDER BY SUM(r.worth)")
                .bind("from", from)
                .bind("to", to)
                .bind("location", location)
                .mapTo(ReasonRow.class)
                .map(row -> new Reason(row.reason(), row.lineCount(), new Money(row.worth(), currency)))
                .list());
    }
}
