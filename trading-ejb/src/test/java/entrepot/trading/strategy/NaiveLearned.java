package entrepot.trading.strategy;

import entrepot.trading.learning.Feature;
import entrepot.trading.learning.NaiveLogistic;
import entrepot.trading.learning.NaiveTrees;
import entrepot.trading.market.Bars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** {@code docs/learned-signals.md} as slow as it reads. Features are those of the product, which {@code FeatureTest} works out again. */
final class NaiveLearned {

    private final Bars bars;
    private final Map<String, String> settings;
    private final double[][] columns;
    private final double[] volatility;
    private final double[] trend;
    private final double[] score;
    private final int[] side;
    private final List<Sample> samples = new ArrayList<>();

    private record Sample(int event, int end, int label, double[] row) {}

    NaiveLearned(Bars bars, Map<String, String> settings) {
        this.bars = bars;
        this.settings = settings;
        this.columns = features().map(feature -> feature.of(bars)).toArray(double[][]::new);
        this.volatility = Feature.VOLATILITY_20.of(bars);
        this.trend = Feature.RETURN_63.of(bars);
        this.score = Feature.SCORE_20.of(bars);
        this.side = IntStream.range(0, bars.size()).map(this::side).toArray();
        events().forEach(this::label);
    }

    private Stream<Feature> features() {
        return switch (settings.get("features")) {
            case "ALL" -> Arrays.stream(Feature.values());
            case "TREND" -> Stream.of(Feature.RETURN_5, Feature.RETURN_21, Feature.RETURN_63, Feature.TREND_50, Feature.FRACTION);
            case "REVERSION" -> Stream.of(Feature.RETURN_1, Feature.RETURN_5, Feature.CHANNEL_20, Feature.RSI_14, Feature.SCORE_20);
            default -> Stream.of(Feature.VOLATILITY_20, Feature.RANGE_20, Feature.VOLUME_20);
        };
    }

    private double number(String name) {
        return Double.parseDouble(settings.get(name));
    }

    private int side(int bar) {
        double sign = switch (settings.get("primary")) {
            case "NONE" -> 1;
            case "TREND" -> trend[bar];
            default -> -score[bar];
        };
        return sign > 0 ? 1 : sign < 0 ? -1 : 0;
    }

    private List<Integer> events() {
        double[] moved = Feature.RETURN_1.of(bars);
        List<Integer> events = new ArrayList<>();
        double up = 0;
        double down = 0;
        for (int bar = 0; bar < bars.size(); bar++) {
            double step = volatility[bar] > 0 ? moved[bar] / volatility[bar] : 0;
            up = Math.max(0, up + step);
            down = Math.min(0, down + step);
            boolean rose = up > number("run");
            boolean fell = down < -number("run");
            if (settings.get("events").equals("EVERY_BAR") || rose || fell) {
                events.add(bar);
            }
            down = fell ? 0 : down;
            up = rose && !fell ? 0 : up;
        }
        return events;
    }

    private void label(int event) {
        double unit = volatility[event] * Math.sqrt(number("patience"));
        double[] row = row(event);
        if (side[event] == 0 || !(unit > 0) || row == null) {
            return;
        }
        for (int bar = event + 1; bar < bars.size(); bar++) {
            double gained = bars.close(bar) / bars.close(event) - 1;
            double mine = side[event] * gained;
            if (mine >= number("profit") * unit || mine <= -number("loss") * unit || bar == event + number("patience")) {
                samples.add(new Sample(event, bar, mine > 0 ? 1 : 0, row));
                return;
            }
        }
    }

    /** Null where one is missing. */
    private double[] row(int bar) {
        double[] row = Arrays.stream(columns).mapToDouble(column -> column[bar]).toArray();
        return Arrays.stream(row).allMatch(Double::isFinite) ? row : null;
    }

    int[] targets() {
        int[] targets = new int[bars.size()];
        ToDoubleFunction<double[]> model = null;
        int held = 0;
        for (int bar = 0; bar < targets.length; bar++) {
            int since = bar + 1 - (int) number("window");
            if (since >= 0 && since % (int) number("refit") == 0) {
                ToDoubleFunction<double[]> next = model(bar);
                model = next == null ? model : next;
            }
            double[] row = row(bar);
            double p = model == null || row == null ? Double.NaN : model.applyAsDouble(row);
            held = wanted(bar, p, held);
            targets[bar] = held;
        }
        return targets;
    }

