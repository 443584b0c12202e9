package entrepot.trading.broker;

import entrepot.trading.market.Bars;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.Ticket;
import entrepot.trading.order.Validity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of {@code docs/execution.md} as slow as they read, for one instrument and slippage by share: decimals of any length, every order
 * ever given looked through at every step. It keeps no money.
 */
final class NaiveBroker {

    static final class Naive {
        private final int id;
        private final Ticket ticket;
        private final int parent;
        private final int given;
        private String state = "NEW";
        private String reason = "NONE";
        private BigDecimal units;
        private BigDecimal filled = BigDecimal.ZERO;
        private BigDecimal stop;
        private int marketFrom = Integer.MAX_VALUE;
        private int cancelledAt = Integer.MAX_VALUE;
        private long day = Long.MAX_VALUE;

        private Naive(int id, Ticket ticket, int parent, int given) {
            this.id = id;
            this.ticket = ticket;
            this.parent = parent;
            this.given = given;
            this.units = BigDecimal.valueOf(ticket.units(), 6);
            this.stop = BigDecimal.valueOf(ticket.stop(), 9);
        }

        private boolean over() {
            return List.of("FILLED", "CANCELLED", "EXPIRED", "REJECTED").contains(state);
        }

        private boolean stands() {
            return state.equals("WORKING") || state.equals("PARTLY_FILLED");
        }

        private BigDecimal left() {
            return units.subtract(filled);
        }

        private boolean is(Validity validity) {
            return ticket.validity() == validity;
        }

        String words() {
            return id + " " + state + " " + reason + " " + filled.setScale(6, RoundingMode.UNNECESSARY) + " of " + units.setScale(6, RoundingMode.UNNECESSARY);
        }
    }

    private final Bars bars;
    private final BigDecimal slippage;
    private final boolean gapsAtLimit;
    private final BigDecimal participation;
    private final int latency;
    private final long latencyMillis;
    private final Map<Integer, Naive> orders = new LinkedHashMap<>();
    private final List<String> fills = new ArrayList<>();
    private BigDecimal held = BigDecimal.ZERO;
    private BigDecimal available;
    private int bar;

    NaiveBroker(Bars bars, double slippage, long participation, int latency, long latencyMillis, boolean gapsAtLimit) {
        this.bars = bars;
        this.slippage = BigDecimal.valueOf(slippage);
        this.gapsAtLimit = gapsAtLimit;
        this.participation = BigDecimal.valueOf(participation, 9);
        this.latency = latency;
        this.latencyMillis = latencyMillis;
    }

    List<String> fills() {
        return fills;
    }

    BigDecimal held() {
        return held;
    }

    List<String> orders() {
        return orders.values().stream().map(Naive::words).toList();
    }

    void give(Ticket ticket) {
        orders.put(orders.size() + 1, new Naive(orders.size() + 1, ticket, 0, bar));
    }

    void cancel(int id) {
        Naive order = orders.get(id);
        order.cancelledAt = Math.min(order.cancelledAt, bar);
    }

    private static BigDecimal price(double of) {
        return new BigDecimal(of).setScale(9, RoundingMode.HALF_EVEN);
    }

    private List<Naive> all() {
        return List.copyOf(orders.values());
    }

    void bar(int now) {
        bar = now;
        BigDecimal open = price(bars.open(bar));
        BigDecimal high = price(bars.high(bar));
        BigDecimal low = price(bars.low(bar));
        BigDecimal close = price(bars.close(bar));
        available = participation.signum() == 0 ? null
                : participation.multiply(new BigDecimal(bars.volume(bar))).setScale(6, RoundingMode.FLOOR);

        for (Naive order : all()) {
            arrive(order, open);
        }
        List<Naive> before = all();
        for (Naive order : before) {
            if (order.stands() && !order.is(Validity.ON_CLOSE)) {
                atOpen(order, open);
            }
        }
        List<Naive> entered = all();
        for (Naive order : entered) {
            stop(order, open, high, low, "STOP_REACHED");
        }
        for (Naive order : entered) {
            limit(order, open, high, low);
        }
        for (Naive order : all()) {
            if (!entered.contains(order)) {
                stop(order, null, high, low, "STOP_AFTER_ENTRY");
            }
        }
        for (int id = 1; id <= orders.size(); id++) {
            Naive order = orders.get(id);
            trail(order, entered.contains(order) ? order.ticket.side() > 0 ? low : high : close, close);
        }
        for (Naive order : before) {
            if (order.stands() && order.is(Validity.ON_CLOSE)) {
                if (order.ticket.kind() == OrderKind.MARKET) {
                    fill(order, close, "MARKET_ON_CLOSE");
                } else if (within(order, close)) {
                    fill(order, close, "LIMIT_ON_CLOSE");
                }
                end(order, "EXPIRED", "TIME");
            }
        }
    }

