package entrepot.inventory.count.server;

import java.util.List;
import java.util.Objects;

/** Counted lines as those see them who approve. */
final class Comparison {

    private static final int NINE_DIGITS = 1_000_000_000;

    private Comparison() {}

    static ReviewBoard.Line line(BookThen.Compared compared) {
        var line = compared.line();
        return new ReviewBoard.Line(line.number(), line.sku(), line.lot() == null ? null : line.lot().code(), compared.name(), compared.unit(), compared.listed(), line.expected(),
                line.counted(), line.difference(), line.worth(), compared.since(), compared.round(), compared.at(), line.by(), null,
                line.theirs().isZero() ? null : line.theirs(), line.pieces());
    }

    /** Other where a line was counted again, or the book of then has changed by what arrived late. Not by what moved since. */
    static int mark(int version, List<ReviewBoard.Line> lines) {
        int mark = version;
        for (ReviewBoard.Line line : lines) {
            mark = 31 * mark + Objects.hash(line.number(), line.expected(), line.counted(), line.pieces());
        }
        return Math.floorMod(mark, NINE_DIGITS);
    }
}
