package entrepot.inventory.consign;

import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Command;
import entrepot.inventory.ledger.Posted;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.PostingRequest;
import entrepot.inventory.ledger.StockLine;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** What is taken of a supplier's goods: a receipt, which is owed, and so much less in his register, or neither. */
public record Taken(
        UUID id, long supplier, String code, LocalDate day, Instant at, String reference, List<Line> lines) {

    public record Line(ItemId item, LocationId location, Quantity quantity, BigDecimal unitCost) {}

    public Taken {
        lines = List.copyOf(lines);
    }

    /** @param ids of the log */
    public Command command(String content, Currency currency, LongSupplier ids) {
        List<StockLine> stock = lines.stream().map(line -> (StockLine) new StockLine.Receive(line.item(), line.location(), line.quantity(),
                Money.worth(line.quantity(), line.unitCost(), currency), AccountRole.RECEIVED_NOT_INVOICED)).toList();
        var request = new PostingRequest(id, PostingKind.RECEIPT, day, at, reference, null, "consignment:" + code, null, stock, List.of());
        return new Command(request, content, List.of(
                new Alongside.Rows("UPDATE consigned_stock SET on_hand = on_hand - ? WHERE supplier_id = ? AND item_id = ? AND location_id = ? AND on_hand >= ?", true,
                        posted -> lines.stream().map(this::less).toList()),
                new Alongside.Rows("INSERT INTO consigned_event (id, document, line_no, kind, supplier_id, item_id, location_id, quantity, unit_cost, on_day,"
                        + " reference, at, actor) VALUES (?, ?, ?, 'TAKEN', ?, ?, ?, ?, ?, ?, ?, ?, ?)", false,
                        posted -> IntStream.range(0, lines.size()).mapToObj(line -> event(line, posted, ids.getAsLong())).toList())));
    }

    private List<Object> less(Line line) {
        long taken = line.quantity().millionths();
        return List.of(taken, supplier, line.item().value(), line.location().value(), taken);
    }

    private List<Object> event(int number, Posted posted, long row) {
        Line line = lines.get(number);
        return Arrays.asList(row, id, number, supplier, line.item().value(), line.location().value(), -line.quantity().millionths(),
                line.unitCost(), day, reference, posted.recorded().atOffset(ZoneOffset.UTC).toLocalDateTime(), posted.actor());
    }
}
