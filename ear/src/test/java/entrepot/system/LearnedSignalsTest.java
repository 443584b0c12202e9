package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A signal that is learned over HTTP: models with their hashes, trials, and who may approve. */
@OnProduct
class LearnedSignalsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String WHY = "{\"note\": \"looked at folds and calibration\"}";

    private final Product product;
    private final Api quant;
    private final Api risk;

    LearnedSignalsTest(Product product) {
        this.product = product;
        this.quant = product.as("quant");
        this.risk = product.as("risk");
    }

    @Test
    void everyFitIsAModelWithItsFiguresAndTheSameQuestionHasTheSameHashes() throws Exception {
        String symbol = instrument(1, 900);
        for (String model : new String[] {"LOGISTIC", "TREES"}) {
            JsonNode first = answered(ask(symbol, model));
            JsonNode second = answered(ask(symbol, model));
            assertThat(second.at("/result/resultHash")).isEqualTo(first.at("/result/resultHash"));
            assertThat(first.at("/asked/seed").asText()).isEqualTo("1");
            JsonNode models = models(first);
            assertThat(models.findValuesAsText("fit")).as("at bars 399, 499 to 899").containsExactly("6", "5", "4", "3", "2", "1");
            assertThat(models(second).findValuesAsText("contentHash")).isEqualTo(models.findValuesAsText("contentHash"));
            JsonNode one = models.get(3);
            assertThat(one.path("state").asText()).isEqualTo("CANDIDATE");
            assertThat(one.path("dataHash")).isEqualTo(first.at("/result/dataHash"));
            assertThat(one.path("trainedBy").asText()).isEqualTo("quant");
            assertThat(one.at("/outOfSample/count").asInt()).isEqualTo(100);
            assertThat(one.at("/baseline/count").asInt()).isEqualTo(100);
            assertThat(one.path("losses")).hasSize(4);
            String content = quant.get("api/v1/models/" + one.path("id").asText() + "/content").body();
            assertThat(content).startsWith("{\"kind\":\"" + model + "\"");
            assertThat(sha256(content)).isEqualTo(one.path("contentHash").asText());

            JsonNode learning = quant.get(first.at("/links/learning").asText().substring(1)).json();
            assertThat(learning.at("/model/count").asInt()).isBetween(450, 501);
            assertThat(learning.at("/baseline/logLoss").asDouble()).isBetween(0.6, 0.75);
            assertThat(learning.path("importance")).hasSize(5);
            assertThat(learning.path("sets")).hasSize(4);
            assertThat(learning.path("sets").findValues("chosen").stream().mapToInt(JsonNode::asInt).sum()).isEqualTo(6);
        }
        assertThat(answered(ask(symbol, "LOGISTIC")).at("/result/evidence/trials").asInt()).as("two questions, each with four sets").isEqualTo(10);
        JsonNode log = quant.get("api/v1/trials?instrument=" + symbol + "&limit=2").json().path("items");
        assertThat(log.get(1).path("cells").asInt()).isEqualTo(4);
        assertThat(log.get(1).path("cellVariance").asDouble()).isNotNegative();
    }

    @Test
    void anotherPersonApprovesAndWhatIsRetiredStaysSo() throws SQLException {
        String place = "api/v1/models/" + models(answered(ask(instrument(2, 500), "LOGISTIC"))).get(0).path("id").asText();
        Api.Answer own = quant.post(place + "/approve", WHY);
        assertThat(own.status()).isEqualTo(409);
        assertThat(own.json().path("code").asText()).isEqualTo("own-model");
        assertThat(risk.post(place + "/approve", "{}").json().path("errors").get(0).path("pointer").asText()).isEqualTo("/note");
        Api.Answer approved = risk.post(place + "/approve", WHY);
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.json().path("state").asText()).isEqualTo("APPROVED");
        assertThat(risk.post(place + "/approve", WHY).json().path("code").asText()).isEqualTo("wrong-state");
        assertThat(quant.post(place + "/retire", WHY).json().path("state").asText()).isEqualTo("RETIRED");
        assertThat(risk.post(place + "/retire", WHY).status()).isEqualTo(409);
        assertThat(risk.post(place + "/approve", WHY).status()).isEqualTo(409);
        JsonNode decisions = quant.get(place).json().path("decisions");
        assertThat(decisions.findValuesAsText("state")).containsExactly("APPROVED", "RETIRED");
        assertThat(decisions.findValuesAsText("decidedBy")).containsExactly("risk", "quant");
        assertThat(quant.get("api/v1/models/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void whatIsWrongIsToldAtOnce() {
        JsonNode errors = order("{\"instrument\": \"GOLD\", \"strategy\": \"LEARNED\", \"settings\": {\"model\": \"FOREST\", \"rate\": \"0.9\", \"depth\": \"2.5\","
                + " \"window\": \"5\", \"layers\": \"3\"}}").json().path("errors");
        assertThat(errors.findValuesAsText("pointer")).containsExactlyInAnyOrder("/settings/model", "/settings/rate", "/settings/depth", "/settings/window",
                "/settings/layers");
        assertThat(errors.findValuesAsText("detail")).contains("must be from 0.01 to 0.4, is 0.9", "must be one of LOGISTIC, TREES, is FOREST");
        assertThat(order("{\"instrument\": \"GOLD\", \"strategy\": \"LEARNED\", \"settings\": {\"exit\": \"0.6\"}}").json().path("errors")
                .findValuesAsText("detail")).containsExactly("must not be above enter, 0.55, is 0.6");
    }

    @Test
    void aLessonIsCancelledBetweenTwoFits() throws SQLException {
        String body = "{\"instrument\": \"%s\", \"strategy\": \"LEARNED\", \"settings\": {\"model\": \"TREES\", \"trees\": \"100\", \"depth\": \"6\", \"refit\": \"21\"}}";
        JsonNode asked = order(body.formatted(instrument(3, 4_000))).json();
        String job = asked.at("/links/job").asText().substring(1);
        Api.Answer cancelled = quant.post(job + "/cancel", "{}");
        assertThat(cancelled.status()).as(cancelled.body()).isLessThan(300);
        JsonNode over = over(asked);
        assertThat(over.path("status").asText()).isEqualTo("CANCELLED");
        assertThat(models(over)).isEmpty();
        assertThat(quant.get(over.at("/links/learning").asText().substring(1)).status()).isEqualTo(409);
    }

    @Test
    void aModelCannotBeChangedByTheApplication() throws SQLException {
        try (Connection application = product.asApplication(); var statement = application.createStatement()) {
            for (String change : new String[] {"UPDATE learned_model SET content = ''", "DELETE FROM learned_model", "DELETE FROM learned_study",
                    "UPDATE learned_model_decision SET note = ''"}) {
                assertThatThrownBy(() -> statement.executeUpdate(change)).hasMessageContaining("denied");
            }
        }
    }

    private String instrument(long seed, int bars) throws SQLException {
        String symbol = Names.fresh("LS");
        DailyBars.lay(product, symbol, bars, seed);
        return symbol;
    }

    private Api.Answer ask(String symbol, String model) {
        return order(("{\"instrument\": \"%s\", \"strategy\": \"LEARNED\", \"settings\": {\"model\": \"%s\", \"features\": \"REVERSION\", \"window\": \"400\","
                + " \"refit\": \"100\", \"trees\": \"20\", \"enter\": \"0.5\", \"side\": \"LONG_SHORT\"}, \"feeRate\": \"0.001\"}").formatted(symbol, model));
    }

    private Api.Answer order(String body) {
        return quant.post("api/v1/backtests", body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private JsonNode models(JsonNode backtest) {
        return quant.get("api/v1/models?backtest=" + backtest.path("id").asText()).json().path("items");
    }

    private JsonNode answered(Api.Answer asked) {
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        JsonNode found = over(asked.json());
        assertThat(found.path("status").asText()).as(found.toString()).isEqualTo("DONE");
        return found;
    }

    private JsonNode over(JsonNode asked) {
        String self = "api/v1/backtests/" + asked.path("id").asText();
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode found = quant.get(self).json();
        while (!found.path("status").asText().matches("DONE|FAILED|CANCELLED") && Instant.now().isBefore(end)) {
            Launch.pause(100);
            found = quant.get(self).json();
        }
        return found;
    }

    private static String sha256(String text) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
