package entrepot.trading.broker;

import entrepot.trading.market.Bars;
import entrepot.trading.order.Order;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.Ticket;
import entrepot.trading.order.Validity;
import entrepot.trading.portfolio.Exact;
import entrepot.trading.strategy.Decisions;
import entrepot.trading.strategy.Strategy;

/**
 * Gives the orders that bring an account from what was decided before to what is decided now. A position that was stopped out stays so until the next
 * decision; one that is not wanted, since an entry was filled before it could be taken back, is closed.
 */
public final class DecisionTrader implements Trader {

    private final Bars bars;
    private final Decisions decisions;
    private final OrderPlan plan;
    private final Validity validity;
    private Order entry;
    private Order exit;
    private int wanted;
    private int next;

    public DecisionTrader(Strategy strategy, Bars bars, OrderPlan plan) {
        this(strategy.on(bars), bars, plan, Validity.GTC);
    }

    /** @param bars whose closes limits are reckoned from; @param validity of orders that enter a position */
    public DecisionTrader(Decisions decisions, Bars bars, OrderPlan plan, Validity validity) {
        this.bars = bars;
        this.decisions = decisions;
        this.plan = plan;
        this.validity = validity;
        this.next = decisions.next(-1, 0);
    }

    @Override
    public void onBar(Desk desk, int instrument, int bar) {
        if (bar != next) {
            if (desk.held(instrument) * wanted <= 0 && !stands(exit)) {
                close(desk, instrument);
            }
            return;
        }
        wanted = decisions.wanted(bar, wanted);
        double share = decisions.share(bar);
        next = decisions.next(bar, wanted);
        cancel(desk, entry);
        cancel(desk, exit);
        close(desk, instrument);
        entry = wanted == 0 || share == 0 ? null : desk.give(ticket(instrument, bar));
        if (entry != null) {
            entry.stakes(share);
        }
    }

    private void close(Desk desk, int instrument) {
        long held = desk.held(instrument);
        if (held != 0) {
            exit = desk.give(Ticket.market(instrument, -Long.signum(held), Math.abs(held)).reducingOnly());
        }
    }

    private static void cancel(Desk desk, Order order) {
        if (stands(order)) {
            desk.cancel(order);
        }
    }

    private static boolean stands(Order order) {
        return order != null && !order.state().over();
    }

    private Ticket ticket(int instrument, int bar) {
        Ticket market = Ticket.market(instrument, wanted, plan.units()).valid(validity).protectedBy(plan.protection());
        if (plan.offset() == 0) {
            return market;
        }
        long close = Exact.price(bars.close(bar));
        return market.at(OrderKind.LIMIT, close - wanted * Exact.share(Math.abs(close), plan.offset(), BrokerTerms.WHOLE));
    }
}
