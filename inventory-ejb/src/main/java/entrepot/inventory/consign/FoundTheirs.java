package entrepot.inventory.consign;

import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Posted;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** Goods of suppliers that a count found beyond their register: so much more lies there for them, and nothing is owed. */
public record FoundTheirs(List<Line> lines) {

    public record Line(long supplier, Taken.Line goods) {}

    public FoundTheirs {
        lines = List.copyOf(lines);
    }

    /** What commits with the posting of the count. @param ids of the log */
    public List<Alongside> rows(LongSupplier ids) {
        return lines.isEmpty() ? List.of() : List.of(
                new Alongside.Rows("UPDATE consigned_stock SET on_hand = on_hand + ? WHERE supplier_id = ? AND item_id = ? AND location_id = ? AND lot_id = ?",
                        true, posted -> lines.stream().map(FoundTheirs::more).toList()),
                new Alongside.Rows(ConsignedEvent.SQL, false, posted -> IntStream.range(0, lines.size())
                        .mapToObj(line -> event(line, posted, ids.getAsLong()).values()).toList()));
    }

    private static List<Object> more(Line line) {
        Taken.Line goods = line.goods();
        return List.of(goods.quantity().millionths(), line.supplier(), goods.item().value(), goods.location().value(), goods.lotId());
    }

    private ConsignedEvent event(int number, Posted posted, long row) {
        Line line = lines.get(number);
        return new ConsignedEvent(row, posted.request().id(), number, ConsignmentNote.Kind.ARRIVED, line.supplier(), line.goods(), true,
                posted.request().businessDate(), posted.request().reference(), posted.recorded(), posted.actor());
    }
}
