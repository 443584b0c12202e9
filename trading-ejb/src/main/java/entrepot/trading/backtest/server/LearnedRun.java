package entrepot.trading.backtest.server;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.learning.Assessment;
import entrepot.trading.learning.WalkForward;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.Decided;
import entrepot.trading.strategy.Learned;
import entrepot.trading.strategy.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * What a strategy that is learned has learned, once for all runs of a backtest.
 *
 * @param strategy what it decides, sized
 * @param sets     the same by each set of hyperparameters alone
 */
public record LearnedRun(Learned learned, WalkForward.Course course, Assessment assessment, Strategy strategy, List<Strategy> sets) {

    /** All models of a backtest are kept. */
    private static final long MOST_NODES = 2_000_000;

    /**
     * @return null where {@code goOn}, asked at each fit, said no
     * @throws IllegalStateException where there would be more models than can be kept
     */
    static LearnedRun of(Experiment asked, Bars bars, IntPredicate goOn) {
        Learned learned = asked.learned();
        long fits = learned.forward().fits(bars.size());
        if (fits * learned.family().nodes() > MOST_NODES) {
            throw new IllegalStateException(fits + " fits of trees with up to " + learned.family().nodes() + " nodes are more than the " + MOST_NODES
                    + " nodes that are kept; fit less often, or take fewer trees or a smaller depth");
        }
        Learned.Lesson lesson = learned.lesson(bars);
        WalkForward.Course course = learned.learn(lesson, goOn);
        if (course == null) {
            return null;
        }
        List<Strategy> sets = new ArrayList<>();
        for (int set = 0; set < course.bySet().length; set++) {
            sets.add(asked.sized(new Decided(asked.strategy().words() + " with " + learned.family().sets().get(set),
                    learned.decide(lesson, course.bySet()[set]))));
        }
        Strategy strategy = asked.sized(new Decided(asked.strategy().words(), learned.decide(lesson, course.probability())));
        return new LearnedRun(learned, course, learned.assess(lesson, course), strategy, List.copyOf(sets));
    }
}
