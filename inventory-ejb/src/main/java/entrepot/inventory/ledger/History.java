package entrepot.inventory.ledger;

import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostPool;
import entrepot.inventory.valuation.CostRun;
import entrepot.inventory.valuation.Regrouping;
import entrepot.inventory.valuation.Source;
import entrepot.inventory.valuation.Step;
import entrepot.inventory.valuation.Worth;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import entrepot.kernel.book.Account;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What moved in the pools of some items, as the book has it: all of it, or what came after a checkpoint. A posting dated
 * before some of it is worked out from it.
 */
public final class History {

    /**
     * A movement of the book.
     *
     * @param undone    what the posting was that it takes back; null where it takes back none
     * @param worth     what its value entries say, by the day from which they count; empty where it carries none
     * @param inventory the account its value is in, or null where it was worth nothing so far
     * @param against   the account of the other side; null where the other side is another movement, or it was worth nothing
     */
    public record Past(
            Movement movement, PostingKind kind, PostingKind undone, SortedMap<LocalDate, Money> worth, Account inventory, Account against) {

        public LocalDate date() {
            return movement.step().date();
        }
    }

    /**
     * Where it starts.
     *
     * @param checkpoints of the items whose history is not held from its first movement
     * @param missing     movements before it that took goods which were not there at the checkpoint, each with what it is
     *                    worth from later days on
     * @param sources     movements before it that movements after it name, as they stood at the checkpoint
     * @param returnedTo  of the sources those that gave back, with what they gave back to
     */
    public record Start(
            Collection<Checkpoint> checkpoints, Collection<Past> missing, Collection<Source> sources, Map<Long, Long> returnedTo) {

        public static final Start NOTHING = new Start(List.of(), List.of(), List.of(), Map.of());

        private void into(CostRun run) {
            for (Checkpoint checkpoint : checkpoints) {
                checkpoint.pools().forEach(pool -> run.hold(pool.id(), pool.cost().copy()));
                checkpoint.shelves().forEach(run::hold);
            }
            sources.forEach(run::hold);
            returnedTo.forEach(run::hold);
        }
    }

    /**
     * What hangs together with movements of a history and is not in it.
     *
     * @param given  by pair what left for it
     * @param shares by pair what else is made for it: by movement its share of what is left when its turn comes
     */
    public record Elsewhere(Map<Long, Money> given, Map<Long, SortedMap<Long, BigDecimal>> shares) {

        public static final Elsewhere NOTHING = new Elsewhere(Map.of(), Map.of());

        private void into(CostRun run) {
            given.forEach(run::give);
            shares.forEach(run::others);
        }
    }

    private final Start start;
    private final Elsewhere elsewhere;
    private final Map<Long, Stock.Place> pools;
    private final Map<Long, Past> movements = new LinkedHashMap<>();
    private final Map<Long, List<Past>> pairs = new HashMap<>();
    private final Map<Long, Quantity> corrections = new HashMap<>();
    private final Map<Long, Long> correctedPieces = new HashMap<>();

    public History(Collection<Past> past) {
        this(Start.NOTHING, past);
    }

    public History(Start start, Collection<Past> past) {
        this(start, past, Elsewhere.NOTHING);
    }

    public History(Start start, Collection<Past> past, Elsewhere elsewhere) {
        this(start, past, elsewhere, Map.of());
    }

    /** @param pools where each is, by its number; others are where their movements are valued now */
    public History(Start start, Collection<Past> past, Elsewhere elsewhere, Map<Long, Stock.Place> pools) {
        this.start = start;
        this.elsewhere = elsewhere;
        this.pools = pools;
        past.forEach(one -> movements.put(one.movement().id(), one));
        movements.values().forEach(this::hold);
    }

    private void hold(Past past) {
        Movement movement = past.movement();
        if (movement.step().pair() != 0) {
            pairs.computeIfAbsent(movement.step().pair(), fresh -> new ArrayList<>()).add(past);
        }
        if (movement.basis() == Basis.CORRECTED) {
            corrections.merge(movement.source(), movement.quantity(), Quantity::plus);
            correctedPieces.merge(movement.source(), movement.pieces() == null ? 0 : movement.pieces(), Long::sum);
        }
    }

    /** Null where the book has none of that number, or it came before the start. */
    public Past of(long movement) {
        return movements.get(movement);
    }

    /** All of the transfer or assembly that it is part of, itself too; empty where it is of none. */
    List<Past> pairedWith(Past one) {
        return pairs.getOrDefault(one.movement().step().pair(), List.of());
    }

    /** Its quantity with all corrections of it. */
    Quantity corrected(Past one) {
        return one.movement().quantity().plus(corrections.getOrDefault(one.movement().id(), Quantity.ZERO));
    }

