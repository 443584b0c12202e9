package entrepot.inventory.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The second opinion on what is valued together: one item at the places 1, 2 and 3, of which 1 and 2 are of a group, worked out
 * from all that happened each time it is asked. It shares no code with the product.
 */
class SlowScopes {

    /** A scope comes from its day on, or as if it had always been so. */
    enum What { COME, GO, CARRY, RESCOPE, RESTATE, CHARGE }

    /** @param other the place carried to; @param of the number of what is charged; @param scope COMPANY, GROUP or LOCATION */
    record Event(int number, int day, What what, int place, int other, long units, long worth, int of, String scope) {}

    static final class Lot {
        final int day;
        final int order;
        BigInteger units;
        BigInteger worth;

        Lot(int day, int order, BigInteger units, BigInteger worth) {
            this.day = day;
            this.order = order;
            this.units = units;
            this.worth = worth;
        }
    }

    private final String flow;
    private final Map<String, List<Lot>> pools = new TreeMap<>();
    private final Map<Integer, BigInteger> shelves = new TreeMap<>();
    private final Map<Integer, BigInteger> byDay = new TreeMap<>();
    private final String first;
    private String scope;
    private int order;

    SlowScopes(String flow, String scope) {
        this.flow = flow;
        this.first = scope;
        this.scope = scope;
    }

    /** Pool by pool what its lots are worth, the oldest first. */
    Map<String, List<Long>> worths(List<Event> all) {
        happen(all);
        Map<String, List<Long>> worths = new TreeMap<>();
        pools.forEach((pool, lots) -> {
            if (!lots.isEmpty()) {
                worths.put(pool, lots.stream().map(lot -> lot.worth.longValueExact()).toList());
            }
        });
        return worths;
    }

    /** By day what a change that counts as if always so makes of the stock's worth of what moved until then; its own day has all of it. */
    Map<Integer, Long> comparatives(Event change, List<Event> all) {
        List<Event> known = before(change, all);
        Map<Integer, BigInteger> more = new TreeMap<>(ever(change, known).byDay);
        SlowScopes was = new SlowScopes(flow, first);
        was.happen(known);
        was.byDay.forEach((day, worth) -> more.merge(day, worth.negate(), BigInteger::add));
        Map<Integer, Long> clean = new TreeMap<>();
        more.forEach((day, worth) -> clean.put(day, worth.longValueExact()));
        clean.values().removeIf(worth -> worth == 0);
        return clean;
    }

    private static List<Event> before(Event change, List<Event> all) {
        return all.stream().filter(event -> event.number() < change.number()).toList();
    }

    /** As if all had always been valued together so. */
    private SlowScopes ever(Event change, List<Event> known) {
        SlowScopes ever = new SlowScopes(flow, change.scope());
        ever.happen(known.stream().filter(event -> event.what() != What.RESCOPE && event.what() != What.RESTATE).toList());
        return ever;
    }

    private void happen(List<Event> all) {
        all.stream().filter(event -> event.what() != What.CHARGE).sorted(Comparator.comparingInt(Event::day).thenComparingInt(Event::number))
                .forEach(event -> happens(event, all));
    }

    private void happens(Event event, List<Event> all) {
        switch (event.what()) {
            case COME -> {
                long late = all.stream().filter(one -> one.what() == What.CHARGE && one.of() == event.number()).mapToLong(Event::worth).sum();
                put(pool(scope, event.place()), event.day(), BigInteger.valueOf(event.units()), BigInteger.valueOf(event.worth() + late));
                byDay.merge(event.day(), BigInteger.valueOf(event.worth() + late), BigInteger::add);
                shelve(event.place(), event.units());
            }
            case GO -> {
                take(pool(scope, event.place()), BigInteger.valueOf(event.units()))
                        .forEach(lot -> byDay.merge(event.day(), lot.worth.negate(), BigInteger::add));
                shelve(event.place(), -event.units());
            }
            case CARRY -> {
                String from = pool(scope, event.place());
                String to = pool(scope, event.other());
                if (!from.equals(to)) {
                    take(from, BigInteger.valueOf(event.units())).forEach(lot -> put(to, event.day(), lot.units, lot.worth));
                }
                shelve(event.place(), -event.units());
                shelve(event.other(), event.units());
            }
            case RESCOPE -> goOver(event);
            case RESTATE -> {
                goOver(event);
                List<Event> known = before(event, all);
                SlowScopes held = new SlowScopes(flow, first);
                held.happen(known);
                held.goOver(event);
                SlowScopes ever = ever(event, known);
                held.pools.forEach((pool, lots) -> restate(event.day(), pools.get(pool), lots, ever.pools.getOrDefault(pool, List.of())));
            }
            default -> throw new IllegalStateException();
        }
    }

