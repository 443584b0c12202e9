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
import java.util.List;
import java.util.UUID;

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
    static final String MOVEMENTS = " movement m JOIN posting p ON p.seq = m.posting_seq"
            + " LEFT JOIN movement s ON s.id = m.source_movement_id AND m.basis IN ('CORRECTED', 'RECOUNTED')"
            + " LEFT JOIN posting sp ON sp.seq = s.posting_seq";

    private static final String SINCE = "(SELECT SUM(m.quantity) FROM" + MOVEMENTS
            + " WHERE m.item_id = l.item_id AND m.location_id = c.location_id AND m.business_date >= l.counted_on AND m.posting_seq <> :own AND " + AFTER;

    /** What lay there for suppliers: what does now without what came or went later. */
    private static final String THEIRS = "IF(l.lot_id = 0, COALESCE((SELECT SUM(h.on_hand) FROM consigned_stock h WHERE h.item_id = l.item_id"
            + " AND h.location_id = c.location_id), 0) - COALESCE((SELECT SUM(e.quantity) FROM consigned_event e LEFT JOIN posting ep"
            + " ON ep.id = e.document WHERE e.item_id = l.item_id AND e.location_id = c.location_id AND (e.on_day > l.counted_on"
            + " OR e.on_day = l.counted_on AND COALESCE(ep.effective_at, e.at) > l.counted_at)), 0), 0)";

    private static final String OWN = "(SELECT SUM(w.quantity) FROM movement w WHERE w.item_id = l.item_id AND w.location_id = c.location_id"
            + " AND w.posting_seq = :own AND COALESCE(w.lot_id, 0) = l.lot_id)";

    private static final String POOLED_AT = BookSetting.pooledAt("i", "c.location_id");

    /** Line by line, as {@link #OWN} is: where they are joined, the database makes a table of all first and reads that for each line. */
    private static final String OF_POOLS = "(SELECT %s FROM cost_pool k WHERE k.item_id = l.item_id AND k.location_id = " + POOLED_AT + ")";

    private static final String EXPECTED = "COALESCE(IF(l.lot_id = 0, b.on_hand, s.on_hand), 0) - COALESCE(" + OWN + ", 0) on_hand,"
            + " COALESCE(IF(l.lot_id = 0, " + SINCE + "), " + SINCE + " AND m.lot_id = l.lot_id)), 0) after, " + THEIRS + " theirs";

    private static final String LINES = " FROM stock_count c JOIN stock_count_line l ON l.count_id = c.id JOIN item i ON i.id = l.item_id"
            + " LEFT JOIN lot_stock s ON s.lot_id = l.lot_id AND s.location_id = c.location_id"
            + " LEFT JOIN stock_balance b ON b.item_id = l.item_id AND b.location_id = c.location_id";

    private static final String COUNTED =
            " WHERE c.id = :count AND l.counted IS NOT NULL AND (i.tracking <> 'SERIAL' OR l.lot_id <> 0) ORDER BY l.line_no";

    private static final String FIGURES = "SELECT l.line_no, l.counted, " + EXPECTED + LINES + COUNTED;

    private static final String COMPARE = "SELECT l.line_no, l.item_id, l.lot_id, t.code lot, t.expires, i.sku, i.name, i.unit_code unit, l.listed, l.round, l.counted,"
            + " l.counted_at, l.counted_on, l.counted_by, " + EXPECTED + ", COALESCE(o.on_hand, " + OF_POOLS.formatted("SUM(k.on_hand)")
            + ", 0) pool_on_hand, COALESCE(o.value, " + OF_POOLS.formatted("SUM(k.value)")
            + ", 0) pool_value, COALESCE(o.last_unit_cost, " + OF_POOLS.formatted("MAX(k.last_unit_cost)") + ", i.purchase_cost) last_cost" + LINES
            + " LEFT JOIN lot t ON t.id = l.lot_id"
            + " LEFT JOIN cost_pool o ON o.item_id = l.item_id AND o.lot_id = l.lot_id AND l.lot_id <> 0 AND o.location_id = " + POOLED_AT + COUNTED;

    private static final long NONE = 0;

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    private record Row(
            int lineNo, long itemId, long lotId, String lot, LocalDate expires, String sku, String name, String unit, boolean listed, int round, long counted,
            LocalDateTime countedAt, LocalDate countedOn, String countedBy, long onHand, long after, long theirs, long poolOnHand, long poolValue,
            BigDecimal lastCost) {

        Compared compared(Currency currency) {
            var worth = UnitWorth.of(new Quantity(poolOnHand), new Money(poolValue, currency), lastCost);
            ItemId item = new ItemId(itemId);
            Lot known = lotId == 0 ? null : new Lot(lotId, item, lot, expires);
            var line = new CountedLine(lineNo, item, sku, known, new Quantity(onHand - after + theirs), new Quantity(counted), countedOn,
                    countedBy, worth, new Quantity(theirs));
            return new Compared(line, name, unit, listed, round, countedAt, new Quantity(after));
        }
    }

    /** @param since what moved between the count of the line and now */
    record Compared(CountedLine line, String name, String unit, boolean listed, int round, LocalDateTime at, Quantity since) {}

    private record Figures(int lineNo, long counted, long onHand, long after, long theirs) {

        List<Object> seen() {
            return List.of(lineNo, new Quantity(onHand - after + theirs), new Quantity(counted));
        }
    }

    /** Lines that were counted, in their order. */
    List<Compared> compare(UUID count) {
        var company = companies.company();
        return read(COMPARE, count, NONE, Row.class).stream().map(row -> row.compared(company.currency())).toList();
    }

    /** Whether lines and book of then are still as somebody saw them. @param own the posting that is being made of them, which does not count */
    boolean isStill(UUID count, List<CountedLine> seen, long own) {
        return read(FIGURES, count, own, Figures.class).stream().map(Figures::seen).toList()
                .equals(seen.stream().map(line -> List.<Object>of(line.number(), line.expected(), line.counted())).toList());
    }

    private <T> List<T> read(String sql, UUID count, long own, Class<T> rows) {
        return database.jdbi().withHandle(handle -> handle.createQuery(sql).bind("count", count).bind("own", own).mapTo(rows).list());
    }
}
