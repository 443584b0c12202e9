package entrepot.trading.market;

import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import java.util.function.Predicate;

/**
 * Makes bars of single trades. As of {@link Resampler}, a bar is there only once it is complete, so that the bars of the first trades are the first bars of all.
 *
 * <p>Of some time, a bar has what was traded from its begin on and before its end, and is there once somebody has traded at its end or later. Of so many
 * trades or so much of volume it ends with the trade that fills it, which is not split; its time is that trade's, rounded up to a millisecond. Two bars have no time in
 * common: one that would end in the millisecond of the one before goes on.
 */
public final class TradeBars {

    private static final long NANOS_A_MILLI = 1_000_000;
    private static final double BILLIONTHS = 1e9;
    private static final double MILLIONTHS = 1e6;

    private final Resampler timed;
    private final Consumer<Bar> ended;
    private final TickLength length;
    private long trades;
    private long volume;
    private double open;
    private double high;
    private double low;
    private long before = Long.MIN_VALUE;

    /** @param plan of trades; @param ended hears each bar as soon as it is complete */
    public TradeBars(BarPlan plan, Consumer<Bar> ended) {
        this.ended = ended;
        this.length = plan.every() instanceof TickLength ticks ? ticks : null;
        this.timed = plan.every() instanceof Timeframe time ? Resampler.ofTrades(time, plan.clock(), ended) : null;
    }

    /**
     * The bars of a flow of trades.
     *
     * @param rows  some from a row on, none behind the last
     * @param first row to begin with
     * @param ends  milliseconds of the epoch: later trades are not known
     * @param each  sees each bar, and says whether to go on
     */
    public static void each(LongFunction<Flow> rows, long first, BarPlan plan, long ends, Predicate<Bar> each) {
        List<Bar> made = new ArrayList<>();
        TradeBars maker = new TradeBars(plan, made::add);
        long row = first;
        for (Flow part = rows.apply(row); part.size() > 0; part = rows.apply(row)) {
            for (int at = 0; at < part.size(); at++) {
                if (Math.floorDiv(part.time(at), NANOS_A_MILLI) > ends) {
                    return;
                }
                maker.add(part, at);
                if (!made.isEmpty() && !made.stream().allMatch(each)) {
                    return;
                }
                made.clear();
            }
            row += part.size();
        }
    }

    /** The next trade. */
    public void add(Flow flow, int row) {
        double price = flow.value(row, FlowKind.TRADE_PRICE) / BILLIONTHS;
        long size = flow.value(row, FlowKind.TRADE_SIZE);
        if (timed != null) {
            // It lies before the end of a bar that ends a millisecond later.
            timed.add(new Bar(Math.floorDiv(flow.time(row), NANOS_A_MILLI) + 1, price, price, price, price, size / MILLIONTHS));
            return;
        }
        open = trades == 0 ? price : open;
        high = trades == 0 ? price : Math.max(high, price);
        low = trades == 0 ? price : Math.min(low, price);
        trades++;
        volume += size;
        long time = -Math.floorDiv(-flow.time(row), NANOS_A_MILLI);
        if ((length.volume() ? volume : trades) >= length.count() && time > before) {
            ended.accept(new Bar(time, open, high, low, price, volume / MILLIONTHS));
            before = time;
            trades = 0;
            volume = 0;
        }
    }
}
