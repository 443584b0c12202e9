package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A sweep over HTTP: asked, stopped, gone on with, read, and a cell of it run by the engine of backtests. */
@OnProduct
class SweepsTest extends SweepCalls {

    private static final String SPLIT = "2015-06-30";

    SweepsTest(Product product) {
        super(product);
    }

    @Test
    void cellsOfACrossoverAreTheirBacktestsInTradesAndMoney() throws SQLException {
        String body = crossover(instrument(1), "5", "40", "5", "20", "200", "20");
        cellsAreBacktests(answered(ask(body, UUID.randomUUID())), 11);
    }

    @Test
    void cellsOfARuleAreTheirBacktestsInTradesAndMoney() throws SQLException {
        String body = "{\"instrument\": \"%s\", \"strategy\": \"RULE\", \"entry\": \"rsi(n) < limit\", \"exit\": \"rsi(n) > 100 - limit\","
                + " \"shortEntry\": \"close < sma(far) * 0.9\", \"parameters\": \"n = 5 from 2 to 14, limit = 30 from 20 to 40, far = 50\","
                + " \"axes\": [{\"name\": \"n\", \"step\": \"3\"}, {\"name\": \"limit\", \"step\": \"2.5\"}], \"split\": \"%s\","
                + " \"feeRate\": \"0.001\", \"feePerOrder\": \"1\", \"slippage\": \"0.0005\"}";
        JsonNode found = answered(ask(body.formatted(instrument(2), SPLIT), UUID.randomUUID()));
        assertThat(found.path("axes").get(0).path("values").asInt()).isEqualTo(5);
        assertThat(found.path("axes").get(1).path("to").asText()).isEqualTo("40");
        assertThat(found.path("result").path("cells").asInt()).isEqualTo(5 * 9);
        cellsAreBacktests(found, 12);
    }

    @Test
    void cellsOfABuiltInStrategyAreTheirBacktestsInTradesAndMoney() throws SQLException {
        String body = "{\"instrument\": \"%s\", \"strategy\": \"BOLLINGER\", \"settings\": {\"side\": \"LONG_SHORT\", \"exit\": \"0.25\"},"
                + " \"axes\": [{\"name\": \"n\", \"from\": \"10\", \"to\": \"50\", \"step\": \"10\"}, {\"name\": \"k\", \"from\": \"0.5\","
                + " \"to\": \"2.5\", \"step\": \"0.25\"}], \"split\": \"%s\", \"feeRate\": \"0.001\", \"slippage\": \"0.0005\"}";
        JsonNode found = answered(ask(body.formatted(instrument(3), SPLIT), UUID.randomUUID()));
        assertThat(found.path("asked").path("strategy").asText()).isEqualTo("BOLLINGER");
        assertThat(found.path("asked").path("settings").path("side").asText()).isEqualTo("LONG_SHORT");
        assertThat(found.path("result").path("cells").asInt()).isEqualTo(5 * 9);
        cellsAreBacktests(found, 13);
    }

    /** The chosen one and some drawn by lot: their whole time, and the time up to the split. */
    private void cellsAreBacktests(JsonNode found, long seed) {
        String self = self(found);
        List<String[]> cells = quant.get(self + "/cells.csv").body().lines().skip(1).map(line -> line.split(",", -1)).toList();
        assertThat(cells).hasSize(found.path("result").path("cells").asInt());
        SplittableRandom random = new SplittableRandom(seed);
        JsonNode chosen = found.path("result").path("best").get(0);
        for (int draw = 0; draw < 6; draw++) {
            String cell = draw == 0 ? chosen.path("cell").asText() : cells.get(random.nextInt(cells.size()))[0];
            String[] line = cells.stream().filter(one -> one[0].equals(cell)).findFirst().orElseThrow();
            String what = "cell " + cell + " of " + self + ", seed " + seed;
            JsonNode whole = backtest(self + "/cells/" + cell + "/backtest");
            int inTrades = Integer.parseInt(line[4]);
            assertThat(inTrades + Integer.parseInt(line[8])).as(what).isEqualTo(whole.path("closedTrades").asInt());
            assertThat((1 + Double.parseDouble(line[3])) * (1 + Double.parseDouble(line[7]))).as(what)
                    .isCloseTo(1 + whole.path("totalReturn").asDouble(), within(1e-9));
            if (draw == 0) {
                assertThat(chosen.path("inSample").path("trades").asInt()).isEqualTo(inTrades);
                assertThat(chosen.path("inSample").path("netReturn").asDouble()).isEqualTo(Double.parseDouble(line[3]));
                JsonNode before = before(found, chosen);
                assertThat(before.path("closedTrades").asInt()).as(what).isEqualTo(inTrades);
                assertThat(before.path("totalReturn").asDouble()).as(what).isCloseTo(Double.parseDouble(line[3]), within(1e-9));
                assertThat(before.path("sharpe").asDouble()).as(what).isCloseTo(Double.parseDouble(line[5]), within(1e-7));
                assertThat(before.path("maxDrawdown").asDouble()).as(what).isCloseTo(Double.parseDouble(line[6]), within(1e-9));
            }
        }
    }

