package entrepot.trading.strategy;

import entrepot.trading.learning.Assessment;
import entrepot.trading.learning.Family;
import entrepot.trading.learning.Feature;
import entrepot.trading.learning.FeatureTable;
import entrepot.trading.learning.Labels;
import entrepot.trading.learning.RunFilter;
import entrepot.trading.learning.WalkForward;
import entrepot.trading.market.Bars;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * A rule that is learned from the series it is run on, walking forward: at each bar it holds what the model says that was fitted on labels that had
 * ended by then.
 *
 * @param family   of the models
 * @param features that they see
 * @param run      sum of returns, in deviations of one, beyond which a bar is an event; 0 where every bar is one
 * @param barriers of the labels
 * @param primary  whose side is judged, or that the model finds the side itself
 * @param forward  when is fitted, and on what
 * @param act      what the probability becomes
 * @param seed     of the importance of features
 * @see "López de Prado 2018, chapters 2 to 10"
 */
public record Learned(Family family, List<Feature> features, double run, Labels.Barriers barriers, Primary primary, WalkForward forward, Act act,
        long seed) implements Strategy {

    /** Who says long or short. */
    public enum Primary {
        /** The model: the label is 1 where the price rose. */
        NONE,
        /** The sign of the return of 63 bars; the model says whether to follow. */
        TREND,
        /** Against the score of 20 bars; the model says whether to follow. */
        REVERSION;

        private int side(double trend, double score) {
            return switch (this) {
                case NONE -> 1;
                case TREND -> Double.isNaN(trend) ? 0 : (int) Math.signum(trend);
                case REVERSION -> Double.isNaN(score) ? 0 : (int) -Math.signum(score);
            };
        }
    }

    /**
     * @param enter in above this probability, of a fall for a short, and out where it is at {@code exit} or below
     * @param meta  with a primary: its side is held while the probability is this or more
     * @param byProbability whether positions are as large as the probability makes them, else all the money
     */
    public record Act(double enter, double exit, double meta, boolean byProbability, Side side) {

        public Act {
            if (exit > enter) {
                throw new Misfit("exit", "must not be above enter, " + enter + ", is " + exit);
            }
        }
    }

    /** What there is to learn from. @param side by bar, of the primary */
    public record Lesson(FeatureTable features, Labels labels, int[] side) {}

    public Lesson lesson(Bars bars) {
        double[] volatility = Feature.VOLATILITY_20.of(bars);
        double[] trend = Feature.RETURN_63.of(bars);
        double[] score = Feature.SCORE_20.of(bars);
        int[] side = IntStream.range(0, bars.size()).map(bar -> primary.side(trend[bar], score[bar])).toArray();
        Labels labels = Labels.of(bars.closes(), events(bars, volatility), side, volatility, barriers);
        return new Lesson(FeatureTable.of(bars, features), labels, side);
    }

    private int[] events(Bars bars, double[] volatility) {
        if (run == 0) {
            return IntStream.range(0, bars.size()).toArray();
        }
        double[] moved = Feature.RETURN_1.of(bars);
        for (int bar = 0; bar < moved.length; bar++) {
            moved[bar] = volatility[bar] > 0 ? moved[bar] / volatility[bar] : 0;
        }
        return RunFilter.events(moved, run).stream().mapToInt(RunFilter.Event::at).toArray();
    }

    /** @return null where {@code goOn}, asked at each fit, said no */
    public WalkForward.Course learn(Lesson lesson, IntPredicate goOn) {
        return forward.over(lesson.features(), lesson.labels(), family, goOn);
    }

    public Assessment assess(Lesson lesson, WalkForward.Course course) {
        return Assessment.of(lesson.features(), lesson.labels(), course, seed);
    }

    /** What such probabilities make it hold. */
    public Decisions decide(Lesson lesson, double[] probability) {
        Decisions held = primary == Primary.NONE
                ? Reversion.around0(act.enter() - 0.5, act.exit() - 0.5, act.side()).of(Arrays.stream(probability).map(p -> 0.5 - p).toArray())
                : new Targets(IntStream.range(0, probability.length)
                        .map(bar -> probability[bar] >= act.meta() ? act.side().of(lesson.side()[bar]) : 0).toArray());
        double[] shares = Arrays.stream(probability).map(p -> act.byProbability() ? share(primary == Primary.NONE ? Math.max(p, 1 - p) : p) : 1).toArray();
        return new Sized(held, shares);
    }

    /** Twice the distance from a half, a hundredth at least. */
    private static double share(double p) {
        return Double.isNaN(p) ? 1 : Math.max(0.01, Math.min(1, 2 * p - 1));
    }

    @Override
    public Decisions on(Bars bars) {
        Lesson lesson = lesson(bars);
        return decide(lesson, learn(lesson, bar -> true).probability());
    }

    @Override
    public String words() {
        return "learned " + family + " features=" + features + " run=" + run + " " + barriers + " primary=" + primary + " " + forward + " " + act
                + " seed=" + seed;
    }
}
