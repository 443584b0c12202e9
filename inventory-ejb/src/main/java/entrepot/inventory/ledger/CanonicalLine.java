package entrepot.inventory.ledger;

import entrepot.kernel.book.JournalLine;

/**
 * A posting as one line of text, the same bytes for the same posting for ever: what the hash chain covers and what is
 * shipped outside the database. Fields are parted by {@code |}, records by {@code ;}; both, the backslash and control
 * characters are escaped in free text. The first field is the version of the form.
 */
public final class CanonicalLine {

    private final StringBuilder text = new StringBuilder(256);

    private CanonicalLine() {}

    public static String of(Posted posted) {
        return new CanonicalLine().write(posted);
    }

    private String write(Posted posted) {
        PostingRequest request = posted.request();
        record("1", posted.seq(), request.id(), request.kind(), request.businessDate(), request.effectiveAt(),
                posted.recorded(), posted.actor(), request.reference(), request.reason(), request.source(),
                request.reverses(), posted.currency().getCurrencyCode());
        for (Movement movement : posted.movements()) {
            record("M", movement.id(), movement.line(), movement.item().value(), movement.location().value(),
                    movement.quantity().millionths(), movement.ordinal(), movement.source());
            grounds(movement, request);
        }
        for (ValueEntry value : posted.values()) {
            if (value.date().equals(request.businessDate())) {
                record("V", value.id(), value.movement(), value.kind(), value.amount().minor());
            } else {
                record("V", value.id(), value.movement(), value.kind(), value.amount().minor(), value.date());
            }
        }
        for (JournalLine line : posted.journal().lines()) {
            if (line.date() == null) {
                record("J", line.account().code(), line.amount().minor(), line.movement());
            } else {
                record("J", line.account().code(), line.amount().minor(), line.movement(), line.date());
            }
        }
        return text.toString();
    }

    /** Only where they do not follow from kind, quantity and value. */
    private void grounds(Movement movement, PostingRequest request) {
        Grounds grounds = Grounds.of(movement, request.kind());
        if (grounds.basis() != null) {
            record("G", grounds.basis(), grounds.stated(), grounds.counted(), grounds.unitCost(),
                    movement.step().date().equals(request.businessDate()) ? null : movement.step().date());
        }
    }

    private void record(Object... fields) {
        for (int i = 0; i < fields.length; i++) {
            if (i > 0) {
                text.append('|');
            }
            if (fields[i] != null) {
                escape(fields[i].toString());
            }
        }
        text.append(';');
    }

    private void escape(String field) {
        for (int i = 0; i < field.length(); i++) {
            char c = field.charAt(i);
            if (c == '|' || c == ';' || c == '\\' || c < ' ') {
                text.append('\\').append(Integer.toHexString(c)).append('.');
            } else {
                text.append(c);
            }
        }
    }
}
