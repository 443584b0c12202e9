package entrepot.trading.broker;

import entrepot.trading.order.Order;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.OrderReason;
import entrepot.trading.order.OrderState;
import entrepot.trading.order.Ticket;
import entrepot.trading.order.Ticket.Protection;
import entrepot.trading.order.Validity;
import entrepot.trading.portfolio.Exact;
import entrepot.trading.portfolio.Portfolio;
import java.util.function.Consumer;

/** Makes one fill of an order at a price that a rule has found: how much, what it costs, and what it does to the orders beside it. */
final class Dealer {

    private static final int PROTECTIONS = 1 << 30;

    private final Portfolio portfolio;
    private final BrokerTerms terms;
    private final Margin margin;
    private final Consumer<BrokerFill> told;
    private final Children children;

    interface Children {
        Order add(Ticket ticket, Order parent, Market market);
    }

    Dealer(Portfolio portfolio, BrokerTerms terms, Margin margin, Consumer<BrokerFill> told, Children children) {
        this.portfolio = portfolio;
        this.terms = terms;
        this.margin = margin;
        this.told = told;
        this.children = children;
    }

    /** At this price or better. */
    static boolean isWithin(int side, long price, long limit) {
        return side > 0 ? price <= limit : price >= limit;
    }

    /** At this stop or beyond. */
    static boolean isReached(int side, long price, long stop) {
        return side > 0 ? price >= stop : price <= stop;
    }

    static long worse(int side, long one, long other) {
        return side > 0 ? Math.max(one, other) : Math.min(one, other);
    }

    static long better(int side, long one, long other) {
        return side > 0 ? Math.min(one, other) : Math.max(one, other);
    }

    /** Where a stop trails that price. */
    static long trailing(Ticket ticket, long price) {
        long distance = ticket.trailsByShare() ? Exact.share(Math.abs(price), ticket.distance(), BrokerTerms.WHOLE) : ticket.distance();
        return price + ticket.side() * distance;
    }

    /** @param price that the bar says; @param number of the fill, if there is one */
    void fill(Order order, Market market, long price, FillRule rule, int number) {
        Ticket ticket = order.ticket();
        int side = ticket.side();
        long units = wanted(order, market, price, rule);
        if (units == 0) {
            return;
        }
        if (ticket.validity() == Validity.FOK && units > market.available) {
            return;
        }
        units = Math.min(units, market.available);
        if (units == 0) {
            return;
        }
        long paid = paid(order, market, price, units, rule);
        long fee = terms.fees().of(market.contract.value(paid, units), units);
        if (!margin.allows(market, side * units, price, paid, fee)) {
            refuse(order, OrderReason.NO_MONEY, market.bar);
            return;
        }
        portfolio.trade(market.time, market.instrument, side * units, paid, fee);
        market.available -= market.available == Long.MAX_VALUE ? 0 : units;
        market.traded += side * units;
        order.fill(units, market.bar);
        others(order, units, market);
        protect(order, units, price, market);
        told.accept(new BrokerFill(number, order.id(), market.instrument, market.bar, side * units, paid, Math.abs(paid - price), fee, rule));
    }

    private long wanted(Order order, Market market, long price, FillRule rule) {
        Ticket ticket = order.ticket();
        if (order.units() == 0) {
            order.size(allIn(order, market, price, rule));
            if (order.units() == 0) {
                refuse(order, OrderReason.NO_MONEY, market.bar);
            }
        }
        if (!ticket.reduceOnly()) {
            return ticket.units() == 0 && ticket.side() > 0 && order.filled() > 0 ? stillPaid(order, market, price, rule) : order.left();
        }
        long held = portfolio.position(market.instrument).units();
        if (held * ticket.side() >= 0) {
            refuse(order, OrderReason.NOTHING_TO_REDUCE, market.bar);
            return 0;
        }
        return Math.min(order.left(), Math.abs(held));
    }