    private int wanted(int bar, double p, int held) {
        boolean shorts = settings.get("side").equals("LONG_SHORT");
        if (!settings.get("primary").equals("NONE")) {
            return p >= number("meta") && (shorts || side[bar] > 0) ? side[bar] : 0;
        }
        if (held > 0 && p > number("exit") || held < 0 && 1 - p > number("exit")) {
            return held;
        }
        return p > number("enter") ? 1 : shorts && 1 - p > number("enter") ? -1 : 0;
    }

    /** Fitted at the close of a bar; null where there is too little to learn from. */
    private ToDoubleFunction<double[]> model(int at) {
        int from = settings.get("span").equals("ROLLING") ? at + 1 - (int) number("window") : 0;
        List<Sample> known = samples.stream().filter(one -> one.event() >= from && one.end() <= at).toList();
        int folds = (int) number("folds");
        if (known.size() < Math.max(10, folds) || !mixed(known)) {
            return null;
        }
        double[] weight = weights(known);
        double[] losses = new double[sets()];
        for (int fold = 0, first = 0; fold < folds; fold++) {
            int size = known.size() / folds + (fold < known.size() % folds ? 1 : 0);
            List<Integer> train = train(known, first, first + size);
            if (mixed(train.stream().map(known::get).toList())) {
                for (int set = 0; set < losses.length; set++) {
                    ToDoubleFunction<double[]> model = fitted(known, weight, train, set);
                    for (int test = first; test < first + size; test++) {
                        double p = model.applyAsDouble(known.get(test).row());
                        losses[set] += weight[test] * -Math.log(Math.max(1e-15, known.get(test).label() == 1 ? p : 1 - p));
                    }
                }
            }
            first += size;
        }
        int best = 0;
        for (int set = 1; set < losses.length; set++) {
            best = losses[set] < losses[best] - 1e-12 ? set : best;
        }
        return fitted(known, weight, IntStream.range(0, known.size()).boxed().toList(), best);
    }

    private static boolean mixed(List<Sample> some) {
        return some.stream().map(Sample::label).distinct().count() == 2;
    }

    private List<Integer> train(List<Sample> known, int first, int behind) {
        int reach = known.subList(first, behind).stream().mapToInt(Sample::end).max().orElseThrow() + (int) number("embargo");
        return IntStream.range(0, known.size()).filter(at -> at < first && known.get(at).end() < known.get(first).event()
                || at >= behind && known.get(at).event() > reach).boxed().toList();
    }

    private static double[] weights(List<Sample> known) {
        double[] weight = known.stream().mapToDouble(one -> IntStream.rangeClosed(one.event() + 1, one.end())
                .mapToDouble(bar -> 1.0 / known.stream().filter(other -> other.event() < bar && bar <= other.end()).count()).average().orElseThrow()).toArray();
        double sum = Arrays.stream(weight).sum();
        return Arrays.stream(weight).map(one -> one * weight.length / sum).toArray();
    }

    private int sets() {
        return settings.get("model").equals("LOGISTIC") ? 4 : halved("depth").length * halved("trees").length;
    }

    private int[] halved(String name) {
        int most = (int) number(name);
        int half = (most + 1) / 2;
        return half == most ? new int[] {most} : new int[] {half, most};
    }

    private ToDoubleFunction<double[]> fitted(List<Sample> known, double[] weight, List<Integer> train, int set) {
        double[][] rows = train.stream().map(at -> known.get(at).row()).toArray(double[][]::new);
        int[] label = train.stream().mapToInt(at -> known.get(at).label()).toArray();
        double[] some = train.stream().mapToDouble(at -> weight[at]).toArray();
        if (settings.get("model").equals("LOGISTIC")) {
            return new NaiveLogistic(rows, label, some, Math.pow(10, 3 - set))::probability;
        }
        int[] trees = halved("trees");
        return new NaiveTrees(rows, label, some, halved("depth")[set / trees.length], trees[set % trees.length], number("rate"), number("rows"),
                (long) number("seed"))::probability;
    }
}
