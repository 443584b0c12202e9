package entrepot.client.demo;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** What lies where and how fast it goes, so that nothing is sold that is not there. In thousandths. */
final class DemoStock {

    private static final int MEMORY_DAYS = 42;

    private record Key(String sku, String place) {}

    private record Sold(LocalDate day, long units) {}

    private static final class Pile {
        private long onHand;
        private long guess;
        private final Deque<Sold> sold = new ArrayDeque<>();
        private long soldLately;
        private LocalDate first;
    }

    private final Map<Key, Pile> piles = new HashMap<>();
    private final Map<String, Long> onOrder = new HashMap<>();

    private Pile pile(DemoItem item, String place) {
        return piles.computeIfAbsent(new Key(item.sku(), place), key -> new Pile());
    }

    long onHand(DemoItem item, String place) {
        return pile(item, place).onHand;
    }

    /** What may leave a place: all but the display. */
    long free(DemoItem item, DemoPlaces.Place place) {
        return Math.max(0, onHand(item, place.code()) - place.display() * item.step());
    }

    void bring(DemoItem item, String place, long units) {
        pile(item, place).onHand += units;
    }

    void take(DemoItem item, String place, long units) {
        pile(item, place).onHand -= units;
    }

    /** @param aDay what is expected before anything is sold */
    void open(DemoItem item, String place, LocalDate day, long aDay, long units) {
        Pile pile = pile(item, place);
        pile.guess = aDay;
        pile.first = day;
        pile.onHand = units;
    }

    void sell(DemoItem item, String place, LocalDate day, long units) {
        Pile pile = pile(item, place);
        pile.onHand -= units;
        pile.sold.addLast(new Sold(day, units));
        pile.soldLately += units;
    }

    /** Units a day over the last weeks, mixed with the first guess while there are few. */
    double aDay(DemoItem item, String place, LocalDate day) {
        Pile pile = pile(item, place);
        while (!pile.sold.isEmpty() && pile.sold.peekFirst().day().isBefore(day.minusDays(MEMORY_DAYS))) {
            pile.soldLately -= pile.sold.removeFirst().units();
        }
        long days = Math.min(MEMORY_DAYS, pile.first.until(day, java.time.temporal.ChronoUnit.DAYS));
        return (pile.soldLately + (double) pile.guess * (MEMORY_DAYS - days)) / MEMORY_DAYS;
    }

    long onOrder(DemoItem item) {
        return onOrder.getOrDefault(item.sku(), 0L);
    }

    void order(DemoItem item, long units) {
        onOrder.merge(item.sku(), units, Long::sum);
    }

    void deliver(DemoItem item, String place, long units) {
        onOrder.merge(item.sku(), -units, Long::sum);
        bring(item, place, units);
    }
}
