package entrepot.inventory.ledger;

import entrepot.kernel.book.JournalLine;
import java.util.List;

/**
 * A posting as one line of text, the same bytes for the same posting for ever: what the hash chain covers and what is
 * shipped outside the database. The first field is the version of the form; the first had no rows of other features.
 */
public final class CanonicalLine {

    /** The version written today. */
    public static final int VERSION = 2;

    private final CanonicalText text = new CanonicalText();

    private CanonicalLine() {}

    /** @param alongside what commits with it; the rows of {@link SealedTable}s are part of the line */
    public static String of(Posted posted, List<Alongside> alongside) {
        return new CanonicalLine().write(posted, alongside);
    }

    private String write(Posted posted, List<Alongside> alongside) {
        PostingRequest request = posted.request();
        text.record(VERSION, posted.seq(), request.id(), request.kind(), request.businessDate(), request.effectiveAt(),
                posted.recorded(), posted.actor(), request.reference(), request.reason(), request.source(),
                request.reverses(), posted.currency().getCurrencyCode());
        for (Movement movement : posted.movements()) {
            text.record("M", movement.id(), movement.line(), movement.item().value(), movement.location().value(),
                    movement.quantity().millionths(), movement.ordinal(), movement.source());
            if (movement.lotExpires() != null) {
                text.record("L", movement.lot().id(), movement.lot().code(), movement.lotExpires());
            } else if (movement.lot() != null) {
                text.record("L", movement.lot().id(), movement.lot().code());
            }
            if (movement.pieces() != null) {
                text.record("N", movement.pieces());
            }
            grounds(movement, request);
        }
        for (ValueEntry value : posted.values()) {
            if (!value.booked().equals(value.date())) {
                text.record("V", value.id(), value.movement(), value.kind(), value.amount().minor(), value.date(), value.booked());
            } else if (value.date().equals(request.businessDate())) {
                text.record("V", value.id(), value.movement(), value.kind(), value.amount().minor());
            } else {
                text.record("V", value.id(), value.movement(), value.kind(), value.amount().minor(), value.date());
            }
        }
        for (JournalLine line : posted.journal().lines()) {
            if (line.settles() != null) {
                text.record("J", line.account().code(), line.amount().minor(), line.movement(), line.date(), line.settles());
            } else if (line.date() == null) {
                text.record("J", line.account().code(), line.amount().minor(), line.movement());
            } else {
                text.record("J", line.account().code(), line.amount().minor(), line.movement(), line.date());
            }
        }
        SealedTable.records(posted, alongside).forEach(text::record);
        return text.toString();
    }

    /** Only where they do not follow from kind, quantity and value. */
    private void grounds(Movement movement, PostingRequest request) {
        Grounds grounds = Grounds.of(movement, request.kind());
        if (grounds.basis() != null) {
            text.record("G", grounds.basis(), grounds.stated(), grounds.counted(), grounds.unitCost(),
                    movement.step().date().equals(request.businessDate()) ? null : movement.step().date());
        }
        if (!movement.booked().equals(movement.step().date())) {
            text.record("B", movement.booked());
        }
    }
}
