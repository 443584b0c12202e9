package entrepot.inventory.purchasing.server;

import entrepot.inventory.ledger.Alongside;
import entrepot.inventory.ledger.Posted;
import entrepot.inventory.purchasing.Arrival;
import entrepot.inventory.purchasing.OrderState;
import entrepot.platform.sql.Rows;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/** What commits with the posting of a receipt: the order's state, what came of its lines, and which movement brought it. */
final class ReceiptRows {

    private static final String ORDER = "UPDATE purchase_order SET status = ?, version = version + 1 WHERE id = ? AND version = ?";
    private static final String LINE = "UPDATE purchase_order_line SET received = received + ? WHERE order_id = ? AND line_no = ?";
    private static final String RECEIPT = "INSERT INTO purchase_order_receipt (movement_id, posting_seq, order_id, line_no, quantity,"
            + " received_on) VALUES (?, ?, ?, ?, ?, ?)";

    private record Companion(String sql, Function<Posted, List<List<Object>>> of) implements Alongside {
        @Override
        public List<List<Object>> rows(Posted posted) {
            return of.apply(posted);
        }

        @Override
        public boolean mustHit() {
            return true;
        }
    }

    private ReceiptRows() {}

    static List<Alongside> of(OrderTable.Stored order, List<Arrival> arrivals, OrderState after) {
        byte[] id = Rows.bytes(order.id());
        return List.of(
                new Companion(ORDER, posted -> List.of(List.of(after.status().name(), id, order.version()))),
                new Companion(LINE, posted -> arrivals.stream()
                        .map(arrival -> List.<Object>of(arrival.quantity().millionths(), id, arrival.line()))
                        .toList()),
                new Companion(RECEIPT, posted -> IntStream.range(0, arrivals.size())
                        .mapToObj(place -> receipt(id, arrivals.get(place), place, posted))
                        .toList()));
    }

    private static List<Object> receipt(byte[] order, Arrival arrival, int place, Posted posted) {
        return List.of(posted.ofLine(place).get(0).id(), posted.seq(), order, arrival.line(),
                arrival.quantity().millionths(), posted.request().businessDate());
    }
}