    private void arrive(Naive order, BigDecimal open) {
        if (order.over()) {
            return;
        }
        if (hasCome(order.cancelledAt)) {
            end(order, "CANCELLED", "ASKED");
        } else if (order.is(Validity.GTD) && bars.time(bar) > order.ticket.until()) {
            end(order, "EXPIRED", "TIME");
        } else if (order.is(Validity.DAY) && day() > order.day) {
            end(order, "EXPIRED", "TIME");
        } else if (order.state.equals("NEW") && hasCome(order.given)) {
            if (order.ticket.postOnly() && within(order, open)) {
                end(order, "REJECTED", "WOULD_TAKE");
                return;
            }
            order.state = "WORKING";
            order.day = day();
            if (order.ticket.kind() == OrderKind.TRAILING) {
                order.stop = behind(order, price(bars.close(bar - 1)));
            }
        }
    }

    /** So many bars have ended since, and at least one that ended when the time was over. */
    private boolean hasCome(int said) {
        int ended = 0;
        boolean late = false;
        for (int later = said; later < bar; later++) {
            ended++;
            late |= bars.time(later) - bars.time(said) >= latencyMillis;
        }
        return ended > latency && late;
    }

    private long day() {
        return Instant.ofEpochMilli(bars.time(bar)).atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
    }

    private void atOpen(Naive order, BigDecimal open) {
        OrderKind kind = order.ticket.kind();
        boolean waits = (kind == OrderKind.STOP || kind == OrderKind.STOP_LIMIT || kind == OrderKind.TRAILING) && order.marketFrom > bar;
        boolean begun = waits && reached(order, open);
        if (begun) {
            order.marketFrom = bar;
        }
        if (waits && !begun) {
            return;
        }
        if (kind == OrderKind.MARKET || kind == OrderKind.STOP || kind == OrderKind.TRAILING) {
            fill(order, open, begun ? "STOP_AT_OPEN" : "MARKET_AT_OPEN");
        } else if (within(order, open) && !gapsAtLimit) {
            fill(order, open, "LIMIT_AT_OPEN");
        } else if (within(order, open) && open.compareTo(BigDecimal.valueOf(order.ticket.limit(), 9)) != 0) {
            fill(order, BigDecimal.valueOf(order.ticket.limit(), 9), "LIMIT_IN_GAP");
        }
        if (order.is(Validity.IOC)) {
            end(order, "CANCELLED", "NOT_AT_ONCE");
        } else if (order.is(Validity.FOK)) {
            end(order, "CANCELLED", "NOT_WHOLE");
        } else if (order.is(Validity.ON_OPEN)) {
            end(order, "EXPIRED", "TIME");
        }
    }

    private void stop(Naive order, BigDecimal open, BigDecimal high, BigDecimal low, String rule) {
        OrderKind kind = order.ticket.kind();
        if (!order.stands() || kind == OrderKind.MARKET || kind == OrderKind.LIMIT || order.marketFrom <= bar) {
            return;
        }
        boolean buys = order.ticket.side() > 0;
        if (!reached(order, buys ? high : low)) {
            return;
        }
        order.marketFrom = bar + 1;
        if (kind == OrderKind.STOP_LIMIT) {
            BigDecimal limit = BigDecimal.valueOf(order.ticket.limit(), 9);
            if (within(order, order.stop)) {
                fill(order, buys ? limit.min(high) : limit.max(low), "STOP_LIMIT_REACHED");
            }
        } else {
            fill(order, open == null ? order.stop : buys ? order.stop.max(open) : order.stop.min(open), rule);
        }
    }

    private void limit(Naive order, BigDecimal open, BigDecimal high, BigDecimal low) {
        OrderKind kind = order.ticket.kind();
        boolean isLimit = kind == OrderKind.LIMIT && !order.is(Validity.ON_CLOSE) || kind == OrderKind.STOP_LIMIT && order.marketFrom <= bar;
        if (!order.stands() || !isLimit) {
            return;
        }
        BigDecimal limit = BigDecimal.valueOf(order.ticket.limit(), 9);
        boolean buys = order.ticket.side() > 0;
        if (buys ? low.compareTo(limit) < 0 : high.compareTo(limit) > 0) {
            fill(order, buys ? limit.min(open) : limit.max(open), "LIMIT_TRADED_THROUGH");
        }
    }

    private void trail(Naive order, BigDecimal best, BigDecimal close) {
        if (!order.stands() || order.ticket.kind() != OrderKind.TRAILING || order.marketFrom <= bar + 1) {
            return;
        }
        BigDecimal stop = behind(order, best);
        if (order.ticket.side() > 0 ? stop.compareTo(order.stop) < 0 : stop.compareTo(order.stop) > 0) {
            order.stop = stop;
            if (reached(order, close)) {
                order.marketFrom = bar + 1;
                fill(order, stop, "TRAIL_TURNED");
            }
        }
    }

