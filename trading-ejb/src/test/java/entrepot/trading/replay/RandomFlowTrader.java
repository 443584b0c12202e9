package entrepot.trading.replay;

import entrepot.trading.order.Order;
import entrepot.trading.order.Ticket;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Gives and takes back orders by lot, around the mid, and keeps what it told. */
final class RandomFlowTrader implements FlowTrader {

    private static final long UNIT = 1_000_000L;

    final List<Told> told = new ArrayList<>();
    private final SplittableRandom random;
    private final List<Order> given = new ArrayList<>();

    RandomFlowTrader(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** @param ticket null where the order is taken back */
    record Told(long time, int order, Ticket ticket) {}

    @Override
    public void onClock(MarketView view) {
        for (int count = random.nextInt(3); count > 0; count--) {
            int side = random.nextBoolean() ? 1 : -1;
            long units = random.nextInt(1, random.nextInt(10) == 0 ? 300 : 7) * UNIT;
            long price = (view.mid() / MarketFlow.TICK - side * random.nextInt(-2, 5)) * MarketFlow.TICK;
            Ticket ticket = random.nextInt(6) == 0 ? Ticket.market(0, side, units) : Ticket.limit(0, side, units, price);
            tell(view, random.nextInt(3) == 0 && ticket.limit() != 0 ? ticket.postingOnly() : ticket);
        }
        if (!given.isEmpty() && random.nextInt(2) == 0) {
            Order order = given.get(random.nextInt(given.size()));
            view.cancel(order);
            told.add(new Told(view.time(), order.id(), null));
        }
        given.removeIf(order -> order.state().over());
    }

    private void tell(MarketView view, Ticket ticket) {
        Order order = view.give(ticket);
        given.add(order);
        told.add(new Told(view.time(), order.id(), ticket));
    }
}
