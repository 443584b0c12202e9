package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Saved strategies over HTTP: versions that stay, two people at once, and what names them. */
@OnProduct
class StrategiesTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String RULES = "\"entry\": \"crossover(sma(fast), sma(slow))\", \"exit\": \"crossunder(sma(fast), sma(slow))\","
            + " \"parameters\": \"fast = %d from 5 to 50, slow = 60 from 20 to 200\"";

    private final Product product;
    private final Api quant;

    StrategiesTest(Product product) {
        this.product = product;
        this.quant = product.as("quant");
    }

    @Test
    void eachSaveIsAVersionThatStays() {
        String name = fresh();
        Api.Answer first = save(name, 10, "begun");
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.json().path("version").asInt()).isEqualTo(1);
        assertThat(first.json().path("parameters").asText()).isEqualTo("fast = 10 from 5 to 50, slow = 60 from 20 to 200");
        Api.Answer second = change(name, "\"1\"", 12);
        assertThat(second.status()).as(second.body()).isEqualTo(200);
        assertThat(second.json().path("version").asInt()).isEqualTo(2);
        assertThat(second.response().headers().firstValue("ETag")).contains("\"2\"");
        JsonNode versions = quant.get("api/v1/strategies/" + name + "/versions").json().path("items");
        assertThat(versions.findValuesAsText("version")).containsExactly("2", "1");
        assertThat(versions.get(1).path("note").asText()).isEqualTo("begun");
        assertThat(quant.get("api/v1/strategies/" + name + "/versions/1").json().path("parameters").asText()).startsWith("fast = 10 ");
        assertThat(quant.get("api/v1/strategies/" + name).json().path("parameters").asText()).startsWith("fast = 12 ");
        assertThat(quant.get("api/v1/strategies?limit=1000").json().path("items").findValuesAsText("name")).contains(name);
    }

    @Test
    void whoeverSawAnEarlierVersionIsToldSo() {
        String name = fresh();
        save(name, 10, "begun");
        assertThat(change(name, "\"1\"", 12).status()).isEqualTo(200);
        Api.Answer late = change(name, "\"1\"", 13);
        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().path("code").asText()).isEqualTo("stale");
        assertThat(change(name, "\"9\"", 13).status()).isEqualTo(412);
        assertThat(quant.put("api/v1/strategies/" + name, "{" + RULES.formatted(9) + "}").status()).isEqualTo(428);
        assertThat(quant.get("api/v1/strategies/" + name).json().path("version").asInt()).isEqualTo(2);
        Api.Answer twice = save(name, 20, "again");
        assertThat(twice.status()).isEqualTo(422);
        assertThat(twice.json().path("errors").get(0).path("code").asText()).isEqualTo("exists");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Api.Answer refused = quant.post("api/v1/strategies", "{\"name\": \"-x\", \"entry\": \"clsoe > 1\", \"exit\": \"smaa(3) > 2\","
                + " \"shortExit\": \"close > 1\", \"parameters\": \"n = \", \"note\": \"%s\"}".formatted("n".repeat(201)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/name", "/entry", "/exit", "/shortExit", "/parameters", "/note");
        assertThat(quant.post("api/v1/strategies", "{\"name\": \"empty\"}").json().path("errors").findValuesAsText("pointer")).containsExactly("/entry");
        assertThat(change("no-such-one", "\"1\"", 5).status()).isEqualTo(404);
        assertThat(quant.get("api/v1/strategies/no-such-one/versions").status()).isEqualTo(404);
    }

    @Test
    void aBacktestAndASweepNameAVersionAndRunIt() throws SQLException {
        String name = fresh();
        save(name, 10, "begun");
        change(name, "\"1\"", 25);
        String symbol = Names.fresh("SV");
        DailyBars.lay(product, symbol, 1_500, 9);
        JsonNode old = done("api/v1/backtests", "{\"instrument\": \"%s\", \"strategy\": \"SAVED\", \"saved\": \"%s\", \"version\": 1}".formatted(symbol, name));
        assertThat(old.path("asked").path("saved").asText()).isEqualTo(name + " v1");
        assertThat(old.path("asked").path("entry").asText()).isEqualTo("crossover(sma(fast), sma(slow))");
        JsonNode written = done("api/v1/backtests", "{\"instrument\": \"%s\", \"strategy\": \"RULE\", %s}".formatted(symbol, RULES.formatted(10)));
        assertThat(written.path("result").path("resultHash")).isEqualTo(old.path("result").path("resultHash"));
        assertThat(written.path("asked").has("saved")).isFalse();
        JsonNode latest = done("api/v1/backtests", "{\"instrument\": \"%s\", \"strategy\": \"SAVED\", \"saved\": \"%s\"}".formatted(symbol, name));
        assertThat(latest.path("asked").path("saved").asText()).isEqualTo(name + " v2");
        assertThat(latest.path("result").path("resultHash")).isNotEqualTo(old.path("result").path("resultHash"));

        JsonNode sweep = done("api/v1/sweeps", "{\"instrument\": \"%s\", \"strategy\": \"SAVED\", \"saved\": \"%s\", \"axes\": [{\"name\": \"fast\", \"step\": \"5\"}]}"
                .formatted(symbol, name));
        assertThat(sweep.path("asked").path("saved").asText()).isEqualTo(name + " v2");
        assertThat(sweep.path("axes").get(0).path("values").asInt()).isEqualTo(10);
        assertThat(sweep.path("result").path("inSampleBars").asInt()).as("the day at 70 % of 1500 bars").isEqualTo(1_051);
        Api.Answer unknown = order("api/v1/backtests", "{\"instrument\": \"%s\", \"strategy\": \"SAVED\", \"saved\": \"%s\", \"version\": 3}".formatted(symbol, name));
        assertThat(unknown.json().path("errors").get(0).path("pointer").asText()).isEqualTo("/saved");
    }

    @Test
    void aVersionCannotBeChangedByTheApplication() throws SQLException {
        try (Connection application = product.asApplication(); var statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("UPDATE strategy_version SET entry = ''")).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM strategy_version")).hasMessageContaining("denied");
        }
    }

    private static String fresh() {
        return Names.fresh("saved");
    }

    private Api.Answer save(String name, int fast, String note) {
        return quant.post("api/v1/strategies", "{\"name\": \"%s\", \"note\": \"%s\", %s}".formatted(name, note, RULES.formatted(fast)));
    }

    private Api.Answer change(String name, String match, int fast) {
        return quant.put("api/v1/strategies/" + name, "{" + RULES.formatted(fast) + "}", "If-Match", match);
    }

    private Api.Answer order(String place, String body) {
        return quant.post(place, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private JsonNode done(String place, String body) {
        Api.Answer asked = order(place, body);
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        JsonNode found = quant.over(place + "/" + asked.json().path("id").asText(), PATIENCE);
        assertThat(found.path("status").asText()).as(found.toString()).isEqualTo("DONE");
        return found;
    }
}
