package entrepot.inventory.ledger;

import entrepot.inventory.valuation.Application;
import entrepot.inventory.valuation.AveragePeriod;
import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.CostPolicy;
import entrepot.inventory.valuation.CostTerms;
import entrepot.inventory.valuation.LateCost;
import entrepot.inventory.valuation.Source;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.JournalLine;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** The ledger and the second opinion, given the same steps and compared after each. */
final class Duel {

    static final Currency GBP = Currency.getInstance("GBP");
    static final ItemId ITEM = new ItemId(1);
    static final List<LocationId> PLACES = List.of(new LocationId(1), new LocationId(2), new LocationId(3));
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

    /** @param what null where {@code source} is corrected to {@code units}; all of what is undone is */
    record Step(int day, SlowHistory.What what, int place, int to, long units, long worth, BigDecimal rate, Step source, SlowHistory.Flow becomes,
            SlowHistory.Period period) {
        Step(int day, SlowHistory.What what, int place, int to, long units, long worth, BigDecimal rate, Step source) {
            this(day, what, place, to, units, worth, rate, source, null, null);
        }

        @Override
        public String toString() {
            return "day " + day + " " + (what == null ? "CORRECT" : what) + " at " + place + (what == SlowHistory.What.MOVE ? " to " + to : "")
                    + " units " + units + " worth " + worth + (rate == null ? "" : " rate " + rate) + (becomes == null ? "" : " to " + becomes + (period == null ? "" : " " + period))
                    + (source == null ? "" : " of <" + source + ">");
        }
    }

    private final boolean belowZero;
    private final int lots;
    private final SlowHistory slow;
    private final Shop shop;
    private final Map<Step, Integer> numbers = new IdentityHashMap<>();
    private final Map<Step, Long> movements = new IdentityHashMap<>();
    private final Map<Step, Posted> posted = new IdentityHashMap<>();
    private final Map<Long, Movement> book = new HashMap<>();
    private final Map<Long, Integer> legs = new HashMap<>();
    private final Map<Long, BigInteger> costs = new HashMap<>();
    private final Map<Integer, TreeMap<Integer, BigInteger>> worths = new TreeMap<>();
    private final Map<Integer, TreeMap<Integer, BigInteger>> moved = new TreeMap<>();
    private final Map<Integer, BigInteger> costOfSales = new TreeMap<>();
    private Money inventory = Money.zero(GBP);
    private Money openingEquity = Money.zero(GBP);

    Duel(SlowHistory slow, SlowHistory.Rules rules) {
        this.belowZero = rules.belowZero();
        this.slow = slow;
        this.lots = rules.lots();
        CostFlow flow = lots > 0 ? CostFlow.SPECIFIC : CostFlow.valueOf(rules.flow().name());
        var policy = new CostPolicy(flow, AveragePeriod.valueOf(rules.period().name()),
                rules.onHandShare() ? LateCost.ON_HAND_SHARE : LateCost.REPLAY, rules.belowZero(), rules.firstRate());
        this.shop = new Shop(GBP, !rules.onePool(), PLACES, Map.of(ITEM, policy), Closing.NONE, lots > 0 ? Tracking.LOT : Tracking.NONE);
    }

    long onHand(int place) {
        return slow.onShelf(place).longValueExact();
    }

    boolean hasMoved() {
        return !numbers.isEmpty();
    }

    /** What is left of a step to be returned, or -1 where the step was refused. */
    long open(Step step) {
        return numbers.containsKey(step) ? slow.open(numbers.get(step)).longValueExact() : -1;
    }

    /** @return where the two differ, or null */
    String play(Step step) {
        if (step.source != null && !numbers.containsKey(step.source)) {
            return null;
        }
        String refused = slowly(step);
        if (step.source != null) {
            named(step).forEach(this::hold);
        }
        if (belowZero) {
            shop.history().all().forEach(shop.books::hold);
        }
        Books.Attempt attempt = shop.post(request(step));
        if (attempt.accepted() != (refused == null)) {
            return "the ledger says " + attempt.refusals() + ", the second opinion " + refused;
        }
        if (!attempt.accepted()) {
            return null;
        }
        note(step, attempt.posted());
        return difference();
    }