    /** The backtest up to the split, written by hand from what the sweep says it asked. */
    private JsonNode before(JsonNode found, JsonNode cell) {
        ObjectNode body = found.path("asked").deepCopy();
        body.put("to", found.path("split").asText());
        if (body.path("strategy").asText().equals("CROSSOVER")) {
            body.put("fast", cell.path("parameters").path("fast").asInt()).put("slow", cell.path("parameters").path("slow").asInt());
        } else if (body.has("settings")) {
            cell.path("parameters").properties().forEach(one -> ((ObjectNode) body.path("settings")).put(one.getKey(), one.getValue().asText()));
        } else {
            StringBuilder parameters = new StringBuilder("far = 50");
            cell.path("parameters").properties().forEach(one -> parameters.append(", ").append(one.getKey()).append(" = ").append(one.getValue().asText()));
            body.put("parameters", parameters.toString());
        }
        body.remove(List.of("seed", "createdBy"));
        return over(quant.post("api/v1/backtests", body.toString(), "Idempotency-Key", UUID.randomUUID().toString())).path("result").path("strategy");
    }

    @Test
    void aSweepThatIsCancelledAndResumedIsTheOneThatWasNot() throws SQLException {
        String symbol = instrument(3);
        String body = crossover(symbol, "1", "300", "1", "301", "1800", "1");
        JsonNode through = answered(ask(body, UUID.randomUUID()));
        Api.Answer asked = ask(body, UUID.randomUUID());
        String self = place(asked);
        JsonNode now = waitFor(self, one -> one.path("chunksDone").asInt() > 0 || one.path("status").asText().equals("DONE"));
        assertThat(now.path("status").asText()).as("it is slow enough to be stopped").isEqualTo("RUNNING");
        assertThat(quant.post(self + "/cancel", "").status()).isEqualTo(200);
        JsonNode stopped = waitFor(self, one -> one.path("status").asText().equals("CANCELLED"));
        assertThat(stopped.path("chunksDone").asInt()).isPositive().isLessThan(stopped.path("chunks").asInt());
        assertThat(stopped.has("result")).isFalse();
        assertThat(quant.get(self + "/cells.csv").json().path("code").asText()).isEqualTo("not-finished");
        assertThat(quant.post(self + "/cancel", "").json().path("code").asText()).isEqualTo("job-state");
        assertThat(quant.post(self + "/resume", "").status()).isEqualTo(200);
        JsonNode found = waitFor(self, one -> one.path("status").asText().matches("DONE|FAILED"));
        assertThat(found.path("result").path("resultHash").asText()).as(found.toString()).matches("[0-9a-f]{64}")
                .isEqualTo(through.path("result").path("resultHash").asText());
        assertThat(found.path("result").path("best")).isEqualTo(through.path("result").path("best"));
        assertThat(found.path("result").path("cells").asInt()).isEqualTo(300 * 1_500);
        assertThat(found.path("result").path("evidence").path("trials").asInt()).as("the same sweep counts once").isEqualTo(300 * 1_500);
        assertThat(quant.post(self + "/resume", "").json().path("code").asText()).isEqualTo("job-state");

        JsonNode log = quant.get("api/v1/trials?instrument=" + symbol).json().path("items").get(0);
        assertThat(log.path("cells").asInt()).isEqualTo(300 * 1_500);
        assertThat(log.path("strategy").asText()).contains("sweep of crossover", "fast=1..300 step 1, slow=301..1800 step 1, grid");
        assertThat(log.path("resultHash")).isEqualTo(found.path("result").path("resultHash"));
    }

