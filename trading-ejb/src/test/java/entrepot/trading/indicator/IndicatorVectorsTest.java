package entrepot.trading.indicator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.trading.Shared;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every published indicator case, by id. */
class IndicatorVectorsTest {

    @TestFactory
    Stream<DynamicTest> small() {
        return file("indicators_small.json");
    }

    @TestFactory
    Stream<DynamicTest> lean() {
        return file("indicators_lean.json");
    }

    @TestFactory
    Stream<DynamicTest> backtrader() {
        return file("indicators_backtrader.json");
    }

    private static Stream<DynamicTest> file(String name) {
        return Shared.cases(name).stream().map(one -> DynamicTest.dynamicTest(one.path("id").asText(), () -> check(one)));
    }

    private static void check(JsonNode one) {
        String kind = one.path("indicator").asText();
        JsonNode expected = one.path("expected");
        if (kind.contains("first defined values")) {
            expected.properties().forEach(value -> checkFirst(one, value.getKey(), value.getValue().asDouble()));
            return;
        }
        Asked asked = asked(kind, one.path("params"));
        double[][] found = asked.over(columns(one));
        int latest = 0;
        if (expected.has("at")) {
            latest = checkLine(one, kind, found[0], expected);
        } else {
            assertThat(expected.size()).isPositive();
            for (Map.Entry<String, JsonNode> line : expected.properties()) {
                latest = Math.max(latest, checkLine(one, line.getKey(), found[line(asked.definition, line.getKey())], line.getValue()));
            }
        }
        if (one.has("first_index")) {
            assertThat(latest).as("first bar at which all lines are there").isEqualTo(one.path("first_index").asInt());
        }
    }

    /** @return the first bar at which it is defined */
    private static int checkLine(JsonNode one, String name, double[] line, JsonNode expected) {
        int first = first(line);
        if (expected.has("first_defined_index")) {
            assertThat(first).as(name + " first defined").isEqualTo(expected.path("first_defined_index").asInt());
        }
        assertThat(expected.path("at").size()).isPositive();
        expected.path("at").properties().forEach(at -> assertThat(line[Integer.parseInt(at.getKey())]).as(name + " at " + at.getKey())
                .isCloseTo(at.getValue().asDouble(), within(one.path("tolerance_abs").asDouble())));
        return first;
    }

    private static final Pattern FIRST = Pattern.compile("([A-Z]+)([\\d_]+)@(\\d+)");

    private static void checkFirst(JsonNode one, String what, double value) {
        Matcher parts = FIRST.matcher(what);
        assertThat(parts.matches()).as(what).isTrue();
        String[] numbers = parts.group(2).split("_");
        Map<String, Object> given = new HashMap<>();
        String name = parts.group(1).toLowerCase();
        given.put(name.equals("macd") ? "fast" : "n", Double.valueOf(numbers[0]));
        if (name.equals("macd")) {
            given.put("slow", Double.valueOf(numbers[1]));
        }
        double found = new Asked(name, given).over(columns(one))[0][Integer.parseInt(parts.group(3))];
        assertThat(found).as(what).isCloseTo(value, within(one.path("tolerance_abs").asDouble()));
    }

    private static int first(double[] line) {
        return IntStream.range(0, line.length).filter(bar -> !Double.isNaN(line[bar])).findFirst().orElse(line.length);
    }

    // What a case asks for

    private record Asked(Definition definition, Map<String, Object> given, Input source) {
        Asked(String name, Map<String, Object> given) {
            this(Catalogue.find(name).orElseThrow(() -> new AssertionError("no indicator '" + name + "'")), given, null);
        }

        Asked of(Input other) {
            return new Asked(definition, given, other);
        }

        double[][] over(JsonNode columns) {
            Stream<Input> inputs = Stream.concat(source == null ? definition.sources().stream() : Stream.of(source),
                    definition.columns().stream());
            return definition.over(given, inputs.map(input -> column(columns, input)).toArray(double[][]::new));
        }
    }

