package entrepot.trading.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Fits anew as time goes on. At the close of bar {@code window - 1} and every {@code refit} bars after it, sets of hyperparameters are compared by
 * purged and embargoed folds of what is known there, all sets are fitted to all of it, and the best is used from that bar on, until the next. Known
 * are labels that have ended by then. Where there are too few of them, or all are the same, the model before stays in use.
 *
 * @param window  bars before the first fit; {@code rolling} fits to no more than these, otherwise to all before
 * @param refit   bars between two fits, 1 or more
 * @param folds   2 or more
 * @param embargo bars behind the last label of a test that do not train
 * @see "López de Prado 2018, chapters 7 and 12"
 */
public record WalkForward(int window, boolean rolling, int refit, int folds, int embargo) {

    /** Labels that a fit needs. */
    public static final int FEWEST = 10;

    /**
     * What was learned, and what it said.
     *
     * @param probability by bar, of the chosen models; not a number where there is none or a feature is missing
     * @param bySet       the same of each set of hyperparameters by itself, by set, then bar
     */
    public record Course(List<Fit> fits, double[] probability, double[][] bySet) {}

    /** How many fits there are over so many bars, at most. */
    public int fits(int bars) {
        return bars < window ? 0 : (bars - window) / refit + 1;
    }

    /**
     * @param goOn asked at each fit with its bar
     * @return null where it said no
     */
    public Course over(FeatureTable features, Labels labels, Family family, IntPredicate goOn) {
        double[][] bySet = new double[family.sets().size()][features.size()];
        double[] probability = new double[features.size()];
        Arrays.fill(probability, Double.NaN);
        Arrays.stream(bySet).forEach(row -> Arrays.fill(row, Double.NaN));
        List<Fit> fits = new ArrayList<>();
        Labels usable = labels.take(places(features, labels));
        List<Model> models = List.of();
        for (int at = window - 1; at < features.size(); at += refit) {
            if (!goOn.test(at)) {
                return null;
            }
            int until = Math.min(features.size(), at + refit);
            int from = rolling ? at + 1 - window : 0;
            Labels known = usable.take(usable.between(from, at));
            Samples samples = Samples.of(features, known);
            if (samples.size() >= Math.max(FEWEST, folds) && samples.isMixed()) {
                double[] losses = losses(known, samples, family);
                models = family.fit(samples);
                fits.add(fit(fits.size() + 1, at, from, until, samples, losses, models));
            } else if (!fits.isEmpty()) {
                fits.set(fits.size() - 1, prolonged(fits.get(fits.size() - 1), until));
            }
            for (int bar = at; bar < until && !models.isEmpty(); bar++) {
                predict(features, bar, models, bySet);
                probability[bar] = bySet[fits.get(fits.size() - 1).chosen()][bar];
            }
        }
        return new Course(List.copyOf(fits), probability, bySet);
    }

    /** Labels whose features are all known. */
    private static int[] places(FeatureTable features, Labels labels) {
        return Arrays.stream(labels.between(0, Integer.MAX_VALUE)).filter(at -> features.isKnown(labels.event()[at])).toArray();
    }

    private static Fit fit(int number, int at, int from, int until, Samples samples, double[] losses, List<Model> models) {
        int chosen = best(losses);
        Model model = models.get(chosen);
        double[] fitted = Arrays.stream(samples.rows()).mapToDouble(model::probability).toArray();
        return new Fit(number, at, from, until, samples.size(), samples.base(), chosen, losses, model, Scores.of(fitted, samples.label()));
    }

    private static Fit prolonged(Fit fit, int until) {
        return new Fit(fit.number(), fit.at(), fit.from(), until, fit.samples(), fit.base(), fit.chosen(), fit.losses(), fit.model(), fit.inSample());
    }

    /** The first of the lowest; the first of all where none is known. */
    private static int best(double[] losses) {
        int best = 0;
        for (int set = 1; set < losses.length; set++) {
            best = losses[set] < losses[best] ? set : best;
        }
        return best;
    }

    private static void predict(FeatureTable features, int bar, List<Model> models, double[][] bySet) {
        if (features.isKnown(bar)) {
            for (int set = 0; set < bySet.length; set++) {
                bySet[set][bar] = models.get(set).probability(features.rows()[bar]);
            }
        }
    }

    /** Of each set, by the weights of the samples tested. */
    private double[] losses(Labels known, Samples samples, Family family) {
        double[] losses = new double[family.sets().size()];
        double tested = 0;
        for (PurgedFolds.Fold fold : new PurgedFolds(known.event(), known.end(), embargo).folds(folds)) {
            Samples train = samples.take(fold.train());
            if (train.size() == 0 || !train.isMixed()) {
                continue;
            }
            List<Model> models = family.fit(train);
            for (int sample = fold.first(); sample <= fold.last(); sample++) {
                double weight = samples.weight()[sample];
                tested += weight;
                for (int set = 0; set < losses.length; set++) {
                    losses[set] += weight * Scores.loss(models.get(set).probability(samples.rows()[sample]), samples.label()[sample]);
                }
            }
        }
        double all = tested;
        return Arrays.stream(losses).map(loss -> all == 0 ? Double.NaN : loss / all).toArray();
    }
}
