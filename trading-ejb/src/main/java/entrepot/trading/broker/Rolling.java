package entrepot.trading.broker;

import entrepot.trading.order.Order;
import entrepot.trading.order.Ticket;
import entrepot.trading.portfolio.Exact;
import entrepot.trading.portfolio.Portfolio;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Takes a position from one contract of a future to the next, at both opens and for the costs of both, and the orders that stand by the difference of prices. */
final class Rolling {

    private final Portfolio portfolio;
    private final BrokerTerms terms;
    private final Dealer.Children children;
    private final IntSupplier number;
    private final Consumer<BrokerFill> told;

    /** @param number of the next fill */
    Rolling(Portfolio portfolio, BrokerTerms terms, Dealer.Children children, IntSupplier number, Consumer<BrokerFill> told) {
        this.portfolio = portfolio;
        this.terms = terms;
        this.children = children;
        this.number = number;
        this.told = told;
    }

    void roll(Market market) {
        Roll roll = market.roll();
        if (roll == null) {
            return;
        }
        market.orders.forEach(order -> order.move(roll.difference()));
        long held = portfolio.position(market.instrument).units();
        if (held != 0) {
            market.load();
            deal(market, -held, roll.left(), FillRule.ROLL_OUT);
            deal(market, held, roll.entered(), FillRule.ROLL_IN);
        }
    }

    /** Whole, whatever the volume is. */
    private void deal(Market market, long units, long price, FillRule rule) {
        int side = Long.signum(units);
        Order order = children.add(Ticket.market(market.instrument, side, Math.abs(units)), null, market);
        long slippage = terms.slippage().billionths(price, Exact.decimal(Math.abs(units), Exact.UNIT), market.volume, 0, side);
        long paid = price + side * slippage;
        long fee = terms.fees().of(market.contract.value(paid, units), units);
        portfolio.trade(market.time, market.instrument, units, paid, fee);
        order.fill(Math.abs(units), market.bar);
        told.accept(new BrokerFill(number.getAsInt(), order.id(), market.instrument, market.bar, units, paid, slippage, fee, rule));
    }
}
