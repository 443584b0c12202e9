package entrepot.trading.market.server;

import entrepot.trading.market.Bar;
import entrepot.trading.market.QuarantineReason;
import java.time.LocalDateTime;

/**
 * A row of the quarantine.
 *
 * @param bar        null where the row could not be read
 * @param line       of its file; 0 for a bar that was replaced
 * @param releasedAt UTC; null while it is held, as are releasedBy and note
 */
public record HeldRow(long id, Bar bar, QuarantineReason reason, String detail, long line, String text, LocalDateTime heldAt,
        LocalDateTime releasedAt, String releasedBy, String note) {

    static HeldRow of(QuarantineTable.Row row) {
        return new HeldRow(row.id(), row.bar(), row.reason(), row.detail(), row.line(), row.text(), row.heldAt(), row.decidedAt(),
                row.decidedBy(), row.note());
    }

    public boolean releasable() {
        return bar != null && releasedAt == null;
    }
}
