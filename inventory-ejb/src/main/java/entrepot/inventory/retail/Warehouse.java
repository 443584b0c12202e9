package entrepot.inventory.retail;

import entrepot.inventory.replenishment.ReplenishmentPolicy;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** All shelves, the orders on their way, and how well the policy did. */
final class Warehouse {

    /** Units of one item that come in. */
    record Units(RetailItem item, long units) {}

    private final Map<String, RetailItem> items;
    private final Buying buying;
    private final ReplenishmentPolicy policy;
    private final Map<String, Shelf> shelves = new TreeMap<>();
    private final TreeMap<LocalDate, List<Units>> onTheWay = new TreeMap<>();
    private final Map<String, Long> rescued = new LinkedHashMap<>();
    private final Set<Shelf> today = new LinkedHashSet<>();
    private final PolicyRecord.Tally tally = new PolicyRecord.Tally();
    private LocalDate nextReview;

    Warehouse(Map<String, RetailItem> items, Buying buying) {
        this.items = items;
        this.buying = buying;
        policy = new ReplenishmentPolicy(buying.settings());
    }

    /** What is delivered up to and including {@code day}, by date; reviews that were due meanwhile are done. */
    Map<LocalDate, List<Units>> begin(LocalDate day) {
        Map<LocalDate, List<Units>> delivered = new TreeMap<>();
        if (nextReview == null) {
            nextReview = day.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
        }
        while (!nextReview.isAfter(day)) {
            deliver(nextReview, delivered);
            review(nextReview);
            nextReview = nextReview.plusWeeks(1);
        }
        deliver(day, delivered);
        return delivered;
    }

    private void deliver(LocalDate upTo, Map<LocalDate, List<Units>> delivered) {
        while (!onTheWay.isEmpty() && !onTheWay.firstKey().isAfter(upTo)) {
            var due = onTheWay.pollFirstEntry();
            due.getValue().forEach(units -> shelves.get(units.item().sku()).deliver(units.units()));
            delivered.put(due.getKey(), due.getValue());
        }
    }

    private void review(LocalDate monday) {
        List<Units> order = new ArrayList<>();
        for (Shelf shelf : shelves.values()) {
            long units = shelf.review(policy, buying, monday.minusDays(1));
            if (units > 0) {
                order.add(new Units(shelf.item(), units));
            }
        }
        if (!order.isEmpty()) {
            onTheWay.put(monday.plusDays(buying.leadDays()), order);
        }
        tally.ordered(order);
    }

    /** Opens the shelf of an item that moves for the first time. @return whether it did */
    boolean opens(String sku) {
        if (shelves.containsKey(sku)) {
            return false;
        }
        Shelf shelf = new Shelf(items.get(sku));
        shelf.bring(shelf.item().openingUnits());
        shelves.put(sku, shelf);
        return true;
    }

    Units opening(String sku) {
        RetailItem item = items.get(sku);
        return new Units(item, item.openingUnits());
    }

    void sell(String sku, long units) {
        Shelf shelf = shelf(sku);
        shelf.asked(units);
        long missing = shelf.take(units);
        rescue(sku, missing);
        tally.sold(units, missing);
    }

    void takeBack(String sku, long units) {
        Shelf shelf = shelf(sku);
        shelf.asked(-units);
        shelf.bring(units);
    }

    void find(String sku, long units) {
        shelf(sku).bring(units);
    }

    /** What is written off was there, even where the policy had not bought it; no stock-out of the policy. */
    void scrap(String sku, long units) {
        long missing = shelf(sku).take(units);
        rescue(sku, missing);
        tally.writtenOff(missing);
    }

    private void rescue(String sku, long missing) {
        if (missing > 0) {
            rescued.merge(sku, missing, Long::sum);
        }
    }

    private Shelf shelf(String sku) {
        Shelf shelf = shelves.get(sku);
        today.add(shelf);
        return shelf;
    }

    /** @return what had to be rescued on this day */
    List<Units> end(LocalDate day) {
        today.forEach(shelf -> shelf.endDay(day, buying.settings().windowDays()));
        today.clear();
        List<Units> units = rescued.entrySet().stream()
                .map(entry -> new Units(items.get(entry.getKey()), entry.getValue()))
                .toList();
        rescued.clear();
        return units;
    }

    PolicyRecord record() {
        return tally.record();
    }
}
