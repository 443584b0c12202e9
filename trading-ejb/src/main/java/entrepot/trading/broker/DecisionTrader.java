package entrepot.trading.broker;

import entrepot.trading.market.Bars;
import entrepot.trading.order.Order;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.Ticket;
import entrepot.trading.portfolio.Exact;
import entrepot.trading.strategy.Decisions;
import entrepot.trading.strategy.Strategy;

/** Gives the orders that bring an account from what was decided before to what is decided now. A position that was stopped out stays so until the next decision. */
public final class DecisionTrader implements Trader {

    private final Bars bars;
    private final Decisions decisions;
    private final OrderPlan plan;
    private Order entry;
    private int wanted;
    private int next;

    public DecisionTrader(Strategy strategy, Bars bars, OrderPlan plan) {
        this.bars = bars;
        this.decisions = strategy.on(bars);
        this.plan = plan;
        this.next = decisions.next(-1, 0);
    }

    @Override
    public void onBar(Desk desk, int instrument, int bar) {
        if (bar != next) {
            return;
        }
        wanted = decisions.wanted(bar, wanted);
        next = decisions.next(bar, wanted);
        if (entry != null && !entry.state().over()) {
            desk.cancel(entry);
        }
        long held = desk.held(instrument);
        if (held != 0) {
            desk.give(Ticket.market(instrument, -Long.signum(held), Math.abs(held)).reducingOnly());
        }
        entry = wanted == 0 ? null : desk.give(ticket(instrument, bar));
    }

    private Ticket ticket(int instrument, int bar) {
        Ticket market = Ticket.market(instrument, wanted, plan.units()).protectedBy(plan.protection());
        if (plan.offset() == 0) {
            return market;
        }
        long close = Exact.price(bars.close(bar));
        return market.at(OrderKind.LIMIT, close - wanted * Exact.share(Math.abs(close), plan.offset(), BrokerTerms.WHOLE));
    }
}