    private void goOver(Event change) {
        for (int place = 1; place <= 3; place++) {
            String from = pool(scope, place);
            String to = pool(change.scope(), place);
            if (!from.equals(to)) {
                take(from, shelves.getOrDefault(place, BigInteger.ZERO)).forEach(lot -> put(to, dayOver(lot.day, change.day()), lot.units, lot.worth));
            }
        }
        scope = change.scope();
    }

    /** By as much as was known on the day of the change, whatever is learnt later. */
    private void restate(int day, List<Lot> lots, List<Lot> known, List<Lot> ever) {
        List<Lot> rest = new ArrayList<>(inTurn(ever).stream().map(lot -> new Lot(lot.day, 0, lot.units, lot.worth)).toList());
        for (int number = 0; number < known.size(); number++) {
            BigInteger more = known.get(number).worth.negate();
            BigInteger open = known.get(number).units;
            while (open.signum() > 0) {
                Lot next = rest.get(0);
                BigInteger some = next.units.min(open);
                BigInteger worth = part(next, some);
                next.units = next.units.subtract(some);
                next.worth = next.worth.subtract(worth);
                rest.removeIf(empty -> empty.units.signum() == 0);
                open = open.subtract(some);
                more = more.add(worth);
            }
            lots.get(number).worth = lots.get(number).worth.add(more);
            byDay.merge(day, more, BigInteger::add);
        }
    }

    /** The oldest unit comes to what the oldest would be worth, and so on. */
    List<Lot> inTurn(List<Lot> oldestFirst) {
        return oldestFirst;
    }

    /** What goes over is as old as it is. */
    int dayOver(int came, int changed) {
        return came;
    }

    private static String pool(String scope, int place) {
        return switch (scope) {
            case "COMPANY" -> "all";
            case "GROUP" -> place < 3 ? "group" : "3";
            default -> String.valueOf(place);
        };
    }

    private void shelve(int place, long units) {
        shelves.merge(place, BigInteger.valueOf(units), BigInteger::add);
    }

    private void put(String pool, int day, BigInteger units, BigInteger worth) {
        List<Lot> lots = pools.computeIfAbsent(pool, fresh -> new ArrayList<>());
        if (flow.equals("AVERAGE") && !lots.isEmpty()) {
            lots.get(0).units = lots.get(0).units.add(units);
            lots.get(0).worth = lots.get(0).worth.add(worth);
            return;
        }
        lots.add(new Lot(day, order++, units, worth));
        lots.sort(Comparator.comparingInt((Lot lot) -> lot.day).thenComparingInt(lot -> lot.order));
    }

    /** The oldest first, whichever left first. */
    private List<Lot> take(String pool, BigInteger wanted) {
        List<Lot> lots = pools.computeIfAbsent(pool, fresh -> new ArrayList<>());
        List<Lot> gone = new ArrayList<>();
        BigInteger open = wanted;
        while (open.signum() > 0) {
            Lot lot = lots.get(flow.equals("LIFO") ? lots.size() - 1 : 0);
            BigInteger some = lot.units.min(open);
            BigInteger part = part(lot, some);
            gone.add(flow.equals("LIFO") ? 0 : gone.size(), new Lot(lot.day, 0, some, part));
            lot.units = lot.units.subtract(some);
            lot.worth = lot.worth.subtract(part);
            lots.removeIf(empty -> empty.units.signum() == 0);
            open = open.subtract(some);
        }
        return gone;
    }

    private static BigInteger part(Lot lot, BigInteger some) {
        return lot.worth.multiply(some).multiply(BigInteger.TWO).add(lot.units).divide(lot.units.multiply(BigInteger.TWO));
    }
}
