package entrepot.trading.flow;

import java.util.HashMap;
import java.util.Map;

/** What rests in a book after a flow of orders, by their numbers; which of them stands first does not matter here. */
final class RestingOrders {

    private final Map<Long, long[]> resting = new HashMap<>();

    static RestingOrders after(Flow flow) {
        RestingOrders all = new RestingOrders();
        long[] row = new long[flow.kind().columns().size()];
        for (int at = 0; at < flow.size(); at++) {
            for (int column = 0; column < row.length; column++) {
                row[column] = flow.value(at, column);
            }
            all.apply(row);
        }
        return all;
    }

    /** Side, price, size that is left; or null. */
    long[] find(long order) {
        return resting.get(order);
    }

    /** @param row that was examined */
    void apply(long[] row) {
        long order = row[FlowKind.ORDER];
        long size = row[FlowKind.SIZE];
        switch (FlowAction.of(row[FlowKind.ACTION])) {
            case ADD, MODIFY -> resting.put(order, new long[] {row[FlowKind.SIDE], row[FlowKind.PRICE], size});
            case CANCEL, EXECUTE -> {
                long[] there = resting.get(order);
                there[2] -= size;
                if (there[2] == 0) {
                    resting.remove(order);
                }
            }
            case CLEAR -> resting.clear();
            case TRADE -> { }
        }
    }
}
