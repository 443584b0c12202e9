package entrepot.inventory.purchasing.server;

import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Posted;
import entrepot.inventory.purchasing.Arrival;
import entrepot.inventory.purchasing.OrderLine;
import entrepot.inventory.purchasing.OrderState;
import entrepot.kernel.Quantity;
import entrepot.platform.sql.Rows;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** What commits with the posting of a receipt: the order's state, what came of its lines, and which movement brought it. */
final class ReceiptRows {

    private static final String ORDER = "UPDATE purchase_order SET status = ?, version = version + 1 WHERE id = ? AND version = ?";
    private static final String LINE = "UPDATE purchase_order_line SET received = received + ? WHERE order_id = ? AND line_no = ?";
    private static final String RECEIPT = "INSERT INTO purchase_order_receipt (movement_id, posting_seq, order_id, line_no, quantity,"
            + " received_on) VALUES (?, ?, ?, ?, ?, ?)";

    private static final String DISCREPANCY = "INSERT INTO receipt_discrepancy (posting_seq, order_id, line_no, delivered, accepted, damaged,"
            + " kept, over_order, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private ReceiptRows() {}

    static List<Alongside> of(OrderTable.Stored order, List<Arrival> arrivals, OrderState after, NewReceipt receipt) {
        byte[] id = Rows.bytes(order.id());
        return List.of(
                new Alongside.Rows(ORDER, true, posted -> List.of(List.of(after.status().name(), id, order.version()))),
                new Alongside.Rows(LINE, true, posted -> arrivals.stream()
                        .map(arrival -> List.<Object>of(arrival.quantity().millionths(), id, arrival.line()))
                        .toList()),
                new Alongside.Rows(RECEIPT, true, posted -> IntStream.range(0, arrivals.size())
                        .mapToObj(place -> receipt(id, arrivals.get(place), place, posted))
                        .toList()),
                new Alongside.Rows(DISCREPANCY, true, posted -> receipt.lines().stream()
                        .filter(line -> line.noted() != null && isOtherwise(line))
                        .map(line -> discrepancy(id, line, after, posted))
                        .toList()));
    }

    private static boolean isOtherwise(NewReceipt.Line line) {
        return line.noted().damaged().isPositive() || !line.noted().delivered().equals(line.quantity());
    }

    private static List<Object> discrepancy(byte[] order, NewReceipt.Line line, OrderState after, Posted posted) {
        OrderLine now = after.lines().get(line.line());
        Quantity over = now.received().minus(now.ordered());
        return Arrays.asList(posted.seq(), order, line.line(), line.noted().delivered().millionths(), line.quantity().millionths(),
                line.noted().damaged().millionths(), line.noted().kept(), over.isPositive() ? over.millionths() : 0, line.noted().reason());
    }

    private static List<Object> receipt(byte[] order, Arrival arrival, int place, Posted posted) {
        return List.of(posted.ofLine(place).get(0).id(), posted.seq(), order, arrival.line(),
                arrival.quantity().millionths(), posted.request().businessDate());
    }
}