    /** Its pieces with all corrections of them, with its sign; null where they are not counted. */
    Long correctedPieces(Past one) {
        Long pieces = one.movement().pieces();
        return pieces == null ? null : Long.valueOf(pieces + correctedPieces.getOrDefault(one.movement().id(), 0L));
    }

    public Collection<Past> all() {
        return movements.values();
    }

    /** Of items the last day before another on which something moved. */
    Map<ItemId, LocalDate> lastBefore(Map<ItemId, LocalDate> days) {
        Map<ItemId, LocalDate> last = new HashMap<>();
        for (Past past : movements.values()) {
            ItemId item = past.movement().item();
            if (days.containsKey(item) && past.date().isBefore(days.get(item))) {
                last.merge(item, past.date(), (one, other) -> one.isAfter(other) ? one : other);
            }
        }
        return last;
    }

    Start start() {
        return start;
    }

    public List<Step> steps() {
        return movements.values().stream().map(past -> past.movement().step()).toList();
    }

    /** By what was counted since: its own movement and the corrections of it. */
    Map<Long, Quantity> counted() {
        Map<Long, Quantity> counted = new HashMap<>();
        for (Past past : movements.values()) {
            Movement movement = past.movement();
            if (movement.basis() == Basis.COUNTED || movement.basis() == Basis.RECOUNTED) {
                long count = movement.basis() == Basis.COUNTED ? movement.id() : movement.source();
                counted.merge(count, movement.quantity(), Quantity::plus);
            }
        }
        return counted;
    }

    /**
     * Works it out anew.
     *
     * @param more steps of a posting that is not in the book yet
     */
    CostRun run(Books.Setting setting, Map<Long, Stock.Place> pools, Collection<Step> more, CostRun.Trace trace) {
        CostRun run = new CostRun(setting.currency(), pool -> setting.policyOf(pools.get(pool)));
        run.trace(trace);
        beginAt(run, more);
        List<Step> steps = new ArrayList<>(steps());
        steps.addAll(more);
        return run(run, steps);
    }

    private CostRun run(CostRun run, List<Step> steps) {
        start.into(run);
        elsewhere.into(run);
        movements.keySet().forEach(run::tolerate);
        run.run(steps);
        return run;
    }

    /**
     * Works it out as it had been, had all of some items always been valued where the setting says now.
     *
     * @param places of pools by their number; those that are found to be needed, with numbers below zero, come to them
     */
    CostRun regrouped(Books.Setting setting, Set<ItemId> items, Map<Long, Stock.Place> places) {
        Map<Stock.Place, Long> numbers = new HashMap<>();
        Map<Long, Long> regrouped = new HashMap<>();
        for (Past past : movements.values()) {
            if (items.contains(past.movement().item())) {
                Stock.Place pool = setting.poolOf(past.movement().place());
                numbers.putIfAbsent(pool, -1L - numbers.size());
                places.put(numbers.get(pool), pool);
                regrouped.put(past.movement().id(), numbers.get(pool));
            }
        }
        Map<Long, Set<Long>> turning = new HashMap<>();
        movements.values().stream().map(Past::movement).filter(movement -> movement.basis() == Basis.SET_TERMS && items.contains(movement.item()))
                .forEach(movement -> turning.put(movement.id(), numbers.entrySet().stream()
                        .filter(pool -> pool.getKey().item().equals(movement.item())).map(Map.Entry::getValue).collect(Collectors.toSet())));
        CostRun run = new CostRun(setting.currency(), pool -> setting.policyOf(places.get(pool)));
        List<Step> steps = Regrouping.of(steps(), regrouped, turning);
        beginAt(run, steps);
        return run(run, steps);
    }

    /** The terms of each pool before its first change of them, also where that is not run. */
    private void beginAt(CostRun run, Collection<Step> more) {
        Set<Long> known = new HashSet<>();
        Stream.concat(steps().stream(), more.stream())
                .filter(step -> step.basis() == Basis.SET_TERMS)
                .sorted(Comparator.comparing(Step::date).thenComparingLong(Step::ordinal))
                .filter(step -> known.add(step.pool()))
                .forEach(step -> run.hold(step.pool(), step.turn().from()));
    }

    /** Where pools and balances must stand. */
    public record State(
            List<Stock.Pool> pools, Map<Stock.Place, Quantity> balances, Map<Stock.Place, Quantity> lots, Map<Stock.Place, Quantity> pieces,
            List<Checkpoint> checkpoints) {}

