package entrepot.trading.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.trading.Shared;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** One case of performance statistics: one figure of several price series, or all figures of one file. */
final class PerformanceCase {

    private static final double PER_YEAR = 365;

    private final JsonNode json;
    private final Expected expected;

    PerformanceCase(JsonNode json) {
        this.json = json;
        this.expected = new Expected(json);
    }

    void check() throws IOException {
        JsonNode prices = json.path("inputs").path("prices");
        if (json.path("inputs").has("file")) {
            all();
        } else if (prices.isObject()) {
            prices.properties().forEach(one ->
                    expected.is(one.getKey(), figure(Returns.ofPrices(Shared.numbers(one.getValue()), perYear(PER_YEAR)))));
        } else {
            throw new AssertionError(json.path("id") + ": inputs " + json.path("inputs"));
        }
        expected.complete();
    }

    private double figure(Returns returns) {
        String id = json.path("id").asText().replaceFirst("^perf-", "");
        String kind = id.replaceFirst("-?[\\d.]+(pct)?$", "");
        return switch (kind) {
            case "total-return" -> returns.total();
            case "annual-return", "cagr" -> returns.annual();
            case "volatility", "annual-volatility" -> returns.volatility();
            case "sharpe" -> returns.sharpe(param("risk_free_per_period", 0));
            case "downside-risk" -> returns.downsideRisk(param("required_return_per_period", 0));
            case "sortino" -> returns.sortino(param("required_return_per_period", 0));
            case "omega" -> returns.omega(param("risk_free_per_period", 0)
                    + Math.pow(1 + param("required_return_per_year", 0), 1 / perYear(PER_YEAR)) - 1);
            case "tail-ratio" -> returns.tailRatio();
            case "cvar" -> returns.conditionalValueAtRisk(Double.parseDouble(id.replaceAll("^cvar-|pct$", "")) / 100);
            case "max-drawdown" -> -returns.maxDrawdown();
            case "calmar" -> returns.calmar();
            case "skew" -> returns.moments().skew();
            case "kurtosis" -> returns.moments().kurtosis();
            default -> throw new AssertionError("no figure of the kind " + kind);
        };
    }

    private void all() throws IOException {
        Returns found = Returns.ofPrices(prices(), perYear(12));
        expected.is("n_returns", found.moments().count())
                .is("total_return", found.total())
                .is("cagr", found.annual())
                .is("volatility", found.volatility())
                .is("sharpe_rf0", found.sharpe(0))
                .is("sortino_0", found.sortino(0))
                .is("max_drawdown", -found.maxDrawdown())
                .is("max_drawdown_periods", found.longestDrawdown())
                .is("calmar", found.calmar())
                .is("skew_population", found.moments().skew())
                .is("kurtosis_non_excess_population", found.moments().kurtosis())
                .is("best_month", found.best())
                .is("worst_month", found.worst());
    }

    /** The second column of the file from one month to another. */
    private double[] prices() {
        JsonNode inputs = json.path("inputs");
        LocalDate from = LocalDate.parse(inputs.path("from").asText());
        LocalDate to = LocalDate.parse(inputs.path("to").asText());
        Path file = Shared.market(inputs.path("file").asText().replaceFirst("^data/", ""));
        return lines(file).stream().skip(1).map(line -> line.split(",")).filter(cells -> {
            LocalDate day = LocalDate.parse(cells[0]);
            return !day.isBefore(from) && !day.isAfter(to);
        }).mapToDouble(cells -> Double.parseDouble(cells[1])).toArray();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private double perYear(double usual) {
        return param("periods_per_year", usual);
    }

    private double param(String name, double otherwise) {
        return json.path("params").path(name).asDouble(otherwise);
    }
}
