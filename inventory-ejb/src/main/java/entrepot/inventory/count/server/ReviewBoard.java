package entrepot.inventory.count.server;

import entrepot.inventory.count.CountStatus;
import entrepot.inventory.count.CountedLine;
import entrepot.inventory.count.DifferenceReason;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;
import java.util.UUID;

/**
 * What was counted beside the book, for those who approve, and for nobody before it was handed in. This and no other
 * place of a count says what the book expects.
 */
@Stateless
@RolesAllowed({"accountant", "auditor", "admin"})
public class ReviewBoard {

    @Inject
    private CountTable counts;

    @Inject
    private BookThen book;

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    /**
     * A line beside the book.
     *
     * @param lot    or null
     * @param worth  of the difference: as posted, or about, before it is
     * @param since  what moved after it was counted; null once posted
     * @param round  in which it was counted; null once posted
     * @param reason null where it is right or not posted
     * @param theirs of what was expected: goods of suppliers; null where there are none, and once posted
     * @param pieces of catch-weight goods, else null
     */
    public record Line(
            int number, String sku, String lot, String name, String unit, Boolean listed, Quantity expected, Quantity counted, Quantity difference,
            Money worth, Quantity since, Integer round, LocalDateTime at, String by, DifferenceReason reason, Quantity theirs,
            CountedLine.Pieces pieces) {

        /** For people. */
        public String what() {
            return lot == null ? sku : sku + " " + lot;
        }

        public boolean isRight() {
            return difference.isZero() && (pieces == null || pieces.difference() == 0);
        }
    }

    /** @param mark changes with every count and whenever the book of then does */
    public record Review(CountStatus status, int mark, List<Line> lines) {
        public long right() {
            return lines.stream().filter(Line::isRight).count();
        }

        public List<Line> differences() {
            return lines.stream().filter(line -> !line.isRight()).toList();
        }

        public Money found(Currency currency) {
            return sum(currency, lines.stream().map(Line::worth).filter(worth -> !worth.isNegative()).toList());
        }

        public Money missing(Currency currency) {
            return sum(currency, lines.stream().map(Line::worth).filter(Money::isNegative).toList());
        }

        private static Money sum(Currency currency, List<Money> amounts) {
            return amounts.stream().reduce(Money.zero(currency), Money::plus);
        }
    }

    /** One count of a line. */
    public record Entry(int round, Quantity entered, Quantity quantity, LocalDateTime at, String by, LocalDateTime enteredAt) {}

    /** What left or came before the line was counted and reached the book after. */
    public record Late(UUID posting, String kind, String reference, LocalDate businessDate, LocalDateTime at, LocalDateTime recordedAt, Quantity quantity) {}

    /** @throws CountRefused where there is none, or it is not handed in */
    public Review of(UUID id) {
        CountTable.Head count = known(id);
        List<Line> lines = count.status() == CountStatus.POSTED ? posted(id) : compared(id);
        return new Review(count.status(), Comparison.mark(count.version(), lines), lines);
    }

    private CountTable.Head known(UUID id) {
        CountTable.Head count = counts.find(id).orElseThrow(() -> CountRefused.missing(id));
        if (count.status() != CountStatus.SUBMITTED && count.status() != CountStatus.POSTED) {
            throw CountRefused.of(CountRefused.Why.STATE, "not-submitted", count.number() + " is " + count.status()
                    + ": what the book expects is told once it is submitted");
        }
        return count;
    }

    private List<Line> compared(UUID id) {
        return book.compare(id).stream().map(Comparison::line).toList();
    }

    private record ResultRow(
            int number, String sku, String lot, String name, String unit, boolean listed, long expected, long counted, long worth,
            LocalDateTime at, String who, DifferenceReason reason, Long expectedPieces, Long countedPieces) {

        Line line(Currency currency) {
            return new Line(number, sku, lot, name, unit, listed, new Quantity(expected), new Quantity(counted),
                    new Quantity(counted - expected), new Money(worth, currency), null, null, at, who, reason, null,
                    expectedPieces == null ? null : new CountedLine.Pieces(expectedPieces, countedPieces));
        }
    }

    private List<Line> posted(UUID id) {
        Currency currency = companies.company().currency();
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT r.line_no number, i.sku, t.code lot, i.name, i.unit_code unit, l.listed, r.expected, r.counted, r.worth,"
                        + " l.counted_at at, l.counted_by who, r.reason, r.expected_pieces, r.counted_pieces FROM stock_count_result r JOIN item i ON i.id = r.item_id"
                        + " JOIN stock_count_line l ON l.count_id = r.count_id AND l.line_no = r.line_no"
                        + " LEFT JOIN lot t ON t.id = l.lot_id WHERE r.count_id = ?"
                        + " ORDER BY r.line_no")
                .bind(0, id)
                .mapTo(ResultRow.class)
                .map(row -> row.line(currency))
                .list());
    }

    private record EntryRow(int round, long entered, long quantity, LocalDateTime countedAt, String countedBy, LocalDateTime enteredAt) {}

    /** All counts of a line, in the order they came in. @param lot or null */
    public List<Entry> entries(UUID id, String sku, String lot) {
        known(id);
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT e.round, e.entered, e.quantity, e.counted_at, e.counted_by, e.entered_at FROM stock_count_entry e"
                        + " JOIN item i ON i.id = e.item_id LEFT JOIN lot t ON t.id = e.lot_id WHERE e.count_id = ? AND i.sku = ? AND t.code <=> ?"
                        + " ORDER BY e.id")
                .bind(0, id)
                .bind(1, sku)
                .bind(2, lot)
                .mapTo(EntryRow.class)
                .map(row -> new Entry(row.round(), new Quantity(row.entered()), new Quantity(row.quantity()), row.countedAt(),
                        row.countedBy(), row.enteredAt()))
                .list());
    }

    private record LateRow(
            UUID id, String kind, String reference, LocalDate businessDate, LocalDateTime effectiveAt, LocalDateTime recordedAt,
            long quantity) {}

    /** The expected quantity has them in it. @param lot or null */
    public List<Late> late(UUID id, String sku, String lot) {
        known(id);
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT p.id, p.kind, p.reference, m.business_date, p.effective_at, p.recorded_at, m.quantity"
                        + " FROM stock_count c JOIN stock_count_line l ON l.count_id = c.id JOIN item i ON i.id = l.item_id"
                        + " LEFT JOIN lot t ON t.id = l.lot_id JOIN"
                        + BookThen.MOVEMENTS + " WHERE c.id = ? AND i.sku = ? AND t.code <=> ? AND (l.lot_id = 0 OR m.lot_id = l.lot_id) AND m.item_id = l.item_id AND m.location_id = c.location_id"
                        + " AND p.recorded_at > l.counted_at AND NOT " + BookThen.AFTER
                        + " AND (c.posting_id IS NULL OR p.id <> c.posting_id) ORDER BY p.seq")
                .bind(0, id)
                .bind(1, sku)
                .bind(2, lot)
                .mapTo(LateRow.class)
                .map(row -> new Late(row.id(), row.kind(), row.reference(), row.businessDate(), row.effectiveAt(), row.recordedAt(),
                        new Quantity(row.quantity())))
                .list());
    }
}
