package entrepot.inventory.count.server;

import entrepot.inventory.count.CountedLine;
import entrepot.inventory.count.UnitWorth;
import entrepot.inventory.ledger.Lot;
import entrepot.inventory.ledger.server.BookSetting;
import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/**
 * What the book had at the moment each line was counted: what it has now without all that happened later in the shop.
 * What arrived late is in it, since it left the shelf before. A correction counts from when what it corrects happened.
 */
@ApplicationScoped
public class BookThen {

    /** Whether movement m of posting p happened after line l was counted. */
    static final String AFTER = "(COALESCE(m.for_date, m.business_date) > l.counted_on OR COALESCE(m.for_date, m.business_date) = l.counted_on"
            + " AND COALESCE(sp.effective_at, p.effective_at) > l.counted_at)";

    /** Movements at the place of count c; sp is the posting that a correction corrects. */
    static final String MOVEMENTS = " movement m FORCE INDEX (movement_item) JOIN posting p ON p.seq = m.posting_seq"
            + " LEFT JOIN movement s ON s.id = m.source_movement_id AND m.basis IN ('CORRECTED', 'RECOUNTED')"
            + " LEFT JOIN posting sp ON sp.seq = s.posting_seq";

    /** What lay there for suppliers, of a lot where goods are kept by lot: what does now without what came or went later. */
    private static final String THEIRS = "COALESCE((SELECT SUM(h.on_hand) FROM consigned_stock h WHERE h.item_id = l.item_id"
            + " AND h.location_id = c.location_id AND h.lot_id = l.lot_id), 0) - COALESCE((SELECT SUM(e.quantity) FROM consigned_event e"
            + " LEFT JOIN posting ep ON ep.id = e.document WHERE e.item_id = l.item_id AND e.location_id = c.location_id AND e.lot_id = l.lot_id"
            + " AND (e.on_day > l.counted_on OR e.on_day = l.counted_on AND COALESCE(ep.effective_at, e.at) > l.counted_at)), 0)";

    private static final String BEFORE_IT = "COALESCE(IF(l.lot_id = 0, b.on_hand, s.on_hand), 0) on_hand,"
            + " COALESCE(IF(l.lot_id = 0, " + since("quantity") + "), " + since("quantity") + " AND m.lot_id = l.lot_id)), 0) after, " + THEIRS + " theirs";

    /** Of catch-weight goods: what of pieces lies there now without those that came or went later. */
    private static final String PIECES = "l.pieces, IF(i.piece_size IS NULL, NULL, COALESCE((SELECT n.pieces FROM piece_stock n WHERE n.item_id = l.item_id"
            + " AND n.location_id = c.location_id AND n.lot_id = l.lot_id), 0) - COALESCE("
            + since("pieces") + " AND COALESCE(m.lot_id, 0) = l.lot_id), 0)) expected_pieces";

    private static final String LINES = " FROM stock_count c JOIN stock_count_line l ON l.count_id = c.id JOIN item i ON i.id = l.item_id"
            + " LEFT JOIN lot_stock s ON s.lot_id = l.lot_id AND s.location_id = c.location_id"
            + " LEFT JOIN stock_balance b ON b.item_id = l.item_id AND b.location_id = c.location_id";

    private static final String COUNTED =
            " WHERE c.id = :count AND l.counted IS NOT NULL AND (i.tracking <> 'SERIAL' OR l.lot_id <> 0) ORDER BY l.line_no";

    private static final String FIGURES = "SELECT l.line_no, l.counted, COALESCE(" + own("quantity") + ", 0) own, " + BEFORE_IT + ", " + PIECES
            + ", IF(i.piece_size IS NULL, 0, COALESCE(" + own("pieces") + ", 0)) own_pieces" + LINES + COUNTED;

    private static final String COMPARE = "SELECT l.line_no, l.item_id, l.lot_id, t.code lot, t.expires, i.sku, i.name, i.unit_code unit, l.listed, l.round, l.counted,"
            + " l.counted_at, l.counted_on, l.counted_by, i.purchase_cost, " + BEFORE_IT + ", " + PIECES + LINES + " LEFT JOIN lot t ON t.id = l.lot_id" + COUNTED;

    /** Once each, whatever number of its lots has a line. */
    private static final String ITEMS = " (SELECT DISTINCT item_id FROM stock_count_line WHERE count_id = :count) its";

    /** By item and, of what is costed by lot, lot. */
    private static final String POOLS = "SELECT k.item_id, k.lot_id, k.on_hand, k.value, k.last_unit_cost"
            + " FROM stock_count c STRAIGHT_JOIN" + ITEMS + " STRAIGHT_JOIN item i ON i.id = its.item_id"
            + " STRAIGHT_JOIN cost_pool k FORCE INDEX (cost_pool_item) ON k.item_id = i.id AND k.location_id = " + BookSetting.pooledAt("i", "c.location_id")
            + " WHERE c.id = :count";

    /** Each movement of a pool has the next number in it, and nothing takes one away: the sum is the same while nothing moves. */
    private static final String STEPS = "SELECT COALESCE(SUM(k.ordinal), 0) + (SELECT COUNT(*) FROM" + ITEMS
            + " STRAIGHT_JOIN consigned_event e FORCE INDEX (consigned_event_item) ON e.item_id = its.item_id)"
            + " - (SELECT COUNT(*) FROM movement WHERE posting_seq = :own)"
            + " FROM" + ITEMS + " STRAIGHT_JOIN cost_pool k FORCE INDEX (cost_pool_item) ON k.item_id = its.item_id";

