package entrepot.trading.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.trading.Shared;
import entrepot.trading.learning.LearningCase;
import java.util.Arrays;
import java.util.stream.StreamSupport;

/** One case of evidence statistics, by the kind its id begins with. */
final class EvidenceCase {

    private final JsonNode json;
    private final JsonNode inputs;
    private final Expected expected;

    EvidenceCase(JsonNode json) {
        this.json = json;
        this.inputs = json.path("inputs");
        this.expected = new Expected(json);
    }

    void check() {
        String id = json.path("id").asText();
        if (id.startsWith("dsr-")) {
            deflated();
        } else if (id.startsWith("psr-")) {
            probabilistic();
        } else if (id.startsWith("mintrl")) {
            trackRecord();
        } else if (id.startsWith("pbo-cscv-")) {
            crossValidation();
        } else if (id.startsWith("stationary-bootstrap-indices")) {
            bootstrap();
        } else if (id.startsWith("permutation-test-exact")) {
            permutation();
        } else if (id.startsWith("kelly-")) {
            kelly(id);
        } else {
            new LearningCase(json, expected).check();
        }
    }

    private void deflated() {
        double year = Math.sqrt(number("periods_per_year"));
        SharpeEvidence found = new SharpeEvidence(number("annualised_sr") / year, inputs.path("T").asInt(), number("skew"),
                number("kurtosis_non_excess"));
        double variance = number("variance_of_annualised_trial_sr") / number("periods_per_year");
        double trials = number("N_independent_trials");
        double dsr = found.deflated(trials, variance);
        expected.is("sr0_per_period", SharpeEvidence.expectedMaximum(trials, variance)).is("dsr", dsr).is("published", dsr).complete();
    }

    private void probabilistic() {
        double psr = monthly(number("skew"), number("kurtosis_non_excess")).probabilistic(number("benchmark"));
        expected.is("psr", psr).is("published", psr).complete();
    }

    private SharpeEvidence monthly(double skew, double kurtosis) {
        return new SharpeEvidence(number("sr_per_month"), inputs.path("T").asInt(2), skew, kurtosis);
    }

    /** The shape of the returns stands in the name of the figure. */
    private void trackRecord() {
        json.path("expected").fieldNames().forEachRemaining(figure -> {
            double[] shape = figure.startsWith("normal") ? new double[] {0, 3}
                    : Arrays.stream(figure.replaceAll("^skew_|_months$", "").split("_kurt_")).mapToDouble(Double::parseDouble).toArray();
            expected.is(figure, monthly(shape[0], shape[1]).minimumTrackRecord(number("benchmark"), number("alpha")));
        });
        expected.complete();
    }

    private void crossValidation() {
        JsonNode rows = inputs.has("returns_rows") ? inputs.path("returns_rows") : Shared.input(inputs.path("file").asText()).path("rows");
        double[][] returns = StreamSupport.stream(rows.spliterator(), false).map(Shared::numbers).toArray(double[][]::new);
        CrossValidation found = CrossValidation.of(returns, inputs.path("S").asInt());
        expected.is("combinations", found.logits().length)
                .are("logits_in_lexicographic_order", found.logits())
                .is("logit_sum", Arrays.stream(found.logits()).sum())
                .is("pbo", found.overfitting())
                .is("degradation_slope", found.slope())
                .is("degradation_intercept", found.intercept())
                .is("prob_oos_loss", found.loss())
                .complete();
    }

    private void bootstrap() {
        Lcg lcg = new Lcg(inputs.path("lcg_seed").asLong());
        int[] found = new StationaryBootstrap(inputs.path("n").asInt(), number("restart_probability")).indices(lcg::uniform);
        expected.are("indices", Arrays.stream(found).asDoubleStream().toArray()).complete();
    }

    private void permutation() {
        Permutation found = Permutation.exact(Shared.numbers(inputs.path("returns")), Shared.numbers(inputs.path("positions")));
        expected.is("statistic_mean", found.statistic())
                .is("distinct_permutations", found.orders())
                .is("p_value", found.pValue())
                .is("null_mean", found.nullMean())
                .complete();
    }

    private void kelly(String id) {
        switch (id.replaceFirst("^kelly-([a-z]+).*", "$1")) {
            case "single" -> single();
            case "multi" -> several();
            case "binary" -> expected.is("f", Kelly.bet(number("p"), number("b"))).complete();
            default -> throw new AssertionError("no Kelly of the kind " + id);
        }
    }

    private void single() {
        double deviation = number("sd_annual");
        double share = Kelly.single(number("excess_mean"), deviation);
        double levered = Kelly.growth(number("risk_free"), number("excess_mean") / deviation);
        double plain = number("mean_annual") - deviation * deviation / 2;
        expected.is("kelly_f", share).is("published_f", share)
                .is("growth_levered", levered).is("published_growth", levered)
                .is("growth_unlevered_mean_minus_half_var", plain).is("published_unlevered", plain)
                .complete();
    }

    private void several() {
        double[][] covariance = StreamSupport.stream(inputs.path("cov").spliterator(), false).map(Shared::numbers).toArray(double[][]::new);
        double[] excess = Shared.numbers(inputs.path("excess_mean"));
        double sharpe = Kelly.sharpe(covariance, excess);
        expected.are("f", Kelly.several(covariance, excess)).is("sharpe", sharpe)
                .is("growth", Kelly.growth(number("risk_free"), sharpe)).complete();
    }

    private double number(String field) {
        assertThat(inputs.path(field).isNumber()).as(field + " of " + json.path("id")).isTrue();
        return inputs.path(field).asDouble();
    }
}