    /** @return where the pools differ from what is built again from the movements alone, or null */
    String rebuilt() {
        List<Stock.Pool> again = shop.history().rebuilt(shop.books.setting(), Set.of()).pools();
        return contents(again).equals(contents(shop.books.pools().values())) ? null
                : "rebuilt to " + contents(again) + " from " + contents(shop.books.pools().values());
    }

    private static Map<Long, List<?>> contents(Collection<Stock.Pool> pools) {
        Map<Long, List<?>> contents = new TreeMap<>();
        pools.stream().filter(pool -> pool.ordinal() > 0)
                .forEach(pool -> contents.put(pool.id(), List.of(pool.cost().layers(), pool.cost().shortages(), pool.cost().unitCost())));
        return contents;
    }

    private String slowly(Step step) {
        if (step.what == null) {
            return slow.correct(numbers.get(step.source), BigInteger.valueOf(step.units));
        }
        int number = slow.events().size();
        BigInteger units = step.what != SlowHistory.What.UNDO ? BigInteger.valueOf(step.units)
                : slow.units(slow.events().get(numbers.get(step.source)));
        String refused = slow.post(new SlowHistory.Event(number, step.day, step.what, step.place, step.to, units,
                BigInteger.valueOf(step.worth), step.rate, step.source == null ? -1 : numbers.get(step.source), step.becomes, step.period));
        if (refused == null) {
            numbers.put(step, number);
        }
        return refused;
    }

    private List<Long> named(Step step) {
        return step.what != SlowHistory.What.UNDO ? List.of(movements.get(step.source)) : posted.get(step.source).movements().stream()
                .flatMap(undone -> undone.source() == null ? Stream.of(undone.id()) : Stream.of(undone.id(), undone.source())).toList();
    }

    private PostingRequest request(Step step) {
        UUID id = new UUID(0, shop.posted.size());
        LocalDate day = FIRST.plusDays(step.day);
        return step.what == SlowHistory.What.UNDO ? new Reversal(id, day, Shop.NOON, null, null, null).of(posted.get(step.source))
                : new PostingRequest(id, kind(step.what), day, Shop.NOON, null, null, null, null, List.of(line(step)), List.of(), lots(step));
    }

    /** What names a movement is of the lot of that. */
    private static Map<Integer, List<LotPart>> lots(Step step) {
        int lot = SlowHistory.Rules.lot(step.place);
        return lot == 0 || step.source != null ? Map.of()
                : Map.of(0, List.of(new LotPart(new Lot(lot, ITEM, "L" + lot, null), new Quantity(step.units), null)));
    }

    private static PostingKind kind(SlowHistory.What what) {
        if (what == null) {
            return PostingKind.CORRECTION;
        }
        return switch (what) {
            case RECEIPT -> PostingKind.RECEIPT;
            case SALE -> PostingKind.SALE;
            case BACK, BACK_AT_NOTHING, BACK_AT_CURRENT -> PostingKind.CUSTOMER_RETURN;
            case SEND_BACK, SEND_BACK_AT_CURRENT -> PostingKind.SUPPLIER_RETURN;
            case MOVE -> PostingKind.TRANSFER;
            case COUNT -> PostingKind.COUNT;
            case CHARGE -> PostingKind.CHARGE;
            case REVALUE -> PostingKind.REVALUATION;
            case SET_STANDARD -> PostingKind.STANDARD_COST;
            case CHANGE, RESTATE -> PostingKind.COSTING_CHANGE;
            case UNDO -> PostingKind.REVERSAL;
        };
    }

    private static LocationId location(int place) {
        return new LocationId(SlowHistory.Rules.location(place));
    }

