package entrepot.inventory.ledger;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The second opinion on both time axes: all that happened to one item, worked out anew from nothing, in order of day and
 * then of posting, after each posting. Written from the rules and sharing no code with the product.
 */
class SlowHistory {

    enum Flow {
        FIFO(true), LIFO(true), AVERAGE(false), STANDARD(false);

        /** Whether what is left of a receipt can be told from the rest. */
        final boolean tellsApart;

        Flow(boolean tellsApart) {
            this.tellsApart = tellsApart;
        }
    }

    enum What { RECEIPT, SALE, BACK, BACK_AT_NOTHING, BACK_AT_CURRENT, SEND_BACK, SEND_BACK_AT_CURRENT, MOVE, COUNT, CHARGE, REVALUE, SET_STANDARD, CHANGE, UNDO, RESTATE }

    /**
     * @param units  of a movement, millionths; what a count found
     * @param worth  of a receipt, a charge, a revaluation, minor units
     * @param rate   major units, six decimals, of a count or a standard; or null
     * @param becomes of a change of the costing method, from its day on or as if it had always been so; or null
     * @param period of the average that it becomes
     * @param of     the event it names
     */
    record Event(int number, int day, What what, int place, int to, BigInteger units, BigInteger worth, BigDecimal rate, int of, Flow becomes, Period period) {
        Event with(BigInteger other) {
            return new Event(number, day, what, place, to, other, worth, rate, of, becomes, period);
        }
    }

    /** Of the second opinion by those rules. */
    static SlowHistory of(Rules rules) {
        return rules.restates ? new SlowMethods(rules) : always(rules);
    }

    static SlowHistory always(Rules rules) {
        return rules.period == Period.EVENT && !rules.changes ? new SlowHistory(rules) : new SlowPeriods(rules);
    }

    enum Period { EVENT, DAY, MONTH }

    /**
     * @param period  of an average
     * @param changes whether another flow may come from a day on
     * @param restates whether another method may count as if it had always been so
     * @param lots    how many there are, each valued by itself; each has places of its own then, numbered ten times its number and the place's
     */
    record Rules(Flow flow, Period period, boolean onePool, boolean belowZero, boolean onHandShare, BigDecimal firstRate, boolean changes, boolean restates, int lots) {
        Rules(Flow flow, Period period, boolean onePool, boolean belowZero, boolean onHandShare, BigDecimal firstRate, boolean changes) {
            this(flow, period, onePool, belowZero, onHandShare, firstRate, changes, false, 0);
        }

        Rules with(Flow other, Period average) {
            return new Rules(other, average, onePool, belowZero, onHandShare, firstRate, changes, restates, lots);
        }

        int place(int lot, int place) {
            return 10 * lot + place;
        }

        static int lot(int place) {
            return place / 10;
        }

        static int location(int place) {
            return place % 10;
        }
    }

    static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1;

