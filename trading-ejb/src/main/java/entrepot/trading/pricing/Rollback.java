package entrepot.trading.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings the prices of a batch back to what they were before it, except those that somebody changed since: undoing
 * these would undo the later decision too.
 */
public record Rollback(List<Change> restore, List<Conflict> conflicts) {

    /** A price changed by the batch. @param entry its row in the price history */
    public record Change(long entry, long item, String sku, BigDecimal before, BigDecimal after) {}

    /** The price in force. @param entry the row of the price history that set it */
    public record Current(long entry, BigDecimal price) {}

    public record Conflict(String sku, String detail) {}

    public static Rollback of(List<Change> batch, Map<Long, Current> now) {
        List<Change> restore = new ArrayList<>();
        List<Conflict> conflicts = new ArrayList<>();
        for (Change change : batch) {
            Current current = now.get(change.item());
            if (current.entry() == change.entry()) {
                restore.add(change);
            } else {
                conflicts.add(new Conflict(change.sku(), "set to " + Worksheet.plain(change.after())
                        + " by this batch, changed since and now " + Worksheet.plain(current.price())));
            }
        }
        return new Rollback(restore, conflicts);
    }
}
