package entrepot.inventory.ledger;

import entrepot.inventory.ledger.SlowHistory.Event;
import entrepot.inventory.ledger.SlowHistory.What;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One period of one pool, for {@link SlowPeriods}. */
final class SlowAverage {

    private static final BigInteger ZERO = BigInteger.ZERO;
    private static final int NONE = -1;

    /** What took goods out. @param turn who bears first: what left at the rate, what left at another worth, what undoes */
    private record Out(Event event, int leg, BigInteger units, BigInteger cost, int turn) {
        static final int AT_RATE = 0;
        static final int AT_OWN = 1;
        static final int UNDOING = 2;

        Out less(BigInteger some, BigInteger amount) {
            return new Out(event, leg, units.subtract(some), cost.subtract(amount), turn);
        }
    }

    private final SlowPeriods book;
    final int number;
    final SlowPool pool;
    final Set<Integer> here = new HashSet<>();
    private final int poolNumber;
    private final Map<Integer, BigInteger> own = new HashMap<>();
    private final Map<Integer, BigInteger> givenBack = new HashMap<>();
    private final Map<Integer, BigInteger> undone = new HashMap<>();
    private final List<Out> outs = new ArrayList<>();
    private BigInteger knownUnits = ZERO;
    private BigInteger knownWorth = ZERO;
    private final BigInteger units;
    private final BigInteger worth;
    private final BigDecimal lastKnown;
    private BigInteger outUnits = ZERO;
    private BigInteger outWorth = ZERO;
    private BigInteger backUnits = ZERO;
    private BigInteger backWorth = ZERO;
    private BigInteger lostUnits = ZERO;
    private BigInteger lostWorth = ZERO;
    private BigInteger laterUnits = ZERO;
    private BigInteger laterWorth = ZERO;
    private int lastCame;

    SlowAverage(SlowPeriods book, int place, int number) {
        this.book = book;
        this.number = number;
        this.pool = book.pool(place);
        this.poolNumber = book.poolOf(place);
        List<Event> all = book.inOrder.stream().filter(event -> book.periodOf(event.day()) == number)
                .filter(event -> book.poolOf(event.place()) == poolNumber || book.poolOf(book.other(event)) == poolNumber).toList();
        lookAhead(all);
        heal(all);
        this.units = pool.units().add(knownUnits);
        this.worth = pool.worth().add(knownWorth);
        this.lastKnown = pool.units().signum() > 0 ? book.rate(pool.worth(), pool.units()) : pool.lastRate;
    }

    /** What comes and goes at a worth of its own, as far as that is known before anything happens. */
    private void lookAhead(List<Event> all) {
        for (Event event : all) {
            here.add(event.number());
            BigInteger amount = switch (event.what()) {
                case RECEIPT -> book.worthOfReceipt(event);
                case BACK_AT_NOTHING -> ZERO;
                case REVALUE -> event.worth();
                case CHARGE -> book.rules.onHandShare() ? event.worth() : null;
                case BACK -> original(event);
                case SEND_BACK, SEND_BACK_AT_CURRENT -> {
                    BigInteger original = original(event);
                    yield original == null || event.what() == What.SEND_BACK_AT_CURRENT ? null : original.negate();
                }
                case UNDO -> undoing(event);
                default -> null;
            };
            if (amount != null) {
                own.put(event.number(), amount);
            }
        }
        if (pool.worth().add(sum(own)).signum() < 0) {
            all.stream().filter(this::goesBack).forEach(event -> own.remove(event.number()));
        }
        known(all);
        if (pool.units().add(knownUnits).signum() <= 0) {
            BigDecimal rate = knownUnits.signum() > 0 ? book.rate(knownWorth, knownUnits) : null;
            all.stream().filter(event -> event.what() == What.BACK_AT_CURRENT || event.what() == What.BACK && here.contains(event.of()))
                    .forEach(event -> own.put(event.number(), rate == null ? pool.atCurrent(event.units()) : book.atRate(rate, event.units())));
            all.stream().filter(event -> event.what() == What.UNDO && undone.containsKey(event.of()) && own.containsKey(event.of()))
                    .forEach(event -> own.put(event.number(), shareOfOwn(event).negate()));
            known(all);
        }
    }

    /** What is at the rate where there is not worth enough. */
    private boolean goesBack(Event event) {
        return event.what() == What.SEND_BACK
                || event.what() == What.UNDO && (here.contains(event.of()) ? book.events().get(event.of()).what() == What.SEND_BACK : signed(event).signum() < 0);
    }

