package entrepot.trading.replay;

import entrepot.trading.broker.FillRule;
import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowKind;
import entrepot.trading.order.Order;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.OrderReason;
import entrepot.trading.order.OrderState;
import entrepot.trading.order.Ticket;
import entrepot.trading.portfolio.FeeSchedule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Runs a trader through a flow, from its first row. What happens at a moment is known before what is given then comes to the market; one's own orders
 * change nothing of what others do.
 */
public final class Replay {

    /** Orders, and fills: they are all kept until they are written. */
    static final int MOST = 250_000;

    private static final long ASKED_EVERY = 8192;

    private final ReplayTerms terms;
    private final Market market;
    private final FlowTrader trader;
    private final View view = new View();
    private final Struck struck = new Struck();
    private final MidBars bars;
    private final Aftermath aftermath = new Aftermath();
    private final List<Placed> orders = new ArrayList<>();
    private final List<Placed> bids = new ArrayList<>();
    private final List<Placed> asks = new ArrayList<>();
    private final List<ReplayFill> fills = new ArrayList<>();
    private final Deque<Message> underWay = new ArrayDeque<>();
    private long now = Long.MIN_VALUE;
    private long boundary;
    private long row;
    private long mid;
    private boolean priced;
    private long held;
    private long cash;
    private double tradedUnits;
    private double tradedValue;

    public Replay(ReplayTerms terms, FlowKind kind, FlowTrader trader) {
        this.terms = terms;
        this.market = Market.of(kind);
        this.trader = trader;
        this.bars = new MidBars(terms);
        this.cash = terms.startCash();
    }

    /** An order on its way to the market, or that it is taken back. */
    private record Message(long due, Placed placed, boolean cancels) {}

    /**
     * @param parts of one flow, in order
     * @param goOn  asked now and then with the rows that are through
     * @return null where it said no
     */
    public ReplayResult run(Iterable<Flow> parts, LongPredicate goOn) {
        for (Flow part : parts) {
            for (int at = 0; at < part.size(); at++) {
                happen(part, at);
                if (row % ASKED_EVERY == 0 && !goOn.test(row)) {
                    return null;
                }
            }
        }
        if (bars.isOpen()) {
            close();
        }
        return new ReplayResult(bars.bars(), bars.worth(), bars.held(), List.copyOf(orders), List.copyOf(fills), cash, row, tradedUnits, tradedValue,
                aftermath.found());
    }

    private void happen(Flow part, int at) {
        long time = part.time(at);
        if (time > now) {
            upTo(time);
            now = time;
        }
        boolean trading = time >= terms.from();
        if (trading && priced && !bars.isOpen()) {
            open(time);
        }
        row++;
        market.apply(part, at, struck);
        if (market.has(1) && market.has(-1)) {
            mid = market.best(1) + (market.best(-1) - market.best(1) >> 1);
            priced = true;
        }
        if (trading && priced) {
            if (!bars.isOpen()) {
                open(time);
            }
            bars.see(mid);
        }
    }

    private void open(long time) {
        boundary = (Math.floorDiv(time, terms.clock()) + 1) * terms.clock();
        bars.see(mid);
    }

    /** Everything of one's own that comes before what happens at a time, in its order. */
    private void upTo(long time) {
        while (true) {
            boolean comes = !underWay.isEmpty() && underWay.peek().due() < time;
            boolean ends = bars.isOpen() && boundary <= time;
            if (comes && !(ends && boundary <= underWay.peek().due())) {
                arrive(underWay.poll());
            } else if (ends) {
                close();
                trader.onClock(view);
            } else {
                break;
            }
        }
        aftermath.upTo(time, mid);
    }

    private void close() {
        now = boundary;
        bars.close(boundary / ReplayTerms.MILLI, cash + terms.contract().value(mid, held), held);
    }

    private void arrive(Message message) {
        now = message.due();
        Placed placed = message.placed();
        if (!message.cancels()) {
            come(placed);
        } else if (!placed.order().state().over()) {
            end(placed, OrderState.CANCELLED, OrderReason.ASKED);
            resting(placed.side()).remove(placed);
        }
    }

