package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Backtests in recorded orders and quotes over HTTP. */
@OnProduct
class FlowBacktestsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SECONDS = 600;
    private static final String MAKING = "{\"instrument\": \"%s\", \"strategy\": \"MARKET_MAKING\", \"settings\": {\"window\": \"20\", \"model\": \"%s\", \"limit\": \"3\"},"
            + " \"feeRate\": \"0.0001\", \"replay\": {\"kind\": \"%s\", \"latencyMillis\": \"5\", \"restingFee\": \"0\"}}";
    private static final String PARENT = "{\"instrument\": \"%s\", \"strategy\": \"PARENT_ORDER\", \"settings\": {\"side\": \"%s\", \"units\": \"24\", \"seconds\": \"120\","
            + " \"parts\": \"4\"}, \"startCash\": \"5000\", \"replay\": {\"kind\": \"%s\"}}";

    private final Product product;
    private final Api quant;

    FlowBacktestsTest(Product product) {
        this.product = product;
        this.quant = product.as("quant");
    }

    @Test
    void aMarketIsMadeInTheQueuesOfRecordedOrders() {
        String symbol = RecordedFlow.laid(product, SECONDS);
        UUID key = UUID.randomUUID();
        JsonNode found = answered(ask(MAKING.formatted(symbol, "AVELLANEDA_STOIKOV", "ORDERS"), key));
        assertThat(found.at("/asked/replay/latencyMillis").asText()).as(found.toString()).isEqualTo("5");
        assertThat(found.at("/asked/replay/tick").asText()).isEqualTo("0.01");
        assertThat(found.at("/asked/settings/margin").asText()).isEqualTo("0");
        JsonNode series = quant.get(RecordedFlow.flows(symbol)).json().path("items");
        JsonNode orders = "ORDERS".equals(series.at("/0/kind").asText()) ? series.get(0) : series.get(1);
        assertThat(found.at("/result/dataHash").asText()).isEqualTo(orders.path("dataHash").asText());
        assertThat(found.at("/result/flow/rows").asLong()).isEqualTo(orders.path("rows").asLong());
        assertThat(number(found.at("/result/flow/fillRatio"))).isBetween(new BigDecimal("0.01"), BigDecimal.ONE);
        assertThat(number(found.at("/result/flow/spreadCaptured"))).isPositive();
        assertThat(number(found.at("/result/flow/secondsInQueue"))).isPositive();
        assertThat(number(found.at("/result/flow/takenUnits"))).isZero();
        assertThat(found.at("/result").has("quoted")).isFalse();
        assertThat(found.at("/result/strategy").has("totalReturn")).isTrue();
        assertThat(found.at("/result/strategy").has("annualReturn")).as("of ten minutes").isFalse();
        assertThat(found.at("/result/evidence/warnings").toString()).contains("UNMOVED_MARKET").doesNotContain("QUOTES_ON_BARS");
        String self = found.at("/links/self").asText().substring(1);
        JsonNode fills = quant.get(self + "/fills?limit=500").json().path("items");
        assertThat(fills.findValuesAsText("rule")).isNotEmpty().isSubsetOf("REACHED_IN_QUEUE", "TRADED_BEYOND", "MET_BY_OTHER_SIDE");
        JsonNode row = quant.get(RecordedFlow.flows(symbol) + "/orders?after=" + (fills.at("/0/flowRow").asLong() - 1) + "&limit=1").json().at("/items/0");
        assertThat(row.path("time").asText().substring(0, 19)).as("the row that filled it").isEqualTo(fills.at("/0/at").asText().substring(0, 19));
        BigDecimal cash = BigDecimal.valueOf(10_000);
        for (JsonNode fill : quant.get(self + "/fills?limit=1000").json().path("items")) {
            BigDecimal value = number(fill.path("price")).multiply(number(fill.path("units")));
            cash = "BUY".equals(fill.path("side").asText()) ? cash.subtract(value) : cash.add(value);
        }
        JsonNode last = quant.get(self + "/equity?limit=1000").json().path("items");
        JsonNode end = last.get(last.size() - 1);
        if (end.path("held").asInt() == 0) {
            assertThat(number(found.at("/result/endValue"))).isEqualByComparingTo(cash);
        }
        assertThat(quant.get(self + "/fills.csv").body()).startsWith("number,order,at,side,units,price,slippage,fee,rule,flow row\r\n");
        JsonNode chart = quant.get(self + "/chart").json().path("rows");
        assertThat(chart.size()).isEqualTo(found.at("/result/bars").asInt());
        JsonNode log = quant.get("api/v1/trials?instrument=" + symbol).json().path("items").get(0);
        assertThat(log.path("strategy").asText()).startsWith("market-making model=AVELLANEDA_STOIKOV").endsWith("replay=(kind=ORDERS latencyMillis=5 clockSeconds=1 tick=0.01 restingFee=0)");
        assertThat(quant.get("api/v1/tearsheets/" + key).status()).isEqualTo(200);
        assertThat(ask(MAKING.formatted(symbol, "AVELLANEDA_STOIKOV", "ORDERS"), key).status()).as("the same question again").isEqualTo(200);
        assertThat(answered(ask(MAKING.formatted(symbol, "AVELLANEDA_STOIKOV", "ORDERS"), UUID.randomUUID())).at("/result/resultHash")).isEqualTo(found.at("/result/resultHash"));
        assertThat(answered(ask(MAKING.formatted(symbol, "GUEANT_LEHALLE_FERNANDEZ_TAPIA", "ORDERS"), UUID.randomUUID())).at("/result/resultHash"))
                .isNotEqualTo(found.at("/result/resultHash"));
    }

    @Test
    void daysSayWhenIsDecidedAndWhatIsReplayed() {
        String symbol = RecordedFlow.laid(product, SECONDS);
        String body = MAKING.formatted(symbol, "AVELLANEDA_STOIKOV", "ORDERS").replace("\"feeRate\"", "%s \"feeRate\"");
        JsonNode first = answered(ask(body.formatted("\"to\": \"2023-11-14\","), UUID.randomUUID())).path("result");
        JsonNode second = answered(ask(body.formatted("\"from\": \"2023-11-15\","), UUID.randomUUID())).path("result");
        JsonNode both = answered(ask(body.formatted(""), UUID.randomUUID())).path("result");
        assertThat(first.path("bars").asInt()).isEqualTo(SECONDS / 2);
        assertThat(first.path("lastBar").asText()).isEqualTo("2023-11-15T00:00:00Z");
        assertThat(second.path("bars").asInt()).isEqualTo(SECONDS / 2);
        assertThat(second.path("firstBar").asText()).isEqualTo("2023-11-15T00:00:01Z");
        assertThat(second.at("/flow/rows")).as("from the first row on").isEqualTo(both.at("/flow/rows"));
        assertThat(second.path("dataHash")).isEqualTo(both.path("dataHash")).isNotEqualTo(first.path("dataHash"));
        assertThat(first.at("/flow/rows").asInt()).isLessThan(both.at("/flow/rows").asInt());
    }

    @Test
    void aParentOrderRestsAndTakesWhatIsLeft() {
        String symbol = RecordedFlow.laid(product, SECONDS);
        JsonNode found = answered(ask(PARENT.formatted(symbol, "BUY", "ORDERS"), UUID.randomUUID()));
        JsonNode parent = found.at("/result/parent");
        assertThat(number(parent.path("filled"))).as(found.toString()).isEqualByComparingTo("24");
        assertThat(number(parent.path("arrival"))).isBetween(new BigDecimal("99.9"), new BigDecimal("100.1"));
        assertThat(number(parent.path("average"))).isBetween(new BigDecimal("99.88"), new BigDecimal("100.12"));
        assertThat(number(parent.path("vwap"))).isBetween(new BigDecimal("99.88"), new BigDecimal("100.12"));
        assertThat(number(parent.path("missed"))).isZero();
        BigDecimal paid = number(parent.path("average")).subtract(number(parent.path("arrival"))).multiply(BigDecimal.valueOf(24));
        assertThat(number(parent.path("paid"))).isCloseTo(paid, within(new BigDecimal("0.000001")));
        assertThat(Duration.between(Instant.parse(parent.path("began").asText()), Instant.parse(parent.path("lastFill").asText()))).isLessThan(Duration.ofSeconds(125));
        String self = found.at("/links/self").asText().substring(1);
        assertThat(quant.get(self + "/orders?limit=500").json().path("items").findValuesAsText("side")).containsOnly("BUY");
        assertThat(fillRules(answered(ask(PARENT.formatted(symbol, "SELL", "ORDERS"), UUID.randomUUID())))).as("nothing hidden is traded on that side")
                .containsAnyOf("REACHED_IN_QUEUE", "TRADED_BEYOND");
        assertThat(found.at("/asked/strategy").asText()).isEqualTo("PARENT_ORDER");
        assertThat(found.at("/asked/settings/parts").asText()).isEqualTo("4");
    }

    @Test
    void quotesFillWhatRestsWhereTheOtherSideComesToIt() {
        String symbol = RecordedFlow.laid(product, SECONDS);
        JsonNode found = answered(ask(PARENT.formatted(symbol, "SELL", "QUOTES"), UUID.randomUUID()));
        assertThat(number(found.at("/result/parent/filled"))).as(found.toString()).isEqualByComparingTo("24");
        assertThat(found.at("/result/parent").has("vwap")).as("quotes do not say what was traded").isFalse();
        assertThat(fillRules(found)).as("it goes with the touch, so the other side comes to it in time").isNotEmpty().containsOnly("MET_BY_OTHER_SIDE");
        JsonNode hurried = answered(ask(PARENT.formatted(symbol, "SELL", "QUOTES").replace("\"120\"", "\"1\""), UUID.randomUUID()));
        assertThat(fillRules(hurried)).contains("TAKEN_FROM_BOOK");
        JsonNode made = answered(ask(MAKING.formatted(symbol, "AVELLANEDA_STOIKOV", "QUOTES"), UUID.randomUUID()));
        assertThat(fillRules(made)).isNotEmpty().containsOnly("MET_BY_OTHER_SIDE");
    }

    @Test
    void aStrategyOverBarsNeedsBars() {
        String symbol = RecordedFlow.laid(product, 30);
        JsonNode refused = ask("{\"instrument\": \"" + symbol + "\", \"strategy\": \"RSI\"}", UUID.randomUUID()).json().path("errors");
        assertThat(refused.findValuesAsText("pointer")).as(refused.toString()).containsExactly("/instrument");
        assertThat(refused.at("/0/detail").asText()).isEqualTo(symbol + " has recorded orders or quotes only, and no daily bars; trade in those with replay, or bring in a file of bars");
    }

    private List<String> fillRules(JsonNode found) {
        return quant.get(found.at("/links/fills").asText().substring(1) + "?limit=500").json().path("items").findValuesAsText("rule");
    }

    @Test
    void whatDoesNotGoTogetherIsToldAtOnce() {
        String symbol = RecordedFlow.instrument(quant);
        Api.Answer refused = ask("{\"instrument\": \"" + symbol + "\", \"strategy\": \"MARKET_MAKING\", \"settings\": {\"margin\": \"0.5\"}, \"slippage\": \"0.001\", \"raw\": true,"
                + " \"execution\": {}, \"replay\": {\"kind\": \"TRADES\", \"clockSeconds\": \"0\", \"queue\": \"1\"}}", UUID.randomUUID());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/settings/margin", "/slippage", "/raw", "/execution", "/replay/kind", "/replay/clockSeconds", "/replay/queue");
        assertThat(ask("{\"instrument\": \"" + symbol + "\", \"strategy\": \"PARENT_ORDER\", \"kelly\": \"0.5\"}", UUID.randomUUID()).json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/replay", "/strategy");
        assertThat(ask("{\"instrument\": \"" + symbol + "\", \"strategy\": \"RSI\", \"replay\": {}}", UUID.randomUUID()).json().path("errors").findValuesAsText("detail"))
                .containsExactly("goes with MARKET_MAKING and PARENT_ORDER, RSI trades over bars");
        JsonNode none = ask(PARENT.formatted(symbol, "BUY", "QUOTES"), UUID.randomUUID()).json().path("errors");
        assertThat(none.findValuesAsText("pointer")).containsExactly("/replay/kind");
        assertThat(none.at("/0/detail").asText()).isEqualTo(symbol + " has no QUOTES to trade in; bring in a file of them first");
        assertThat(product.as("trader").post("api/v1/backtests", "{}").status()).isEqualTo(403);
    }

    @Test
    void daysWithoutRowsAreSaid() {
        String symbol = RecordedFlow.laid(product, 30);
        UUID key = UUID.randomUUID();
        Api.Answer queued = ask(PARENT.formatted(symbol, "BUY", "ORDERS").replace("\"startCash\"", "\"from\": \"2024-01-01\", \"startCash\""), key);
        JsonNode failed = over(queued);
        assertThat(failed.path("status").asText()).isEqualTo("FAILED");
        assertThat(failed.path("failure").asText()).contains("fewer than two intervals of 1 s in which both sides of the market are known");
    }

    private Api.Answer ask(String body, UUID key) {
        return quant.post("api/v1/backtests", body, "Idempotency-Key", key.toString());
    }

    private static BigDecimal number(JsonNode node) {
        return new BigDecimal(node.asText());
    }

    private JsonNode answered(Api.Answer queued) {
        JsonNode now = over(queued);
        assertThat(now.path("status").asText()).as(now.toString()).startsWith("DONE");
        return now;
    }

    private JsonNode over(Api.Answer queued) {
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        return quant.over(queued.json().at("/links/self").asText().substring(1), PATIENCE);
    }
}
