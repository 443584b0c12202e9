package entrepot.inventory.count.server;

import entrepot.inventory.count.CountStatus;
import entrepot.inventory.ledger.Tracking;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Counts as everybody sees them who has to do with them. It reads nothing of the book: what the shelf should hold is not
 * known here, and what was counted before is not shown to who counts again.
 */
@Stateless
@RolesAllowed({"storekeeper", "buyer", "accountant", "auditor", "admin"})
public class CountBoard {

    private static final String COUNTS = "SELECT c.id, c.number, p.code location, p.name place, p.zone, c.scope, c.note, c.status, c.round,"
            + " c.made_by, c.made_at, c.submitted_by, c.submitted_at, c.closed_by, c.closed_at, c.counted_on, c.posting_id posting,"
            + " (SELECT COUNT(*) FROM stock_count_line l WHERE l.count_id = c.id) line_count,"
            + " (SELECT COUNT(*) FROM stock_count_line l WHERE l.count_id = c.id AND l.ask_round <= l.round) counted, c.version"
            + " FROM stock_count c JOIN location p ON p.id = c.location_id";

    private static final String LINES = "SELECT l.line_no number, i.sku, i.tracking, t.code lot, t.expires, i.name, i.unit_code unit, l.listed, l.ask_round > 1 again,"
            + " IF(l.ask_round <= l.round, l.counted, NULL) quantity, IF(l.ask_round <= l.round, l.counted_at, NULL) at,"
            + " IF(l.ask_round <= l.round, l.counted_by, NULL) who, i.piece_size IS NOT NULL catch_weight, IF(l.ask_round <= l.round, l.pieces, NULL) pieces FROM stock_count_line l JOIN item i ON i.id = l.item_id"
            + " LEFT JOIN lot t ON t.id = l.lot_id WHERE l.count_id = :count";

    @Inject
    private Database database;

    @Inject
    private CountTable table;

    /** Lines to be shown. */
    public enum Only {
        OPEN(" AND COALESCE(l.round, 0) < l.ask_round"),
        COUNTED(" AND l.ask_round <= l.round"),
        AGAIN(" AND l.ask_round > 1"),
        UNLISTED(" AND NOT l.listed");

        private final String sql;

        Only(String sql) {
            this.sql = sql;
        }
    }

    /**
     * @param zone  of the place, or null
     * @param from  first day on which posted ones were counted, or null; likewise {@code to}
     * @param after number of the last one shown before, or null
     */
    public record Filter(CountStatus status, String location, String zone, LocalDate from, LocalDate to, String after, int rows) {}

    /** @param zone of the place, or null; @param countedOn null until it is posted */
    public record Count(
            UUID id, String number, String location, String place, String zone, String scope, String note, CountStatus status, int round,
            String madeBy, LocalDateTime madeAt, String submittedBy, LocalDateTime submittedAt, String closedBy, LocalDateTime closedAt,
            LocalDate countedOn, UUID posting, long lineCount, long counted, int version) {}

    private record Row(
            int number, String sku, Tracking tracking, String lot, LocalDate expires, String name, String unit, boolean listed,
            boolean again, Long quantity, LocalDateTime at, String who, boolean catchWeight, Long pieces) {

        Line line() {
            return new Line(number, sku, tracking, lot, expires, name, unit, listed, again, quantity == null ? null : new Quantity(quantity), at, who, catchWeight ? true : null, pieces);
        }
    }

    /**
     * @param lot     null where the item is not kept by lot, and on the line of all pieces of an item by serial number
     * @param again   it is, or was, counted more than once
     * @param counted null: not counted, or to be counted again; zero is a count
     * @param catchWeight true where its pieces are counted too, else null
     */
    public record Line(
            int number, String sku, Tracking tracking, String lot, LocalDate expires, String name, String unit, boolean listed,
            boolean again, Quantity counted, LocalDateTime at, String by, Boolean catchWeight, Long pieces) {

        /** For people. */
        public String what() {
            return lot == null ? sku : sku + " " + lot;
        }

        /** Whether it asks how many pieces lie there in all. */
        public boolean isOfPieces() {
            return tracking == Tracking.SERIAL && lot == null;
        }
    }

    /** The latest first. */
    public List<Count> list(Filter filter) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(COUNTS + " WHERE (:status IS NULL OR c.status = :status) AND (:location IS NULL OR p.code = :location)"
                        + " AND (:zone IS NULL OR p.zone = :zone) AND (:from IS NULL OR c.counted_on >= :from) AND (:to IS NULL OR c.counted_on <= :to)"
                        + " AND (:after IS NULL OR c.number < :after) ORDER BY c.number DESC LIMIT :rows")
                .bindMethods(filter)
                .mapTo(Count.class)
                .list());
    }

    public long number(CountStatus status) {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT COUNT(*) FROM stock_count WHERE status = ?").bind(0, status.name()).mapTo(long.class).one());
    }

    /** Those of a round of a zone that were made, in the order of the way through the site. */
    public List<Count> made(NewZoneCount round) {
        return table.places(round.site(), round.zone()).stream().map(place -> find(round.id(place.code()))).flatMap(Optional::stream).toList();
    }

    /** All zones that places have, by site. */
    public List<CountTable.Zone> zones() {
        return table.zones();
    }

    public Optional<Count> find(UUID id) {
        return database.jdbi().withHandle(
                handle -> handle.createQuery(COUNTS + " WHERE c.id = ?").bind(0, id).mapTo(Count.class).findOne());
    }

    /** @param only or null: all. @param after number of the last line shown before, -1 for none */
    public List<Line> lines(UUID count, Only only, int after, int rows) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(LINES + (only == null ? "" : only.sql) + " AND l.line_no > :after ORDER BY l.line_no LIMIT :rows")
                .bind("count", count)
                .bind("after", after)
                .bind("rows", rows)
                .mapTo(Row.class)
                .map(Row::line)
                .list());
    }

    /** What was counted last, the latest first. */
    public List<Line> latest(UUID count, int rows) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(LINES + " AND l.ask_round <= l.round ORDER BY l.counted_at DESC, l.line_no LIMIT :rows")
                .bind("count", count)
                .bind("rows", rows)
                .mapTo(Row.class)
                .map(Row::line)
                .list());
    }

    /** @param lot or null */
    public Optional<Line> line(UUID count, String sku, String lot) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(LINES + " AND i.sku = :sku AND t.code <=> :lot")
                .bind("count", count)
                .bind("sku", sku)
                .bind("lot", lot)
                .mapTo(Row.class)
                .map(Row::line)
                .findOne());
    }
}
