package entrepot.inventory.valuation;

import entrepot.inventory.valuation.CostLayer.Origin;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The average of a pool over a day or a month: what was there at its start and all that came in it, over the quantity of
 * both (IAS 2.27, "calculated on a periodic basis"). All that leaves in the period, early or late in it, leaves at that
 * rate; roundings are carried along, so that the last unit takes what is left.
 *
 * <p>What comes from other pools is counted where its source has the same period; else it joins at the period's end. What is undone in
 * its own period is as if it had not been.
 */
final class PeriodAverage {

    private static final int DIGITS = 18;

    /** Who bears what can be on nothing else, the last first: an undoing is worth what it undoes. */
    private enum Bearing { UNDOING, AT_OWN_COST, AT_RATE }

    /** What took goods out. @param cost null of a count, which may find more */
    private record Gone(Origin origin, Quantity quantity, Money cost, Bearing bearing) {
        Gone less(Quantity some, Money amount) {
            return new Gone(origin, quantity.minus(some), cost.minus(amount), bearing);
        }
    }

    private final CostRun run;
    private final CostPool pool;
    private final LocalDate start;
    private final PeriodInputs inputs;
    private final List<Gone> gone = new ArrayList<>();
    private final Quantity known;
    private final Money knownWorth;
    private final Quantity available;
    private final Money worth;
    private final BigDecimal lastKnown;
    private final Step first;
    private Quantity out = Quantity.ZERO;
    private Money outCost;
    private Quantity restored = Quantity.ZERO;
    private Money restoredWorth;
    private Quantity lost = Quantity.ZERO;
    private Money lostWorth;
    private Quantity later = Quantity.ZERO;
    private Money laterWorth;
    private LocalDate lastCome;

    /** @param sharesLateCost whether a charge is of its own day, not of its receipt's */
    PeriodAverage(CostRun run, CostPool pool, LocalDate start, boolean sharesLateCost, List<Step> steps) {
        this.run = run;
        this.first = steps.get(0);
        this.pool = pool;
        this.start = start;
        this.lastCome = start;
        this.outCost = run.zero();
        this.restoredWorth = run.zero();
        this.lostWorth = run.zero();
        this.laterWorth = run.zero();
        this.inputs = new PeriodInputs(run, pool, sharesLateCost, steps);
        Quantity quantity = inputs.quantity();
        Money value = inputs.value();
        boolean healed = heal(quantity, value);
        this.known = healed ? Quantity.ZERO : quantity;
        this.knownWorth = healed ? run.zero() : value;
        this.available = pool.onHand().plus(known);
        this.worth = pool.value().plus(knownWorth);
        this.lastKnown = pool.unitCost();
    }

    /** What was missing at the start takes of what came, at its mean. @return whether the pool holds what came now */
    private boolean heal(Quantity quantity, Money value) {
        if (pool.shortages().isEmpty() || !quantity.isPositive()) {
            return false;
        }
        Step came = inputs.firstToCome();
        if (value.isNegative()) {
            throw belowZero(came, quantity + " that came in");
        }
        LocalDate day = came.date();
        pool.receive(new CostLayer(Origin.POOLED, quantity, value)).forEach(trueUp -> run.trueUp(trueUp, day));
        return true;
    }

    LocalDate start() {
        return start;
    }

    /** Whether what it undoes can be undone at what it is worth. */
    boolean knows(Step undoing) {
        return inputs.covers(undoing.source()) || inputs.counts(undoing);
    }

    /** What comes at the rate; where nothing else came to take it from, at the last known unit cost. */
    Money worthOf(Step step) {
        return inputs.fixedOf(step).orElseGet(() -> atRate(step.quantity()));
    }

    /** @param signed positive or negative; the value has its sign */
    Money atRate(Quantity signed) {
        BigDecimal cost = available.isPositive()
                ? worth.decimal().multiply(signed.decimal()).divide(available.decimal(), DIGITS, RoundingMode.HALF_UP)
                : lastKnown.multiply(signed.decimal());
        return Money.rounded(cost, worth.currency());
    }

