package entrepot.trading.broker;

import entrepot.kernel.Money;
import entrepot.trading.order.Order;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.OrderReason;
import entrepot.trading.order.OrderState;
import entrepot.trading.order.Ticket;
import entrepot.trading.order.Validity;
import entrepot.trading.portfolio.LotMethod;
import entrepot.trading.portfolio.Portfolio;
import java.util.ArrayList;
import java.util.List;

/**
 * Takes orders and fills them from bars. A bar is gone through in one order: a roll to the next contract; what arrives; the open; stops; limits; stops of what was
 * entered within the bar; trailing stops; the close. Within each step orders come in the order of their numbers, and volume that one had
 * is not there for the next.
 */
final class Broker implements Desk {

    private final BrokerTerms terms;
    private final Trader trader;
    private final Portfolio portfolio = new Portfolio(LotMethod.FIFO);
    private final List<Market> markets = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<BrokerFill> fills = new ArrayList<>();
    private final Dealer dealer;
    private final Carry carry;
    private final Margin margin;
    private final Rolling rolling;

    Broker(List<Series> series, BrokerTerms terms, List<Money> money, Trader trader) {
        this.terms = terms;
        this.trader = trader;
        for (Series one : series) {
            portfolio.add(one.contract());
            markets.add(new Market(markets.size(), one, terms.participation()));
        }
        money.forEach(one -> portfolio.deposit(0, one));
        margin = new Margin(portfolio, markets, terms);
        carry = new Carry(portfolio, markets, terms);
        dealer = new Dealer(portfolio, terms, margin, this::filled, this::child);
        rolling = new Rolling(portfolio, terms, this::child, this::nextFill, this::filled);
    }

    Market market(int instrument) {
        return markets.get(instrument);
    }

    Portfolio portfolio() {
        return portfolio;
    }

    List<Order> orders() {
        return orders;
    }

    List<BrokerFill> fills() {
        return fills;
    }

    // Desk

    @Override
    public Order give(Ticket ticket) {
        Market market = markets.get(ticket.instrument());
        Order order = add(new Order(orders.size() + 1, ticket, null, market.bar), market);
        if (margin.closesOut(ticket.instrument())) {
            order.end(OrderState.REJECTED, OrderReason.LIQUIDATION, market.bar);
        }
        return order;
    }

    @Override
    public void cancel(Order order) {
        order.cancel(market(order.ticket().instrument()).bar);
    }

    @Override
    public long held(int instrument) {
        return portfolio.position(instrument).units();
    }

    @Override
    public long cash(int instrument) {
        return portfolio.cash(instrument);
    }

    @Override
    public List<Order> standing(int instrument) {
        return markets.get(instrument).orders.stream().filter(order -> !order.state().over()).toList();
    }

    private Order add(Order order, Market market) {
        order.onTicks(market.tick);
        orders.add(order);
        market.orders.add(order);
        return order;
    }

    private Order child(Ticket ticket, Order parent, Market market) {
        Order order = add(new Order(orders.size() + 1, ticket, parent, market.bar), market);
        order.work(market.bar);
        return order;
    }

    private void filled(BrokerFill fill) {
        fills.add(fill);
        trader.onFill(this, fill);
    }

    int nextFill() {
        return fills.size() + 1;
    }

    // A bar

    void bar(Market market, int bar) {
        market.bar = bar;
        market.time = market.time(bar);
        carry.newDay(market);
        if (market.rolls) {
            rolling.roll(market);
        }
        if (market.orders.isEmpty()) {
            return;
        }
        market.load();
        arrive(market);
        int here = market.orders.size();
        open(market, here);
        int entered = market.orders.size();
        stops(market, 0, entered, FillRule.STOP_REACHED);
        limits(market, entered);
        stops(market, entered, market.orders.size(), FillRule.STOP_AFTER_ENTRY);
        trail(market, entered);
        close(market, here);
        market.orders.removeIf(order -> order.state().over());
    }