        Refused(String why) {
            super(why);
        }
    }

    private static final BigInteger TWO = BigInteger.TWO;
    private static final BigInteger MINOR = BigInteger.valueOf(100);
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    final Rules rules;
    private final List<Event> events = new ArrayList<>();
    private final Map<Integer, BigInteger> corrected = new HashMap<>();
    Map<Integer, SlowPool> pools = new TreeMap<>();
    private Map<Integer, BigInteger> shelves = new TreeMap<>();
    private Map<Integer, TreeMap<Integer, BigInteger>> moved = new TreeMap<>();
    Map<Integer, TreeMap<Integer, BigInteger>> worths = new TreeMap<>();
    Map<Integer, BigInteger> returned = new HashMap<>();
    private Flow flow;
    int posting;
    Map<Integer, Integer> days = new HashMap<>();

    SlowHistory(Rules rules) {
        this.rules = rules;
        this.flow = rules.flow;
    }

    // What is asked

    BigInteger onShelf(int place) {
        return shelves.getOrDefault(place, BigInteger.ZERO);
    }

    BigInteger unitsOf(int place) {
        return pool(place).units();
    }

    BigInteger worthOf(int place) {
        return pool(place).worth();
    }

    /** Positive into stock; both ends of a transfer have their own: see {@link #leg}. Days without change are left out. */
    Map<Integer, TreeMap<Integer, BigInteger>> worthByDay() {
        return clean(worths);
    }

    private static Map<Integer, TreeMap<Integer, BigInteger>> clean(Map<Integer, TreeMap<Integer, BigInteger>> all) {
        Map<Integer, TreeMap<Integer, BigInteger>> clean = new TreeMap<>();
        all.forEach((of, byDay) -> byDay.forEach((day, change) -> {
            if (change.signum() != 0) {
                clean.computeIfAbsent(of, fresh -> new TreeMap<>()).put(day, change);
            }
        }));
        return clean;
    }

    /** By place what came or went on each day. Days without change are left out. */
    Map<Integer, TreeMap<Integer, BigInteger>> movedByDay() {
        return clean(moved);
    }

    Map<Integer, BigInteger> costOfSalesByDay() {
        Map<Integer, BigInteger> cost = new TreeMap<>();
        for (Event event : events) {
            What what = event.what == What.UNDO ? events.get(event.of).what : event.what;
            boolean atNothing = what == What.BACK_AT_NOTHING && rules.flow == Flow.STANDARD;
            if (what == What.SALE || what.name().startsWith("BACK") && !atNothing) {
                worths.getOrDefault(leg(event.number, false), new TreeMap<>())
                        .forEach((day, worth) -> cost.merge(day, worth.negate(), BigInteger::add));
            }
        }
        cost.values().removeIf(worth -> worth.signum() == 0);
        return cost;
    }

    static int leg(int number, boolean arrival) {
        return 2 * number + (arrival ? 1 : 0);
    }

    BigInteger open(int number) {
        return units(events.get(number)).subtract(returned.getOrDefault(number, BigInteger.ZERO));
    }

    BigInteger units(Event event) {
        return corrected.getOrDefault(event.number, event.units);
    }

    List<Event> events() {
        return events;
    }

    /** What changes of method made of days before them. */
    BigInteger openingEquity() {
        return BigInteger.ZERO;
    }

    // What is posted

    /** All that happened to another, had it been by these rules. @return why it cannot have been, or null */
    String relive(SlowHistory other) {
        events.addAll(other.events);
        corrected.putAll(other.corrected);
        posting = -1;
        return workOut();
    }

    /** @return why it is refused, or null; what is refused leaves no trace */
    String post(Event event) {
        if (event.what == What.UNDO && returned.getOrDefault(event.of, BigInteger.ZERO).signum() != 0) {
            return "returned or undone before";
        }
        events.add(event);
        posting = event.number;
        String refused = workOut();
        if (refused != null) {
            events.remove(event);
            workOut();
        }
        return refused;
    }

    String correct(int number, BigInteger actual) {
        BigInteger before = corrected.put(number, actual);
        posting = -1;
        String refused = workOut();
        if (refused != null) {
            if (before == null) {
                corrected.remove(number);
            } else {
                corrected.put(number, before);
            }
            workOut();
        }
        return refused;
    }

    private String workOut() {
        pools = new TreeMap<>();
        shelves = new TreeMap<>();
        moved = new TreeMap<>();
        worths = new TreeMap<>();
        returned = new HashMap<>();
        days = new HashMap<>();
        flow = rules.flow;
        List<Event> inOrder = new ArrayList<>(events);
        inOrder.removeIf(event -> event.what == What.RESTATE);
        inOrder.sort(order());
        try {
            inOrder.replaceAll(event -> event.with(units(event)));
            begin(inOrder);
            inOrder.forEach(this::happen);
            end();
            return null;
        } catch (Refused refused) {
            return refused.getMessage();
        }
    }

    Comparator<Event> order() {
        return Comparator.comparingInt(Event::day).thenComparingInt(Event::number);
    }

    void begin(List<Event> inOrder) {}

    void end() {}

    void happen(Event event) {
        days.put(event.number, event.day);
        int leg = leg(event.number, false);
        switch (event.what) {
            case RECEIPT -> come(event.place, leg, event.day, event.units, worthOfReceipt(event));
            case BACK_AT_NOTHING -> come(event.place, leg, event.day, event.units, BigInteger.ZERO);
            case BACK_AT_CURRENT -> come(event.place, leg, event.day, event.units, pool(event.place).atCurrent(event.units));
            case SALE -> {
                allow(event);
                leave(event.place, leg, event.day, event.units, -1);
            }
            case BACK -> come(event.place, leg, event.day, event.units, carried(event));
            case SEND_BACK, SEND_BACK_AT_CURRENT -> sendBack(event, leg);
            case MOVE -> move(event, leg);
            case COUNT -> count(event, leg);
            case CHARGE -> charge(event, leg);
            case REVALUE -> revalue(event, leg);
            case SET_STANDARD -> note(leg, event.day, pool(event.place).setStandard(event.rate));
            case CHANGE -> change(event, leg);
            case UNDO -> undo(event, leg);
            case RESTATE -> throw new IllegalStateException(event + " is of no one history");
        }
    }

    /** Its own unit cost for what really came, and all that was charged on it later. */
    BigInteger worthOfReceipt(Event receipt) {
        BigInteger written = events.get(receipt.number).units;
        BigInteger worth = part(receipt.worth, receipt.units, written);
        if (!rules.onHandShare && receipt.units.signum() > 0) {
            for (Event event : events) {
                worth = event.what == What.CHARGE && event.of == receipt.number ? worth.add(event.worth) : worth;
            }
        }
        if (worth.signum() < 0 && flow != Flow.STANDARD) {
            throw new Refused("a receipt worth less than nothing");
        }
        return worth;
    }

    void allow(Event event) {
        if (!rules.belowZero && event.units.compareTo(onShelf(event.place)) > 0) {
            throw new Refused("short by event " + event.number);
        }
    }

    // In and out

    private void come(int place, int leg, int day, BigInteger units, BigInteger stated) {
        come(place, leg, day, units, stated, false);
    }

    private void come(int place, int leg, int day, BigInteger units, BigInteger stated, boolean putBack) {
        BigInteger worth = flow == Flow.STANDARD ? pool(place).atCurrent(units) : stated;
        shelve(place, day, units);
        pool(place).come(leg, day, units, worth, putBack);
        note(leg, day, worth);
    }

    private BigInteger leave(int place, int leg, int day, BigInteger units, int first) {
        shelve(place, day, units.negate());
        BigInteger worth = pool(place).leave(leg, units, first);
        note(leg, day, worth.negate());
        return worth;
    }

    /** What left before it came cost more. */
    void trueUp(int leg, int day, BigInteger more) {
        note(leg, dayOfTrueUp(day, days.get(leg / 2)), more.negate());
    }

    int dayOfTrueUp(int dayOfReceipt, int dayOfSale) {
        return dayOfReceipt;
    }

    /** Which of so many lots gives first. */
    int next(int lots) {
        return flow == Flow.LIFO ? lots - 1 : 0;
    }

    Flow flow() {
        return flow;
    }

    void shelve(int place, int day, BigInteger units) {
        shelves.merge(place, units, BigInteger::add);
        moved.computeIfAbsent(place, fresh -> new TreeMap<>()).merge(day, units, BigInteger::add);
    }

    // The kinds

    /** What it cost when it left, or came: each part is carried once. */
    BigInteger carried(Event event) {
        Event source = events.get(event.of);
        BigInteger before = returned.getOrDefault(source.number, BigInteger.ZERO);
        BigInteger after = before.add(event.units);
        if (event.day < source.day || after.compareTo(units(source)) > 0) {
            throw new Refused("more or earlier than event " + source.number);
        }
        returned.put(source.number, after);
        return carried(source, leg(source.number, false), before, after);
    }

    BigInteger carried(Event source, int leg, BigInteger before, BigInteger after) {
        BigInteger cost = costOf(leg);
        return part(cost, after, units(source)).subtract(part(cost, before, units(source)));
    }

    BigInteger costOf(int leg) {
        return worths.getOrDefault(leg, new TreeMap<>()).values().stream().reduce(BigInteger.ZERO, BigInteger::add).abs();
    }

    private void sendBack(Event event, int leg) {
        BigInteger original = carried(event);
        allow(event);
        SlowPool pool = pool(event.place);
        int receipt = leg(event.of, false);
        boolean own = pool.tellsApart(receipt);
        boolean enough = event.units.compareTo(pool.units()) <= 0;
        BigInteger before = pool.worth();
        BigInteger flow = leave(event.place, leg, event.day, event.units, own && enough ? receipt : -1);
        if (event.what == What.SEND_BACK && !own && !pool.lots.isEmpty() && carriesWhatGoesBack()) {
            BigInteger difference = flow.subtract(original.min(before));
            note(leg, event.day, difference);
            pool.bear(difference);
        }
    }

    /** All of it goes the other way, at what it is worth. */
    private void undo(Event event, int leg) {
        Event source = events.get(event.of);
        if (event.units.signum() == 0 && event.day >= source.day) {
            return;
        }
        BigInteger cost = worthUndone(event);
        switch (source.what) {
            case SALE, SEND_BACK, SEND_BACK_AT_CURRENT -> come(source.place, leg, event.day, event.units, cost, true);
            case MOVE -> {
                if (rules.onePool) {
                    shelve(source.to, event.day, event.units.negate());
                    shelve(source.place, event.day, event.units);
                } else {
                    takeOut(event, source.to, leg(source.number, true), leg, cost);
                    come(source.place, leg + 1, event.day, event.units, cost, true);
                }
            }
            default -> takeOut(event, source.place, leg(source.number, false), leg, cost);
        }
        reopen(event, source);
    }

    /** What a return had given back to is open again once it is undone. What was brought must be there still. */
    void reopen(Event event, Event source) {
        if (source.what == What.BACK || source.what.name().startsWith("SEND_BACK")) {
            returned.merge(source.of, event.units.negate(), BigInteger::add);
        }
        if (!rules.belowZero && onShelf(source.what == What.MOVE ? source.to : source.place).signum() < 0) {
            throw new Refused("short by event " + event.number);
        }
    }

    BigInteger worthUndone(Event event) {
        return carried(event);
    }

    /** Where it is no longer whole it cannot be undone; if something posted later says so, it is taken as a return would be. */
    private void takeOut(Event event, int place, int brought, int leg, BigInteger cost) {
        if (pool(place).takeOut(brought, event.units, cost)) {
            shelve(place, event.day, event.units.negate());
            note(leg, event.day, cost.negate());
        } else if (event.number == posting) {
            throw new Refused("event " + event.of + " is no longer whole");
        } else {
            boolean own = pool(place).tellsApart(brought) && event.units.compareTo(pool(place).units()) <= 0;
            leave(place, leg, event.day, event.units, own ? brought : -1);
        }
    }

    /** The lots keep their order. */
    private void move(Event event, int leg) {
        boolean enough = rules.onePool && rules.belowZero || event.units.compareTo(onShelf(event.place)) <= 0;
        if (event.place == event.to || !enough) {
            throw new Refused("cannot move event " + event.number);
        }
        shelve(event.place, event.day, event.units.negate());
        shelve(event.to, event.day, event.units);
        if (!rules.onePool) {
            List<SlowPool.Lot> gone = pool(event.place).take(event.units, -1);
            note(leg, event.day, SlowPool.worth(gone).negate());
            note(leg + 1, event.day, SlowPool.worth(gone));
            if (flow == Flow.LIFO) {
                Collections.reverse(gone);
            }
            gone.forEach(lot -> pool(event.to).come(leg + 1, event.day, lot.units, lot.worth, false));
        }
    }

    /** With a rate, what is there goes and what was found comes; what is found where something is missing comes on top. */
    private void count(Event event, int leg) {
        BigInteger there = onShelf(event.place);
        BigInteger more = event.units.subtract(there);
        if (event.rate != null) {
            BigInteger gone = there.max(BigInteger.ZERO);
            leave(event.place, leg, event.day, gone, -1);
            come(event.place, leg, event.day, more.add(gone), atRate(event.rate, more.add(gone)));
        } else if (more.signum() > 0) {
            come(event.place, leg, event.day, more, pool(event.place).atCurrent(more));
        } else {
            leave(event.place, leg, event.day, more.negate(), -1);
        }
    }

    /** The share of what is on hand of the receipt; the rest is no longer stock. */
    private void charge(Event event, int leg) {
        Event receipt = events.get(event.of);
        if (event.day < receipt.day) {
            throw new Refused("earlier than event " + receipt.number);
        }
        if (!rules.onHandShare || !days.containsKey(receipt.number) || units(receipt).signum() == 0 || flow == Flow.STANDARD) {
            return;
        }
        SlowPool pool = pool(receipt.place);
        List<SlowPool.Lot> own = pool.lots.stream()
                .filter(lot -> !flow.tellsApart || lot.leg == leg(receipt.number, false)).toList();
        BigInteger there = SlowPool.units(own).min(units(receipt));
        BigInteger share = part(event.worth, there, units(receipt));
        note(leg, event.day, share);
        pool.spread(share, own);
    }

    private void revalue(Event event, int leg) {
        SlowPool pool = pool(event.place);
        if (pool.units().signum() <= 0) {
            throw new Refused("nothing to revalue");
        }
        pool.spread(event.worth, pool.lots);
        note(leg, event.day, event.worth);
    }

    /** Neither quantity nor value moves. */
    void change(Event event, int leg) {
        boolean turned = events.stream().anyMatch(other -> other.what == What.CHANGE && other.day > event.day && other.number < event.number);
        if (turned || isSo(event)) {
            throw new Refused("cannot come to " + event.becomes);
        }
        if (mixes(event.becomes)) {
            pool(event.place).mix(leg);
        }
        flow = event.becomes;
    }

    boolean isSo(Event change) {
        return change.becomes == flow;
    }

    boolean mixes(Flow next) {
        return flow.tellsApart != next.tellsApart;
    }

    /** Whether the difference to what the flow gives up stays in the pool: not where a unit counts at its standard. */
    boolean carriesWhatGoesBack() {
        return flow != Flow.STANDARD;
    }

    // Figures

    void note(int leg, int day, BigInteger worth) {
        worths.computeIfAbsent(leg, fresh -> new TreeMap<>()).merge(day, worth, BigInteger::add);
    }

    SlowPool pool(int place) {
        return pools.computeIfAbsent(poolOf(place), fresh -> new SlowPool(this, rules.firstRate));
    }

    int poolOf(int place) {
        return rules.onePool ? Rules.lot(place) : place;
    }

    BigInteger atRate(BigDecimal rate, BigInteger units) {
        return part(rate.unscaledValue().multiply(MINOR), units, MILLION.multiply(MILLION));
    }

    BigDecimal rate(BigInteger worth, BigInteger units) {
        return new BigDecimal(part(worth.multiply(MILLION), MILLION, units.multiply(MINOR)), 6);
    }

    /** So much of an amount, rounded half up, away from zero. */
    BigInteger part(BigInteger amount, BigInteger some, BigInteger all) {
        BigInteger size = round(amount.abs().multiply(some), all);
        return amount.signum() < 0 ? size.negate() : size;
    }

    BigInteger round(BigInteger amount, BigInteger all) {
        return amount.multiply(TWO).add(all).divide(all.multiply(TWO));
    }
}