    private static BigDecimal behind(Naive order, BigDecimal price) {
        BigDecimal distance = BigDecimal.valueOf(order.ticket.distance(), 9);
        BigDecimal away = order.ticket.trailsByShare() ? share(price, distance) : distance;
        return order.ticket.side() > 0 ? price.add(away) : price.subtract(away);
    }

    private static BigDecimal share(BigDecimal price, BigDecimal share) {
        return price.abs().multiply(share).setScale(9, RoundingMode.HALF_UP);
    }

    private static boolean within(Naive order, BigDecimal price) {
        int against = price.compareTo(BigDecimal.valueOf(order.ticket.limit(), 9));
        return order.ticket.side() > 0 ? against <= 0 : against >= 0;
    }

    private static boolean reached(Naive order, BigDecimal price) {
        return order.ticket.side() > 0 ? price.compareTo(order.stop) >= 0 : price.compareTo(order.stop) <= 0;
    }

    private void fill(Naive order, BigDecimal price, String rule) {
        Ticket ticket = order.ticket;
        BigDecimal side = BigDecimal.valueOf(ticket.side());
        BigDecimal units = order.left();
        if (ticket.reduceOnly()) {
            if (held.multiply(side).signum() >= 0) {
                end(order, "CANCELLED", "NOTHING_TO_REDUCE");
                return;
            }
            units = units.min(held.abs());
        }
        if (order.is(Validity.FOK) && available != null && units.compareTo(available) > 0) {
            return;
        }
        units = available == null ? units : units.min(available);
        if (units.signum() == 0) {
            return;
        }
        BigDecimal paid = price;
        if (!rule.equals("LIMIT_TRADED_THROUGH") && !rule.equals("STOP_LIMIT_REACHED")) {
            paid = price.add(side.multiply(price.abs().multiply(slippage).setScale(9, RoundingMode.HALF_UP)));
            if (ticket.kind().limited()) {
                BigDecimal limit = BigDecimal.valueOf(ticket.limit(), 9);
                paid = ticket.side() > 0 ? paid.min(limit) : paid.max(limit);
            }
        }
        held = held.add(side.multiply(units));
        available = available == null ? null : available.subtract(units);
        order.filled = order.filled.add(units);
        order.state = order.left().signum() == 0 ? "FILLED" : "PARTLY_FILLED";
        fills.add(order.id + " " + bar + " " + side.multiply(units).setScale(6, RoundingMode.UNNECESSARY) + " at "
                + paid.setScale(9, RoundingMode.UNNECESSARY) + " " + rule);
        tellOthers(order, units);
        protect(order, units, price);
    }

    private void tellOthers(Naive order, BigDecimal units) {
        for (Naive other : all()) {
            boolean same = order.ticket.group() != 0 && other.ticket.group() == order.ticket.group();
            if (same && other != order && !other.over()) {
                if (other.left().compareTo(units) <= 0) {
                    end(other, "CANCELLED", "OTHER_FILLED");
                } else {
                    other.units = other.units.subtract(units);
                }
            }
            if (other != order && other.parent != 0 && held.signum() * other.ticket.side() >= 0) {
                end(other, "CANCELLED", "NOTHING_TO_REDUCE");
            }
        }
    }

    private void protect(Naive order, BigDecimal units, BigDecimal price) {
        Ticket.Protection wanted = order.ticket.protection();
        if (wanted == null) {
            return;
        }
        List<Naive> there = all().stream().filter(other -> other.parent == order.id && !other.over()).toList();
        there.forEach(other -> other.units = other.units.add(units));
        if (!there.isEmpty() || held.signum() * order.ticket.side() <= 0) {
            return;
        }
        Ticket closing = Ticket.market(0, -order.ticket.side(), units.movePointRight(6).longValueExact()).reducingOnly().inGroup((1 << 30) + order.id);
        BigDecimal loss = share(price, BigDecimal.valueOf(wanted.stop(), 9));
        BigDecimal gain = share(price, BigDecimal.valueOf(wanted.profit(), 9));
        boolean buys = order.ticket.side() > 0;
        if (wanted.stop() > 0) {
            child(closing.at(OrderKind.STOP, nanos(buys ? price.subtract(loss) : price.add(loss))), order);
        }
        if (wanted.trailing() > 0) {
            Naive trailing = child(closing.trailing(wanted.trailing()), order);
            trailing.stop = behind(trailing, price);
        }
        if (wanted.profit() > 0) {
            child(closing.at(OrderKind.LIMIT, nanos(buys ? price.add(gain) : price.subtract(gain))), order);
        }
    }

    private static long nanos(BigDecimal price) {
        return price.movePointRight(9).longValueExact();
    }

    private Naive child(Ticket ticket, Naive parent) {
        Naive child = new Naive(orders.size() + 1, ticket, parent.id, bar);
        child.state = "WORKING";
        child.day = day();
        orders.put(child.id, child);
        return child;
    }

    private static void end(Naive order, String state, String reason) {
        if (!order.over()) {
            order.state = state;
            order.reason = reason;
        }
    }
}
