package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Sweeps of portfolios, pairs, market making, sizes, orders and what is learned over HTTP: their cells are the ordinary backtests in trades and money. */
@OnProduct
class SweepKindsTest extends SweepCalls {

    private static final String COSTS = "\"split\": \"2015-06-30\", \"feeRate\": \"0.001\", \"slippage\": \"0.0005\"}";

    SweepKindsTest(Product product) {
        super(product);
    }

    @Test
    void cellsOfAPortfolioAreItsBacktestsToTheCent() throws SQLException {
        String one = instrument(21);
        String body = ("{\"strategy\": \"PORTFOLIO\", \"instruments\": [\"%s\", \"%s\", \"%s\"], \"rule\": \"CROSS_SECTION\","
                + " \"ruleSettings\": {\"skip\": \"5\", \"top\": \"0.5\"}, \"settings\": {\"every\": \"42\"}, \"axes\": ["
                + "{\"name\": \"rule.lookback\", \"from\": \"60\", \"to\": \"240\", \"step\": \"90\"},"
                + "{\"name\": \"plan.construction\", \"values\": [\"EQUAL\", \"RISK_PARITY\"]}], \"walk\": {\"choose\": 750, \"apply\": 500}, " + COSTS)
                .formatted(one, instrument(22), instrument(23));
        JsonNode found = answered(ask(body, UUID.randomUUID()));
        assertThat(found.has("asked")).isFalse();
        assertThat(found.path("portfolio").path("instruments")).hasSize(3);
        assertThat(found.path("axes").get(1).path("words")).hasSize(2);
        assertThat(found.path("result").path("cells").asInt()).isEqualTo(6);
        assertThat(found.path("result").path("walkForward").path("steps")).hasSize(5);
        JsonNode chosen = found.path("result").path("best").get(0);
        assertThat(chosen.path("parameters").path("plan.construction").asText()).isIn("EQUAL", "RISK_PARITY");
        List<String[]> cells = cells(found);
        for (String[] cell : cells) {
            JsonNode whole = over(quant.post(self(found) + "/cells/" + cell[0] + "/backtest", "", "Idempotency-Key", UUID.randomUUID().toString())).path("result");
            assertThat(Integer.parseInt(cell[4]) + Integer.parseInt(cell[8])).isEqualTo(whole.path("portfolio").path("closedTrades").asInt());
            double end = 100_000 * (1 + Double.parseDouble(cell[3])) * (1 + Double.parseDouble(cell[7]));
            assertThat(end).as("cell " + cell[0]).isCloseTo(whole.path("endValue").asDouble(), within(0.001));
            assertThat(whole.path("dataHash")).isEqualTo(found.path("result").path("dataHash"));
        }
        assertThat(found.path("result").path("evidence").path("trials").asInt()).isEqualTo(6);
        JsonNode map = quant.get(self(found) + "/heatmap?x=plan.construction&y=rule.lookback").json();
        assertThat(map.path("xs").get(1).path("words").get(0).asText()).isEqualTo("RISK_PARITY");
        assertThat(quant.get(self(found) + "/cells.arrow").status()).isEqualTo(200);
        assertThat(quant.get("api/v1/sweeps?instrument=" + one).json().path("items")).hasSize(1);
        assertThat(found.path("result").path("stability").path("neighbours").asInt()).isPositive();
        assertThat(logged(found).path("cells").asInt()).isEqualTo(6);
    }

    private JsonNode logged(JsonNode found) {
        List<JsonNode> logged = StreamSupport.stream(quant.get("api/v1/trials?limit=100").json().path("items").spliterator(), false)
                .filter(trial -> trial.path("resultHash").equals(found.path("result").path("resultHash"))).toList();
        assertThat(logged).hasSize(1);
        return logged.get(0);
    }

