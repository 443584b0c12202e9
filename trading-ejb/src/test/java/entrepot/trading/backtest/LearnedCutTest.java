package entrepot.trading.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.Walk;
import entrepot.trading.learning.Family;
import entrepot.trading.learning.FeatureTable;
import entrepot.trading.learning.Labels;
import entrepot.trading.learning.LogisticRegression;
import entrepot.trading.learning.Model;
import entrepot.trading.learning.Samples;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.Decisions;
import entrepot.trading.strategy.Learned;
import entrepot.trading.strategy.Strategy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cut check on windows long enough to learn from, with refits and the choice of hyperparameters inside of the cut. */
class LearnedCutTest {

    private static final Bars BARS = Walk.gapped(31, 420);

    private static Learned learned(String model) {
        return BuiltIn.LEARNED.with(Map.of("model", model, "window", 150.0, "refit", 40.0, "folds", 3.0, "patience", 8.0, "trees", 10.0,
                "enter", 0.5, "side", "LONG_SHORT", "size", "PROBABILITY", "rows", 0.7)).learned();
    }

    private static boolean sees(Strategy strategy) {
        CutSeries check = new CutSeries(strategy, BARS);
        return IntStream.rangeClosed(1, BARS.size()).filter(cut -> cut % 7 == 0 || cut > 390).anyMatch(cut -> check.changedBy(cut).isPresent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGISTIC", "TREES"})
    void whatIsLearnedSeesNothingBehindTheCut(String model) {
        assertThat(Arrays.stream(learned(model).on(BARS).targets()).distinct().sorted()).containsExactly(-1, 0, 1);
        assertThat(sees(learned(model))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOGISTIC", "TREES"})
    void labelsThatHaveNotEndedAreFoundOut(String model) {
        Learned plain = learned(model);
        assertThat(sees(cheat(plain, plain.family(), true))).isTrue();
    }

    @Test
    void scalingByAllDataIsFoundOut() {
        Learned plain = learned("LOGISTIC");
        assertThat(sees(cheat(plain, null, false))).isTrue();
        assertThat(sees(cheat(plain, plain.family(), false))).as("the same without the cheat").isFalse();
    }

    /** @param family null for one that scales by all rows of the series; @param early whether labels are taken as known at their events */
    private static Strategy cheat(Learned plain, Family family, boolean early) {
        return new Strategy() {
            @Override
            public Decisions on(Bars bars) {
                Learned.Lesson lesson = plain.lesson(bars);
                Labels labels = lesson.labels();
                Learned.Lesson spoilt = new Learned.Lesson(lesson.features(),
                        early ? new Labels(labels.event(), Arrays.stream(labels.event()).map(bar -> bar + 1).toArray(), labels.label()) : labels, lesson.side());
                Learned cheat = new Learned(family == null ? new ScaledByAll(lesson.features()) : family, plain.features(), plain.run(), plain.barriers(),
                        plain.primary(), plain.forward(), plain.act(), plain.seed());
                return cheat.decide(spoilt, cheat.learn(spoilt, bar -> true).probability());
            }

            @Override
            public String words() {
                return "cheat";
            }
        };
    }

    /**
     * Puts all rows of the series among the samples, next to weightless, so that the mean and the deviation by which the regression scales are those
     * of all.
     */
    private record ScaledByAll(FeatureTable all) implements Family {
        private static final LogisticRegression PLAIN = new LogisticRegression(List.of(10.0, 1.0));

        @Override
        public List<String> sets() {
            return PLAIN.sets();
        }

        @Override
        public List<Model> fit(Samples samples) {
            double[][] known = IntStream.range(0, all.size()).filter(all::isKnown).mapToObj(bar -> all.rows()[bar]).toArray(double[][]::new);
            double[] weight = IntStream.range(0, samples.size() + known.length).mapToDouble(at -> at < samples.size() ? samples.weight()[at] : 1e-12).toArray();
            double[][] rows = IntStream.range(0, weight.length).mapToObj(at -> at < samples.size() ? samples.rows()[at] : known[at - samples.size()])
                    .toArray(double[][]::new);
            int[] label = IntStream.range(0, weight.length).map(at -> at < samples.size() ? samples.label()[at] : 0).toArray();
            return PLAIN.fit(new Samples(rows, label, weight));
        }
    }
}