    @Test
    void aWalkForwardChoosesByEachWindowAndCountsWhatCameAfter() throws SQLException {
        String body = crossover(instrument(8), "5", "40", "5", "20", "200", "20").replace("\"split\"", "\"walk\": {\"choose\": 750, \"apply\": 250}, \"split\"");
        JsonNode walked = answered(ask(body, UUID.randomUUID())).path("result").path("walkForward");
        assertThat(walked.path("steps")).hasSize(9);
        double worth = 1;
        String before = null;
        for (JsonNode step : walked.path("steps")) {
            worth *= 1 + step.path("chosen").path("outOfSample").path("netReturn").asDouble();
            assertThat(step.path("chosen").path("parameters").has("fast")).isTrue();
            assertThat(before == null || before.equals(step.path("split").asText())).as("a window is applied where the one before it ended").isTrue();
            before = step.path("to").asText();
        }
        assertThat(1 + walked.path("netReturn").asDouble()).isCloseTo(worth, within(1e-9));
        assertThat(walked.path("profitable").asDouble()).isBetween(0.0, 1.0);
        assertThat(errors(body.replace("750", "2").replace("\"apply\": 250", "\"apply\": null"))).containsExactlyInAnyOrder(
                "must be 3 to 100000 bars, is 2", "is required");
        JsonNode failed = waitFor(place(ask(body.replace("750", "2999"), UUID.randomUUID())), one -> one.path("status").asText().matches("DONE|FAILED"));
        assertThat(failed.path("failure").asText()).isEqualTo("3000 bars are too few for windows of 2999 and 250");
    }

