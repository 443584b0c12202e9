package entrepot.inventory.valuation;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.util.HashMap;
import java.util.Map;

/** What of each movement may still be returned or undone, and what gave back to which. */
final class Sources {

    private final Map<Long, Source> sources = new HashMap<>();
    private final Map<Long, Long> returnedTo = new HashMap<>();

    void hold(Source source) {
        sources.put(source.movement(), source);
    }

    /** The movement {@code returned} gave back what {@code to} had moved. */
    void hold(long returned, long to) {
        returnedTo.put(returned, to);
    }

    /** A step that is worked out is a source itself. */
    void add(Step step, Money worth) {
        Money cost = worth.isNegative() ? worth.negated() : worth;
        hold(new Source(step.movement(), step.size(), cost, Quantity.ZERO));
    }

    /** The one that the step names. */
    Source of(Step step) {
        Source source = sources.get(step.source());
        if (source == null) {
            throw new Unvaluable(step, "no-such-movement", "movement " + step.source() + " is not there before " + step.date());
        }
        return source;
    }

    /** So much less of its source is open. @return the source as it was before */
    Source giveBack(Step step) {
        returnedTo.put(step.movement(), step.source());
        return less(step);
    }

    /** As {@link #giveBack}; what a return had given back to is open again once the return is undone. */
    Source undo(Step step) {
        Long open = returnedTo.get(step.source());
        if (open != null && sources.containsKey(open)) {
            hold(sources.get(open).with(step.size().negated()));
        }
        return less(step);
    }

    private Source less(Step step) {
        Source source = of(step);
        hold(with(source, step));
        return source;
    }

    /** So much less of it is open. */
    static Source with(Source source, Step step) {
        if (step.size().compareTo(source.open()) > 0) {
            throw new Unvaluable(step, "already-returned", "on " + step.date() + " " + source.returned() + " of " + source.size()
                    + " were returned or undone: " + step.size() + " more cannot be");
        }
        return source.with(step.size());
    }

    void trueUp(TrueUp trueUp) {
        sources.computeIfPresent(trueUp.movement(), (movement, source) -> source.worth(source.cost().minus(trueUp.amount())));
    }

    /** By movement. */
    Map<Long, Source> all() {
        return sources;
    }

    /** What the movement gave back to, or null. */
    Long returnedTo(long movement) {
        return returnedTo.get(movement);
    }
}
