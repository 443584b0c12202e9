package entrepot.trading.making;

import entrepot.trading.order.Order;
import entrepot.trading.order.Ticket;
import entrepot.trading.portfolio.Exact;
import entrepot.trading.replay.FlowTrader;
import entrepot.trading.replay.MarketView;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes a market in a recorded flow: at each interval of the clock a post-only order on both sides of the mid, in whole ticks, that keeps its place in
 * the queue as long as its price is still the wanted one. A quote that would take stands a tick from the other side instead. All orders of a side
 * together, those that are being taken back too, could not take what is held beyond the limit. Nothing is quoted while others stand on one side alone.
 */
public final class FlowMaker implements FlowTrader {

    private static final int INSTRUMENT = 0;

    private final MakingRule rule;
    private final long tick;
    private final double[] mids;
    private final List<Order> open = new ArrayList<>();
    private final Order[] standing = new Order[2];
    private int seen;

    /** @param tick billionths */
    public FlowMaker(MakingRule rule, long tick) {
        this.rule = rule;
        this.tick = tick;
        this.mids = new double[rule.window() + 1];
    }

    @Override
    public void onClock(MarketView view) {
        double mid = Exact.decimal(view.mid(), Exact.PRICE);
        mids[seen % mids.length] = mid;
        double sigma = MarketMaker.deviation(at -> mids[at % mids.length], seen, rule.window());
        seen++;
        open.removeIf(order -> order.state().over());
        long bid = 0;
        long ask = 0;
        if (sigma > 0 && view.has(1) && view.has(-1)) {
            Quotes quotes = rule.quotes(mid, (double) view.held() / rule.lotUnits(), sigma);
            bid = price(Math.min((long) Math.floor(quotes.bid() * Exact.PRICE / tick), Math.floorDiv(view.best(-1) - tick, tick)));
            ask = price(Math.max((long) Math.ceil(quotes.ask() * Exact.PRICE / tick), -Math.floorDiv(-view.best(1) - tick, tick)));
        }
        // Both are taken back before one is given, which would meet what stands on the other side.
        withdrawUnless(view, 1, bid);
        withdrawUnless(view, -1, ask);
        quote(view, 1, bid);
        quote(view, -1, ask);
    }

    /** 0 where there is none. */
    private long price(long ticks) {
        return ticks > 0 && ticks < MarketMaker.HIGHEST * Exact.PRICE / tick ? ticks * tick : 0;
    }

    private void withdrawUnless(MarketView view, int side, long price) {
        Order now = standing[place(side)];
        boolean stands = now != null && !now.state().over();
        boolean wanted = stands && now.ticket().limit() == price;
        if (stands && !wanted) {
            view.cancel(now);
        }
        standing[place(side)] = wanted ? now : null;
    }

    private void quote(MarketView view, int side, long price) {
        long units = rule.quantity() * rule.lotUnits();
        if (price > 0 && standing[place(side)] == null && side * view.held() + underWay(side) + units <= rule.limit() * rule.lotUnits()) {
            Order given = view.give(Ticket.limit(INSTRUMENT, side, units, price).postingOnly());
            open.add(given);
            standing[place(side)] = given;
        }
    }

    private long underWay(int side) {
        return open.stream().filter(order -> order.ticket().side() == side).mapToLong(Order::left).sum();
    }

    private static int place(int side) {
        return side > 0 ? 0 : 1;
    }
}
