package entrepot.trading.strategy;

import static entrepot.trading.indicator.Parameter.choice;
import static entrepot.trading.indicator.Parameter.number;
import static entrepot.trading.indicator.Parameter.whole;

import entrepot.trading.indicator.Parameter;
import entrepot.trading.indicator.Settings;
import entrepot.trading.learning.BoostedTrees;
import entrepot.trading.learning.Family;
import entrepot.trading.learning.Feature;
import entrepot.trading.learning.Labels;
import entrepot.trading.learning.LogisticRegression;
import entrepot.trading.learning.WalkForward;
import entrepot.trading.strategy.Learned.Primary;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** What a person sets of a rule that is learned. */
final class LearnedSettings {

    private static final int MOST_TREES = 500;

    /** Strengths of the penalty that are tried, the strongest first: where two do as well, the simpler is taken. */
    private static final List<Double> PENALTIES = List.of(1000.0, 100.0, 10.0, 1.0);

    private enum Kind {
        LOGISTIC, TREES
    }

    private enum Events {
        EVERY_BAR, RUNS
    }

    private enum Span {
        EXPANDING, ROLLING
    }

    private enum Size {
        WHOLE, PROBABILITY
    }

    /** Features that go together. */
    private enum Group {
        ALL(Feature.values()),
        TREND(Feature.RETURN_5, Feature.RETURN_21, Feature.RETURN_63, Feature.TREND_50, Feature.FRACTION),
        REVERSION(Feature.RETURN_1, Feature.RETURN_5, Feature.CHANNEL_20, Feature.RSI_14, Feature.SCORE_20),
        RISK(Feature.VOLATILITY_20, Feature.RANGE_20, Feature.VOLUME_20);

        private final List<Feature> features;

        Group(Feature... features) {
            this.features = List.of(features);
        }
    }

    static final List<Parameter> PARAMETERS = List.of(
            choice("model", names(Kind.values())), choice("features", names(Group.values())),
            choice("events", names(Events.values())), number("run", 2, 0.1, 100),
            number("profit", 1, 0.1, 20), number("loss", 1, 0.1, 20), whole("patience", 10, 1, 250),
            whole("window", 1000, 20, Parameter.LONGEST), choice("span", names(Span.values())), whole("refit", 63, 5, Parameter.LONGEST),
            whole("folds", 5, 2, 10), whole("embargo", 10, 0, 1000),
            whole("depth", 3, 1, 6), whole("trees", 60, 2, MOST_TREES), number("rate", 0.1, 0.01, 0.4), number("rows", 0.5, 0.1, 1),
            choice("primary", names(Primary.values())), number("enter", 0.55, 0.5, 0.99), number("exit", 0.5, 0.01, 0.99), number("meta", 0.5, 0.01, 0.99),
            choice("size", names(Size.values())), choice("side", names(Side.values())), whole("seed", 1, 0, 1_000_000));

    private LearnedSettings() {}

    static Learned make(Settings s) {
        boolean runs = Events.valueOf(s.choice("events")) == Events.RUNS;
        boolean rolling = Span.valueOf(s.choice("span")) == Span.ROLLING;
        boolean byProbability = Size.valueOf(s.choice("size")) == Size.PROBABILITY;
        return new Learned(family(s), Group.valueOf(s.choice("features")).features, runs ? s.number("run") : 0,
                new Labels.Barriers(s.number("profit"), s.number("loss"), s.whole("patience")), Primary.valueOf(s.choice("primary")),
                new WalkForward(s.whole("window"), rolling, s.whole("refit"), s.whole("folds"), s.whole("embargo")),
                new Learned.Act(s.number("enter"), s.number("exit"), s.number("meta"), byProbability, Side.valueOf(s.choice("side"))), s.whole("seed"));
    }

    /** Half the depth and half the trees are tried too. */
    private static Family family(Settings s) {
        if (Kind.valueOf(s.choice("model")) == Kind.LOGISTIC) {
            return new LogisticRegression(PENALTIES);
        }
        return new BoostedTrees(halved(s.whole("depth")), halved(s.whole("trees")), s.number("rate"), s.number("rows"), s.whole("seed"));
    }

    private static List<Integer> halved(int most) {
        return Stream.of((most + 1) / 2, most).distinct().toList();
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }
}
