package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.trading.strategy.BuiltIn;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A backtest over HTTP, from the question to the hash. */
@OnProduct
class BacktestsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BARS = 5_000;

    private final Product product;
    private final Api quant;

    BacktestsTest(Product product) {
        this.product = product;
        this.quant = product.as("quant");
    }

    @Test
    void aQuestionIsAnsweredWithFiguresTradesAndCurves() throws SQLException {
        JsonNode found = answered(ask(instrument(1), 10, 30, UUID.randomUUID()));
        JsonNode result = found.path("result");
        assertThat(found.path("asked").path("seed").asText()).isEqualTo("none");
        assertThat(result.path("currency").asText()).isEqualTo("USD");
        assertThat(result.path("bars").asInt()).isEqualTo(BARS);
        assertThat(result.path("resultHash").asText()).matches("[0-9a-f]{64}");
        assertThat(result.path("buyAndHold").path("closedTrades").asInt()).isZero();
        int trades = result.path("strategy").path("closedTrades").asInt();
        assertThat(trades).isPositive();

        String self = found.path("links").path("self").asText().substring(1);
        assertThat(quant.get(self + "/trades.csv").body().lines().count()).isBetween(trades + 1L, trades + 2L);
        assertThat(quant.get(self + "/equity.csv").body().lines().count()).isEqualTo(BARS + 1);
        JsonNode last = quant.get(self + "/equity?limit=3&after=" + (BARS - 3)).json();
        assertThat(last.path("items").get(2).path("number").asInt()).isEqualTo(BARS);
        assertThat(last.path("items").get(2).path("equity").asText()).isEqualTo(result.path("endValue").asText());
        assertThat(last.has("next")).isFalse();
        assertThat(quant.get(self + "/equity?after=4095&limit=2").json().path("items").get(1).path("number").asInt()).isEqualTo(4097);
        JsonNode chart = quant.get(self + "/chart?points=1000").json();
        assertThat(chart.path("joined").asInt()).isEqualTo(5);
        assertThat(chart.path("rows")).hasSize(1000);
        assertThat(chart.path("marks").size()).isBetween(2 * trades, 2 * trades + 1);
    }

    @Test
    void theSameQuestionHasTheSameHashAndTheSameKeyIsTheSameQuestion() throws SQLException {
        String symbol = instrument(2);
        UUID key = UUID.randomUUID();
        JsonNode first = answered(ask(symbol, 10, 30, key));
        JsonNode second = answered(ask(symbol, 10, 30, UUID.randomUUID()));
        assertThat(second.path("result").path("resultHash")).isEqualTo(first.path("result").path("resultHash"));
        assertThat(second.path("result").path("dataHash")).isEqualTo(first.path("result").path("dataHash"));
        assertThat(ask(symbol, 10, 30, key).status()).isEqualTo(200);
        Api.Answer other = ask(symbol, 10, 31, key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.json().path("code").asText()).isEqualTo("idempotency-clash");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Api.Answer refused = quant.post("api/v1/backtests", "{\"instrument\": \" \", \"fast\": 30, \"slow\": 10, \"feeRate\": \"1.5\","
                + " \"from\": \"2020-02-30\", \"side\": \"UP\", \"startCash\": \"-1\"}", "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/instrument", "/slow", "/feeRate", "/from", "/side", "/startCash");
        assertThat(ask("NO-SUCH", 10, 30, UUID.randomUUID()).json().path("errors").get(0).path("code").asText())
                .isEqualTo("unknown-instrument");
        assertThat(quant.get("api/v1/backtests/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(quant.get("api/v1/backtests/nonsense/trades").status()).isEqualTo(404);
    }

    @Test
    void aSeriesWithoutBarsFailsWithTheReason() throws SQLException {
        JsonNode failed = over(quant.post("api/v1/backtests",
                "{\"instrument\": \"%s\", \"fast\": 10, \"slow\": 30, \"to\": \"1999-12-31\"}".formatted(instrument(3)),
                "Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(failed.path("status").asText()).isEqualTo("FAILED");
        assertThat(failed.path("failure").asText()).contains("has 0 daily bars in that time");
        Api.Answer trades = quant.get(failed.path("links").path("trades").asText().substring(1));
        assertThat(trades.status()).isEqualTo(409);
        assertThat(trades.json().path("code").asText()).isEqualTo("not-finished");
    }

    @Test
    void aResultIsHeldAgainstEverythingTriedOnItsInstrument() throws SQLException {
        String symbol = instrument(5);
        JsonNode alone = answered(ask(symbol, 10, 30, UUID.randomUUID())).path("result").path("evidence");
        assertThat(alone.path("trials").asInt()).isEqualTo(1);
        assertThat(alone.path("deflatedSharpe")).isEqualTo(alone.path("probabilisticSharpe"));
        answered(ask(symbol, 10, 30, UUID.randomUUID()));
        for (int slow = 40; slow < 80; slow += 10) {
            answered(ask(symbol, 10, slow, UUID.randomUUID()));
        }
        JsonNode found = answered(ask(symbol, 5, 30, UUID.randomUUID())).path("result");
        JsonNode evidence = found.path("evidence");
        assertThat(evidence.path("trials").asInt()).as("the same question counts once").isEqualTo(6);
        assertThat(evidence.path("effectiveTrials").asDouble()).isBetween(1.0, 6.0);
        assertThat(evidence.path("deflatedSharpe").asDouble()).isLessThanOrEqualTo(evidence.path("probabilisticSharpe").asDouble());
        assertThat(evidence.path("luckSharpe").asDouble()).isPositive();
        assertThat(evidence.path("returns").path("count").asInt()).isEqualTo(BARS - 1);
        assertThat(evidence.path("costsDoubled").path("totalReturn").asDouble())
                .isLessThan(found.path("strategy").path("totalReturn").asDouble());
        assertThat(evidence.path("oneBarLate").path("totalReturn").asText()).isNotEqualTo(found.path("strategy").path("totalReturn").asText());
        assertThat(evidence.path("permutation").path("pValue").asDouble()).isBetween(0.0004, 1.0);
        assertThat(evidence.path("permutation").path("seed").asLong()).isPositive();
        assertThat(evidence.path("sentence").asText()).isNotEmpty();
        assertThat(found.path("strategy").path("probabilisticSharpe")).isEqualTo(evidence.path("probabilisticSharpe"));

        JsonNode log = quant.get("api/v1/trials?instrument=" + symbol).json().path("items");
        assertThat(log).as("every run, the same question twice").hasSize(7);
        assertThat(log.get(0).path("resultHash")).isEqualTo(found.path("resultHash"));
        assertThat(log.get(0).path("dataHash")).isEqualTo(found.path("dataHash"));
        assertThat(log.get(0).path("strategy").asText()).contains("fast=5 slow=30");
        assertThat(log.get(0).path("terms").asText()).contains("feeRate=0.001");
        assertThat(log.get(0).path("returns")).isEqualTo(evidence.path("returns"));
    }

    @Test
    void aRuleThatSaysWhatTheCrossoverDoesFindsTheSameAndIsNamedInTheLog() throws SQLException {
        String symbol = instrument(6);
        String rule = "{\"instrument\": \"%s\", \"strategy\": \"RULE\", \"entry\": \"crossover(sma(fast), sma(slow))\", \"exit\":"
                + " \"crossunder(sma(fast), sma(slow))\", \"parameters\": \"fast=10 from 5 to 200, slow = 30\", \"feeRate\": \"0.001\"}";
        UUID key = UUID.randomUUID();
        JsonNode found = answered(order(rule.formatted(symbol), key));
        JsonNode asked = found.path("asked");
        assertThat(asked.path("strategy").asText()).isEqualTo("RULE");
        assertThat(asked.path("entry").asText()).isEqualTo("crossover(sma(fast), sma(slow))");
        assertThat(asked.path("parameters").asText()).isEqualTo("fast = 10 from 5 to 200, slow = 30");
        assertThat(asked.has("fast")).isFalse();
        JsonNode cross = answered(order("{\"instrument\": \"%s\", \"fast\": 10, \"slow\": 30, \"reading\": \"CROSS\", \"feeRate\": \"0.001\"}"
                .formatted(symbol), UUID.randomUUID()));
        assertThat(found.path("result").path("strategy")).isEqualTo(cross.path("result").path("strategy"));
        assertThat(found.path("result").path("endValue")).isEqualTo(cross.path("result").path("endValue"));
        assertThat(found.path("result").path("resultHash")).as("another strategy").isNotEqualTo(cross.path("result").path("resultHash"));

        assertThat(order(rule.formatted(symbol), key).status()).as("the same question again").isEqualTo(200);
        assertThat(order(rule.replace("fast=10", "fast=11").formatted(symbol), key).json().path("code").asText()).isEqualTo("idempotency-clash");
        JsonNode log = quant.get("api/v1/trials?instrument=" + symbol).json().path("items");
        assertThat(log.get(1).path("strategy").asText()).isEqualTo("rule entry=(crossover(sma(fast), sma(slow)))"
                + " exit=(crossunder(sma(fast), sma(slow))) fast=10 slow=30");
    }

    @Test
    void everyBuiltInStrategyIsRunAndItsSettingsAreShownAndNamedInTheLog() throws SQLException {
        String symbol = instrument(9);
        for (BuiltIn one : BuiltIn.values()) {
            if (one == BuiltIn.CROSSOVER) {
                continue;
            }
            String settings = one.parameters().isEmpty() ? "{}" : "{\"side\": \"LONG_SHORT\"}";
            JsonNode found = answered(order("{\"instrument\": \"%s\", \"strategy\": \"%s\", \"settings\": %s, \"volatilityTarget\": \"0.2\"}"
                    .formatted(symbol, one, settings), UUID.randomUUID()));
            assertThat(found.at("/asked/strategy").asText()).isEqualTo(one.name());
            assertThat(found.at("/asked/volatilityTarget").asText()).isEqualTo("0.2");
            one.parameters().forEach(parameter -> assertThat(found.at("/asked/settings/" + parameter.name()).asText())
                    .isEqualTo(parameter.name().equals("side") ? "LONG_SHORT" : parameter.standardWords()));
            assertThat(found.at("/result/evidence/sentence").asText()).as(one.name()).isNotEmpty();
            JsonNode log = quant.get("api/v1/trials?instrument=" + symbol).json().path("items").get(0);
            assertThat(log.path("strategy").asText()).endsWith("volatility-target=0.2");
        }
    }

    @Test
    void aPairIsTradedOnBothLegsAndHeldAgainstWhatWasTriedOnBoth() throws SQLException {
        String one = instrument(10);
        String other = instrument(11);
        String body = "{\"instrument\": \"%s\", \"other\": \"%s\", \"strategy\": \"PAIR\", \"settings\": {\"method\": \"%s\", \"window\": \"60\","
                + " \"enter\": \"1.2\", \"bound\": \"0.5\", \"margin\": \"0.5\", \"borrow\": \"0.03\"}, \"feeRate\": \"0.001\"}";
        UUID key = UUID.randomUUID();
        JsonNode found = answered(order(body.formatted(one, other, "ENGLE_GRANGER"), key));
        assertThat(found.at("/asked/settings/borrow").asText()).isEqualTo("0.03");
        assertThat(found.at("/result/borrow").asDouble()).isPositive();
        assertThat(found.at("/result/liquidations").asInt(-1)).isNotNegative();
        assertThat(found.at("/asked/other").asText()).isEqualTo(other);
        assertThat(found.at("/asked/settings/stop").asText()).isEqualTo("4");
        JsonNode legs = quant.get(found.at("/links/legs").asText().substring(1) + "?limit=100").json().path("items");
        assertThat(legs.size()).isGreaterThan(3);
        assertThat(legs.get(0).path("instrument").asText()).isEqualTo(one);
        assertThat(legs.get(1).path("instrument").asText()).isEqualTo(other);
        assertThat(legs.get(1).path("trade").asInt()).isEqualTo(1);
        assertThat(legs.get(1).path("side").asText()).isNotEqualTo(legs.get(0).path("side").asText());
        assertThat(legs.findValuesAsText("ending")).contains("BACK");
        assertThat(legs.get(1).path("fees").asDouble()).isPositive();
        assertThat(quant.get(found.at("/links/self").asText().substring(1) + "/legs.csv").body()).startsWith("number,trade,instrument,side,units,entry at");
        JsonNode spread = quant.get(found.at("/links/spread").asText().substring(1) + "?points=5000").json();
        assertThat(spread.path("rows")).hasSize(BARS);
        assertThat(spread.path("rows").get(58).get(2).isNull()).isTrue();
        assertThat(spread.path("rows").get(59).get(2).isNumber()).isTrue();
        JsonNode turned = answered(order(body.formatted(other, one, "KALMAN"), UUID.randomUUID()));
        assertThat(turned.at("/result/evidence/trials").asInt()).as("in whichever order").isEqualTo(2);
        assertThat(turned.at("/result/evidence/sentence").asText()).isNotEmpty();
        assertThat(turned.at("/result/evidence/costsDoubled/totalReturn").asDouble()).isLessThan(turned.at("/result/strategy/totalReturn").asDouble());
        assertThat(order(body.formatted(one, other, "ENGLE_GRANGER"), key).status()).as("the same question again").isEqualTo(200);
        JsonNode wrong = order("{\"instrument\": \"%s\", \"other\": \"%s\", \"strategy\": \"PAIR\", \"settings\": {\"enter\": \"5\"}, \"stopLoss\": \"0.1\"}"
                .formatted(one, one), UUID.randomUUID()).json().path("errors");
        assertThat(wrong.findValuesAsText("pointer")).containsExactlyInAnyOrder("/other", "/settings/enter", "/strategy");
        assertThat(order(body.formatted(one, "NO-SUCH", "KALMAN"), UUID.randomUUID()).json().path("errors").findValuesAsText("code"))
                .containsExactly("unknown-other");
    }

    @Test
    void positionsAreSizedByKellyAndNotByVolatilityToo() throws SQLException {
        String symbol = instrument(12);
        String body = "{\"instrument\": \"%s\", \"strategy\": \"MOMENTUM\", \"settings\": {\"lookback\": \"10\", \"hold\": \"5\", \"side\": \"LONG_SHORT\"}, %s}";
        UUID key = UUID.randomUUID();
        JsonNode found = answered(order(body.formatted(symbol, "\"kelly\": \"0.5\""), key));
        assertThat(found.at("/asked/kelly").asText()).isEqualTo("0.5");
        assertThat(found.path("asked").has("volatilityTarget")).isFalse();
        assertThat(order(body.formatted(symbol, "\"kelly\": \"0.5\""), key).status()).as("the same question again").isEqualTo(200);
        assertThat(order(body.formatted(symbol, "\"kelly\": \"0.4\""), key).json().path("code").asText()).isEqualTo("idempotency-clash");
        assertThat(quant.get("api/v1/trials?instrument=" + symbol).json().path("items").get(0).path("strategy").asText()).endsWith(" kelly=0.5");
        JsonNode both = order(body.formatted(symbol, "\"kelly\": \"0.5\", \"volatilityTarget\": \"0.4\""), UUID.randomUUID()).json().path("errors");
        assertThat(both.findValuesAsText("pointer")).containsExactly("/kelly");
        assertThat(both.get(0).path("detail").asText()).isEqualTo("does not go with volatilityTarget, which is 0.4: a position has one size; leave out kelly or volatilityTarget");
        assertThat(order(body.formatted(symbol, "\"kelly\": \"1.5\""), UUID.randomUUID()).json().path("errors").findValuesAsText("detail"))
                .containsExactly("is a fraction of Kelly's share and must be above 0 and at most 1, is 1.5");
        assertThat(order(body.formatted(symbol, "\"kelly\": \"0.5\", \"stopLoss\": \"0.1\""), UUID.randomUUID()).json().path("errors").findValuesAsText("code"))
                .containsExactly("with-orders");
    }

    @Test
    void aMarketIsMadeByTwoLimitOrdersABarAndTheResultSaysWhatBarsDoNotKnow() throws SQLException {
        String symbol = instrument(13);
        String body = "{\"instrument\": \"%s\", \"strategy\": \"MARKET_MAKING\", \"settings\": {\"window\": \"20\", \"model\": \"%s\", \"limit\": \"3\"},"
                + " \"feeRate\": \"0.0001\"%s}";
        UUID key = UUID.randomUUID();
        JsonNode found = answered(order(body.formatted(symbol, "AVELLANEDA_STOIKOV", ""), key));
        assertThat(found.at("/asked/strategy").asText()).isEqualTo("MARKET_MAKING");
        assertThat(found.at("/asked/settings/gamma").asText()).isEqualTo("0.1");
        assertThat(found.at("/asked/settings/limit").asText()).isEqualTo("3");
        assertThat(found.at("/result/evidence/warnings").toString()).contains("QUOTES_ON_BARS").doesNotContain("PERMUTATION");
        assertThat(found.at("/result/evidence/verdict").asText()).isNotEqualTo("BEYOND_LUCK");
        assertThat(found.at("/result/evidence/permutation").has("pValue")).isFalse();
        assertThat(found.at("/result/evidence/oneBarLate").has("totalReturn")).isTrue();
        int filled = found.at("/result/quoted/filled").asInt();
        assertThat(found.at("/result/quoted/bothSides").asInt()).isBetween(1, filled - 1);
        String self = found.at("/links/self").asText().substring(1);
        JsonNode orders = quant.get(self + "/orders?limit=500").json().path("items");
        assertThat(orders.findValuesAsText("kind")).containsOnly("LIMIT");
        assertThat(orders.findValuesAsText("reason")).contains("ASKED");
        assertThat(quant.get(self + "/fills?limit=500").json().path("items").findValuesAsText("rule")).isNotEmpty()
                .containsAnyOf("LIMIT_IN_GAP", "LIMIT_TRADED_THROUGH").doesNotContain("LIMIT_AT_OPEN");
        JsonNode log = quant.get("api/v1/trials?instrument=" + symbol).json().path("items").get(0);
        assertThat(log.path("strategy").asText()).startsWith("market-making model=AVELLANEDA_STOIKOV gamma=0.1 k=1.5").endsWith("limit=3 margin=0.5 borrow=0.03");
        assertThat(log.path("terms").asText()).contains("stake=(units=1.0)");
        assertThat(quant.get("api/v1/tearsheets/" + key).status()).isEqualTo(200);
        assertThat(order(body.formatted(symbol, "AVELLANEDA_STOIKOV", ""), key).status()).as("the same question again").isEqualTo(200);
        assertThat(order(body.formatted(symbol, "GUEANT_LEHALLE_FERNANDEZ_TAPIA", ""), key).json().path("code").asText()).isEqualTo("idempotency-clash");
        assertThat(answered(order(body.formatted(symbol, "GUEANT_LEHALLE_FERNANDEZ_TAPIA", ""), UUID.randomUUID())).at("/result/resultHash"))
                .isNotEqualTo(found.at("/result/resultHash"));
        JsonNode wrong = order(body.formatted(symbol, "STOIKOV", ", \"stopLoss\": \"0.1\", \"kelly\": \"0.5\""), UUID.randomUUID()).json().path("errors");
        assertThat(wrong.findValuesAsText("pointer")).contains("/settings/model", "/strategy");
        assertThat(order(body.formatted(symbol, "AVELLANEDA_STOIKOV", "").replace("\"limit\": \"3\"", "\"limit\": \"3\", \"quantity\": \"4\""), UUID.randomUUID())
                .json().path("errors").findValuesAsText("detail")).containsExactly("must be from 1 to limit, 3, is 4");
    }

    @Test
    void whatIsWrongWithSettingsIsToldAtOnceAndByName() {
        Api.Answer refused = order("{\"instrument\": \"GOLD\", \"strategy\": \"RSI\", \"settings\": {\"n\": \"0\", \"low\": \"x\", \"side\": \"UP\","
                + " \"period\": \"3\"}, \"stopLoss\": \"0.1\", \"volatilityTarget\": \"0.4\"}", UUID.randomUUID());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/settings/n", "/settings/low", "/settings/side", "/settings/period",
                        "/volatilityTarget");
        assertThat(refused.json().path("errors").findValuesAsText("detail")).contains("must be from 1 to 10000, is 0",
                "must be one of LONG_ONLY, LONG_SHORT, is UP", "must be one of [n, low, high, exit, side]");
        assertThat(order("{\"instrument\": \"GOLD\", \"strategy\": \"CHANNEL\", \"settings\": {\"exit\": \"30\"}}", UUID.randomUUID()).json().path("errors")
                .findValuesAsText("detail")).containsExactly("must be from 1 to entry, 20, is 30");
        assertThat(order("{\"instrument\": \"GOLD\", \"strategy\": \"CHANNEL\", \"stopLoss\": \"0.1\", \"volatilityTarget\": \"0.4\"}", UUID.randomUUID())
                .json().path("errors").findValuesAsText("code")).containsExactly("with-orders");
        assertThat(order("{\"instrument\": \"GOLD\", \"fast\": 3, \"slow\": 9, \"settings\": {}}", UUID.randomUUID()).json().path("errors")
                .findValuesAsText("code")).containsExactly("without-built-in");
    }

    @Test
    void ordersAndFillsAreShownEachWithItsRule() throws SQLException {
        String symbol = instrument(8);
        JsonNode plain = answered(ask(symbol, 10, 30, UUID.randomUUID()));
        JsonNode fills = quant.get(plain.at("/links/fills").asText().substring(1) + "?limit=100").json().path("items");
        assertThat(fills.findValuesAsText("rule")).isNotEmpty().containsOnly("MARKET_AT_OPEN");
        assertThat(plain.at("/asked/enterBy").asText()).isEqualTo("MARKET");
        assertThat(plain.path("asked").has("stopLoss")).isFalse();

        String body = "{\"instrument\": \"%s\", \"fast\": 10, \"slow\": 30, \"feeRate\": \"0.001\", \"enterBy\": \"LIMIT\", \"limitOffset\": \"0.002\","
                + " \"stopLoss\": \"0.01\", \"takeProfit\": \"0.03\", \"trailingStop\": \"0.02\"}";
        UUID key = UUID.randomUUID();
        JsonNode found = answered(order(body.formatted(symbol), key));
        assertThat(found.at("/asked/limitOffset").asText()).isEqualTo("0.002");
        assertThat(found.at("/asked/trailingStop").asText()).isEqualTo("0.02");
        String self = found.at("/links/self").asText().substring(1);
        JsonNode orders = quant.get(self + "/orders?limit=100").json().path("items");
        assertThat(orders.findValuesAsText("kind")).contains("LIMIT", "STOP", "TRAILING");
        assertThat(orders.findValuesAsText("state")).contains("FILLED", "CANCELLED");
        assertThat(orders.findValuesAsText("reason")).contains("OTHER_FILLED");
        JsonNode made = quant.get(self + "/fills?limit=100").json().path("items");
        assertThat(made.findValuesAsText("rule")).contains("LIMIT_TRADED_THROUGH").containsAnyOf("STOP_REACHED", "STOP_AFTER_ENTRY", "STOP_AT_OPEN");
        JsonNode next = quant.get(self + "/fills?limit=1&after=1").json();
        assertThat(next.path("items").get(0).path("number").asInt()).isEqualTo(2);
        assertThat(quant.get(self + "/orders.csv").body()).startsWith("number,protects,given at,kind,side,");
        assertThat(quant.get(self + "/fills.csv").body()).startsWith("number,order,at,side,units,price,slippage,fee,rule").contains("LIMIT_TRADED_THROUGH");
        assertThat(order(body.formatted(symbol), key).status()).as("the same question again").isEqualTo(200);
        assertThat(order(body.replace("0.03", "0.04").formatted(symbol), key).json().path("code").asText()).isEqualTo("idempotency-clash");
        assertThat(quant.get("api/v1/trials?instrument=" + symbol).json().path("items").get(0).path("strategy").asText())
                .endsWith("orders=(units=0 offset=2000000 stop=10000000 profit=30000000 trailing=20000000)");
    }

    @Test
    void whatIsWrongWithOrdersIsToldAtOnce() {
        Api.Answer refused = order("{\"instrument\": \"GOLD\", \"fast\": 3, \"slow\": 9, \"enterBy\": \"LIMIT\", \"stopLoss\": \"1\", \"takeProfit\": \"-0.1\","
                + " \"trailingStop\": \"x\"}", UUID.randomUUID());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/limitOffset", "/stopLoss", "/takeProfit", "/trailingStop");
        assertThat(order("{\"instrument\": \"GOLD\", \"fast\": 3, \"slow\": 9, \"limitOffset\": \"0.1\"}", UUID.randomUUID()).json().path("errors")
                .findValuesAsText("code")).containsExactly("without-limit");
    }

    @Test
    void aLongRuleIsKeptWhole() throws SQLException {
        String symbol = instrument(7);
        String entry = "close > 1" + " or close > 12345".repeat(110);
        JsonNode found = answered(order("{\"instrument\": \"%s\", \"strategy\": \"RULE\", \"shortEntry\": \"%s\"}".formatted(symbol, entry),
                UUID.randomUUID()));
        assertThat(found.path("asked").path("shortEntry").asText()).isEqualTo(entry);
        assertThat(quant.get("api/v1/trials?instrument=" + symbol).json().path("items").get(0).path("strategy").asText())
                .isEqualTo("rule shortEntry=(" + entry + ")");
    }

    @Test
    void everythingThatIsWrongInARuleIsToldAtOnce() {
        Api.Answer refused = order("{\"instrument\": \"GOLD\", \"strategy\": \"RULE\", \"entry\": \"clsoe > smaa(3) and\", \"exit\": \"close\","
                + " \"shortExit\": \"close > 1\", \"parameters\": \"sma = 3\", \"feeRate\": \"2\"}", UUID.randomUUID());
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/entry", "/entry", "/entry", "/exit", "/shortExit", "/parameters", "/feeRate");
        assertThat(refused.json().path("errors").findValuesAsText("detail"))
                .contains("line 1, column 9: 'smaa' is not a function or indicator; is 'sma' meant?");
        assertThat(order("{\"instrument\": \"GOLD\", \"strategy\": \"RULE\"}", UUID.randomUUID()).json().path("errors").findValuesAsText("pointer"))
                .containsExactly("/entry");
    }

    @Test
    void aRuleIsCheckedAndCompletedWhileItIsWritten() {
        JsonNode right = quant.get("api/v1/rules/check?rule=crossover(sma(fast),sma(100))&parameters=fast=40").json();
        assertThat(right.path("type").asText()).isEqualTo("BOOLEAN");
        assertThat(right.path("warmUpBars").asInt()).isEqualTo(100);
        assertThat(right.path("problems")).isEmpty();
        JsonNode wrong = quant.get("api/v1/rules/check?rule=crosover(close,open)%0Aand&parameters=x").json();
        assertThat(wrong.path("problems").get(0).path("suggestion").asText()).isEqualTo("crossover");
        assertThat(wrong.path("problems").get(1).path("line").asInt()).isEqualTo(2);
        assertThat(wrong.path("problems").get(1).path("column").asInt()).isEqualTo(4);
        assertThat(wrong.path("parameterProblems")).hasSize(1);
        assertThat(wrong.has("type")).isFalse();
        JsonNode completion = quant.get("api/v1/rules/completion?rule=macd.si&caret=7").json();
        assertThat(completion.path("from").asInt()).isEqualTo(5);
        assertThat(completion.path("proposals").findValuesAsText("text")).containsExactly("signal");
        assertThat(quant.get("api/v1/rules/completion?rule=macd&caret=5").status()).isEqualTo(422);
        assertThat(quant.get("api/v1/rules/check").status()).isEqualTo(422);
    }

    @Test
    void whatWasFoundCannotBeChangedByTheApplication() throws SQLException {
        answered(ask(instrument(4), 10, 30, UUID.randomUUID()));
        try (Connection application = product.asApplication(); var statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("UPDATE backtest_result SET end_value = 0")).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM backtest_trade")).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM backtest_fill")).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.executeUpdate("UPDATE backtest_order SET filled = 0")).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.executeUpdate("UPDATE trial SET sharpe = 0")).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM trial")).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.executeUpdate("TRUNCATE TABLE trial")).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM backtest_scrutiny")).hasMessageContaining("denied");
        }
    }

    @Test
    void ordersMeetVolumeLatencyDaysAndImpactAndWhatTheyHadIsTold() throws SQLException {
        String symbol = instrument(14);
        String body = "{\"instrument\": \"%s\", \"fast\": 10, \"slow\": 30, \"startCash\": \"100000000\"%s}";
        String hard = ", \"execution\": {\"participation\": \"0.05\", \"latencySeconds\": \"30\", \"validity\": \"DAY\", \"impact\": \"ALMGREN_CHRISS\"}";
        UUID key = UUID.randomUUID();
        JsonNode found = answered(order(body.formatted(symbol, hard), key));
        assertThat(found.at("/asked/execution").toString()).isEqualTo("{\"participation\":\"0.05\",\"latencyBars\":\"0\",\"latencySeconds\":\"30\","
                + "\"validity\":\"DAY\",\"impact\":\"ALMGREN_CHRISS\",\"fixed\":\"0.01\",\"temporary\":\"0.000001\",\"permanent\":\"0.0000001\"}");
        JsonNode filled = found.at("/result/filled");
        assertThat(filled.path("partly").asInt()).isPositive();
        assertThat(filled.path("orders").asInt()).isGreaterThanOrEqualTo(filled.path("whole").asInt() + filled.path("partly").asInt());
        assertThat(filled.path("slippage").asDouble()).isPositive();
        String self = found.at("/links/self").asText().substring(1);
        JsonNode orders = quant.get(self + "/orders?limit=500").json().path("items");
        assertThat(orders.findValuesAsText("validity")).contains("DAY", "GTC");
        assertThat(orders.findValuesAsText("state")).contains("EXPIRED");
        assertThat(quant.get(self + "/orders.csv").body()).contains(",DAY,", "EXPIRED,TIME");
        assertThat(order(body.formatted(symbol, hard), key).status()).as("the same question again").isEqualTo(200);
        assertThat(order(body.formatted(symbol, hard.replace("30", "31")), key).json().path("code").asText()).isEqualTo("idempotency-clash");
        assertThat(quant.get("api/v1/trials?instrument=" + symbol).json().path("items").get(0).path("strategy").asText()).contains("execution=(participation=0.05 latencyBars=0");

        JsonNode standard = answered(order(body.formatted(symbol, ", \"execution\": {}"), UUID.randomUUID()));
        assertThat(standard.at("/asked/execution/participation").asText()).isEqualTo("0.1");
        assertThat(standard.at("/asked/execution/impact").asText()).isEqualTo("SQUARE_ROOT");
        JsonNode ideal = answered(order(body.formatted(symbol, ""), UUID.randomUUID()));
        assertThat(ideal.path("asked").has("execution")).isFalse();
        assertThat(ideal.at("/result/filled/partly").asInt(-1)).isZero();
        assertThat(ideal.at("/result/resultHash")).isNotEqualTo(standard.at("/result/resultHash"));

        JsonNode wrong = order(body.formatted(symbol, ", \"kelly\": \"0.5\", \"execution\": {\"participation\": \"2\", \"validity\": \"IOC\", \"speed\": \"1\"}"),
                UUID.randomUUID()).json().path("errors");
        assertThat(wrong.findValuesAsText("pointer")).containsExactlyInAnyOrder("/execution/participation", "/execution/validity", "/execution/speed", "/kelly");
        assertThat(order("{\"instrument\": \"%s\", \"other\": \"GOLD\", \"strategy\": \"PAIR\", \"execution\": {}}".formatted(symbol), UUID.randomUUID())
                .json().path("errors").findValuesAsText("code")).containsExactly("with-pair");
    }

    @Test
    void aSeriesWithoutVolumeIsNotTradedByVolumeAndSaysWhatToDo() throws SQLException {
        String symbol = Names.fresh("BT");
        DailyBars.lay(product, symbol, BARS, 15, 0);
        JsonNode failed = over(order("{\"instrument\": \"%s\", \"fast\": 10, \"slow\": 30, \"execution\": {}}".formatted(symbol), UUID.randomUUID()));
        assertThat(failed.path("failure").asText()).contains("none of the", "has a volume", "set participation to 0");
    }

    private String instrument(long seed) throws SQLException {
        String symbol = Names.fresh("BT");
        DailyBars.lay(product, symbol, BARS, seed);
        return symbol;
    }

    private Api.Answer ask(String symbol, int fast, int slow, UUID key) {
        return order("{\"instrument\": \"%s\", \"fast\": %d, \"slow\": %d, \"feeRate\": \"0.001\"}".formatted(symbol, fast, slow), key);
    }

    private Api.Answer order(String body, UUID key) {
        return quant.post("api/v1/backtests", body, "Idempotency-Key", key.toString());
    }

    private JsonNode answered(Api.Answer asked) {
        JsonNode found = over(asked);
        assertThat(found.path("status").asText()).as(found.toString()).isEqualTo("DONE");
        return found;
    }

    private JsonNode over(Api.Answer asked) {
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        return quant.over(SweepCalls.place(asked), PATIENCE);
    }
}
