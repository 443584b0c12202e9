package entrepot.trading.flow;

import entrepot.trading.flow.FlowExam.Fault;
import java.math.BigDecimal;

/** What is wrong with an event of an order after those before it; and what it does not say itself, from the order that rests. */
final class OrderEventExam {

    private final RestingOrders orders;
    private final boolean belowZero;

    OrderEventExam(RestingOrders orders, boolean belowZero) {
        this.orders = orders;
        this.belowZero = belowZero;
    }

    /** @param row changed so that it says everything. @return null where nothing is wrong; then it has happened */
    Fault see(long[] row) {
        Fault fault = switch (FlowAction.of(row[FlowKind.ACTION])) {
            case ADD -> add(row);
            case MODIFY -> modify(row);
            case CANCEL, EXECUTE -> less(row);
            case TRADE -> priced(row);
            case CLEAR -> null;
        };
        if (fault == null) {
            orders.apply(row);
        }
        return fault;
    }

    private Fault add(long[] row) {
        if (row[FlowKind.ORDER] == FlowLine.ABSENT || row[FlowKind.SIDE] == FlowLine.ABSENT) {
            return new Fault(FlowReason.UNREADABLE, "ADD needs an order and a side");
        }
        if (orders.find(row[FlowKind.ORDER]) != null) {
            return new Fault(FlowReason.DUPLICATE_ORDER, "order " + row[FlowKind.ORDER] + " rests already");
        }
        return priced(row);
    }

    private Fault priced(long[] row) {
        if (row[FlowKind.PRICE] == FlowLine.ABSENT || row[FlowKind.PRICE] <= 0 && !belowZero) {
            return new Fault(FlowReason.FORBIDDEN_PRICE, "price is " + price(row[FlowKind.PRICE]) + ", must be above 0");
        }
        return row[FlowKind.SIZE] > 0 ? null : new Fault(FlowReason.WRONG_SIZE, "size is " + size(row[FlowKind.SIZE]) + ", must be above 0");
    }

    private Fault modify(long[] row) {
        long[] there = orders.find(row[FlowKind.ORDER]);
        if (there == null) {
            return unknown(row);
        }
        if (row[FlowKind.SIDE] != FlowLine.ABSENT && row[FlowKind.SIDE] != there[0]) {
            return new Fault(FlowReason.CONTRADICTORY, "order " + row[FlowKind.ORDER] + " rests on the other side");
        }
        row[FlowKind.SIDE] = there[0];
        row[FlowKind.PRICE] = row[FlowKind.PRICE] == FlowLine.ABSENT ? there[1] : row[FlowKind.PRICE];
        row[FlowKind.SIZE] = row[FlowKind.SIZE] == FlowLine.ABSENT ? there[2] : row[FlowKind.SIZE];
        return priced(row);
    }

    private Fault less(long[] row) {
        long[] there = orders.find(row[FlowKind.ORDER]);
        if (there == null) {
            return unknown(row);
        }
        if (contradicts(row[FlowKind.SIDE], there[0]) || contradicts(row[FlowKind.PRICE], there[1])) {
            return new Fault(FlowReason.CONTRADICTORY, "order " + row[FlowKind.ORDER] + " rests to " + (there[0] > 0 ? "buy" : "sell") + " at " + price(there[1]));
        }
        row[FlowKind.SIDE] = there[0];
        row[FlowKind.PRICE] = there[1];
        row[FlowKind.SIZE] = row[FlowKind.SIZE] == FlowLine.ABSENT ? there[2] : row[FlowKind.SIZE];
        return row[FlowKind.SIZE] > 0 && row[FlowKind.SIZE] <= there[2] ? null
                : new Fault(FlowReason.WRONG_SIZE, "size is " + size(row[FlowKind.SIZE]) + ", order " + row[FlowKind.ORDER] + " has " + size(there[2]) + " left");
    }

    private static boolean contradicts(long said, long is) {
        return said != FlowLine.ABSENT && said != is;
    }

    private static Fault unknown(long[] row) {
        return new Fault(FlowReason.UNKNOWN_ORDER, row[FlowKind.ORDER] == FlowLine.ABSENT ? "it names no order" : "no order " + row[FlowKind.ORDER] + " rests");
    }

    static String price(long billionths) {
        return billionths == FlowLine.ABSENT ? "not there" : BigDecimal.valueOf(billionths, 9).stripTrailingZeros().toPlainString();
    }

    static String size(long millionths) {
        return millionths == FlowLine.ABSENT ? "not there" : BigDecimal.valueOf(millionths, 6).stripTrailingZeros().toPlainString();
    }
}
