package entrepot.inventory.retail;

import entrepot.inventory.replenishment.DemandDay;
import entrepot.inventory.replenishment.DemandHistory;
import entrepot.inventory.replenishment.Position;
import entrepot.inventory.replenishment.ReplenishmentPolicy;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** One item as the buyer sees it: on hand, on order, what was asked for. */
final class Shelf {

    private final RetailItem item;
    private final Deque<DemandDay> demand = new ArrayDeque<>();
    private long onHand;
    private long onOrder;
    private int receipts;
    private long askedToday;
    private boolean moved;

    Shelf(RetailItem item) {
        this.item = item;
    }

    RetailItem item() {
        return item;
    }

    void bring(long units) {
        onHand += units;
        moved = true;
    }

    void deliver(long units) {
        onOrder -= units;
        receipts++;
        bring(units);
    }

    /** @return how many of {@code units} were not there */
    long take(long units) {
        long missing = Math.max(0, units - onHand);
        onHand += missing - units;
        moved = true;
        return missing;
    }

    void asked(long units) {
        askedToday += units;
    }

    /** Closes the day: what was asked for, less what came back. */
    void endDay(LocalDate day, int window) {
        if (askedToday > 0) {
            demand.addLast(new DemandDay(day, Quantity.units(askedToday)));
        }
        askedToday = 0;
        while (!demand.isEmpty() && demand.peekFirst().day().isBefore(day.minusDays(window))) {
            demand.removeFirst();
        }
    }

    /** What the policy orders, knowing the days up to and including {@code yesterday}; zero where nothing moved. */
    long review(ReplenishmentPolicy policy, Buying buying, LocalDate yesterday) {
        if (!moved || demand.isEmpty()) {
            return 0;
        }
        moved = false;
        var settings = buying.settings();
        var seen = new DemandHistory(demand).perDay(yesterday, settings.windowDays(), settings.atLeastDays());
        var position = new Position(Quantity.units(onHand), Quantity.units(onOrder));
        var cost = OptionalDouble.of(item.unitCost().doubleValue());
        Quantity order = policy.suggest(seen, buying.leadTime(receipts), position, settings.serviceLevel(), Buying.SINGLE_UNITS, cost).order();
        long units = order.millionths() / 1_000_000;
        onOrder += units;
        return units;
    }
}
