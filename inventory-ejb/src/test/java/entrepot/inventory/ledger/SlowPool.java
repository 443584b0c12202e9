package entrepot.inventory.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Goods valued together, for {@link SlowHistory}: lots that are there, and lots that left before they came. */
final class SlowPool {

    /** Goods that came, or are missing, by one leg of an event. */
    static final class Lot {
        final int leg;
        final boolean putBack;
        BigInteger units;
        BigInteger worth;

        Lot(int leg, BigInteger units, BigInteger worth) {
            this(leg, units, worth, false);
        }

        Lot(int leg, BigInteger units, BigInteger worth, boolean putBack) {
            this.leg = leg;
            this.units = units;
            this.worth = worth;
            this.putBack = putBack;
        }

        void add(BigInteger moreUnits, BigInteger moreWorth) {
            units = units.add(moreUnits);
            worth = worth.add(moreWorth);
        }
    }

    private final SlowHistory book;
    final List<Lot> lots = new ArrayList<>();
    final List<Lot> missing = new ArrayList<>();
    BigDecimal lastRate;

    SlowPool(SlowHistory book, BigDecimal firstRate) {
        this.book = book;
        this.lastRate = firstRate;
    }

    BigInteger worth() {
        return worth(lots).subtract(worth(missing));
    }

    BigInteger units() {
        return units(lots).subtract(units(missing));
    }

    /** What is missing is healed first, oldest first; what is missing still is worth what came now. The rest is a lot. */
    void come(int leg, int day, BigInteger units, BigInteger worth, boolean putBack) {
        if (units.signum() == 0) {
            return;
        }
        BigInteger healed = units.min(units(missing));
        BigInteger spent = book.part(worth, healed, units);
        heal(day, healed, spent);
        lastRate = isStandard() ? lastRate : book.rate(worth, units);
        for (Lot gap : missing) {
            BigInteger now = book.atRate(lastRate, gap.units);
            book.trueUp(gap.leg, day, now.subtract(gap.worth));
            gap.worth = now;
        }
        if (healed.compareTo(units) < 0) {
            put(new Lot(leg, units.subtract(healed), worth.subtract(spent), putBack));
        }
    }

    /** By quantity, so that the first so many together have their rounded share. */
    private void heal(int day, BigInteger healed, BigInteger spent) {
        BigInteger done = BigInteger.ZERO;
        while (done.compareTo(healed) < 0) {
            Lot gap = missing.get(0);
            BigInteger some = gap.units.min(healed.subtract(done));
            BigInteger real = book.part(spent, done.add(some), healed).subtract(book.part(spent, done, healed));
            BigInteger thought = book.part(gap.worth, some, gap.units);
            book.trueUp(gap.leg, day, real.subtract(thought));
            gap.add(some.negate(), thought.negate());
            done = done.add(some);
            missing.removeIf(full -> full.units.signum() == 0);
        }
    }

    private void put(Lot lot) {
        if (!book.flow().tellsApart && !lots.isEmpty()) {
            lots.get(0).add(lot.units, lot.worth);
        } else {
            lots.add(lot);
        }
    }

    /**
     * Takes out what one leg brought, at what it is worth: from its own lots, then from what was put back. Others that were put
     * back bear what those are worth otherwise, the youngest first. @return whether it can
     */
    boolean takeOut(int leg, BigInteger units, BigInteger worth) {
        if (worth.signum() < 0 || units.compareTo(units()) > 0) {
            return false;
        }
        if (!book.flow().tellsApart) {
            return takeOutOfOne(units, worth);
        }
        List<Lot> before = lots.stream().map(lot -> new Lot(lot.leg, lot.units, lot.worth, lot.putBack)).toList();
        BigDecimal rateBefore = lastRate;
        List<Lot> gone = takeFrom(lots.stream().filter(lot -> lot.leg == leg).toList(), units);
        BigInteger own = worth(gone);
        gone.addAll(takeFrom(lots.stream().filter(lot -> lot.putBack).toList(), units.subtract(units(gone))));
        BigInteger more = worth.subtract(worth(gone));
        boolean whole = units(gone).equals(units) && (more.signum() == 0 || own.compareTo(worth) <= 0 && bornByPutBack(more));
        if (!whole) {
            lots.clear();
            lots.addAll(before);
            lastRate = rateBefore;
        }
        return whole;
    }

    private boolean takeOutOfOne(BigInteger units, BigInteger worth) {
        BigInteger all = worth();
        boolean can = isStandard() ? worth.equals(standard(lots.get(0), units)) : units.equals(units()) ? worth.equals(all) : worth.compareTo(all) <= 0;
        if (can && units.signum() > 0) {
            take(units, -1);
            bear(all.subtract(worth).subtract(worth()));
        }
        return can;
    }

    private List<Lot> takeFrom(List<Lot> some, BigInteger units) {
        List<Lot> inOrder = new ArrayList<>(some);
        if (book.next(2) == 1) {
            Collections.reverse(inOrder);
        }
        List<Lot> gone = new ArrayList<>();
        BigInteger open = units;
        for (Lot lot : inOrder) {
            if (open.signum() > 0) {
                gone.add(part(lot, lot.units.min(open)));
                open = open.subtract(gone.get(gone.size() - 1).units);
            }
        }
        return gone;
    }