    private void come(Placed placed) {
        Ticket ticket = placed.order().ticket();
        boolean limited = ticket.kind() == OrderKind.LIMIT;
        if (limited && (meetsOwn(placed) || ticket.postOnly() && market.has(-placed.side()) && reaches(placed, market.best(-placed.side())))) {
            end(placed, OrderState.REJECTED, OrderReason.WOULD_TAKE);
            return;
        }
        placed.order().work(bars.size());
        placed.come(now);
        long worst = limited ? ticket.limit() : placed.side() > 0 ? Long.MAX_VALUE : -Long.MAX_VALUE;
        long left = market.take(placed.side(), worst, placed.order().left(), (price, units) -> fill(placed, units, price, FillRule.TAKEN_FROM_BOOK));
        if (left > 0 && limited) {
            placed.rest(market.mark());
            rest(placed);
        } else if (left > 0) {
            end(placed, OrderState.CANCELLED, OrderReason.NOT_AT_ONCE);
        }
    }

    /** Nobody trades with himself. */
    private boolean meetsOwn(Placed placed) {
        List<Placed> against = resting(-placed.side());
        return !against.isEmpty() && reaches(placed, against.get(0).limit());
    }

    private static boolean reaches(Placed placed, long price) {
        return placed.side() > 0 ? placed.limit() >= price : placed.limit() <= price;
    }

    private void rest(Placed placed) {
        List<Placed> side = resting(placed.side());
        int at = side.size();
        while (at > 0 && placed.isBefore(side.get(at - 1))) {
            at--;
        }
        side.add(at, placed);
    }

    private List<Placed> resting(int side) {
        return side > 0 ? bids : asks;
    }

    private void fill(Placed placed, long units, long price, FillRule rule) {
        FeeSchedule fees = rule == FillRule.TAKEN_FROM_BOOK ? terms.taking() : terms.resting();
        long value = terms.contract().value(price, units);
        long fee = fees.of(value, units);
        cash = Math.subtractExact(Math.subtractExact(cash, placed.side() * value), fee);
        held += placed.side() * units;
        placed.order().fill(units, bars.size());
        if (placed.order().state().over()) {
            placed.end(now);
        }
        if (fills.size() == MOST) {
            throw terms.beyond(MOST, "fills");
        }
        ReplayFill fill = new ReplayFill(fills.size() + 1, placed.order().id(), now, row, bars.size(), placed.side() * units, price, mid, fee, rule);
        fills.add(fill);
        if (fill.rested()) {
            aftermath.add(fill);
        }
    }

    private void end(Placed placed, OrderState state, OrderReason why) {
        placed.order().end(state, why, bars.size());
        placed.end(now);
    }

    private final class Struck implements Market.Own {

        @Override
        public long met(int side, long price, long since, long units, boolean beyond) {
            List<Placed> resting = resting(side);
            long left = units;
            while (left > 0 && !resting.isEmpty()) {
                Placed first = resting.get(0);
                boolean better = side > 0 ? first.limit() > price : first.limit() < price;
                if (!better && !(first.limit() == price && first.since() < since)) {
                    break;
                }
                long had = Math.min(left, first.order().left());
                left -= had;
                fill(first, had, first.limit(), !beyond ? FillRule.MET_BY_OTHER_SIDE : better ? FillRule.TRADED_BEYOND : FillRule.REACHED_IN_QUEUE);
                if (first.order().left() == 0) {
                    resting.remove(0);
                }
            }
            return units - left;
        }

        @Override
        public void traded(long price, long units) {
            bars.traded(units);
            tradedUnits += units;
            tradedValue += (double) price * units;
        }

        @Override
        public void cleared() {
            for (List<Placed> side : List.of(bids, asks)) {
                side.forEach(placed -> end(placed, OrderState.EXPIRED, OrderReason.TIME));
                side.clear();
            }
        }
    }

    private final class View implements MarketView {

        @Override
        public long time() {
            return now;
        }

        @Override
        public boolean has(int side) {
            return market.has(side);
        }

        @Override
        public long best(int side) {
            return market.best(side);
        }

        @Override
        public long mid() {
            return mid;
        }

        @Override
        public long held() {
            return held;
        }

        @Override
        public double tradedUnits() {
            return tradedUnits;
        }

        @Override
        public double tradedValue() {
            return tradedValue;
        }

        @Override
        public Order give(Ticket ticket) {
            if (ticket.kind().stopped() || ticket.units() == 0 || ticket.protection() != null) {
                throw new IllegalArgumentException(ticket + " is not a market or limit order of so many units");
            }
            if (orders.size() == MOST) {
                throw terms.beyond(MOST, "orders");
            }
            Placed placed = new Placed(new Order(orders.size() + 1, ticket, null, bars.size() - 1), now);
            orders.add(placed);
            underWay.add(new Message(now + terms.latency(), placed, false));
            return placed.order();
        }

        @Override
        public void cancel(Order order) {
            underWay.add(new Message(now + terms.latency(), orders.get(order.id() - 1), true));
        }
    }
}
