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

    enum What { COME, GO, CARRY, RESCOPE, CHARGE }

    /** @param other the place carried to; @param of the number of what is charged; @param scope COMPANY, GROUP or LOCATION */
    record Event(int number, int day, What what, int place, int other, long units, long worth, int of, String scope) {}

    private static final class Lot {
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
    private String scope;
    private int order;

    SlowScopes(String flow, String scope) {
        this.flow = flow;
        this.scope = scope;
    }

    /** Pool by pool what its lots are worth, the oldest first. */
    Map<String, List<Long>> worths(List<Event> all) {
        all.stream().filter(event -> event.what() != What.CHARGE).sorted(Comparator.comparingInt(Event::day).thenComparingInt(Event::number))
                .forEach(event -> happens(event, all));
        Map<String, List<Long>> worths = new TreeMap<>();
        pools.forEach((pool, lots) -> {
            if (!lots.isEmpty()) {
                worths.put(pool, lots.stream().map(lot -> lot.worth.longValueExact()).toList());
            }
        });
        return worths;
    }

    private void happens(Event event, List<Event> all) {
        switch (event.what()) {
            case COME -> {
                long late = all.stream().filter(one -> one.what() == What.CHARGE && one.of() == event.number()).mapToLong(Event::worth).sum();
                put(pool(scope, event.place()), event.day(), BigInteger.valueOf(event.units()), BigInteger.valueOf(event.worth() + late));
                shelve(event.place(), event.units());
            }
            case GO -> {
                take(pool(scope, event.place()), BigInteger.valueOf(event.units()));
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
            case RESCOPE -> {
                for (int place = 1; place <= 3; place++) {
                    String from = pool(scope, place);
                    String to = pool(event.scope(), place);
                    if (!from.equals(to)) {
                        take(from, shelves.getOrDefault(place, BigInteger.ZERO)).forEach(lot -> put(to, dayOver(lot.day, event.day()), lot.units, lot.worth));
                    }
                }
                scope = event.scope();
            }
            default -> throw new IllegalStateException();
        }
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
            BigInteger part = lot.worth.multiply(some).multiply(BigInteger.TWO).add(lot.units).divide(lot.units.multiply(BigInteger.TWO));
            gone.add(flow.equals("LIFO") ? 0 : gone.size(), new Lot(lot.day, 0, some, part));
            lot.units = lot.units.subtract(some);
            lot.worth = lot.worth.subtract(part);
            lots.removeIf(empty -> empty.units.signum() == 0);
            open = open.subtract(some);
        }
        return gone;
    }
}
