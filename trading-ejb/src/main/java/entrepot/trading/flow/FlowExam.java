package entrepot.trading.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Sorts the lines of a file: those that go to the end of a series, those that are in it, and those that are held back. A series can be replayed from its
 * first row: no event names an order that is not there.
 */
public final class FlowExam {

    private final Flow series;
    private final boolean belowZero;
    private final long latest;
    private final Predicate<FlowLine> known;
    private final List<long[]> added = new ArrayList<>();
    private final List<HeldLine> held = new ArrayList<>();
    private long unchanged;
    private OrderEventExam orders;
    private int at;
    private long time = Long.MIN_VALUE;

    private FlowExam(Flow series, boolean belowZero, long latest, Predicate<FlowLine> known) {
        this.series = series;
        this.belowZero = belowZero;
        this.latest = latest;
        this.known = known;
    }

    record Fault(FlowReason reason, String detail) {}

    /** A line that is held back. */
    public record HeldLine(FlowLine line, FlowReason reason, String detail) {}

    /** @param unchanged lines in the series or held back before */
    public record Findings(Flow added, long unchanged, List<HeldLine> held) {}

    /**
     * @param series    what is there, of the same kind
     * @param belowZero whether a price may be zero or less
     * @param latest    nanoseconds of the epoch, after which nothing can have happened: a series is only added to at its end
     * @param known     whether a line is held back since a file before
     */
    public static Findings of(FlowFile file, Flow series, boolean belowZero, long latest, Predicate<FlowLine> known) {
        FlowExam exam = new FlowExam(series, belowZero, latest, known);
        file.lines().forEach(exam::see);
        return new Findings(Flow.of(file.kind(), exam.added), exam.unchanged, exam.held);
    }

    private void see(FlowLine line) {
        Fault fault = line.values() == null ? new Fault(FlowReason.UNREADABLE, line.problem()) : fault(line.values());
        if (fault != null && known.test(line)) {
            unchanged++;
        } else if (fault != null) {
            held.add(new HeldLine(line, fault.reason(), fault.detail()));
        }
    }

    private Fault fault(long[] row) {
        if (row[FlowKind.TIME] < time) {
            return new Fault(FlowReason.OUT_OF_ORDER, "it happened before the last line above it that is right");
        }
        if (row[FlowKind.TIME] > latest) {
            return new Fault(FlowReason.OUT_OF_ORDER, "it has not happened yet");
        }
        Fault fault = placed(row);
        if (fault == null) {
            time = row[FlowKind.TIME];
        }
        return fault;
    }

    private Fault placed(long[] row) {
        if (series.size() > 0 && added.isEmpty() && row[FlowKind.TIME] <= series.time(series.size() - 1)) {
            int place = at;
            while (place < series.size() && series.time(place) < row[FlowKind.TIME]) {
                place++;
            }
            if (place < series.size()) {
                return there(row, place);
            }
        }
        Fault fault = switch (series.kind()) {
            case QUOTES -> quote(row);
            case ORDERS -> orders().see(row);
            case TRADES -> trade(row);
        };
        if (fault == null) {
            added.add(row);
        }
        return fault;
    }

    private Fault there(long[] row, int place) {
        for (int column = 0; column < row.length; column++) {
            if (row[column] != FlowLine.ABSENT && row[column] != series.value(place, column)) {
                boolean atTheEnd = row[FlowKind.TIME] == series.time(series.size() - 1);
                return new Fault(FlowReason.CONFLICT, "the series has another " + series.kind().columns().get(column) + " there, and is only added to at its end"
                        + (atTheEnd ? ": a part that begins at its last moment must have all of that moment" : ""));
            }
        }
        at = place + 1;
        unchanged++;
        return null;
    }

    private OrderEventExam orders() {
        if (orders == null) {
            orders = new OrderEventExam(RestingOrders.after(series), belowZero);
        }
        return orders;
    }

    private Fault trade(long[] row) {
        if (row[FlowKind.TRADE_PRICE] <= 0 && !belowZero) {
            return new Fault(FlowReason.FORBIDDEN_PRICE, "price is " + OrderEventExam.price(row[FlowKind.TRADE_PRICE]) + ", must be above 0");
        }
        if (row[FlowKind.TRADE_SIZE] <= 0) {
            return new Fault(FlowReason.WRONG_SIZE, "size is " + OrderEventExam.size(row[FlowKind.TRADE_SIZE]) + ", must be above 0");
        }
        row[FlowKind.TAKER] = row[FlowKind.TAKER] == FlowLine.ABSENT ? 0 : row[FlowKind.TAKER];
        return null;
    }

    private Fault quote(long[] row) {
        if (row[FlowKind.BID] > row[FlowKind.ASK]) {
            return new Fault(FlowReason.CONTRADICTORY, "bid " + OrderEventExam.price(row[FlowKind.BID]) + " is above ask " + OrderEventExam.price(row[FlowKind.ASK]));
        }
        if (row[FlowKind.BID] <= 0 && !belowZero) {
            return new Fault(FlowReason.FORBIDDEN_PRICE, "bid is " + OrderEventExam.price(row[FlowKind.BID]) + ", must be above 0");
        }
        return row[FlowKind.BID_SIZE] >= 0 && row[FlowKind.ASK_SIZE] >= 0 ? null
                : new Fault(FlowReason.WRONG_SIZE, "sizes are " + OrderEventExam.size(row[FlowKind.BID_SIZE]) + " and " + OrderEventExam.size(row[FlowKind.ASK_SIZE])
                        + ", must be 0 or more");
    }
}