    private StockLine line(Step step) {
        LocationId at = location(step.place);
        Quantity units = new Quantity(step.units);
        Money worth = new Money(step.worth, GBP);
        AccountRole against = kind(step.what).against();
        long source = step.source == null ? 0 : movements.get(step.source);
        if (step.what == null) {
            return new StockLine.Correct(ITEM, at, source, units, against);
        }
        return switch (step.what) {
            case RECEIPT -> new StockLine.Receive(ITEM, at, units, worth, against);
            case SALE -> new StockLine.Relieve(ITEM, at, units, against);
            case BACK -> new StockLine.GiveBack(ITEM, at, units, source, against);
            case BACK_AT_NOTHING -> new StockLine.GiveBackUnmatched(ITEM, at, units, UnmatchedCost.ZERO, against);
            case BACK_AT_CURRENT -> new StockLine.GiveBackUnmatched(ITEM, at, units, UnmatchedCost.CURRENT, against);
            case SEND_BACK -> new StockLine.TakeBack(ITEM, at, units, source, ReturnCost.ORIGINAL, against);
            case SEND_BACK_AT_CURRENT -> new StockLine.TakeBack(ITEM, at, units, source, ReturnCost.CURRENT, against);
            case MOVE -> new StockLine.Move(ITEM, at, location(step.to), units);
            case COUNT -> new StockLine.Count(ITEM, at, units, step.rate, against);
            case CHARGE -> new StockLine.Charge(ITEM, at, source, worth, against);
            case REVALUE -> new StockLine.Revalue(ITEM, at, worth, against);
            case SET_STANDARD -> new StockLine.SetStandard(ITEM, at, step.rate, against);
            case CHANGE -> new StockLine.ChangeCosting(ITEM, at, new CostTerms(CostFlow.valueOf(step.becomes.name()), AveragePeriod.valueOf(step.period.name())),
                    Application.PROSPECTIVE, against);
            case RESTATE -> new StockLine.ChangeCosting(ITEM, at, new CostTerms(CostFlow.valueOf(step.becomes.name()), AveragePeriod.valueOf(step.period.name())),
                    Application.RETROSPECTIVE, against);
            case UNDO -> throw new IllegalArgumentException("a whole posting is undone");
        };
    }

    /** What may be returned of a movement, as the database would say it. */
    private void hold(long movement) {
        Movement named = book.get(movement);
        long size = named.quantity().millionths();
        long back = 0;
        for (Movement other : book.values()) {
            if (other.source() != null && other.source() == movement) {
                size += other.basis() == Basis.CORRECTED ? other.quantity().millionths() : 0;
                back += isBack(other) ? other.quantity().millionths() + undone(other) : 0;
            }
        }
        shop.books.hold(new Stock.Named(named.place(), named.quantity().isPositive(), named.step().date(), new Source(movement,
                new Quantity(Math.abs(size)), new Money(costs.get(movement).abs().longValueExact(), GBP), new Quantity(Math.abs(back))), reopened(movement), null));
    }

    private LocalDate reopened(long movement) {
        return book.values().stream().filter(undoing -> undoing.basis().undoes() && book.get(undoing.source()).source() != null
                && book.get(undoing.source()).source() == movement).map(undoing -> undoing.step().date()).max(LocalDate::compareTo).orElse(null);
    }

    private static boolean isBack(Movement movement) {
        return movement.basis() == Basis.COMES_BACK || movement.basis().name().startsWith("GOES_BACK") || movement.basis().undoes()
                || movement.basis() == Basis.SHIFT;
    }

    private long undone(Movement back) {
        return book.values().stream().filter(other -> other.source() != null && other.source() == back.id() && isBack(other))
                .mapToLong(other -> other.quantity().millionths()).sum();
    }

    private void note(Step step, Posted posted) {
        this.posted.put(step, posted);
        for (Movement movement : posted.movements()) {
            boolean own = movement.basis() != Basis.CORRECTED && movement.basis() != Basis.RECOUNTED;
            legs.put(movement.id(), own ? SlowHistory.leg(numbers.get(step), movements.put(step, movement.id()) != null)
                    : legs.get(movement.source()));
            book.put(movement.id(), movement);
            costs.put(movement.id(), BigInteger.ZERO);
            moved.computeIfAbsent(10 * (int) movement.place().lot() + (int) movement.location().value(), fresh -> new TreeMap<>())
                    .merge(day(movement.step().date()), BigInteger.valueOf(movement.quantity().millionths()), BigInteger::add);
        }
        movements.computeIfPresent(step, (same, last) -> posted.movements().get(0).id());
        for (ValueEntry value : posted.values()) {
            BigInteger worth = BigInteger.valueOf(value.amount().minor());
            costs.merge(value.movement(), worth, BigInteger::add);
            worths.computeIfAbsent(legs.get(value.movement()), fresh -> new TreeMap<>()).merge(day(value.date()), worth, BigInteger::add);
        }
        balanced(posted);
        for (JournalLine line : posted.journal().lines()) {
            if (line.account().equals(Shop.account(AccountRole.INVENTORY))) {
                inventory = inventory.plus(line.amount());
            }
            if (line.account().equals(Shop.account(AccountRole.OPENING_EQUITY))) {
                openingEquity = openingEquity.plus(line.amount());
            }
            if (line.account().equals(Shop.account(AccountRole.COST_OF_SALES))) {
                costOfSales.merge(day(posted.dateOf(line)), BigInteger.valueOf(line.amount().minor()), BigInteger::add);
            }
        }
        withoutZeros(worths);
        withoutZeros(moved);
        costOfSales.values().removeIf(worth -> worth.signum() == 0);
    }