    /** The opposite of what it undoes, or null where that has no worth of its own. */
    private BigInteger undoing(Event event) {
        Event source = book.events().get(event.of());
        if (event.units().signum() == 0 || source.what() == What.MOVE && book.rules.onePool()) {
            return null;
        }
        if (source.of() >= 0) {
            givenBack.put(source.of(), givenBack.getOrDefault(source.of(), book.returned.getOrDefault(source.of(), ZERO)).subtract(event.units()));
        }
        if (event.units().compareTo(book.units(source)) > 0) {
            throw new SlowHistory.Refused("more than event " + event.of());
        }
        if (here.contains(event.of())) {
            undone.merge(event.of(), event.units(), BigInteger::add);
            return own.containsKey(event.of()) ? shareOfOwn(event).negate() : null;
        }
        boolean arrived = source.what() == What.MOVE && book.poolOf(source.to()) == poolNumber;
        BigInteger cost = book.worthUndone(source, SlowHistory.leg(source.number(), arrived), ZERO, event.units());
        return signed(event).signum() < 0 ? cost.negate() : cost;
    }

    private BigInteger shareOfOwn(Event event) {
        return book.part(own.get(event.of()), event.units(), book.units(book.events().get(event.of())));
    }

    private void known(List<Event> all) {
        knownWorth = sum(own);
        knownUnits = all.stream().filter(event -> own.containsKey(event.number())).map(this::signed).reduce(ZERO, BigInteger::add);
    }

    private BigInteger signed(Event event) {
        return switch (event.what()) {
            case RECEIPT, BACK, BACK_AT_NOTHING, BACK_AT_CURRENT -> event.units();
            case SEND_BACK -> event.units().negate();
            case UNDO -> {
                Event source = book.events().get(event.of());
                boolean comes = source.what() == What.MOVE ? book.poolOf(source.place()) == poolNumber : SlowPeriods.left(source);
                yield comes ? event.units() : event.units().negate();
            }
            default -> ZERO;
        };
    }

    /** The part of its source that the event carries, or null where the source has no worth yet. */
    private BigInteger original(Event event) {
        int of = event.of();
        BigInteger cost = here.contains(of) ? own.get(of) : book.days.containsKey(of) ? book.costOf(SlowHistory.leg(of, false)) : null;
        if (cost == null) {
            return null;
        }
        BigInteger before = givenBack.computeIfAbsent(of, fresh -> here.contains(of) ? ZERO : book.returned.getOrDefault(of, ZERO));
        BigInteger after = before.add(event.units());
        givenBack.put(of, after);
        BigInteger size = book.units(book.events().get(of));
        if (after.compareTo(size) > 0) {
            throw new SlowHistory.Refused("more than event " + of);
        }
        return book.part(cost, after, size).subtract(book.part(cost, before, size));
    }

    private boolean isUndone(Event event) {
        return event.units().signum() > 0 && event.units().equals(undone.get(event.number()));
    }

    /** What was missing at the start takes of what came, all at one cost. */
    private void heal(List<Event> all) {
        if (pool.missing.isEmpty() || knownUnits.signum() <= 0) {
            return;
        }
        if (knownWorth.signum() < 0) {
            throw new SlowHistory.Refused("what came is worth less than nothing");
        }
        int day = all.stream().filter(event -> own.containsKey(event.number()) && signed(event).signum() > 0 && !isUndone(event)
                && !(event.what() == What.UNDO && here.contains(event.of()))).findFirst().orElseThrow().day();
        pool.come(NONE, day, knownUnits, knownWorth, false);
        knownUnits = ZERO;
        knownWorth = ZERO;
    }

    BigInteger atRate(BigInteger some) {
        BigInteger size = units.signum() > 0 ? book.part(worth, some.abs(), units) : book.atRate(lastKnown, some.abs());
        return some.signum() < 0 ? size.negate() : size;
    }

    BigInteger atOwnOr(Event event, BigInteger otherwise) {
        return own.getOrDefault(event.number(), otherwise);
    }

    void come(Event event, int leg, BigInteger some, BigInteger amount) {
        if (own.containsKey(event.number())) {
            book.shelve(event.place(), event.day(), some);
            book.note(leg, event.day(), notNegative(amount));
        } else {
            comeLater(event, event.place(), leg, some, amount);
        }
    }

