package entrepot.inventory.valuation;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Steps as they had been, had other places been valued together all along. Nothing went over then, and nothing was restated for it.
 * What was carried inside one of the pools moved no value; what was carried from one to another did. A revaluation of what is
 * several pools now is shared by what each of them held. What came to other terms from a day on comes to them in each of the pools.
 */
public final class Regrouping {

    private static final int ROOM_FOR_CHARGES = 2;

    private final Map<Long, Long> pools;
    private final Map<Long, Set<Long>> turning;
    private final Map<Long, CostTerms> turned = new HashMap<>();
    private final Map<Long, List<Step>> carried = new HashMap<>();
    private final Map<Long, Step> told = new HashMap<>();
    private final Map<CostRun.Shelf, Quantity> shelves = new HashMap<>();
    private final Map<Long, Set<CostRun.Shelf>> members = new HashMap<>();
    private final List<Step> steps = new ArrayList<>();

    private Regrouping(Map<Long, Long> pools, Map<Long, Set<Long>> turning) {
        this.pools = pools;
        this.turning = turning;
    }

    /**
     * @param pools   by movement the pool it had moved in; one that is not there stays as it is
     * @param turning by movement that brings other terms all the pools that come to them
     */
    public static List<Step> of(Collection<Step> all, Map<Long, Long> pools, Map<Long, Set<Long>> turning) {
        Regrouping regrouping = new Regrouping(pools, turning);
        List<Step> ordered = Timeline.of(Corrections.fold(all));
        ordered.stream().filter(Regrouping::isCarried)
                .forEach(step -> regrouping.carried.computeIfAbsent(step.pair(), fresh -> new ArrayList<>()).add(step));
        for (int place = 0; place < ordered.size(); place++) {
            regrouping.add(ordered.get(place), place * ROOM_FOR_CHARGES);
        }
        return regrouping.steps;
    }

    /** By how much more each layer of {@code held} is worth where its units, in cost order, are worth those of {@code other}. */
    public static List<Money> differences(CostPool held, CostPool other) {
        List<Money> differences = new ArrayList<>();
        List<CostLayer> rest = new ArrayList<>(other.layers());
        for (CostLayer layer : held.layers()) {
            Money worth = layer.value().negated();
            for (Quantity open = layer.left(); open.isPositive(); ) {
                CostLayer next = rest.remove(0);
                CostLayer part = next.part(Quantity.smaller(open, next.left()));
                if (part.left().compareTo(next.left()) < 0) {
                    rest.add(0, next.without(part));
                }
                worth = worth.plus(part.value());
                open = open.minus(part.left());
            }
            differences.add(worth);
        }
        return differences;
    }

    /** Undone inside a pool, it names what it undoes. */
    private static boolean isCarried(Step step) {
        return step.basis() == Basis.ARRIVES || step.basis() == Basis.LEAVES_FOR
                || step.basis() == Basis.SHIFT && step.source() == null && step.pair() != 0;
    }

    private void add(Step step, long ordinal) {
        if (!pools.containsKey(step.movement())) {
            steps.add(step);
            return;
        }
        CostRun.Shelf shelf = new CostRun.Shelf(pools.get(step.movement()), step.place());
        if (step.basis() == Basis.GOES_OVER) {
            members(step.pool()).remove(shelf);
            return;
        }
        members(step.pool()).add(shelf);
        if (step.basis() == Basis.COMES_OVER || step.basis() == Basis.RESTATED && step.unitCost() != null) {
            return;
        }
        if (step.basis() == Basis.REVALUE || step.basis() == Basis.RESTATED) {
            share(step, shelf.pool(), ordinal);
            return;
        }
        if (step.basis() == Basis.SET_TERMS) {
            turning.get(step.movement()).forEach(pool -> turn(step, pool, ordinal));
            return;
        }
        Step alike = alike(step, shelf.pool(), ordinal);
        told.put(step.movement(), alike);
        steps.add(alike);
        shelves.merge(shelf, step.basis() == Basis.COUNTED ? step.quantity().minus(held(shelf)) : step.quantity(), Quantity::plus);
    }

