package entrepot.inventory.valuation;

import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Steps as they really were: what was corrected of each is folded into it. */
public final class Corrections {

    private Corrections() {}

    /** Corrections and recounts are gone from the result; a corrected quantity keeps its unit cost. */
    public static List<Step> fold(Collection<Step> steps) {
        Map<Long, Quantity> quantities = new HashMap<>();
        Map<Long, Money> amounts = new HashMap<>();
        for (Step step : steps) {
            if (step.basis() == Basis.CORRECTED) {
                quantities.merge(step.source(), step.quantity(), Quantity::plus);
                if (step.stated() != null) {
                    amounts.merge(step.source(), step.stated(), Money::plus);
                }
            }
        }
        List<Step> folded = new ArrayList<>(steps.size());
        for (Step step : steps) {
            if (step.basis() != Basis.CORRECTED && step.basis() != Basis.RECOUNTED) {
                Quantity by = quantities.get(step.movement());
                folded.add(by == null ? step : corrected(step, by, amounts.get(step.movement())));
            }
        }
        return folded;
    }

    private static Step corrected(Step step, Quantity by, Money amount) {
        Quantity now = step.quantity().plus(by);
        Money stated = step.stated();
        if (stated != null) {
            stated = step.quantity().isZero() ? stated.plus(amount) : scaled(stated, now, step.quantity());
        }
        return new Step(step.movement(), step.pool(), step.place(), step.date(), step.ordinal(), step.basis(), now, stated,
                step.unitCost(), step.source(), step.pair(), step.turn());
    }

    private static Money scaled(Money stated, Quantity now, Quantity was) {
        BigDecimal exact = BigDecimal.valueOf(stated.minor()).multiply(BigDecimal.valueOf(now.millionths()));
        return new Money(
                exact.divide(BigDecimal.valueOf(was.millionths()), 0, RoundingMode.HALF_UP).longValueExact(), stated.currency());
    }

    /** What documents fix for the other side of each movement that owes: its own amount and the charges on it that count for {@code which}. */
    public static Map<Long, Money> owed(Collection<Step> folded, Predicate<Step> which) {
        Map<Long, Money> owed = new HashMap<>();
        for (Step step : folded) {
            if (step.basis() == Basis.STATED) {
                owed.merge(step.movement(), step.stated(), Money::plus);
            } else if (step.basis() == Basis.CHARGE && which.test(step)) {
                owed.merge(step.source(), step.stated(), Money::plus);
            }
        }
        return owed;
    }
}
