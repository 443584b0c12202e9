package entrepot.inventory.count.server;

import entrepot.inventory.count.CountedLine;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What should have lain on the shelf at the moment each line was counted: what {@link BookThen} says, and of lots also what lay
 * there for suppliers, which is what does now without what came or went later.
 */
@ApplicationScoped
public class ShelfThen {

    private static final String THEIRS = "SELECT l.line_no, COALESCE((SELECT SUM(h.on_hand) FROM consigned_stock h WHERE h.item_id = l.item_id"
            + " AND h.location_id = c.location_id AND h.lot_id = l.lot_id), 0) - COALESCE((SELECT SUM(e.quantity) FROM consigned_event e"
            + " LEFT JOIN posting ep ON ep.id = e.document WHERE e.item_id = l.item_id AND e.location_id = c.location_id AND e.lot_id = l.lot_id"
            + " AND (e.on_day > l.counted_on OR e.on_day = l.counted_on AND COALESCE(ep.effective_at, e.at) > l.counted_at)), 0) theirs"
            + " FROM stock_count c JOIN stock_count_line l ON l.count_id = c.id WHERE c.id = ? AND l.lot_id <> 0 AND l.counted IS NOT NULL"
            + " AND EXISTS (SELECT 1 FROM consigned_event x WHERE x.lot_id = l.lot_id)";

    @Inject
    private BookThen book;

    @Inject
    private Database database;

    /** Lines that were counted, in their order. */
    List<BookThen.Compared> compare(UUID count) {
        Map<Integer, Quantity> theirs = theirs(count);
        return book.compare(count).stream().map(compared -> with(compared, theirs)).toList();
    }

    /** As {@link BookThen#steps}, to be asked before it is compared. */
    long steps(UUID count) {
        return book.steps(count);
    }

    /** As {@link BookThen#isStill}. */
    boolean isStill(UUID count, List<CountedLine> seen, long steps, long own) {
        Map<Integer, Quantity> theirs = theirs(count);
        boolean same = seen.stream().allMatch(line -> line.lot() == null || line.theirs().equals(theirs.getOrDefault(line.number(), Quantity.ZERO)));
        return same && book.isStill(count, seen.stream().map(line -> line.lot() == null ? line : line.withTheirs(Quantity.ZERO)).toList(), steps, own);
    }

    private static BookThen.Compared with(BookThen.Compared compared, Map<Integer, Quantity> theirs) {
        Quantity lot = theirs.get(compared.line().number());
        return lot == null ? compared : new BookThen.Compared(compared.line().withTheirs(lot), compared.name(), compared.unit(), compared.listed(),
                compared.round(), compared.at(), compared.since());
    }

    private Map<Integer, Quantity> theirs(UUID count) {
        return database.jdbi().withHandle(handle -> handle.createQuery(THEIRS).bind(0, count)
                .map((row, context) -> Map.entry(row.getInt(1), new Quantity(row.getLong(2))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