    /** Once, of however many pools it is made now. */
    private void turn(Step step, long pool, long ordinal) {
        CostTerms to = step.turn().to();
        if (!to.equals(turned.put(pool, to))) {
            steps.add(new Step(step.movement(), pool, step.place(), step.date(), ordinal, step.basis(), step.quantity(), null, null, null, step.pair(),
                    step.turn()));
        }
    }

    private Set<CostRun.Shelf> members(long pool) {
        return members.computeIfAbsent(pool, fresh -> new LinkedHashSet<>());
    }

    private Quantity held(CostRun.Shelf shelf) {
        return shelves.getOrDefault(shelf, Quantity.ZERO);
    }

    private void share(Step step, long own, long ordinal) {
        Map<Long, Long> held = new TreeMap<>();
        members(step.pool()).forEach(shelf -> held.merge(shelf.pool(), held(shelf).millionths(), Long::sum));
        held.values().removeIf(quantity -> quantity <= 0);
        if (held.isEmpty()) {
            held.put(own, 1L);
        }
        long all = held.values().stream().mapToLong(Long::longValue).sum();
        long done = 0;
        Money spent = step.stated().minus(step.stated());
        for (Map.Entry<Long, Long> pool : held.entrySet()) {
            done += pool.getValue();
            Money part = step.stated().share(done, all).minus(spent);
            spent = spent.plus(part);
            steps.add(revaluation(step, pool.getKey(), ordinal, part));
        }
    }

    private static Step revaluation(Step step, long pool, long ordinal, Money amount) {
        return new Step(step.movement(), pool, step.place(), step.date(), ordinal, Basis.REVALUE, Quantity.ZERO, amount, null, null, step.pair(), null);
    }

    private Step alike(Step step, long pool, long ordinal) {
        Step source = step.source() == null ? null : told.get(step.source());
        boolean ofNoValue = source != null && source.basis() == Basis.SHIFT;
        if (step.basis() == Basis.CHARGE && ofNoValue) {
            Step charge = revaluation(step, pool, source.ordinal() + 1, step.stated());
            return new Step(charge.movement(), pool, charge.place(), source.date(), charge.ordinal(), charge.basis(), charge.quantity(),
                    charge.stated(), null, null, charge.pair(), null);
        }
        Basis basis = basis(step, source, ofNoValue);
        boolean namesNone = ofNoValue || basis == Basis.SHIFT;
        return new Step(step.movement(), pool, step.place(), step.date(), ordinal, basis, step.quantity(), step.stated(), step.unitCost(),
                namesNone ? null : step.source(), step.pair(), step.turn());
    }

    private Basis basis(Step step, Step source, boolean ofNoValue) {
        if (isCarried(step) && isTransfer(step)) {
            return isInside(step) ? Basis.SHIFT : step.quantity().isPositive() ? Basis.ARRIVES : Basis.LEAVES_FOR;
        }
        boolean undoes = step.basis().undoes() || step.basis() == Basis.SHIFT && source != null;
        if (undoes) {
            return ofNoValue ? Basis.SHIFT : step.quantity().isPositive() ? Basis.PUT_BACK : Basis.TAKEN_OUT;
        }
        if (ofNoValue) {
            return step.quantity().isPositive() ? Basis.CURRENT : Basis.FLOW;
        }
        return step.basis();
    }

    /** What leaves for an assembly has no other end. */
    private boolean isTransfer(Step step) {
        return carried.get(step.pair()).stream().anyMatch(end -> end.basis() != Basis.LEAVES_FOR);
    }

    private boolean isInside(Step step) {
        return carried.get(step.pair()).stream().map(end -> pools.get(end.movement())).distinct().count() == 1;
    }
}