    /** The margin at the close, and the next move of the trader. @param last whether no other bar has the same time: only then are all closes known */
    void after(Market market, int bar, boolean last) {
        if (last && terms.maintenance() > 0) {
            for (Market at : markets) {
                if (at.bar >= 0 && at.time == market.time && margin.isShort(at)) {
                    closeOut(at);
                }
            }
        }
        trader.onBar(this, market.instrument, bar);
    }

    private void arrive(Market market) {
        for (int at = 0; at < market.orders.size(); at++) {
            Order order = market.orders.get(at);
            if (order.state().over() || order.given() == market.bar) {
                continue;
            }
            if (isKnown(order.cancelled(), market)) {
                order.end(OrderState.CANCELLED, OrderReason.ASKED, market.bar);
            } else if (isOver(order, market)) {
                order.end(OrderState.EXPIRED, OrderReason.TIME, market.bar);
            } else if (order.state() == OrderState.NEW && isKnown(order.given(), market)) {
                begin(order, market);
            }
        }
    }

    /** Whether what was said at the close of a bar, -1 before the first, has come. */
    private boolean isKnown(int said, Market market) {
        return market.bar - terms.latency() > said && (said < 0 || market.time(market.bar - 1) - terms.latencyMillis() >= market.time(said));
    }

    private static boolean isOver(Order order, Market market) {
        return switch (order.ticket().validity()) {
            case GTD -> market.time > order.ticket().until();
            case DAY -> order.state() != OrderState.NEW && Carry.day(market.time) > Carry.day(market.time(order.since()));
            default -> false;
        };
    }

    private void begin(Order order, Market market) {
        Ticket ticket = order.ticket();
        if (ticket.postOnly() && Dealer.isWithin(ticket.side(), market.open, order.limit())) {
            order.end(OrderState.REJECTED, OrderReason.WOULD_TAKE, market.bar);
            return;
        }
        order.work(market.bar);
        if (ticket.kind() == OrderKind.TRAILING && order.stop() == 0) {
            order.stopAt(Dealer.trailing(ticket, market.bar > 0 ? market.closedBefore() : market.open));
        }
    }

    private void open(Market market, int count) {
        for (int at = 0; at < count; at++) {
            Order order = market.orders.get(at);
            Ticket ticket = order.ticket();
            if (!stands(order) || ticket.validity() == Validity.ON_CLOSE) {
                continue;
            }
            boolean stopped = ticket.kind().stopped();
            boolean begun = stopped && !order.triggered(market.bar) && Dealer.isReached(ticket.side(), market.open, order.stop());
            if (begun) {
                order.trigger(market.bar);
            }
            if (stopped && !order.triggered(market.bar)) {
                continue;
            }
            if (!ticket.kind().limited()) {
                dealer.fill(order, market, market.open, begun ? FillRule.STOP_AT_OPEN
                        : margin.isClosingOut(order) ? FillRule.LIQUIDATION_AT_OPEN : FillRule.MARKET_AT_OPEN, nextFill());
            } else if (Dealer.isWithin(ticket.side(), market.open, order.limit())) {
                atLimit(order, market);
            }
            endAtOpen(order, market);
        }
    }

    private void atLimit(Order order, Market market) {
        long limit = order.limit();
        if (!terms.gapsAtLimit()) {
            dealer.fill(order, market, market.open, FillRule.LIMIT_AT_OPEN, nextFill());
        } else if (limit != market.open) {
            dealer.fill(order, market, limit, FillRule.LIMIT_IN_GAP, nextFill());
        }
    }

    private void endAtOpen(Order order, Market market) {
        if (!order.state().over() && order.ticket().validity().atTheOpenOnly()) {
            switch (order.ticket().validity()) {
                case IOC -> order.end(OrderState.CANCELLED, OrderReason.NOT_AT_ONCE, market.bar);
                case FOK -> order.end(OrderState.CANCELLED, OrderReason.NOT_WHOLE, market.bar);
                default -> order.end(OrderState.EXPIRED, OrderReason.TIME, market.bar);
            }
        }
    }