    @Test
    void cellsOfAPairAreItsBacktestsAndCountForBothNames() throws SQLException {
        String one = instrument(28);
        String other = instrument(29);
        String body = "{\"instrument\": \"%s\", \"other\": \"%s\", \"strategy\": \"PAIR\", \"settings\": {\"window\": \"60\", \"bound\": \"0.8\", \"margin\": \"0.5\","
                + " \"borrow\": \"0.03\"}, \"axes\": [{\"name\": \"enter\", \"from\": \"1\", \"to\": \"2\", \"step\": \"0.5\"}, {\"name\": \"method\"}],"
                + " \"walk\": {\"choose\": 750, \"apply\": 500}, " + COSTS;
        JsonNode found = answered(ask(body.formatted(one, other), UUID.randomUUID()));
        assertThat(found.path("asked").path("other").asText()).isEqualTo(other);
        assertThat(found.path("asked").path("settings").path("borrow").asText()).isEqualTo("0.03");
        assertThat(found.path("result").path("cells").asInt()).isEqualTo(6);
        assertThat(found.path("result").path("evidence").path("trials").asInt()).isEqualTo(6);
        assertThat(found.path("result").path("walkForward").path("steps")).hasSize(5);
        assertThat(logged(found).path("instrument").asText()).isEqualTo(Stream.of(one, other).sorted().collect(Collectors.joining("/")));
        asBacktests(found, 5);
        JsonNode whole = over(quant.post(self(found) + "/cells/3/backtest", "", "Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(whole.path("asked").path("settings").path("method").asText()).isEqualTo("KALMAN");
        assertThat(whole.path("result").path("dataHash")).isEqualTo(found.path("result").path("dataHash"));
        assertThat(quant.get(self(found) + "/heatmap?x=method&y=enter").json().path("xs").get(1).path("words").get(0).asText()).isEqualTo("KALMAN");
        assertThat(quant.get("api/v1/sweeps?instrument=" + other).json().path("items")).hasSize(1);
        JsonNode turned = answered(ask(body.formatted(other, one), UUID.randomUUID()));
        assertThat(turned.path("result").path("evidence").path("trials").asInt()).as("in whichever order").isGreaterThanOrEqualTo(12);
    }

    @Test
    void cellsByOrdersAreTheirBacktests() throws SQLException {
        String symbol = instrument(30);
        JsonNode found = answered(ask(("{\"instrument\": \"%s\", \"strategy\": \"RSI\", \"takeProfit\": \"0.2\", \"axes\": [{\"name\": \"n\", \"from\": \"5\","
                + " \"to\": \"15\", \"step\": \"5\"}, {\"name\": \"limitOffset\", \"from\": \"0\", \"to\": \"0.01\", \"step\": \"0.005\"}, {\"name\": \"stopLoss\","
                + " \"from\": \"0.02\", \"to\": \"0.06\", \"step\": \"0.02\"}], " + COSTS).formatted(symbol), UUID.randomUUID()));
        assertThat(found.path("asked").path("takeProfit").asDouble()).isEqualTo(0.2);
        assertThat(found.path("result").path("cells").asInt()).isEqualTo(27);
        asBacktests(found, 6);
        String log = quant.get(found.path("links").path("job").asText().substring(1)).body();
        assertThat(log).contains("the first cell takes").contains("27 cells are left");
        JsonNode standing = answered(ask(("{\"instrument\": \"%s\", \"enterBy\": \"LIMIT\", \"limitOffset\": \"0.002\", \"trailingStop\": \"0.05\", \"axes\": ["
                + "{\"name\": \"fast\", \"from\": \"5\", \"to\": \"15\", \"step\": \"10\"}, {\"name\": \"slow\", \"from\": \"30\", \"to\": \"60\", \"step\": \"30\"}], "
                + COSTS).formatted(symbol), UUID.randomUUID()));
        assertThat(standing.path("asked").path("enterBy").asText()).isEqualTo("LIMIT");
        asBacktests(standing, 3);
    }

    @Test
    void cellsOfMarketMakingAreItsBacktests() throws SQLException {
        JsonNode found = answered(ask(("{\"instrument\": \"%s\", \"strategy\": \"MARKET_MAKING\", \"startCash\": \"100000\", \"settings\": {\"window\": \"40\"},"
                + " \"axes\": [{\"name\": \"gamma\", \"from\": \"0.05\", \"to\": \"0.15\", \"step\": \"0.05\"},"
                + " {\"name\": \"limit\", \"from\": \"2\", \"to\": \"6\", \"step\": \"2\"}, {\"name\": \"model\"}], \"split\": \"2015-06-30\"}")
                .formatted(instrument(24)), UUID.randomUUID()));
        assertThat(found.path("asked").path("settings").path("window").asText()).isEqualTo("40");
        assertThat(found.path("result").path("cells").asInt()).isEqualTo(18);
        assertThat(found.path("result").path("evidence").path("warnings").toString()).contains("QUOTES_ON_BARS");
        asBacktests(found, 5);
    }

    @Test
    void cellsWithSizesAreTheirBacktests() throws SQLException {
        String symbol = instrument(25);
        String crossing = "{\"instrument\": \"%s\", \"axes\": [{\"name\": \"fast\", \"from\": \"5\", \"to\": \"15\", \"step\": \"10\"},"
                + " {\"name\": \"slow\", \"from\": \"30\", \"to\": \"60\", \"step\": \"30\"}, {\"name\": \"kelly\", \"from\": \"0.2\", \"to\": \"1\","
                + " \"step\": \"0.4\"}], " + COSTS;
        JsonNode kelly = answered(ask(crossing.formatted(symbol), UUID.randomUUID()));
        assertThat(kelly.path("result").path("cells").asInt()).isEqualTo(12);
        asBacktests(kelly, 5);
        JsonNode target = answered(ask(("{\"instrument\": \"%s\", \"strategy\": \"BUY_AND_HOLD\", \"axes\": [{\"name\": \"volatilityTarget\", \"from\": \"0.05\","
                + " \"to\": \"0.2\", \"step\": \"0.05\"}], " + COSTS).formatted(symbol), UUID.randomUUID()));
        asBacktests(target, 3);
        JsonNode standing = answered(ask(("{\"instrument\": \"%s\", \"strategy\": \"RSI\", \"volatilityTarget\": \"0.1\", \"axes\": [{\"name\": \"n\","
                + " \"from\": \"5\", \"to\": \"20\", \"step\": \"5\"}, {\"name\": \"side\"}], " + COSTS).formatted(symbol), UUID.randomUUID()));
        assertThat(standing.path("asked").path("volatilityTarget").asDouble()).isEqualTo(0.1);
        asBacktests(standing, 4);
    }

    @Test
    void cellsThatAreLearnedAreTheirBacktests() throws SQLException {
        JsonNode found = answered(ask(("{\"instrument\": \"%s\", \"strategy\": \"LEARNED\", \"settings\": {\"refit\": \"500\", \"folds\": \"3\"}, \"axes\": ["
                + "{\"name\": \"profit\", \"from\": \"1\", \"to\": \"2\"}, {\"name\": \"patience\", \"from\": \"5\", \"to\": \"10\", \"step\": \"5\"}], " + COSTS)
                .formatted(instrument(26)), UUID.randomUUID()));
        assertThat(found.path("chunks").asInt()).as("two cells a chunk").isEqualTo(2);
        asBacktests(found, 2);
        String log = quant.get(found.path("links").path("job").asText().substring(1)).body();
        assertThat(log).contains("the first cell takes").contains("4 cells are left");
    }

    private List<String[]> cells(JsonNode found) {
        List<String[]> cells = quant.get(self(found) + "/cells.csv").body().lines().skip(1).map(line -> line.split(",", -1)).toList();
        assertThat(cells).hasSize(found.path("result").path("cells").asInt());
        return cells;
    }

    /** Some of the cells and the chosen one. */
    private void asBacktests(JsonNode found, int some) {
        int axes = found.path("axes").size();
        String chosen = found.path("result").path("best").get(0).path("cell").asText();
        List<String[]> cells = cells(found);
        for (String[] cell : cells.stream().filter(one -> one[0].equals(chosen) || Integer.parseInt(one[0]) % (1 + cells.size() / some) == 0).toList()) {
            JsonNode whole = backtest(self(found) + "/cells/" + cell[0] + "/backtest");
            String what = "cell " + cell[0] + " of " + self(found);
            assertThat(Integer.parseInt(cell[axes + 2]) + Integer.parseInt(cell[axes + 6])).as(what).isEqualTo(whole.path("closedTrades").asInt());
            assertThat((1 + Double.parseDouble(cell[axes + 1])) * (1 + Double.parseDouble(cell[axes + 5]))).as(what)
                    .isCloseTo(1 + whole.path("totalReturn").asDouble(), within(1e-9));
        }
    }

    @Test
    void whatDoesNotGoTogetherIsToldAtOnce() throws SQLException {
        String symbol = instrument(27);
        String portfolio = "{\"strategy\": \"PORTFOLIO\", \"instruments\": [\"%s\", \"NO-SUCH\", \"NONE\"], \"rule\": \"COINTEGRATION\", \"axes\": [%s]}";
        assertThat(errors(portfolio.formatted(symbol, "{\"name\": \"rule.enter\", \"from\": \"1\", \"to\": \"2\", \"step\": \"0.5\"}")))
                .containsExactly("no instrument NO-SUCH, NONE");
        assertThat(errors(portfolio.formatted(symbol, "{\"name\": \"plan.window\", \"from\": \"20\", \"to\": \"30\"}, {\"name\": \"rule.level\","
                + " \"values\": [\"P80\"]}"))).anyMatch(text -> text.startsWith("must be different ones of [P95, P90, P99]"));
        assertThat(errors(portfolio.formatted(symbol, "{\"name\": \"plan.window\", \"from\": \"20\", \"to\": \"30\"}")))
                .containsExactly("must be 60 or more with COINTEGRATION, is 30");
        String making = "{\"instrument\": \"%s\", \"strategy\": \"%s\", \"axes\": [%s]}";
        assertThat(errors(making.formatted(symbol, "MARKET_MAKING", "{\"name\": \"kelly\", \"from\": \"0.1\", \"to\": \"1\", \"step\": \"0.1\"}")))
                .anyMatch(text -> text.startsWith("must be one of [model, gamma"));
        assertThat(errors(making.formatted(symbol, "MARKET_MAKING", "{\"name\": \"window\", \"from\": \"2\", \"to\": \"9000\"},"
                + " {\"name\": \"horizon\", \"from\": \"1\", \"to\": \"1000\"}"))).anyMatch(text -> text.contains("combinations, may have 20000"));
        assertThat(errors(making.formatted(symbol, "RSI", "{\"name\": \"kelly\", \"from\": \"0.1\", \"to\": \"1\", \"step\": \"0.1\"},"
                + " {\"name\": \"volatilityTarget\", \"from\": \"0.1\", \"to\": \"1\", \"step\": \"0.1\"}")))
                .containsExactly("does not go with volatilityTarget: a position has one size");
        assertThat(errors(making.formatted(symbol, "PAIR", "{\"name\": \"enter\", \"from\": \"1\", \"to\": \"2\"}").replace("\"axes", "\"other\": \"NO-SUCH\", \"axes")))
                .containsExactly("no instrument NO-SUCH");
        assertThat(errors(making.formatted(symbol, "LEARNED", "{\"name\": \"patience\", \"from\": \"1\", \"to\": \"250\"}, {\"name\": \"folds\","
                + " \"from\": \"2\", \"to\": \"10\"}"))).containsExactly("has 2250 combinations, may have 300; take larger steps or a random search");
    }
}
