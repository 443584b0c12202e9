package entrepot.trading.basket;

import entrepot.trading.portfolio.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Turns decisions into orders at a close and fills them at the next opens: first what makes positions smaller, then shorts, then what is bought, and
 * of that no more than there is cash for, each by the same share. What opens leaves the margin, or is cut to what does.
 */
final class Dealing {

    private final Universe universe;
    private final Account account;
    private final Margin margin;
    private final double band;
    private final long lot;
    private final double minor;
    private final List<Order> orders = new ArrayList<>();
    /** Numbers of those that wait, 0 for none: what closes a position, and what opens one or adds to it. */
    private final int[] closing;
    private final int[] opening;
    private final long[] aims;
    private long traded;
    private boolean closingOut;
    private int liquidations;

    /** @param lot millionths; @param minor units of the currency in one: 100 cents */
    Dealing(Universe universe, Account account, Margin margin, double band, long lot, double minor) {
        this.universe = universe;
        this.account = account;
        this.margin = margin;
        this.band = band;
        this.lot = lot;
        this.minor = minor;
        this.closing = new int[universe.size()];
        this.opening = new int[universe.size()];
        this.aims = new long[universe.size()];
    }

    List<Order> orders() {
        return orders;
    }

    /** Minor units bought and sold. */
    long traded() {
        return traded;
    }

    /** How often everything was closed for want of margin. */
    int liquidations() {
        return liquidations;
    }

    // At the close

    /** Whether the account must be closed out from this close on. Then nothing is opened before all is closed. */
    boolean isCalled(int day) {
        closingOut = closingOut && IntStream.range(0, aims.length).anyMatch(member -> account.units(member) != 0);
        boolean called = !closingOut && margin.isShort(day);
        closingOut |= called;
        liquidations += called ? 1 : 0;
        return called;
    }

    boolean closesOut() {
        return closingOut;
    }

    void decide(int day, double[] weights) {
        long worth = account.worth(day);
        for (int member = 0; member < aims.length; member++) {
            replace(closing, member, day);
            replace(opening, member, day);
            long held = account.units(member);
            boolean off = Math.abs(weights[member] - (double) account.worth(member, day) / worth) > band || weights[member] == 0;
            aims[member] = off ? aim(member, day, weights[member] * worth / minor) : held;
            boolean turns = held != 0 && Long.signum(aims[member]) != Long.signum(held);
            if (turns || Math.abs(aims[member]) < Math.abs(held)) {
                closing[member] = give(member, day, turns ? -held : aims[member] - held);
            }
            if (turns && aims[member] != 0 || Math.abs(aims[member]) > Math.abs(held) && !turns) {
                opening[member] = give(member, day, turns ? aims[member] : aims[member] - held);
            }
        }
    }

    private long aim(int member, int day, double money) {
        if (money == 0) {
            return 0;
        }
        double lots = Math.abs(money) / account.close(member, day) / Exact.decimal(lot, Exact.UNIT);
        return Long.signum((long) Math.signum(money)) * (long) Math.floor(lots + 1e-9) * lot;
    }

    private int give(int member, int day, long units) {
        orders.add(Order.waiting(orders.size() + 1, member, day, units));
        return orders.size();
    }

    private void replace(int[] waiting, int member, int day) {
        if (waiting[member] > 0) {
            orders.set(waiting[member] - 1, orders.get(waiting[member] - 1).replaced(day));
            waiting[member] = 0;
        }
    }

    // Before and at the open

    /** Dividends and splits of the instruments that trade on this day; a split changes what is aimed at. */
    void act(int day) {
        for (int member = 0; member < aims.length; member++) {
            double ratio = universe.trades(member, day) ? account.act(member, day) : 1;
            if (ratio != 1) {
                aims[member] = Math.round(aims[member] * ratio) / lot * lot;
            }
        }
    }

    void open(int day) {
        long[] buys = new long[aims.length];
        for (int member = 0; member < aims.length; member++) {
            if (closing[member] > 0 && universe.trades(member, day)) {
                long held = account.units(member);
                boolean turns = Long.signum(aims[member]) != Long.signum(held);
                fill(closing, member, day, turns ? -held : aims[member] - held, turns ? -held : aims[member] - held);
            }
        }
        for (int member = 0; member < aims.length; member++) {
            if (opening[member] > 0 && universe.trades(member, day)) {
                long wanted = account.open(member, day) > 0 ? aims[member] - account.units(member) : 0;
                if (wanted > 0) {
                    buys[member] = wanted;
                } else {
                    fill(opening, member, day, wanted, margin.allowed(member, day, wanted));
                }
            }
        }
        buy(day, buys);
    }

    private void buy(int day, long[] buys) {
        double needed = 0;
        for (int member = 0; member < buys.length; member++) {
            long value = buys[member] == 0 ? 0 : account.value(account.price(member, day, 1), buys[member]);
            needed += value + account.fee(value, buys[member]);
        }
        double share = needed > account.cash() ? Math.max(0, account.cash()) / needed : 1;
        for (int member = 0; member < buys.length; member++) {
            if (buys[member] > 0) {
                long units = paid(member, day, share < 1 ? (long) (buys[member] * share) / lot * lot : buys[member]);
                fill(opening, member, day, buys[member], margin.allowed(member, day, units));
            }
        }
    }

    /** All of it where there is cash for it, else the lots that there is cash for. */
    private long paid(int member, int day, long units) {
        long price = account.price(member, day, 1);
        long value = account.value(price, units);
        return value + account.fee(value, units) <= account.cash() ? units : account.affordable(price, lot);
    }

    private void fill(int[] waiting, int member, int day, long wanted, long units) {
        long price = account.price(member, day, Long.signum(wanted));
        long value = account.value(price, units);
        long fee = account.fee(value, units);
        if (units != 0) {
            account.trade(member, day, units, value, fee);
            traded += value;
        }
        Order filled = orders.get(waiting[member] - 1).filled(wanted, units, day, price, value, fee);
        orders.set(waiting[member] - 1, closingOut ? filled.liquidated() : filled);
        waiting[member] = 0;
    }
}
