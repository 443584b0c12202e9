package entrepot.trading.basket;

import entrepot.trading.allocation.Covariance;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** What a selection wants of a universe, every so many days, and how much of it. Nothing in it depends on the account. */
public final class Decisions {

    /** An instrument without a bar on so many days of the universe is given no new money. */
    public static final int STALE = 10;

    private final Universe universe;
    private final Plan plan;
    private final int need;
    private final Selection.Choice choice;

    private Decisions(Universe universe, Selection rule, Plan plan) {
        this.universe = universe;
        this.plan = plan;
        this.need = Math.max(plan.window(), rule.need());
        this.choice = rule.on(universe);
    }

    /** @param goOn asked at each decision with its day; @return null where it said no */
    public static List<Decision> of(Universe universe, Selection rule, Plan plan, IntPredicate goOn) {
        Decisions decisions = new Decisions(universe, rule, plan);
        List<Decision> made = new ArrayList<>();
        for (int day = decisions.need; day < universe.days(); day += plan.every()) {
            if (!goOn.test(day)) {
                return null;
            }
            made.add(decisions.at(day));
        }
        return made;
    }

    private Decision at(int day) {
        int[] sides = choice.sides(day, eligible(day));
        int[] chosen = IntStream.range(0, sides.length).filter(member -> sides[member] != 0).toArray();
        double[][] returns = new double[chosen.length][];
        for (int at = 0; at < chosen.length; at++) {
            returns[at] = returns(chosen[at], day, sides[chosen[at]]);
        }
        double[] sizes = plan.construction().weights(returns);
        for (int at = 0; at < sizes.length; at++) {
            sizes[at] = Math.min(sizes[at], plan.most());
        }
        double[] shares = Covariance.riskShares(sizes, Covariance.of(returns));
        double[] weights = new double[sides.length];
        double[] risk = new double[sides.length];
        for (int at = 0; at < chosen.length; at++) {
            weights[chosen[at]] = sides[chosen[at]] * sizes[at];
            risk[chosen[at]] = shares[at];
        }
        return new Decision(day, weights, risk);
    }

    private boolean[] eligible(int day) {
        boolean[] eligible = new boolean[universe.size()];
        for (int member = 0; member < eligible.length; member++) {
            eligible[member] = universe.bar(member, day - need) >= 0 && universe.bar(member, day) > universe.bar(member, Math.max(0, day - STALE))
                    && moves(member, day);
        }
        return eligible;
    }

    /** Whether all prices are above 0 and the returns of the window are not all the same. */
    private boolean moves(int member, int day) {
        for (int at = day - need; at <= day; at++) {
            if (!(universe.close(member, at) > 0)) {
                return false;
            }
        }
        double first = made(member, day - plan.window() + 1);
        for (int at = day - plan.window() + 2; at <= day; at++) {
            if (Math.abs(made(member, at) - first) > 1e-9) {
                return true;
            }
        }
        return false;
    }

    /** Of the window, the other way round of a short. */
    private double[] returns(int member, int day, int side) {
        double[] returns = new double[plan.window()];
        for (int at = 0; at < returns.length; at++) {
            returns[at] = side * made(member, day - returns.length + 1 + at);
        }
        return returns;
    }

    private double made(int member, int day) {
        return universe.close(member, day) / universe.close(member, day - 1) - 1;
    }
}