    @Test
    void everyCellCountsAgainstALaterBacktest() throws SQLException {
        String symbol = instrument(4);
        JsonNode found = answered(ask(crossover(symbol, "5", "50", "5", "60", "200", "10"), UUID.randomUUID()));
        JsonNode evidence = found.path("result").path("evidence");
        assertThat(evidence.path("trials").asInt()).isEqualTo(10 * 15);
        assertThat(evidence.path("effectiveTrials").asDouble()).isBetween(1.0, 150.0);
        assertThat(evidence.path("cellCorrelation").asDouble()).isBetween(0.0, 1.0);
        assertThat(evidence.path("compared").asInt()).as("40 and the chosen one, which may be one of them").isBetween(40, 41);
        for (String figure : new String[] {"overfitting", "realityCheck", "superiorAbility"}) {
            assertThat(evidence.path(figure).asDouble(-1)).as(figure).isBetween(0.0, 1.0);
        }
        assertThat(evidence.path("deflatedSharpe").asDouble()).isLessThanOrEqualTo(evidence.path("probabilisticSharpe").asDouble());
        Api.Answer one = quant.post("api/v1/backtests", "{\"instrument\": \"%s\", \"fast\": 7, \"slow\": 33}".formatted(symbol),
                "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(over(one).path("result").path("evidence").path("trials").asInt()).isEqualTo(151);
        JsonNode stability = found.path("result").path("stability");
        assertThat(stability.path("worstSharpe").asDouble()).isLessThanOrEqualTo(stability.path("medianSharpe").asDouble());
    }

    @Test
    void aHeatMapHasTheCellsOfTheFileAndASeedDrawsTheSameCells() throws SQLException {
        String symbol = instrument(5);
        JsonNode found = answered(ask(crossover(symbol, "5", "40", "5", "20", "200", "20"), UUID.randomUUID()));
        JsonNode map = quant.get(self(found) + "/heatmap?x=slow&y=fast&measure=OUT_RETURN").json();
        assertThat(map.path("xs")).hasSize(10);
        assertThat(map.path("ys")).hasSize(8);
        for (String line : quant.get(self(found) + "/cells.csv").body().lines().skip(1).toList()) {
            String[] cell = line.split(",", -1);
            int row = Integer.parseInt(cell[1]) / 5 - 1;
            int column = Integer.parseInt(cell[2]) / 20 - 1;
            assertThat(map.path("values").get(row).get(column).asDouble()).isEqualTo(Double.parseDouble(cell[7]));
        }
        assertThat(map.path("values").get(7).get(0).isNull()).as("40 and 20 is a gap").isTrue();
        assertThat(quant.get(self(found) + "/heatmap?x=slow&y=slow&measure=NONE&fields=0").json().path("errors")).hasSize(3);

        String random = crossover(symbol, "1", "100", "1", "2", "400", "1").replace("\"split\"", "\"search\": \"RANDOM\", \"draws\": 500, \"seed\": 7, \"split\"");
        String one = quant.get(self(answered(ask(random, UUID.randomUUID()))) + "/cells.csv").body();
        String two = quant.get(self(answered(ask(random, UUID.randomUUID()))) + "/cells.csv").body();
        assertThat(one).isEqualTo(two);
        assertThat(one.lines()).hasSize(501);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() throws SQLException {
        Api.Answer refused = ask("{\"instrument\": \" \", \"split\": \"2020-02-30\", \"feeRate\": \"1.5\", \"search\": \"RANDOM\", \"axes\":"
                + " [{\"name\": \"fast\", \"from\": \"0\", \"to\": \"x\"}, {\"name\": \"slwo\", \"from\": \"1\", \"to\": \"2\"}]}", UUID.randomUUID());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("/instrument", "/split", "/feeRate",
                "/draws", "/axes/0/from", "/axes/0/to", "/axes", "/axes/1/name");
        String symbol = instrument(6);
        assertThat(errors(crossover(symbol, "1", "3000", "1", "1", "3000", "1"))).containsExactly("has 9000000 combinations, may have 2000000;"
                + " take larger steps or a random search");
        assertThat(errors(crossover(symbol, "50", "60", "1", "5", "20", "1"))).containsExactly("has no fast period below a slow one");
        String rule = "{\"instrument\": \"%s\", \"strategy\": \"RULE\", \"entry\": \"rsi(n) < 30\", \"parameters\": \"n = 5 from 2 to 14\","
                + " \"axes\": [{\"name\": \"n\", %s}]}";
        assertThat(errors(rule.formatted(symbol, "\"from\": \"1\", \"step\": \"1\""))).containsExactly("must be in 'n = 5 from 2 to 14', is 1");
        assertThat(errors(rule.formatted(symbol, "\"step\": \"0.5\""))).hasSize(1).allMatch(text -> text.startsWith("n = 2.5: "));
        String channel = "{\"instrument\": \"%s\", \"strategy\": \"CHANNEL\", \"settings\": {%s}, \"axes\": [{\"name\": \"entry\", %s}]}";
        assertThat(errors(channel.formatted(symbol, "\"entry\": \"5\", \"bias\": \"1\"", "\"from\": \"2.5\", \"to\": \"20000\""))).containsExactlyInAnyOrder(
                "may have 0 decimals at most, is '2.5'", "must be from 1 to 10000, is 20000", "is tried from 2.5 to 20000; leave it out here",
                "must be one of [entry, exit, side]");
        assertThat(errors(channel.formatted(symbol, "", "\"step\": \"1\""))).containsExactly("is required", "is required");
        assertThat(errors("{\"instrument\": \"" + symbol + "\", \"strategy\": \"PARENT_ORDER\", \"axes\": []}")).anyMatch(text -> text.startsWith("must be one of ["));
        assertThat(errors("{\"instrument\": \"" + symbol + "\", \"strategy\": \"RSI\", \"axes\": []}")).containsExactly("needs a parameter or more, with a step");
        assertThat(errors(rule.formatted("NO-SUCH", "\"step\": \"1\""))).containsExactly("no instrument 'NO-SUCH'");
        assertThat(quant.get("api/v1/sweeps/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(quant.post("api/v1/sweeps/" + UUID.randomUUID() + "/cells/1/backtest", "", "Idempotency-Key", UUID.randomUUID().toString())
                .status()).isEqualTo(404);
    }

    @Test
    void theSameKeyIsTheSameSweepAndASplitWithoutBarsFails() throws SQLException {
        UUID key = UUID.randomUUID();
        String body = crossover(instrument(7), "5", "10", "5", "20", "40", "20");
        answered(ask(body, key));
        assertThat(ask(body, key).status()).isEqualTo(200);
        assertThat(ask(body.replace("\"40\"", "\"60\""), key).json().path("code").asText()).isEqualTo("idempotency-clash");
        JsonNode failed = waitFor(place(ask(body.replace(SPLIT, "2031-01-01"), UUID.randomUUID())), one -> one.path("status").asText().matches("DONE|FAILED"));
        assertThat(failed.path("failure").asText()).contains("3000 bars up to the split and 0 after it");
    }

    @Test
    void whatWasTriedCannotBeChangedByTheApplication() throws SQLException {
        try (Connection application = product.asApplication(); var statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("UPDATE sweep_result SET summary = ''")).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM sweep_chunk")).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM sweep")).hasMessageContaining("denied");
        }
    }

    private static String crossover(String symbol, String... ranges) {
        return ("{\"instrument\": \"%s\", \"axes\": [{\"name\": \"fast\", \"from\": \"%s\", \"to\": \"%s\", \"step\": \"%s\"},"
                + " {\"name\": \"slow\", \"from\": \"%s\", \"to\": \"%s\", \"step\": \"%s\"}], \"split\": \"" + SPLIT + "\", \"feeRate\": \"0.001\","
                + " \"slippage\": \"0.0005\"}").formatted(symbol, ranges[0], ranges[1], ranges[2], ranges[3], ranges[4], ranges[5]);
    }
}