    private Lot part(Lot lot, BigInteger some) {
        lastRate = isStandard() ? lastRate : book.rate(lot.worth, lot.units);
        BigInteger worth = isStandard() ? standard(lot, some) : book.part(lot.worth, some, lot.units);
        lot.add(some.negate(), worth.negate());
        lots.removeIf(empty -> empty.units.signum() == 0);
        return new Lot(lot.leg, some, worth, lot.putBack);
    }

    private boolean bornByPutBack(BigInteger more) {
        BigInteger open = more;
        for (int number = lots.size() - 1; number >= 0; number--) {
            Lot lot = lots.get(number);
            if (lot.putBack) {
                BigInteger some = open.min(lot.worth);
                lot.add(BigInteger.ZERO, some.negate());
                open = open.subtract(some);
            }
        }
        return open.signum() == 0;
    }

    /** What is not there leaves at the last known rate. @return its worth */
    BigInteger leave(int leg, BigInteger units, int first) {
        List<Lot> gone = take(units, first);
        BigInteger rest = units.subtract(units(gone));
        if (rest.signum() > 0) {
            missing.add(new Lot(leg, rest, book.atRate(lastRate, rest)));
            return worth(gone).add(book.atRate(lastRate, rest));
        }
        return worth(gone);
    }

    /** Takes the lots of {@code first} before others. What is taken last is the last known rate. */
    List<Lot> take(BigInteger units, int first) {
        List<Lot> gone = new ArrayList<>();
        BigInteger open = units;
        while (open.signum() > 0 && !lots.isEmpty()) {
            Lot lot = lots.stream().filter(own -> own.leg == first).findFirst().orElse(lots.get(book.next(lots.size())));
            gone.add(part(lot, lot.units.min(open)));
            open = open.subtract(gone.get(gone.size() - 1).units);
        }
        return gone;
    }

    boolean tellsApart(int leg) {
        return book.flow().tellsApart && lots.stream().anyMatch(lot -> lot.leg == leg);
    }

    /** What stays is worth more, or less: those that leave last bear it first, none below nothing. */
    void bear(BigInteger difference) {
        List<Lot> lastFirst = new ArrayList<>(lots);
        if (book.flow() == SlowHistory.Flow.FIFO) {
            Collections.reverse(lastFirst);
        }
        BigInteger open = difference;
        for (Lot lot : lastFirst) {
            BigInteger some = open.max(lot.worth.negate());
            lot.add(BigInteger.ZERO, some);
            open = open.subtract(some);
        }
    }

    /** By quantity. */
    void spread(BigInteger worth, List<Lot> over) {
        if (worth(over).add(worth).signum() < 0) {
            throw new SlowHistory.Refused("stock worth less than nothing");
        }
        List<BigInteger> shares = shares(worth, over.stream().map(lot -> lot.units).toList());
        for (int number = 0; number < over.size(); number++) {
            if (over.get(number).worth.add(shares.get(number)).signum() < 0) {
                shares = shares(worth, over.stream().map(lot -> lot.worth).toList());
                break;
            }
        }
        for (int number = 0; number < over.size(); number++) {
            over.get(number).add(BigInteger.ZERO, shares.get(number));
        }
    }

    private List<BigInteger> shares(BigInteger worth, List<BigInteger> weights) {
        BigInteger all = weights.stream().reduce(BigInteger.ZERO, BigInteger::add);
        BigInteger done = BigInteger.ZERO;
        List<BigInteger> shares = new ArrayList<>();
        for (BigInteger weight : weights) {
            BigInteger before = book.part(worth, done, all);
            done = done.add(weight);
            shares.add(book.part(worth, done, all).subtract(before));
        }
        return shares;
    }

    BigInteger atCurrent(BigInteger units) {
        return book.atRate(units().signum() > 0 && !isStandard() ? book.rate(worth(), units()) : lastRate, units);
    }

    private boolean isStandard() {
        return book.flow() == SlowHistory.Flow.STANDARD;
    }

    private BigInteger standard(Lot lot, BigInteger some) {
        return some.equals(lot.units) ? lot.worth : book.atRate(lastRate, some).min(lot.worth);
    }

    /** All that is here, or missing, counts at it. @return what that makes of it */
    BigInteger setStandard(BigDecimal rate) {
        BigInteger before = worth();
        lastRate = rate;
        lots.forEach(lot -> lot.worth = book.atRate(rate, lot.units));
        missing.forEach(gap -> gap.worth = book.atRate(rate, gap.units));
        return worth().subtract(before);
    }

    /** What is here is one from now on. */
    void mix(int leg) {
        if (!lots.isEmpty()) {
            Lot one = new Lot(leg, units(lots), worth(lots));
            lots.clear();
            lots.add(one);
        }
    }

    static BigInteger units(List<Lot> lots) {
        return lots.stream().map(lot -> lot.units).reduce(BigInteger.ZERO, BigInteger::add);
    }

    static BigInteger worth(List<Lot> lots) {
        return lots.stream().map(lot -> lot.worth).reduce(BigInteger.ZERO, BigInteger::add);
    }
}
