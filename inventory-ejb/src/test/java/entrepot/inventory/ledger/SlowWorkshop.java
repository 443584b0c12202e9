package entrepot.inventory.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The second opinion on what is made of parts and taken apart again: every day of the workshop worked out anew from nothing. A
 * receipt makes something of nothing, a sale makes nothing of something, a transfer makes the same elsewhere. It shares no code with the product.
 */
class SlowWorkshop {

    /** @param share of what those before it left, six decimals; null: all */
    record Made(int item, int place, long units, BigDecimal share, long beside) {}

    record Used(int item, long units) {}

    /** @param charged the number of a receipt that costs {@code charge} more, or -1 */
    record Event(int number, int day, int place, List<Used> uses, List<Made> makes, int charged, long charge) {}

    private static final class Lot {
        BigInteger units;
        BigInteger worth;

        Lot(BigInteger units, BigInteger worth) {
            this.units = units;
            this.worth = worth;
        }
    }

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private final String flow;
    private final boolean byPlace;
    private final Map<String, List<Lot>> pools = new TreeMap<>();
    private final Map<String, Long> shelves = new TreeMap<>();
    private final Map<String, BigInteger> worths = new TreeMap<>();

    SlowWorkshop(String flow, boolean byPlace) {
        this.flow = flow;
        this.byPlace = byPlace;
    }

    /** By event and line what it is worth, and by pool what it holds; null where something was used that was not there. */
    Map<String, BigInteger> worths(List<Event> all) {
        pools.clear();
        shelves.clear();
        worths.clear();
        List<Event> inOrder = new ArrayList<>(all);
        inOrder.sort(Comparator.comparingInt(Event::day).thenComparingInt(Event::number));
        for (Event event : inOrder) {
            if (event.charged() < 0 && !happens(event, all)) {
                return null;
            }
        }
        pools.forEach((pool, lots) -> worths.put("pool " + pool, lots.stream().map(lot -> lot.worth).reduce(BigInteger.ZERO, BigInteger::add)));
        return worths;
    }

    private boolean happens(Event event, List<Event> all) {
        BigInteger open = BigInteger.ZERO;
        int line = 0;
        for (Used used : event.uses()) {
            if (shelves.merge(used.item() + " at " + event.place(), -used.units(), Long::sum) < 0) {
                return false;
            }
            BigInteger worth = take(pool(used.item(), event.place()), BigInteger.valueOf(used.units()));
            worths.put(event.number() + "/" + line++, worth.negate());
            open = open.add(worth);
        }
        BigInteger parts = open;
        for (Made made : event.makes()) {
            BigInteger part = made.share() == null ? open : part(sharedFrom(parts, open), made.share().unscaledValue(), MILLION);
            open = open.subtract(part);
            BigInteger late = all.stream().filter(other -> other.charged() == event.number()).map(other -> BigInteger.valueOf(other.charge()))
                    .reduce(BigInteger.ZERO, BigInteger::add);
            BigInteger worth = part.add(BigInteger.valueOf(made.beside())).add(late);
            worths.put(event.number() + "/" + line++, worth);
            shelves.merge(made.item() + " at " + made.place(), made.units(), Long::sum);
            put(pool(made.item(), made.place()), BigInteger.valueOf(made.units()), worth);
        }
        return true;
    }

    /** A share is of what those before it left. */
    BigInteger sharedFrom(BigInteger parts, BigInteger open) {
        return open;
    }

    private List<Lot> pool(int item, int place) {
        return pools.computeIfAbsent(byPlace ? item + " at " + place : String.valueOf(item), fresh -> new ArrayList<>());
    }

    private void put(List<Lot> lots, BigInteger units, BigInteger worth) {
        if (flow.equals("AVERAGE") && !lots.isEmpty()) {
            Lot one = lots.get(0);
            one.units = one.units.add(units);
            one.worth = one.worth.add(worth);
        } else {
            lots.add(new Lot(units, worth));
        }
    }

    private BigInteger take(List<Lot> lots, BigInteger wanted) {
        BigInteger open = wanted;
        BigInteger taken = BigInteger.ZERO;
        while (open.signum() > 0) {
            Lot lot = lots.get(flow.equals("LIFO") ? lots.size() - 1 : 0);
            BigInteger some = lot.units.min(open);
            BigInteger worth = part(lot.worth, some, lot.units);
            taken = taken.add(worth);
            lot.units = lot.units.subtract(some);
            lot.worth = lot.worth.subtract(worth);
            lots.removeIf(empty -> empty.units.signum() == 0);
            open = open.subtract(some);
        }
        return taken;
    }

    private static BigInteger part(BigInteger amount, BigInteger some, BigInteger all) {
        return amount.multiply(some).multiply(BigInteger.TWO).add(all).divide(all.multiply(BigInteger.TWO));
    }
}