    void comeLater(Event event, int place, int leg, BigInteger some, BigInteger amount) {
        book.shelve(place, event.day(), some);
        book.note(leg, event.day(), notNegative(amount));
        late(event, some, amount);
    }

    private void late(Event event, BigInteger some, BigInteger amount) {
        laterUnits = laterUnits.add(some);
        laterWorth = laterWorth.add(amount);
        lastCame = isUndone(event) ? lastCame : event.day();
    }

    /** All that left so far is worth the rate of all of it: what is rounded for one is made good by the next. */
    BigInteger leaveAtRate(Event event, int leg) {
        return leaveAtRate(event, event.place(), leg);
    }

    private BigInteger leaveAtRate(Event event, int place, int leg) {
        outUnits = outUnits.add(event.units());
        BigInteger amount = notNegative(atRate(outUnits).subtract(outWorth));
        outWorth = outWorth.add(amount);
        outs.add(new Out(event, leg, event.units(), amount, event.units().signum() > 0 ? Out.AT_RATE : Out.AT_OWN));
        book.shelve(place, event.day(), event.units().negate());
        book.note(leg, event.day(), amount.negate());
        return amount;
    }

    void sendBack(Event event, int leg) {
        if (!own.containsKey(event.number())) {
            leaveAtRate(event, leg);
            return;
        }
        leaveAtOwn(event, event.place(), leg, own.get(event.number()).negate(), Out.AT_OWN);
    }

    private void leaveAtOwn(Event event, int place, int leg, BigInteger amount, int turn) {
        outs.add(new Out(event, leg, event.units(), amount, turn));
        book.shelve(place, event.day(), event.units().negate());
        book.note(leg, event.day(), amount.negate());
    }

    /** What left in the period did not leave; what left before comes. */
    void putBack(Event event, int leg, BigInteger cost) {
        BigInteger amount = itsWorth(event, cost);
        book.shelve(event.place(), event.day(), event.units());
        book.note(leg, event.day(), amount);
        if (here.contains(event.of())) {
            outs.replaceAll(out -> out.event().number() == event.of() ? out.less(event.units(), amount) : out);
            outs.removeIf(out -> out.event().number() == event.of() && out.units().signum() == 0);
            if (!own.containsKey(event.number())) {
                backUnits = backUnits.add(event.units());
                backWorth = backWorth.add(amount);
            }
        }
    }

    /** What came in the period did not come; what came before goes. */
    void takeOut(Event event, int place, int leg, BigInteger cost) {
        BigInteger amount = itsWorth(event, cost);
        boolean own = this.own.containsKey(event.number());
        boolean enough = event.units().compareTo(book.inPool(place)) <= 0;
        if (event.number() == book.posting && (!enough || !own && !here.contains(event.of()))) {
            throw new SlowHistory.Refused("event " + event.of() + " is no longer whole");
        }
        if (here.contains(event.of())) {
            book.shelve(place, event.day(), event.units().negate());
            book.note(leg, event.day(), amount.negate());
            if (!own) {
                laterUnits = laterUnits.subtract(event.units());
                laterWorth = laterWorth.subtract(amount);
            }
        } else if (own) {
            leaveAtOwn(event, place, leg, amount, Out.UNDOING);
        } else {
            leaveAtRate(event, place, leg);
        }
    }

    private BigInteger itsWorth(Event event, BigInteger cost) {
        return here.contains(event.of()) ? cost : atOwnOr(event, cost).abs();
    }

    void count(Event event, int leg) {
        BigInteger there = book.onShelf(event.place());
        BigInteger more = event.units().subtract(there);
        if (more.signum() == 0 && event.rate() == null) {
            return;
        }
        outs.add(new Out(event, leg, more.negate().max(ZERO), ZERO, Out.AT_OWN));
        book.shelve(event.place(), event.day(), more);
        if (event.rate() == null) {
            book.note(leg, event.day(), atRate(more));
            if (more.signum() > 0) {
                late(event, more, atRate(more));
            } else {
                lose(more.negate());
            }
            return;
        }
        BigInteger found = book.atRate(event.rate(), event.units());
        book.note(leg, event.day(), found.subtract(atRate(there)));
        if (there.signum() > 0) {
            lose(there);
            late(event, event.units(), found);
        } else {
            late(event, more, found.add(atRate(there.negate())));
        }
    }

    private void lose(BigInteger some) {
        lostUnits = lostUnits.add(some);
        lostWorth = lostWorth.add(atRate(some));
    }