    /** What a step brings back of a source; {@code original} where the period does not know better. */
    Money worthOf(Step back, Money original) {
        boolean atRate = inputs.covers(back.source()) && !back.basis().undoes();
        return atRate ? worthOf(back) : inputs.originalOf(back).orElse(original);
    }

    CostPool.Relief relieve(Step step) {
        out = out.plus(step.size());
        Money cost = atRate(out).minus(outCost);
        gone.add(new Gone(step.origin(0), step.size(), cost, step.size().isPositive() ? Bearing.AT_RATE : Bearing.AT_OWN_COST));
        if (cost.isNegative()) {
            throw belowZero(step, step.size() + " that leave in");
        }
        outCost = outCost.plus(cost);
        return relief(step, cost);
    }

    private CostPool.Relief relief(Step step, Money cost) {
        List<CostLayer> taken = step.size().isZero() ? List.of() : List.of(new CostLayer(Origin.POOLED, step.size(), cost));
        return new CostPool.Relief(taken, run.zero(), cost);
    }

    /** At what it cost, where that is part of the rate already. */
    CostPool.Relief relieveAt(Step step, Money stated) {
        if (!inputs.counts(step)) {
            return relieve(step);
        }
        Money original = inputs.originalOf(step).orElse(stated);
        gone.add(new Gone(step.origin(0), step.size(), original, step.basis().undoes() ? Bearing.UNDOING : Bearing.AT_OWN_COST));
        return relief(step, original);
    }

    /** What came in the period did not come; what came before goes. */
    CostPool.Relief takeOut(Step step, Money stated) {
        if (!inputs.covers(step.source())) {
            return relieveAt(step, stated);
        }
        if (!inputs.counts(step)) {
            later = later.minus(step.size());
            laterWorth = laterWorth.minus(stated);
        }
        return relief(step, stated);
    }

    void come(Step step, Money value) {
        if (step.basis().undoes() && inputs.covers(step.source())) {
            restore(step, value);
        } else if (!inputs.counts(step)) {
            come(step, step.quantity(), value);
        }
    }

    /** What left in the period did not leave. */
    private void restore(Step step, Money value) {
        Money cost = value.minus(run.charged(step.movement()));
        gone.replaceAll(one -> one.origin().movement() == step.source() ? one.less(step.size(), cost) : one);
        gone.removeIf(one -> one.origin().movement() == step.source() && one.quantity().isZero());
        if (!inputs.counts(step)) {
            restored = restored.plus(step.size());
            restoredWorth = restoredWorth.plus(value);
        }
    }

    private void come(Step step, Quantity quantity, Money value) {
        later = later.plus(quantity);
        laterWorth = laterWorth.plus(value);
        lastCome = inputs.isUndone(step) ? lastCome : step.date();
    }

    private void lose(Quantity quantity, Money value) {
        lost = lost.plus(quantity);
        lostWorth = lostWorth.plus(value);
    }

    /** What a count found more, or less, comes or leaves at the rate. */
    Money find(Step count, Quantity difference) {
        Money value = atRate(difference);
        note(count, difference);
        if (difference.isPositive()) {
            come(count, difference, value);
        } else {
            lose(difference.negated(), value.negated());
        }
        return value;
    }

    /** What lay there leaves at the rate, what a count found comes worth {@code found}; what was missing comes on top. */
    Money anew(Step count, Quantity before, Money found) {
        Money was = atRate(before);
        note(count, count.quantity().minus(before));
        if (before.isPositive()) {
            lose(before, was);
            come(count, count.quantity(), found);
        } else {
            come(count, count.quantity().minus(before), found.minus(was));
        }
        return found.minus(was);
    }

    private void note(Step count, Quantity difference) {
        gone.add(new Gone(count.origin(0), difference.isPositive() ? Quantity.ZERO : difference.negated(), null, Bearing.AT_OWN_COST));
    }