    private static final long NONE = 0;

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    private record Row(
            int lineNo, long itemId, long lotId, String lot, LocalDate expires, String sku, String name, String unit, boolean listed, int round, long counted,
            LocalDateTime countedAt, LocalDate countedOn, String countedBy, BigDecimal purchaseCost, long onHand, long after, long theirs,
            Long pieces, Long expectedPieces) {

        Compared compared(Worths worths, Currency currency) {
            ItemId item = new ItemId(itemId);
            Lot known = lotId == 0 ? null : new Lot(lotId, item, lot, expires);
            var line = new CountedLine(lineNo, item, sku, known, new Quantity(onHand - after + theirs), new Quantity(counted), countedOn,
                    countedBy, worths.of(this, currency), new Quantity(theirs),
                    expectedPieces == null || pieces == null ? null : new CountedLine.Pieces(expectedPieces, pieces));
            return new Compared(line, name, unit, listed, round, countedAt, new Quantity(after));
        }
    }

    private record Pool(long itemId, long lotId, long onHand, long value, BigDecimal lastUnitCost) {

        Pool plus(Pool other) {
            return new Pool(itemId, 0, onHand + other.onHand, value + other.value, larger(lastUnitCost, other.lastUnitCost));
        }

        private static BigDecimal larger(BigDecimal one, BigDecimal other) {
            return one == null || other != null && other.compareTo(one) > 0 ? other : one;
        }
    }

    /** What each lot that is costed by itself, and what all of each item is worth. */
    private record Worths(Map<List<Long>, Pool> lots, Map<Long, Pool> items) {

        static Worths of(List<Pool> pools) {
            return new Worths(pools.stream().collect(Collectors.toMap(pool -> List.of(pool.itemId, pool.lotId), pool -> pool)),
                    pools.stream().collect(Collectors.toMap(Pool::itemId, pool -> pool, Pool::plus)));
        }

        UnitWorth of(Row row, Currency currency) {
            Pool all = items.getOrDefault(row.itemId, new Pool(row.itemId, 0, 0, 0, null));
            Pool own = row.lotId == 0 ? all : lots.getOrDefault(List.of(row.itemId, row.lotId), all);
            BigDecimal last = Stream.of(own.lastUnitCost, all.lastUnitCost, row.purchaseCost).flatMap(Stream::ofNullable).findFirst().orElse(null);
            return UnitWorth.of(new Quantity(own.onHand), new Money(own.value, currency), last);
        }
    }

    /** @param since what moved between the count of the line and now */
    record Compared(CountedLine line, String name, String unit, boolean listed, int round, LocalDateTime at, Quantity since) {}

    private record Figures(
            int lineNo, long counted, long own, long onHand, long after, long theirs, Long pieces, Long expectedPieces, long ownPieces) {

        List<Object> seen() {
            return Arrays.asList(lineNo, new Quantity(onHand - own - after + theirs), new Quantity(counted),
                    expectedPieces == null || pieces == null ? null : new CountedLine.Pieces(expectedPieces - ownPieces, pieces));
        }
    }

    /** What moved after a line was counted; to be closed. */
    private static String since(String column) {
        return "(SELECT SUM(m." + column + ") FROM" + MOVEMENTS
                + " WHERE m.item_id = l.item_id AND m.location_id = c.location_id AND m.business_date >= l.counted_on AND m.posting_seq <> :own AND " + AFTER;
    }

    /** By the index of its item: by that of its posting, each line would look through all of them. */
    private static String own(String column) {
        return "(SELECT SUM(w." + column + ") FROM movement w FORCE INDEX (movement_item) WHERE w.item_id = l.item_id"
                + " AND w.location_id = c.location_id AND w.posting_seq = :own AND COALESCE(w.lot_id, 0) = l.lot_id)";
    }

    /** Lines that were counted, in their order. */
    List<Compared> compare(UUID count) {
        var company = companies.company();
        return database.jdbi().withHandle(handle -> {
            Worths worths = Worths.of(handle.createQuery(POOLS).bind("count", count).mapTo(Pool.class).list());
            return handle.createQuery(COMPARE).bind("count", count).bind("own", NONE).mapTo(Row.class).list().stream()
                    .map(row -> row.compared(worths, company.currency())).toList();
        });
    }

    /** How far the stock of what is counted has moved, to be asked before it is compared. */
    long steps(UUID count) {
        return database.jdbi().withHandle(handle -> steps(handle, count, NONE));
    }

    /**
     * Whether lines and book of then are still as somebody saw them.
     *
     * @param steps before they were seen
     * @param own   the posting that is being made of them, which does not count
     */
    boolean isStill(UUID count, List<CountedLine> seen, long steps, long own) {
        return database.jdbi().withHandle(handle -> steps(handle, count, own) == steps
                || handle.createQuery(FIGURES).bind("count", count).bind("own", own).mapTo(Figures.class).stream().map(Figures::seen).toList()
                        .equals(seen.stream().map(line -> Arrays.<Object>asList(line.number(), line.expected(), line.counted(), line.pieces())).toList()));
    }

    private static long steps(Handle handle, UUID count, long own) {
        return handle.createQuery(STEPS).bind("count", count).bind("own", own).mapTo(long.class).one();
    }
}
