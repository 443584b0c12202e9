package entrepot.trading.market.server;

import entrepot.trading.market.Bar;
import entrepot.trading.market.QuarantineReason;
import java.time.LocalDateTime;

/**
 * A row of the quarantine.
 *
 * @param bar       null where the row could not be read
 * @param line      of its file; 0 for a bar that was replaced
 * @param decidedAt UTC, of the last decision; null while it is held, as are decidedBy and note
 */
public record HeldRow(long id, Bar bar, QuarantineReason reason, String detail, long line, String text, LocalDateTime heldAt, HeldStatus status,
        LocalDateTime decidedAt, String decidedBy, String note) {

    static HeldRow of(QuarantineTable.Row row) {
        return new HeldRow(row.id(), row.bar(), row.reason(), row.detail(), row.line(), row.text(), row.heldAt(), row.status(), row.decidedAt(),
                row.decidedBy(), row.note());
    }

    public boolean releasable() {
        return bar != null && status != HeldStatus.RELEASED;
    }
}