    /** The period is over: the pool holds what is left of it, or lacks what left beyond all that came. */
    void settle() {
        Quantity there = available.plus(later);
        Money thereWorth = worth.plus(laterWorth);
        if (!pool.shortages().isEmpty() && later.isPositive()) {
            pool.receive(new CostLayer(Origin.POOLED, later, laterWorth)).forEach(trueUp -> run.trueUp(trueUp, lastCome));
            there = pool.onHand().plus(known);
            thereWorth = pool.value().plus(knownWorth);
        }
        there = there.minus(lost);
        thereWorth = thereWorth.minus(lostWorth);
        Quantity left = there.minus(out).plus(restored);
        Money value = thereWorth.minus(outCost).plus(restoredWorth);
        List<Shortage> missing = missing(left, value);
        Money fair = missing.stream().map(Shortage::provisional).reduce(run.zero(), Money::minus);
        if (left.isPositive()) {
            fair = value.isNegative() ? thereWorth.share(left.millionths(), there.millionths()) : value;
        }
        if (left.isPositive() && fair.isNegative()) {
            throw belowZero(first, left + " left of");
        }
        bear(fair.minus(value), missing);
        if (available.isPositive() && !worth.isNegative()) {
            pool.know(worth, available);
        }
        pool.become(left, fair, missing);
    }

    /** What left last is worth so much less, down to nothing, and then what left before it; or so much more. What left at the rate bears it first. */
    private void bear(Money amount, List<Shortage> missing) {
        List<Gone> bearers = gone.stream().sorted(Comparator.comparing(Gone::bearing)).toList();
        Money open = amount;
        for (int last = bearers.size() - 1; last >= 0 && !open.isZero(); last--) {
            Gone one = bearers.get(last);
            Money part = one.cost() == null ? open : smaller(open, covered(one, missing));
            if (one.bearing() == Bearing.UNDOING && !part.isZero()) {
                run.allowOtherWorth(inputs.step(one.origin().movement()), one.cost());
            }
            run.trueUp(new TrueUp(one.origin().movement(), part), one.origin().date());
            open = open.minus(part);
        }
        if (!open.isZero()) {
            throw belowZero(first, "nothing left that could bear " + open + " of");
        }
    }

    /** What it cost without what is still missing of it. */
    private Money covered(Gone one, List<Shortage> missing) {
        Money cost = missing.stream().filter(shortage -> shortage.origin().equals(one.origin())).map(Shortage::provisional).reduce(one.cost(), Money::minus);
        return cost.isNegative() ? run.zero() : cost;
    }

    private static Money smaller(Money one, Money other) {
        return one.minor() <= other.minor() ? one : other;
    }

    /** What was missing before is still; what is missing beyond left last, at the rate at which it left. */
    private List<Shortage> missing(Quantity left, Money value) {
        if (left.isPositive() || left.isZero()) {
            return List.of();
        }
        List<Shortage> missing = new ArrayList<>(pool.shortages());
        Quantity open = missing.stream().map(Shortage::missing).reduce(left.negated(), Quantity::minus);
        Money worth = missing.stream().map(Shortage::provisional).reduce(value.negated(), Money::minus);
        int first = missing.size();
        for (int last = gone.size() - 1; last >= 0 && open.isPositive(); last--) {
            Gone one = gone.get(last);
            Quantity part = Quantity.smaller(open, one.quantity());
            if (part.isPositive()) {
                missing.add(first, new Shortage(one.origin(), part, missingOf(one, part, open, worth)));
                worth = worth.minus(missing.get(first).provisional());
            }
            open = open.minus(part);
        }
        return missing;
    }

    /** Nothing at least, and no more than all of it cost. @param worth of all that is missing and did not leave later */
    private Money missingOf(Gone one, Quantity part, Quantity open, Money worth) {
        boolean atRate = one.bearing() == Bearing.AT_RATE;
        if (atRate && part.equals(one.quantity())) {
            return one.cost();
        }
        Money cost = atRate ? worth : atRate(open).minus(atRate(open.minus(part)));
        Money most = one.cost() == null ? cost : smaller(cost, one.cost());
        return most.isNegative() ? run.zero() : most;
    }

    private Unvaluable belowZero(Step step, String what) {
        return new Unvaluable(step, "below-zero-value", what + " the period that begins on " + start + ": it would be worth less than nothing");
    }
}
