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
        if (!(sigma > 0) || !view.has(1) || !view.has(-1)) {
            withdraw(view, 1);
            withdraw(view, -1);
            return;
        }
        Quotes quotes = rule.quotes(mid, (double) view.held() / rule.lotUnits(), sigma);
        quote(view, 1, Math.floor(Math.min(quotes.bid(), Exact.decimal(view.best(-1) - tick, Exact.PRICE)) * Exact.PRICE / tick));
        quote(view, -1, Math.ceil(Math.max(quotes.ask(), Exact.decimal(view.best(1) + tick, Exact.PRICE)) * Exact.PRICE / tick));
    }

    private void quote(MarketView view, int side, double ticks) {
        boolean possible = ticks > 0 && ticks * tick < MarketMaker.HIGHEST * Exact.PRICE;
        long price = possible ? (long) ticks * tick : 0;
        Order now = standing[place(side)];
        if (now != null && !now.state().over() && now.ticket().limit() == price) {
            return;
        }
        withdraw(view, side);
        long units = rule.quantity() * rule.lotUnits();
        if (possible && side * view.held() + underWay(side) + units <= rule.limit() * rule.lotUnits()) {
            Order given = view.give(Ticket.limit(INSTRUMENT, side, units, price).postingOnly());
            open.add(given);
            standing[place(side)] = given;
        }
    }

    private void withdraw(MarketView view, int side) {
        Order now = standing[place(side)];
        if (now != null && !now.state().over()) {
            view.cancel(now);
        }
        standing[place(side)] = null;
    }

    private long underWay(int side) {
        return open.stream().filter(order -> order.ticket().side() == side).mapToLong(Order::left).sum();
    }

    private static int place(int side) {
        return side > 0 ? 0 : 1;
    }
}
