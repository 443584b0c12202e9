package entrepot.trading.broker;

import entrepot.trading.market.Bars;
import entrepot.trading.order.Order;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.Ticket;
import entrepot.trading.order.Ticket.Protection;
import entrepot.trading.order.Validity;
import entrepot.trading.portfolio.Exact;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Gives orders of every kind around the close and takes some back; the same seed and bars give the same. What it gave stands in {@code told}. */
final class RandomTrader implements Trader {

    /** @param cancel number of an order that is taken back, or 0 */
    record Told(int bar, Ticket ticket, int cancel) {}

    final List<Told> told = new ArrayList<>();
    private final SplittableRandom random;
    private final Bars bars;
    private final double share;
    private final List<Order> mine = new ArrayList<>();

    /** @param share of bars at which something is ordered */
    RandomTrader(long seed, Bars bars, double share) {
        this.random = new SplittableRandom(seed);
        this.bars = bars;
        this.share = share;
    }

    @Override
    public void onBar(Desk desk, int instrument, int bar) {
        while (random.nextDouble() < share) {
            if (!mine.isEmpty() && random.nextInt(6) == 0) {
                Order order = mine.get(Math.max(0, mine.size() - 1 - random.nextInt(12)));
                desk.cancel(order);
                told.add(new Told(bar, null, order.id()));
            } else {
                Ticket ticket = ticket(instrument, bar);
                told.add(new Told(bar, ticket, 0));
                mine.add(desk.give(ticket));
            }
        }
    }

    private Ticket ticket(int instrument, int bar) {
        int side = random.nextBoolean() ? 1 : -1;
        long units = random.nextInt(4) == 0 ? 1 + random.nextLong(5_000_000) : 1_000_000L * random.nextInt(1, 20);
        long near = near(bar);
        Ticket ticket = switch (OrderKind.values()[random.nextInt(5)]) {
            case MARKET -> valid(Ticket.market(instrument, side, units), bar, true);
            case LIMIT -> valid(Ticket.limit(instrument, side, units, near), bar, true);
            case STOP -> valid(Ticket.stop(instrument, side, units, near), bar, false);
            case STOP_LIMIT -> valid(Ticket.stopLimit(instrument, side, units, near, near(bar)), bar, false);
            case TRAILING -> valid(random.nextBoolean()
                    ? Ticket.trailing(instrument, side, units, random.nextLong(1, 30_000_000), true)
                    : Ticket.trailing(instrument, side, units, random.nextLong(1, 3) * 100_000_000, false), bar, false);
        };
        if (ticket.kind() == OrderKind.LIMIT && ticket.validity().mayRest() && random.nextInt(4) == 0) {
            ticket = ticket.postingOnly();
        }
        if (random.nextInt(5) == 0) {
            ticket = ticket.reducingOnly();
        }
        if (random.nextInt(4) == 0) {
            ticket = ticket.inGroup(1 + bar / 4);
        }
        return random.nextInt(3) == 0 ? ticket.protectedBy(protection()) : ticket;
    }

    private Protection protection() {
        long stop = random.nextInt(3) == 0 ? 0 : random.nextLong(1, 20_000_000);
        long profit = random.nextInt(3) == 0 ? 0 : random.nextLong(1, 20_000_000);
        return new Protection(stop, profit, stop + profit == 0 || random.nextInt(4) == 0 ? random.nextLong(1, 20_000_000) : 0);
    }

    private long near(int bar) {
        return Exact.price(bars.close(bar)) + random.nextLong(-15, 16) * 100_000_000 + (random.nextInt(3) == 0 ? random.nextLong(100_000_000) : 0);
    }

    private Ticket valid(Ticket ticket, int bar, boolean any) {
        Validity[] all = Validity.values();
        Validity validity = any ? all[random.nextInt(all.length)] : all[random.nextInt(3)];
        return validity == Validity.GTD ? ticket.until(bars.time(bar) + 60_000L * random.nextInt(0, 12)) : ticket.valid(validity);
    }
}