    /** By itself, and on each day it touches. */
    private static void balanced(Posted posted) {
        Map<LocalDate, Long> days = new TreeMap<>();
        posted.journal().lines().forEach(line -> days.merge(posted.dateOf(line), line.amount().minor(), Long::sum));
        if (days.values().stream().anyMatch(sum -> sum != 0)) {
            throw new IllegalStateException("posting " + posted.seq() + " is out of balance by " + days);
        }
    }

    private static void withoutZeros(Map<Integer, TreeMap<Integer, BigInteger>> all) {
        all.values().forEach(days -> days.values().removeIf(change -> change.signum() == 0));
        all.values().removeIf(Map::isEmpty);
    }

    private static int day(LocalDate date) {
        return (int) (date.toEpochDay() - FIRST.toEpochDay());
    }

    private String difference() {
        List<String> differences = new ArrayList<>();
        for (int lot = Math.min(lots, 1); lot <= lots; lot++) {
            for (LocationId location : PLACES) {
                differ(differences, 10 * lot + (int) location.value(), new Stock.Place(ITEM, location, lot));
            }
        }
        if (!worths.equals(slow.worthByDay())) {
            differences.add("worth by movement and day: the ledger says " + worths + ", the second opinion " + slow.worthByDay());
        }
        if (!moved.equals(slow.movedByDay())) {
            differences.add("moved by place and day: the ledger says " + moved + ", the second opinion " + slow.movedByDay());
        }
        Money pools = shop.books.pools().values().stream().map(pool -> pool.cost().value()).reduce(Money.zero(GBP), Money::plus);
        if (!pools.equals(inventory)) {
            differences.add("the inventory account says " + inventory + ", the pools " + pools);
        }
        if (!costOfSales.equals(slow.costOfSalesByDay())) {
            differences.add("cost of sales by day: the ledger says " + costOfSales + ", the second opinion " + slow.costOfSalesByDay());
        }
        numbers.forEach((step, number) -> {
            BigInteger worth = worths.getOrDefault(SlowHistory.leg(number, false), new TreeMap<>()).values().stream().reduce(BigInteger.ZERO, BigInteger::add);
            if (step.what == SlowHistory.What.SALE && worth.signum() > 0 && !mayBeRevaluedWhileMissing()) {
                differences.add("what was sold costs less than nothing: " + step + " " + worth.negate());
            }
        });
        differ(differences, "opening equity", openingEquity.minor(), slow.openingEquity());
        return differences.isEmpty() ? null : String.join("; ", differences);
    }

    /** A new standard revalues what is missing too, and not the sale that took it: what comes for it may be worth less than that. */
    private boolean mayBeRevaluedWhileMissing() {
        return belowZero && numbers.keySet().stream().anyMatch(step -> step.what == SlowHistory.What.SET_STANDARD);
    }

    private void differ(List<String> differences, int place, Stock.Place where) {
        Quantity there = lots > 0 ? shop.books.lotStock().getOrDefault(where, Quantity.ZERO) : shop.onHand(where);
        differ(differences, "on hand at " + place, there.millionths(), slow.onShelf(place));
        Stock.Pool pool = shop.pool(where);
        if (pool != null) {
            differ(differences, "pool units of " + place, pool.cost().onHand().millionths(), slow.unitsOf(place));
            differ(differences, "pool value of " + place, pool.cost().value().minor(), slow.worthOf(place));
        }
    }

    private static void differ(List<String> differences, String of, long ledger, BigInteger second) {
        if (!BigInteger.valueOf(ledger).equals(second)) {
            differences.add(of + ": the ledger says " + ledger + ", the second opinion " + second);
        }
    }
}
