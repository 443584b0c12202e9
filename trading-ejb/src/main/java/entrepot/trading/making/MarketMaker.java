package entrepot.trading.making;

import entrepot.trading.broker.Desk;
import entrepot.trading.broker.Trader;
import entrepot.trading.market.Bars;
import entrepot.trading.order.Order;
import entrepot.trading.order.Ticket;
import entrepot.trading.portfolio.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * Gives at each close a limit order to buy and one to sell, and takes back those of the close before: each stands for one bar. A side that could
 * take what is held beyond the limit is not quoted, nor is either before there is a deviation, or where a quote is not above 0. The quote that adds to what is held
 * is given first, of nothing the one to buy, so that where a bar fills both it is held against the margin before the other one has closed anything.
 */
public final class MarketMaker implements Trader {

    /** A quote beyond it cannot be counted in billionths. */
    static final double HIGHEST = 9e9;

    private final MakingRule rule;
    private final Bars bars;
    private final List<Order> standing = new ArrayList<>();

    public MarketMaker(MakingRule rule, Bars bars) {
        this.rule = rule;
        this.bars = bars;
    }

    @Override
    public void onBar(Desk desk, int instrument, int bar) {
        standing.stream().filter(order -> !order.state().over()).forEach(desk::cancel);
        standing.clear();
        double sigma = deviation(bars::close, bar, rule.window());
        if (!(sigma > 0)) {
            return;
        }
        double lots = (double) desk.held(instrument) / rule.lotUnits();
        Quotes quotes = rule.quotes(bars.close(bar), lots, sigma);
        int adding = lots < 0 ? -1 : 1;
        quote(desk, instrument, adding, lots, quotes);
        quote(desk, instrument, -adding, lots, quotes);
    }

    private void quote(Desk desk, int instrument, int side, double lots, Quotes quotes) {
        double price = side > 0 ? quotes.bid() : quotes.ask();
        if (side * lots + rule.quantity() <= rule.limit() && price > 0 && price < HIGHEST) {
            standing.add(desk.give(Ticket.limit(instrument, side, rule.quantity() * rule.lotUnits(), Exact.price(price))));
        }
    }

    /** Of the changes of the price up to a bar, with one degree of freedom less; not a number before there are enough. */
    static double deviation(IntToDoubleFunction price, int bar, int window) {
        if (bar < window) {
            return Double.NaN;
        }
        double mean = (price.applyAsDouble(bar) - price.applyAsDouble(bar - window)) / window;
        double squares = 0;
        for (int at = bar - window + 1; at <= bar; at++) {
            double away = price.applyAsDouble(at) - price.applyAsDouble(at - 1) - mean;
            squares += away * away;
        }
        return Math.sqrt(squares / (window - 1));
    }
}
