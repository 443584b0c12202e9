package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
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
    void whatWasFoundCannotBeChangedByTheApplication() throws SQLException {
        answered(ask(instrument(4), 10, 30, UUID.randomUUID()));
        try (Connection application = product.asApplication(); var statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("UPDATE backtest_result SET end_value = 0")).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM backtest_trade")).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.executeUpdate("UPDATE trial SET sharpe = 0")).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM trial")).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.executeUpdate("TRUNCATE TABLE trial")).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM backtest_scrutiny")).hasMessageContaining("denied");
        }
    }

    private String instrument(long seed) throws SQLException {
        String symbol = Names.fresh("BT");
        DailyBars.lay(product, symbol, BARS, seed);
        return symbol;
    }

    private Api.Answer ask(String symbol, int fast, int slow, UUID key) {
        return quant.post("api/v1/backtests", "{\"instrument\": \"%s\", \"fast\": %d, \"slow\": %d, \"feeRate\": \"0.001\"}"
                .formatted(symbol, fast, slow), "Idempotency-Key", key.toString());
    }

    private JsonNode answered(Api.Answer asked) {
        JsonNode found = over(asked);
        assertThat(found.path("status").asText()).as(found.toString()).isEqualTo("DONE");
        return found;
    }

    private JsonNode over(Api.Answer asked) {
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        String place = asked.response().headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode found = quant.get(place.substring(1)).json();
        while (found.path("status").asText().matches("QUEUED|RUNNING") && Instant.now().isBefore(end)) {
            Launch.pause(200);
            found = quant.get(place.substring(1)).json();
        }
        return found;
    }
}
