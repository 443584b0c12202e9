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
        BigInteger units;
        BigInteger worth;

        Lot(int leg, BigInteger units, BigInteger worth) {
            this.leg = leg;
            this.units = units;
            this.worth = worth;
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
    void come(int leg, int day, BigInteger units, BigInteger worth) {
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
            put(leg, units.subtract(healed), worth.subtract(spent));
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

    private void put(int leg, BigInteger units, BigInteger worth) {
        if (!book.flow().tellsApart && !lots.isEmpty()) {
            lots.get(0).add(units, worth);
        } else {
            lots.add(new Lot(leg, units, worth));
        }
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
            lastRate = isStandard() ? lastRate : book.rate(lot.worth, lot.units);
            BigInteger some = lot.units.min(open);
            BigInteger worth = isStandard() ? standard(lot, some) : book.part(lot.worth, some, lot.units);
            gone.add(new Lot(lot.leg, some, worth));
            lot.add(some.negate(), worth.negate());
            open = open.subtract(some);
            lots.removeIf(empty -> empty.units.signum() == 0);
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