    private void stops(Market market, int from, int to, FillRule rule) {
        for (int at = from; at < to; at++) {
            Order order = market.orders.get(at);
            Ticket ticket = order.ticket();
            if (!stands(order) || !ticket.kind().stopped() || order.triggered(market.bar)
                    || !Dealer.isReached(ticket.side(), ticket.side() > 0 ? market.high : market.low, order.stop())) {
                continue;
            }
            order.trigger(market.bar + 1);
            if (ticket.kind() != OrderKind.STOP_LIMIT) {
                dealer.fill(order, market, Dealer.worse(ticket.side(), order.stop(), rule == FillRule.STOP_REACHED ? market.open : order.stop()), rule,
                        nextFill());
            } else if (Dealer.isWithin(ticket.side(), order.stop(), order.limit())) {
                dealer.fill(order, market, ticket.side() > 0 ? Math.min(order.limit(), market.high) : Math.max(order.limit(), market.low),
                        FillRule.STOP_LIMIT_REACHED, nextFill());
            }
        }
    }

    private void limits(Market market, int count) {
        for (int at = 0; at < count; at++) {
            Order order = market.orders.get(at);
            Ticket ticket = order.ticket();
            if (!stands(order) || !ticket.kind().limited() || ticket.validity() == Validity.ON_CLOSE
                    || ticket.kind() == OrderKind.STOP_LIMIT && !order.triggered(market.bar)) {
                continue;
            }
            if (ticket.side() > 0 ? market.low < order.limit() : market.high > order.limit()) {
                dealer.fill(order, market, Dealer.better(ticket.side(), order.limit(), market.open), FillRule.LIMIT_TRADED_THROUGH, nextFill());
            }
        }
    }

    /** Those entered within the bar follow its close, the others its best price; a stop that the close is beyond was hit on the way. */
    private void trail(Market market, int entered) {
        for (int at = 0; at < market.orders.size(); at++) {
            Order order = market.orders.get(at);
            Ticket ticket = order.ticket();
            if (!stands(order) || ticket.kind() != OrderKind.TRAILING || order.triggered(market.bar + 1)) {
                continue;
            }
            long best = at >= entered ? market.close : ticket.side() > 0 ? market.low : market.high;
            long stop = Dealer.trailing(ticket, best);
            if (ticket.side() > 0 ? stop < order.stop() : stop > order.stop()) {
                order.stopAt(stop);
                if (Dealer.isReached(ticket.side(), market.close, stop)) {
                    order.trigger(market.bar + 1);
                    dealer.fill(order, market, stop, FillRule.TRAIL_TURNED, nextFill());
                }
            }
        }
    }

    private void close(Market market, int count) {
        for (int at = 0; at < count; at++) {
            Order order = market.orders.get(at);
            Ticket ticket = order.ticket();
            if (!stands(order) || ticket.validity() != Validity.ON_CLOSE) {
                continue;
            }
            if (!ticket.kind().limited()) {
                dealer.fill(order, market, market.close, FillRule.MARKET_ON_CLOSE, nextFill());
            } else if (Dealer.isWithin(ticket.side(), market.close, order.limit())) {
                dealer.fill(order, market, market.close, FillRule.LIMIT_ON_CLOSE, nextFill());
            }
            if (!order.state().over()) {
                order.end(OrderState.EXPIRED, OrderReason.TIME, market.bar);
            }
        }
    }

    private static boolean stands(Order order) {
        return order.state() == OrderState.WORKING || order.state() == OrderState.PARTLY_FILLED;
    }

    private void closeOut(Market by) {
        for (Market market : markets) {
            if (!market.contract.currency().equals(by.contract.currency())) {
                continue;
            }
            market.orders.forEach(order -> {
                if (!order.state().over()) {
                    order.end(OrderState.CANCELLED, OrderReason.LIQUIDATION, market.bar);
                }
            });
            long held = held(market.instrument);
            if (held != 0) {
                Ticket ticket = Ticket.market(market.instrument, -Long.signum(held), Math.abs(held)).reducingOnly();
                margin.closeOut(child(ticket, null, market));
            }
        }
    }

    /** Futures, once more, at the last close of each. */
    void settle() {
        for (Market market : markets) {
            if (market.bar >= 0) {
                portfolio.settle(market.time, market.instrument, market.closed(market.bar));
            }
        }
    }
}