    /** The price of what was left may have risen above what is left of the money. */
    private long stillPaid(Order order, Market market, long price, FillRule rule) {
        long units = Math.min(order.left(), affordable(order, market, price, rule, portfolio.cash(market.instrument)));
        if (units == 0) {
            refuse(order, OrderReason.NO_MONEY, market.bar);
        }
        return units;
    }

    private long allIn(Order order, Market market, long price, FillRule rule) {
        long worth = portfolio.cash(market.instrument) + portfolio.position(market.instrument).worth(price);
        return affordable(order, market, price, rule, order.stake() == 1 ? worth : (long) Math.floor(worth * order.stake()));
    }

    /** Impact is asked for what the money pays for without it, and so not below that of what is bought. */
    private long affordable(Order order, Market market, long price, FillRule rule, long cash) {
        long most = terms.fees().affordable(market.contract, price, cash, market.lot);
        return terms.fees().affordable(market.contract, paid(order, market, price, most, rule), cash, market.lot);
    }

    /** Slippage makes no limit order worse than its limit, and no sale at a price one that is paid for; what rests at its limit takes none. */
    private long paid(Order order, Market market, long price, long units, FillRule rule) {
        Ticket ticket = order.ticket();
        if (rule == FillRule.LIMIT_TRADED_THROUGH || rule == FillRule.STOP_LIMIT_REACHED) {
            return price;
        }
        long slippage = terms.slippage().billionths(price, Exact.decimal(units, Exact.UNIT), market.volume, Exact.decimal(market.traded, Exact.UNIT), ticket.side());
        long worse = price + ticket.side() * slippage;
        long paid = ticket.side() < 0 && price >= 0 ? Math.max(0, worse) : worse;
        return ticket.kind().limited() ? better(ticket.side(), paid, order.limit()) : paid;
    }

    private static void refuse(Order order, OrderReason why, int bar) {
        order.end(order.filled() > 0 || why == OrderReason.NOTHING_TO_REDUCE ? OrderState.CANCELLED : OrderState.REJECTED, why, bar);
    }

    /** One of a group takes as much from the others; what protects a position that is gone, goes. */
    private void others(Order order, long units, Market market) {
        int group = order.ticket().group();
        long held = portfolio.position(market.instrument).units();
        for (Order other : market.orders) {
            if (other == order || other.state().over()) {
                continue;
            }
            if (group != 0 && other.ticket().group() == group) {
                long left = other.left() - units;
                if (left <= 0) {
                    other.end(OrderState.CANCELLED, OrderReason.OTHER_FILLED, market.bar);
                    continue;
                }
                other.size(other.units() - units);
            }
            if (other.parent() != null && held * other.ticket().side() >= 0) {
                other.end(OrderState.CANCELLED, OrderReason.NOTHING_TO_REDUCE, market.bar);
            }
        }
    }

    private void protect(Order order, long units, long price, Market market) {
        Protection protection = order.ticket().protection();
        if (protection == null) {
            return;
        }
        boolean grown = false;
        for (Order other : market.orders) {
            if (other.parent() == order && !other.state().over()) {
                other.size(other.units() + units);
                grown = true;
            }
        }
        int side = order.ticket().side();
        if (grown || portfolio.position(market.instrument).units() * side <= 0) {
            return;
        }
        Ticket closing = Ticket.market(market.instrument, -side, units).reducingOnly().inGroup(PROTECTIONS + order.id());
        if (protection.stop() > 0) {
            children.add(closing.at(OrderKind.STOP, price - side * of(price, protection.stop())), order, market);
        }
        if (protection.trailing() > 0) {
            Order trailing = children.add(closing.trailing(protection.trailing()), order, market);
            trailing.stopAt(trailing(trailing.ticket(), price));
        }
        if (protection.profit() > 0) {
            children.add(closing.at(OrderKind.LIMIT, price + side * of(price, protection.profit())), order, market);
        }
    }

    private static long of(long price, long share) {
        return Exact.share(Math.abs(price), share, BrokerTerms.WHOLE);
    }
}
