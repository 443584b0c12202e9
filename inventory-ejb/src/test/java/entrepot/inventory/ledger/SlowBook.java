package entrepot.inventory.ledger;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The second opinion: what stock is worth, written down again from the rules and sharing no code with the product. Lots
 * are plain lists, amounts big integers, and nothing is clever.
 */
final class SlowBook {

    private static final BigInteger TWO = BigInteger.TWO;

    /** Goods that came together; {@code brought} names the delivery. */
    private static final class Lot {
        final String brought;
        BigInteger units;
        BigInteger worth;

        Lot(String brought, BigInteger units, BigInteger worth) {
            this.brought = brought;
            this.units = units;
            this.worth = worth;
        }
    }

    /** A delivery or a sale that something may come back to. */
    private static final class Document {
        final BigInteger units;
        final BigInteger worth;
        BigInteger back = BigInteger.ZERO;

        Document(BigInteger units, BigInteger worth) {
            this.units = units;
            this.worth = worth;
        }
    }

    private final boolean average;
    private final boolean onePool;
    private final Map<String, List<Lot>> pools = new HashMap<>();
    private final Map<String, BigInteger> shelves = new TreeMap<>();
    private final Map<String, Document> documents = new HashMap<>();
    private BigInteger lastCost = BigInteger.ZERO;

    SlowBook(boolean average, boolean onePool) {
        this.average = average;
        this.onePool = onePool;
    }

    /** Of the last thing done: what left stock, negative what came in. */
    BigInteger lastCost() {
        return lastCost;
    }

    BigInteger onShelf(String place) {
        return shelves.getOrDefault(place, BigInteger.ZERO);
    }

    BigInteger worth(String place) {
        return pool(place).stream().map(lot -> lot.worth).reduce(BigInteger.ZERO, BigInteger::add);
    }

    BigInteger open(String document) {
        Document it = documents.get(document);
        return it.units.subtract(it.back);
    }

    void deliver(String document, String place, long units, long worth) {
        come(document, place, big(units), big(worth));
        documents.put(document, new Document(big(units), big(worth)));
        lastCost = big(-worth);
    }

    boolean sell(String document, String place, long units) {
        if (big(units).compareTo(onShelf(place)) > 0) {
            return false;
        }
        lastCost = worthOf(go(place, big(units), null));
        documents.put(document, new Document(big(units), lastCost));
        return true;
    }

    boolean comeBack(String sale, String document, String place, long units) {
        if (big(units).compareTo(open(sale)) > 0) {
            return false;
        }
        BigInteger worth = carriedBack(documents.get(sale), big(units));
        come(document, place, big(units), worth);
        lastCost = worth.negate();
        return true;
    }

    boolean sendBack(String delivery, String place, long units, boolean atOriginal) {
        if (big(units).compareTo(open(delivery)) > 0 || big(units).compareTo(onShelf(place)) > 0) {
            return false;
        }
        BigInteger original = carriedBack(documents.get(delivery), big(units));
        boolean stillThere = !average && pool(place).stream().anyMatch(lot -> lot.brought.equals(delivery));
        if (stillThere || !atOriginal) {
            lastCost = worthOf(go(place, big(units), stillThere ? delivery : null));
        } else {
            lastCost = goAt(place, big(units), original);
        }
        return true;
    }

    boolean carry(String document, String from, String to, long units) {
        if (big(units).compareTo(onShelf(from)) > 0) {
            return false;
        }
        lastCost = BigInteger.ZERO;
        if (poolOf(from).equals(poolOf(to))) {
            shelves.merge(from, big(-units), BigInteger::add);
            shelves.merge(to, big(units), BigInteger::add);
            return true;
        }
        List<Lot> moved = go(from, big(units), null);
        shelves.merge(to, big(units), BigInteger::add);
        for (Lot lot : moved) {
            put(document, to, lot.units, lot.worth);
        }
        return true;
    }

    private void come(String document, String place, BigInteger units, BigInteger worth) {
        shelves.merge(place, units, BigInteger::add);
        put(document, place, units, worth);
    }

    private void put(String document, String place, BigInteger units, BigInteger worth) {
        List<Lot> lots = pool(place);
        if (average && !lots.isEmpty()) {
            lots.get(0).units = lots.get(0).units.add(units);
            lots.get(0).worth = lots.get(0).worth.add(worth);
        } else {
            lots.add(new Lot(document, units, worth));
        }
    }

    /** Takes from the lots of {@code first} before the others, oldest before newer. */
    private List<Lot> go(String place, BigInteger units, String first) {
        shelves.merge(place, units.negate(), BigInteger::add);
        List<Lot> gone = new ArrayList<>();
        BigInteger open = units;
        for (boolean own : first == null ? new boolean[] {false} : new boolean[] {true, false}) {
            for (Lot lot : List.copyOf(pool(place))) {
                if (open.signum() > 0 && (!own || lot.brought.equals(first))) {
                    BigInteger some = lot.units.min(open);
                    BigInteger worth = part(lot.worth, some, lot.units);
                    gone.add(new Lot(lot.brought, some, worth));
                    lot.units = lot.units.subtract(some);
                    lot.worth = lot.worth.subtract(worth);
                    open = open.subtract(some);
                    pool(place).removeIf(empty -> empty.units.signum() == 0);
                }
            }
        }
        return gone;
    }

    /** Takes by the usual order, but at a stated worth: the lots that stay carry the difference, the newest first. */
    private BigInteger goAt(String place, BigInteger units, BigInteger stated) {
        BigInteger before = worth(place);
        go(place, units, null);
        List<Lot> lots = pool(place);
        BigInteger taken = lots.isEmpty() ? before : stated.min(before);
        BigInteger difference = before.subtract(taken).subtract(worth(place));
        for (int i = lots.size() - 1; i >= 0; i--) {
            BigInteger now = lots.get(i).worth.add(difference).max(BigInteger.ZERO);
            difference = difference.subtract(now.subtract(lots.get(i).worth));
            lots.get(i).worth = now;
        }
        return taken;
    }

    private static BigInteger carriedBack(Document document, BigInteger units) {
        BigInteger before = part(document.worth, document.back, document.units);
        document.back = document.back.add(units);
        return part(document.worth, document.back, document.units).subtract(before);
    }

    private static BigInteger worthOf(List<Lot> lots) {
        return lots.stream().map(lot -> lot.worth).reduce(BigInteger.ZERO, BigInteger::add);
    }

    /** Half up, for amounts of zero or more. */
    private static BigInteger part(BigInteger amount, BigInteger some, BigInteger all) {
        return amount.multiply(some).multiply(TWO).add(all).divide(all.multiply(TWO));
    }

    private List<Lot> pool(String place) {
        return pools.computeIfAbsent(poolOf(place), fresh -> new ArrayList<>());
    }

    private String poolOf(String place) {
        return onePool ? place.substring(0, place.indexOf('@')) : place.replaceAll("@10(\\d)$", "@$1"); // a place of a site
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
