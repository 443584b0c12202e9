package entrepot.inventory.ledger;

import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.Corrections;
import entrepot.inventory.valuation.CostLayer;
import entrepot.inventory.valuation.CostPool;
import entrepot.inventory.valuation.CostRun;
import entrepot.inventory.valuation.Step;
import entrepot.inventory.valuation.Worth;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Why a movement is worth what it is, down to receipts, charges and corrections: the same run that values the book, watched
 * while it does.
 */
public final class Explanation {

    /** How much of one movement is shown of those that an average mixes, the latest first. */
    private static final int MIXED = 12;
    private static final int DEEPEST = 8;

    /**
     * @param worth  of the part that is looked at, signed as it moved
     * @param unit   what the pool held just before, where the worth is a rate of it; or null
     * @param parts  what it is made of: layers it took, or the source it follows
     * @param causes what was posted later and is in it: charges and corrections
     * @param hidden how many more parts there are than are shown
     */
    public record Node(
            History.Past past, Quantity quantity, Money worth, CostRun.Held unit, List<Node> parts, List<Cause> causes, int hidden) {}

    /** @param amount of a charge, or null; @param quantity by which it was corrected, or null */
    public record Cause(History.Past past, Money amount, Quantity quantity) {}

    private record Taken(CostPool.Relief relief, CostRun.Held before) {}

    private final History history;
    private final CostRun run;
    private final Map<Long, Taken> taken;
    private final Map<Long, Step> folded = new HashMap<>();

    private Explanation(History history, CostRun run, Map<Long, Taken> taken) {
        this.history = history;
        this.run = run;
        this.taken = taken;
        Corrections.fold(history.steps()).forEach(step -> folded.put(step.movement(), step));
    }

    /** @param history of the movement's item, and of what it was made of */
    public static Node of(long movement, History history, Books.Setting setting) {
        Map<Long, Taken> taken = new HashMap<>();
        CostRun run = history.run(setting, history.places(setting), List.of(), new CostRun.Trace() {
            @Override
            public void after(Step step, CostPool pool) {}

            @Override
            public void takes(Step step, CostPool.Relief relief, CostRun.Held before) {
                taken.put(step.movement(), new Taken(relief, before));
            }
        });
        return new Explanation(history, run, taken).node(movement, null, null, DEEPEST);
    }

    /** @param quantity the part of it that is looked at, or null for all */
    private Node node(long movement, Quantity quantity, Money worth, int depth) {
        History.Past past = history.of(movement);
        Step step = folded.getOrDefault(movement, past.movement().step());
        Quantity all = run.counted().getOrDefault(movement, step.quantity());
        Taken out = taken.get(movement);
        List<Node> parts = depth == 0 ? List.of() : parts(step, out, depth);
        boolean mixed = out != null && !out.relief().taken().isEmpty() && isPooled(out.relief().taken().get(0));
        return new Node(past, quantity == null ? all : quantity, worth == null ? total(movement) : worth,
                mixed ? out.before() : null, parts.size() > MIXED ? parts.subList(0, MIXED) : parts, causes(movement),
                Math.max(0, parts.size() - MIXED));
    }

    private List<Node> parts(Step step, Taken out, int depth) {
        if (out != null) {
            return out.relief().taken().stream().anyMatch(Explanation::isPooled)
                    ? mixedInto(step)
                    : out.relief().taken().stream()
                            .map(layer -> node(layer.origin().movement(), layer.left(), layer.value(), depth - 1)).toList();
        }
        if (step.basis().followsPair()) {
            return history.all().stream().map(one -> one.movement().step())
                    .filter(one -> one.pair() == step.pair() && one.basis().leadsPair())
                    .map(one -> node(one.movement(), null, null, depth - 1)).toList();
        }
        if (step.basis() == Basis.SET_TERMS) {
            return mixedInto(step);
        }
        boolean follows = step.basis() == Basis.COMES_BACK || step.basis() == Basis.PUT_BACK;
        return follows && history.of(step.source()) != null ? List.of(node(step.source(), null, null, depth - 1)) : List.of();
    }

    /** What an average was mixed of is all that came before: the latest come first. */
    private List<Node> mixedInto(Step step) {
        return history.all().stream()
                .map(past -> folded.get(past.movement().id()))
                .filter(one -> one != null && one.pool() == step.pool() && one.quantity().isPositive() && comesBefore(one, step))
                .sorted(Comparator.comparing(Step::date).thenComparingLong(Step::ordinal).reversed())
                .map(one -> node(one.movement(), null, null, 0))
                .toList();
    }

    private static boolean comesBefore(Step one, Step other) {
        int byDate = one.date().compareTo(other.date());
        return byDate < 0 || byDate == 0 && one.ordinal() < other.ordinal();
    }

    private List<Cause> causes(long movement) {
        List<Cause> causes = new ArrayList<>();
        for (History.Past past : history.all()) {
            Step step = past.movement().step();
            if (step.source() != null && step.source() == movement) {
                if (step.basis() == Basis.CHARGE) {
                    causes.add(new Cause(past, step.stated(), null));
                } else if (step.basis() == Basis.CORRECTED) {
                    causes.add(new Cause(past, null, step.quantity()));
                }
            }
        }
        return causes;
    }

    private Money total(long movement) {
        Worth worth = run.worths().get(movement);
        return worth == null ? null : worth.total();
    }

    private static boolean isPooled(CostLayer layer) {
        return layer.origin().equals(CostLayer.Origin.POOLED);
    }
}