    /**
     * Pools and balances from nothing but what moved.
     *
     * @param days on which there must be a checkpoint
     * @throws IllegalStateException where the book says of a movement another worth than its history, naming it
     */
    public State rebuilt(Books.Setting setting, Set<LocalDate> days) {
        Map<Long, Stock.Place> places = places(setting);
        Map<Long, Stock.Pool> last = new LinkedHashMap<>();
        for (Past past : movements.values()) {
            Movement movement = past.movement();
            Stock.Pool pool = last.getOrDefault(movement.pool(), new Stock.Pool(movement.pool(), null, 0, past.date()));
            last.put(movement.pool(), new Stock.Pool(movement.pool(), null, Math.max(pool.ordinal(), movement.ordinal()),
                    pool.lastDate().isAfter(past.date()) ? pool.lastDate() : past.date()));
        }
        CheckpointTaker checkpoints = new CheckpointTaker(places, setting.checkpointsApart(), days, Map.of());
        CostRun run = run(setting, places, List.of(), checkpoints);
        movements.values().forEach(past -> agree(past, run));
        Map<Stock.Place, Quantity> balances = new HashMap<>();
        run.shelves().forEach((shelf, onHand) -> balances.merge(
                new Stock.Place(places.get(shelf.pool()).item(), new LocationId(shelf.place())), onHand, Quantity::plus));
        Set.copyOf(balances.keySet()).forEach(place -> balances.putIfAbsent(setting.siteOf(place), Quantity.ZERO));
        Map<Stock.Place, Quantity> lots = new HashMap<>();
        movements.values().stream().map(Past::movement).filter(movement -> movement.lot() != null)
                .forEach(movement -> lots.merge(movement.place(), movement.quantity(), Quantity::plus));
        Map<Stock.Place, Quantity> pieces = new HashMap<>();
        movements.values().stream().map(Past::movement).filter(movement -> movement.pieces() != null)
                .forEach(movement -> pieces.merge(movement.place(), Quantity.units(movement.pieces()), Quantity::plus));
        List<Stock.Pool> pools = last.values().stream()
                .map(pool -> new Stock.Pool(pool.id(), run.pools().get(pool.id()), pool.ordinal(), pool.lastDate()))
                .filter(pool -> pool.cost() != null)
                .toList();
        return new State(pools, balances, lots, pieces, checkpoints.taken());
    }

    /** Where the pools stand after some of the steps alone. */
    public Map<Stock.Place, CostPool> pools(Books.Setting setting, Predicate<Step> which) {
        Map<Long, Stock.Place> places = places(setting);
        Map<Stock.Place, CostPool> pools = new HashMap<>();
        run(setting, places, which).pools().forEach((number, pool) -> pools.put(places.get(number), pool));
        return pools;
    }

    /** What each movement is worth had it always been costed by the setting's policies, by day. @throws entrepot.inventory.valuation.Unvaluable where it cannot be */
    public Map<Long, SortedMap<LocalDate, Money>> worths(Books.Setting setting) {
        Map<Long, SortedMap<LocalDate, Money>> worths = new HashMap<>();
        Map<Long, Stock.Place> places = places(setting);
        CostRun run = new CostRun(setting.currency(), pool -> setting.policyOf(places.get(pool)));
        run(run, steps().stream().filter(step -> step.basis() != Basis.SET_TERMS && step.basis() != Basis.RESTATED).toList())
                .worths().forEach((movement, worth) -> worths.put(movement, worth.days()));
        return worths;
    }

    /** Where the pools are in which something moved. */
    Map<Long, Stock.Place> places(Books.Setting setting) {
        Map<Long, Stock.Place> places = new HashMap<>();
        movements.values().forEach(past -> places.put(past.movement().pool(), poolOf(past, setting)));
        return places;
    }

    /** The pool in which it moved, which may be another than its place is valued in now. */
    Stock.Place poolOf(Past past, Books.Setting setting) {
        Stock.Place known = pools.get(past.movement().pool());
        return known != null ? known : setting.poolOf(past.movement().place());
    }

    private CostRun run(Books.Setting setting, Map<Long, Stock.Place> places, Predicate<Step> which) {
        CostRun run = new CostRun(setting.currency(), pool -> setting.policyOf(places.get(pool)));
        beginAt(run, List.of());
        return run(run, steps().stream().filter(which).toList());
    }

    private static void agree(Past past, CostRun run) {
        Worth worth = run.worths().get(past.movement().id());
        Map<LocalDate, Money> now = new TreeMap<>(worth == null ? Map.of() : worth.days());
        Map<LocalDate, Money> book = new TreeMap<>(past.worth());
        now.values().removeIf(Money::isZero);
        book.values().removeIf(Money::isZero);
        if (!now.equals(book)) {
            throw new IllegalStateException("movement " + past.movement().id() + " of " + past.date() + " is worth " + book
                    + " in the book and " + now + " by its history");
        }
    }
}
