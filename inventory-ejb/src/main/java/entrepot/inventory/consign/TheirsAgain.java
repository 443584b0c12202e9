package entrepot.inventory.consign;

import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Posted;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * Goods that lie here for suppliers again, with a posting or not at all: a count found them beyond the register, or what they
 * had become is undone. Nothing is owed for them.
 *
 * @param kind ARRIVED where they are found; TAKEN where that is undone
 */
public record TheirsAgain(ConsignmentNote.Kind kind, List<Line> lines) {

    /** What is more of. The price that was agreed stays. */
    public static final String MORE =
            "UPDATE consigned_stock SET on_hand = on_hand + ? WHERE supplier_id = ? AND item_id = ? AND location_id = ? AND lot_id = ?";

    /** @param undoes the row of the log, or null */
    public record Line(long supplier, Taken.Line goods, Long undoes) {}

    public TheirsAgain {
        lines = List.copyOf(lines);
    }

    /** What commits with the posting. @param ids of the log */
    public List<Alongside> rows(LongSupplier ids) {
        return lines.isEmpty() ? List.of() : List.of(
                new Alongside.Rows(MORE, true, posted -> lines.stream().map(line -> line.goods().more(line.supplier())).toList()),
                new Alongside.Rows(ConsignedEvent.SQL, false, posted -> IntStream.range(0, lines.size())
                        .mapToObj(line -> event(line, posted, ids.getAsLong()).values()).toList()));
    }

    private ConsignedEvent event(int number, Posted posted, long row) {
        Line line = lines.get(number);
        return new ConsignedEvent(row, posted.request().id(), number, kind, line.supplier(), line.goods(), true,
                posted.request().businessDate(), posted.request().reference(), posted.recorded(), posted.actor(), line.undoes());
    }
}