    private static Asked asked(String kind, JsonNode params) {
        return switch (kind.replaceAll("[ ,/(].*", "").toLowerCase()) {
            case "sma", "ema", "wma", "dema", "tema", "zlema", "trix", "rsi", "aroon", "vortex", "donchian", "mfi", "momentum", "roc" ->
                    new Asked(kind.replaceAll("[ ,/(].*", "").toLowerCase(), numbers(params, "n"));
            case "hma", "hull" -> new Asked("hma", numbers(params, "n"));
            case "wilder" -> new Asked("smma", numbers(params, "n"));
            case "williams" -> new Asked("williams", numbers(params, "n"));
            case "kama" -> new Asked("kama", numbers(params, "n", "fast", "slow"));
            case "macd" -> new Asked("macd", numbers(params, "fast", "slow", "signal"));
            case "ppo" -> new Asked("ppo", numbers(params, "fast", "slow", "signal"));
            case "bollinger" -> new Asked("bollinger", with(numbers(params, "n", "k"), "deviation", params.path("sd").asText()));
            case "atr" -> {
                String smoothing = (params.path("smoothing").asText() + kind).toLowerCase().contains("wilder") ? "wilder" : "simple";
                yield new Asked("atr", with(with(numbers(params, "n"), "smoothing", smoothing), "first", firstRange(params)));
            }
            case "adx" -> {
                Matcher lag = Pattern.compile("(\\d+) bars earlier").matcher(params.path("adxr").asText());
                Object bars = lag.find() ? Double.valueOf(lag.group(1)) : (Object) params.path("adxr_lag").asDouble(params.path("n").asDouble());
                yield new Asked("adx", with(numbers(params, "n"), "lag", bars));
            }
            case "cci" -> {
                Map<String, Object> given = numbers(params, "n", "constant");
                yield new Asked("cci", kind.contains("SMA of |") ? with(given, "deviation", "chained") : given);
            }
            case "stochastic" -> new Asked("stoch", numbers(params, "n", "k", "d"));
            case "keltner" -> {
                assertThat(params.path("middle").asText()).isEqualTo("SMA of typical price");
                Map<String, Object> given = with(numbers(params, "n", "k"), "range", params.path("n").asDouble());
                yield new Asked("keltner", with(given, "smoothing", params.path("atr").asText()));
            }
            case "rolling" -> {
                assertThat(params.path("price").asText()).isEqualTo("(O+H+L+C)/4");
                yield new Asked("vwap", numbers(params, "n")).of(Input.OHLC4);
            }
            case "ultimate" -> {
                JsonNode periods = params.path("periods");
                yield new Asked("ultosc", Map.of("a", periods.path(0).asDouble(), "b", periods.path(1).asDouble(), "c", periods.path(2).asDouble()));
            }
            case "chaikin" -> new Asked("cmf", numbers(params, "n"));
            case "ichimoku" -> new Asked("ichimoku", numbers(params, "tenkan", "kijun"));
            case "choppiness" -> new Asked("chop", with(numbers(params, "n"), "first", firstRange(params)));
            default -> fail("indicator '" + kind + "' is not understood");
        };
    }

    private static String firstRange(JsonNode params) {
        return params.path("first_tr").asText().startsWith("high-low") ? "range" : "skipped";
    }

    private static Map<String, Object> numbers(JsonNode params, String... names) {
        Map<String, Object> given = new HashMap<>();
        Arrays.stream(names).filter(params::has).forEach(name -> given.put(name, params.path(name).asDouble()));
        return given;
    }

    private static Map<String, Object> with(Map<String, Object> given, String name, Object value) {
        given.put(name, value);
        return given;
    }

    /** A line by its name, or by that without what a file adds to it: a unit, a lag, a period. */
    private static int line(Definition definition, String name) {
        List<String> lines = definition.lines();
        String plain = lines.contains(name) ? name : name.replaceAll("_pct$|_lag\\d+$|\\d+$", "");
        if (!lines.contains(plain) && lines.size() > 1) {
            fail(definition.name() + " has the lines " + lines + ", not '" + name + "'");
        }
        return Math.max(lines.indexOf(plain), 0);
    }

    // Series

    private static JsonNode columns(JsonNode one) {
        return one.has("inputs") ? one.path("inputs") : Shared.series(one.path("input").asText());
    }

    private static double[] column(JsonNode columns, Input input) {
        return switch (input) {
            case TYPICAL -> mean(columns, "high", "low", "close");
            case MEDIAN -> mean(columns, "high", "low");
            case OHLC4 -> mean(columns, "open", "high", "low", "close");
            default -> {
                assertThat(columns.has(input.word())).as("column " + input.word()).isTrue();
                yield Shared.numbers(columns.path(input.word()));
            }
        };
    }

    private static double[] mean(JsonNode columns, String... names) {
        double[][] found = Arrays.stream(names).map(name -> Shared.numbers(columns.path(name))).toArray(double[][]::new);
        return IntStream.range(0, found[0].length).mapToDouble(bar -> Arrays.stream(found).mapToDouble(one -> one[bar]).sum() / names.length).toArray();
    }
}
