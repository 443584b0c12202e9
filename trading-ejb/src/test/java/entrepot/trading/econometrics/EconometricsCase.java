package entrepot.trading.econometrics;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.trading.Shared;
import entrepot.trading.evidence.Expected;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.StreamSupport;

/** One case of econometrics, by the kind its id begins with. */
final class EconometricsCase {

    private final JsonNode json;
    private final JsonNode params;
    private final JsonNode columns;
    private final Expected expected;

    EconometricsCase(JsonNode json) {
        this.json = json;
        this.params = json.path("params");
        this.columns = Shared.series(json.path("input").asText());
        this.expected = new Expected(json);
    }

    void check() {
        String id = json.path("id").asText();
        switch (id.replaceFirst("^(adf|kpss|engle-granger|johansen|ou-half-life|pairs-rolling-zscore|variance-ratio|hurst).*", "$1")) {
            case "adf" -> dickeyFuller();
            case "kpss" -> kpss();
            case "engle-granger" -> engleGranger();
            case "johansen" -> johansen();
            case "ou-half-life" -> halfLife();
            case "pairs-rolling-zscore" -> pair();
            case "variance-ratio" -> {
                VarianceRatio found = VarianceRatio.of(series(), params.path("q").asInt());
                expected.is("vr", found.ratio()).is("z_homoskedastic", found.plain()).is("z_heteroskedastic", found.robust());
            }
            case "hurst" -> {
                String[] lags = params.path("lags").asText().split("\\.\\.");
                expected.is("hurst", Hurst.exponent(series(), Integer.parseInt(lags[0]), Integer.parseInt(lags[1])));
            }
            default -> throw new AssertionError("no case of the kind " + id);
        }
        expected.complete();
    }

    private void dickeyFuller() {
        Trend trend = Trend.of(params.path("regression").asText());
        double[] series = series();
        DickeyFuller found = params.path("autolag").isTextual()
                ? DickeyFuller.of(series, trend, criterion(params.path("autolag").asText()), most(series.length, trend))
                : DickeyFuller.of(series, trend, params.path("lags").asInt());
        expected.is("statistic", found.statistic()).is("p_value_mackinnon", found.pValue()).is("p_value", found.pValue())
                .is("nobs_used", found.observations()).is("nobs", found.observations()).is("used_lag", found.lags())
                .are("critical_1_5_10", json.path("source").asText().contains("Stata") ? found.tabled() : found.critical());
    }

    private static DickeyFuller.Criterion criterion(String name) {
        return DickeyFuller.Criterion.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private int most(int size, Trend trend) {
        return params.path("maxlag").isNumber() ? params.path("maxlag").asInt() : DickeyFuller.usualLags(size, trend);
    }

    private void kpss() {
        Trend trend = Trend.of(params.path("regression").asText());
        int lags = params.path("lags").isNumber() ? params.path("lags").asInt() : Kpss.usualLags(series(), trend);
        Kpss found = Kpss.of(series(), trend, lags);
        expected.is("statistic", found.statistic()).is("p_value_reported", found.pValue()).is("p_value", found.pValue()).is("lags", lags);
    }

    private void engleGranger() {
        JsonNode others = params.path("x");
        double[][] regressors = others.isArray()
                ? StreamSupport.stream(others.spliterator(), false).map(name -> column(name.asText())).toArray(double[][]::new)
                : new double[][] {column(others.asText())};
        EngleGranger found = EngleGranger.of(column(params.path("y").asText()), regressors, Trend.of(params.path("trend").asText()),
                params.path("lags").asInt());
        expected.is("statistic", found.statistic()).is("p_value", found.pValue()).are("critical_1_5_10", found.critical())
                .is("ols_hedge_ratio", found.hedge()[0]);
        if (expected.has("ols_intercept")) {
            expected.is("ols_intercept", found.trend()[0]);
        }
    }

    private void johansen() {
        double[][] series = StreamSupport.stream(columns.spliterator(), false).map(Shared::numbers).toArray(double[][]::new);
        Johansen found = Johansen.of(series, params.path("det_order").asInt(), params.path("k_ar_diff").asInt());
        expected.are("trace", found.trace()).are("max_eigen", found.largest())
                .are("trace_critical_90_95_99_r0", found.traceCritical(0)).are("max_eigen_critical_90_95_99_r0", found.largestCritical(0));
    }

    private void halfLife() {
        HalfLife found = HalfLife.of(json.has("series") ? series() : spread(params.path("spread").asText()));
        json.path("expected").fieldNames().forEachRemaining(figure -> {
            if (figure.startsWith("half_life_exact")) {
                expected.is(figure, found.exact());
            } else if (figure.startsWith("half_life")) {
                expected.is(figure, found.halfLife());
            } else if (figure.startsWith("ou_theta_exact")) {
                expected.is(figure, found.speed());
            }
        });
        expected.is("lambda", found.pull()).is("phi_ar1", found.persistence());
    }

    /** "y - x", or with a hedge ratio of a regression "y - h*x - c with OLS h,c". */
    private double[] spread(String words) {
        String[] names = words.replaceFirst(" with .*", "").replace("h*", "").replace(" - c", "").split(" - ");
        double[] one = column(names[0]);
        double[] other = column(names[1]);
        if (words.contains("OLS")) {
            return EngleGranger.of(one, new double[][] {other}, Trend.CONSTANT, 0).spread();
        }
        double[] spread = new double[one.length];
        Arrays.setAll(spread, at -> one[at] - other[at]);
        return spread;
    }

    /** Of the second column of prices on the first, as the other cases of this input. */
    private void pair() {
        double[] one = column(params.path("y").asText("brent"));
        double[] other = column(params.path("x").asText("wti"));
        RollingPair found = RollingPair.of(one, other, params.path("window").asInt());
        at("hedge_ratio", found.hedge());
        at("z", found.score());
        int[] positions = found.positions(params.path("enter_abs_z").asDouble());
        int entries = 0;
        for (int at = 1; at < positions.length; at++) {
            entries += positions[at] != 0 && positions[at] != positions[at - 1] ? 1 : 0;
        }
        expected.is("entries", entries);
    }

    private void at(String line, double[] found) {
        json.path("expected").path(line).properties().forEach(point -> expected.close(line + " at " + point.getKey(),
                found[Integer.parseInt(point.getKey())], point.getValue().asDouble()));
        expected.said(line);
    }

    private double[] series() {
        String name = json.path("series").asText();
        return name.startsWith("log ") ? Arrays.stream(column(name.substring(4))).map(Math::log).toArray() : column(name);
    }

    private double[] column(String name) {
        if (!columns.has(name)) {
            throw new AssertionError(json.path("id") + ": no column " + name);
        }
        return Shared.numbers(columns.path(name));
    }
}