    /** What came late comes, what was lost and what left go, and what cannot be lies on what left last. */
    void end() {
        BigInteger beforeLoss = pool.units().add(knownUnits).add(laterUnits);
        BigInteger worthBeforeLoss = pool.worth().add(knownWorth).add(laterWorth);
        if (!pool.missing.isEmpty() && laterUnits.signum() > 0) {
            pool.come(NONE, lastCame, laterUnits, laterWorth, false);
            worthBeforeLoss = pool.worth().add(knownWorth);
        }
        BigInteger there = beforeLoss.subtract(lostUnits);
        BigInteger thereWorth = worthBeforeLoss.subtract(lostWorth);
        BigInteger left = there.subtract(outUnits).add(backUnits);
        BigInteger leftWorth = thereWorth.subtract(outWorth).add(backWorth);
        List<SlowPool.Lot> missing = left.signum() < 0 ? missing(left.negate(), leftWorth.negate()) : List.of();
        BigInteger fair = left.signum() <= 0 ? SlowPool.worth(missing).negate()
                : leftWorth.signum() < 0 ? book.part(thereWorth, left, there) : leftWorth;
        if (left.signum() > 0 && fair.signum() < 0) {
            throw new SlowHistory.Refused("worth less than nothing at the end");
        }
        bear(fair.subtract(leftWorth), missing);
        if (units.signum() > 0 && worth.signum() >= 0) {
            pool.lastRate = book.rate(worth, units);
        }
        pool.lots.clear();
        pool.missing.clear();
        pool.missing.addAll(missing);
        if (left.signum() > 0) {
            pool.lots.add(new SlowPool.Lot(NONE, left, fair));
            pool.lastRate = book.rate(fair, left);
        }
    }

    /** At the rate first, the last first; nothing that was there costs less than nothing, but a count may find what it wants. */
    private void bear(BigInteger amount, List<SlowPool.Lot> missing) {
        List<Out> bearers = new ArrayList<>(outs);
        Collections.reverse(bearers);
        bearers.sort(Comparator.comparingInt(Out::turn));
        BigInteger open = amount;
        for (Out out : bearers) {
            BigInteger there = out.cost().subtract(SlowPool.worth(missing.stream().filter(lot -> lot.leg == out.leg()).toList())).max(ZERO);
            BigInteger some = out.event().what() == What.COUNT ? open : open.min(there);
            if (some.signum() != 0 && out.turn() == Out.UNDOING && out.event().number() == book.posting) {
                throw new SlowHistory.Refused("event " + out.event().of() + " is no longer worth as much");
            }
            book.note(out.leg(), out.event().day(), some);
            open = open.subtract(some);
        }
        if (open.signum() != 0) {
            throw new SlowHistory.Refused("nothing left that could bear " + open);
        }
    }

    /** All of what left at the rate is missing at what it left at, part of it at what all that is missing is worth beyond the others. */
    private List<SlowPool.Lot> missing(BigInteger all, BigInteger worth) {
        BigInteger open = all.subtract(SlowPool.units(pool.missing));
        BigInteger openWorth = worth.subtract(SlowPool.worth(pool.missing));
        List<SlowPool.Lot> fresh = new ArrayList<>();
        for (int last = outs.size() - 1; last >= 0; last--) {
            Out out = outs.get(last);
            BigInteger some = out.units().min(open);
            if (some.signum() > 0) {
                BigInteger most = out.event().what() == What.COUNT ? null : out.cost();
                BigInteger amount = out.turn() != Out.AT_RATE ? atRate(open).subtract(atRate(open.subtract(some)))
                        : some.equals(out.units()) ? out.cost() : openWorth;
                amount = (most == null ? amount : amount.min(most)).max(ZERO);
                fresh.add(0, new SlowPool.Lot(out.leg(), some, amount));
                open = open.subtract(some);
                openWorth = openWorth.subtract(amount);
            }
        }
        List<SlowPool.Lot> missing = new ArrayList<>(pool.missing);
        missing.addAll(fresh);
        return missing;
    }

    private static BigInteger notNegative(BigInteger amount) {
        if (amount.signum() < 0) {
            throw new SlowHistory.Refused("worth less than nothing");
        }
        return amount;
    }

    private static BigInteger sum(Map<?, BigInteger> some) {
        return some.values().stream().reduce(ZERO, BigInteger::add);
    }
}
