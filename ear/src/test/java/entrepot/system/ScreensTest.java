package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Screens over HTTP: versions, runs as of a day, what each instrument answers, what came and left, and a run that is stopped. */
@OnProduct
class ScreensTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String RISING = "\"condition\": \"close > sma(fast)\", \"parameters\": \"fast = 50\", \"rankedBy\": \"roc(20)\"";

    private final Product product;
    private final Api quant;

    ScreensTest(Product product) {
        this.product = product;
        this.quant = product.as("quant");
    }

    @Test
    void aScreenIsSavedInVersionsThatStay() {
        String name = Names.fresh("screen");
        Api.Answer first = save(name, RISING);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.json().path("most").asInt()).isEqualTo(20);
        assertThat(first.json().path("order").asText()).isEqualTo("HIGHEST");
        assertThat(quant.put("api/v1/screens/" + name, "{" + RISING + ", \"most\": 3}", "If-Match", "\"1\"").json().path("version").asInt()).isEqualTo(2);
        assertThat(quant.put("api/v1/screens/" + name, "{" + RISING + "}", "If-Match", "\"1\"").status()).isEqualTo(412);
        assertThat(quant.put("api/v1/screens/" + name, "{" + RISING + "}").status()).isEqualTo(428);
        assertThat(quant.get("api/v1/screens/" + name + "/versions").json().path("items").findValuesAsText("version")).containsExactly("2", "1");
        assertThat(quant.get("api/v1/screens/" + name + "/versions/1").json().path("most").asInt()).isEqualTo(20);
        assertThat(save(name, RISING).json().path("errors").get(0).path("code").asText()).isEqualTo("exists");
        assertThat(quant.get("api/v1/screens?limit=1000").json().path("items").findValuesAsText("name")).contains(name);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Api.Answer refused = quant.post("api/v1/screens", "{\"name\": \"-x\", \"condition\": \"roc(60)\", \"rankedBy\": \"close > 1\", \"order\": \"BEST\", \"most\": 0,"
                + " \"columns\": [{\"name\": \"a\", \"expression\": \"clsoe\"}, {\"name\": \"a\"}], \"kind\": \"EQUITY\", \"symbols\": [\"A\"], \"staleDays\": -1}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("/name", "/condition", "/rankedBy", "/order", "/most",
                "/columns/0/expression", "/columns/1/name", "/columns/1/expression", "/symbols", "/staleDays");
        Api.Answer unknown = save(Names.fresh("screen"), RISING + ", \"symbols\": [\"NO-SUCH-ONE\"]");
        assertThat(unknown.json().path("errors").get(0).path("pointer").asText()).isEqualTo("/symbols");
        assertThat(quant.get("api/v1/rules/check?rule=close%20%3E%201&wanted=NUMBER").json().path("problems").get(0).path("text").asText())
                .startsWith("must be a number");
    }

    @Test
    void eachInstrumentAnswersAndTheyAddUp() throws SQLException {
        List<String> symbols = List.of(Names.fresh("SCA"), Names.fresh("SCB"), Names.fresh("SCC"), Names.fresh("SCD"));
        DailyBars.lay(product, symbols.get(0), 1_500, 11);
        DailyBars.lay(product, symbols.get(1), 1_500, 12);
        DailyBars.lay(product, symbols.get(2), 30, 13);
        assertThat(product.as("admin").post("api/v1/instruments", "{\"symbol\":\"%s\",\"name\":\"Bare\",\"kind\":\"OTHER\",\"currency\":\"USD\"}"
                .formatted(symbols.get(3))).status()).isEqualTo(201);
        String name = Names.fresh("screen");
        save(name, RISING + listed(symbols) + ", \"columns\": [{\"name\": \"swing\", \"expression\": \"vol(20)\"}], \"staleDays\": 5");
        JsonNode run = done(name, "{\"day\": \"2012-06-01\"}");
        JsonNode result = run.path("result");
        assertThat(result.path("asked").asInt()).isEqualTo(4);
        assertThat(result.path("passed").asInt() + result.path("failed").asInt()).isEqualTo(2);
        assertThat(result.path("notJudged").asInt()).isEqualTo(2);
        assertThat(result.path("barsNeeded").asInt()).isEqualTo(50);
        assertThat(result.path("yearJudged").asLong()).as("366 days of two instruments, but for the day a year before").isEqualTo(2 * 366);
        assertThat(result.path("forward").findValuesAsText("bars")).containsExactly("1", "5", "20");
        assertThat(result.path("forward").get(0).path("all").path("count").asLong()).as("from bar 50 to the bar before the last").isEqualTo(2 * (883 - 50));
        String at = "api/v1/screens/" + name + "/runs/" + run.path("id").asText();
        JsonNode rows = quant.get(at + "/rows").json().path("items");
        assertThat(rows.size()).isEqualTo(4);
        assertThat(quant.get(at + "/rows?outcome=NOT_JUDGED").json().path("items").findValuesAsText("reason")).containsExactly("TOO_FEW_BARS", "NO_BARS");
        assertThat(rows.get(0).path("columns").path("swing").asDouble()).isPositive();
        assertThat(rows.get(0).path("lastDay").asText()).isEqualTo("2012-06-01");
        Api.Answer csv = quant.get(at + "/rows.csv");
        assertThat(csv.body().split("\r\n")).hasSize(5);
        assertThat(csv.body()).startsWith("number,symbol,outcome,reason,rank,ranked by,swing,bars,");
        assertThat(run.path("result").has("since")).isFalse();

        JsonNode again = done(name, "{\"day\": \"2012-06-01\"}");
        assertThat(again.path("result").path("resultHash")).isEqualTo(result.path("resultHash"));
        assertThat(again.path("result").path("since").path("run")).isEqualTo(run.path("id"));
        assertThat(again.path("result").path("since").path("came").size() + again.path("result").path("since").path("left").size()).isZero();
        JsonNode latest = done(name, "{}");
        assertThat(latest.path("result").path("day").asText()).as("the last day with bars").isEqualTo("2014-02-08");
        assertThat(quant.get("api/v1/screens/" + name + "/runs").json().path("items").size()).isEqualTo(3);
    }

    @Test
    void theSameKeyIsTheSameRun() {
        String name = Names.fresh("screen");
        save(name, RISING);
        String key = UUID.randomUUID().toString();
        assertThat(ask(name, "{\"day\": \"2015-01-01\"}", key).status()).isEqualTo(202);
        assertThat(ask(name, "{\"day\": \"2015-01-01\"}", key).status()).isEqualTo(200);
        assertThat(ask(name, "{\"day\": \"2015-01-02\"}", key).json().path("code").asText()).isEqualTo("idempotency-clash");
        assertThat(ask(name, "{\"version\": 7}", UUID.randomUUID().toString()).status()).isEqualTo(404);
        assertThat(ask("no-such-screen", "{}", UUID.randomUUID().toString()).status()).isEqualTo(404);
        assertThat(ask(name, "{\"day\": \"soon\"}", UUID.randomUUID().toString()).status()).isEqualTo(422);
    }

    @Test
    void aRunThatIsStoppedComesToTheSameWhenItGoesOn() throws SQLException {
        List<String> symbols = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            symbols.add(Names.fresh("SL"));
            DailyBars.lay(product, symbols.get(number), 1_500, number);
        }
        String slow = IntStream.range(0, 8).mapToObj(at -> "{\"name\": \"h%d\", \"expression\": \"hurst(%d)\"}".formatted(at, 1_200 + at)).collect(Collectors.joining(","));
        String name = Names.fresh("screen");
        save(name, RISING + listed(symbols) + ", \"columns\": [" + slow + "]");
        JsonNode run = ask(name, "{\"day\": \"2014-01-10\"}", UUID.randomUUID().toString()).json();
        String at = "api/v1/screens/" + name + "/runs/" + run.path("id").asText();
        String job = run.path("links").path("job").asText().substring(1);
        while (quant.get(at).json().path("percent").asInt() == 0) {
            Launch.pause(20);
        }
        assertThat(post(job + "/cancel")).isEqualTo(200);
        assertThat(quant.over(at, PATIENCE).path("status").asText()).isEqualTo("CANCELLED");
        assertThat(quant.get(at + "/rows").status()).isEqualTo(409);
        assertThat(post(job + "/retry")).isEqualTo(200);
        JsonNode gone = quant.over(at, PATIENCE);
        assertThat(gone.path("status").asText()).isEqualTo("DONE");
        assertThat(quant.get(at + "/rows").json().path("items").size()).isEqualTo(100);
        assertThat(done(name, "{\"day\": \"2014-01-10\"}").path("result").path("resultHash")).isEqualTo(gone.path("result").path("resultHash"));
    }

    @Test
    void theNightAsksWhatWantsIt() {
        String wants = Names.fresh("screen");
        String not = Names.fresh("screen");
        save(wants, RISING + ", \"kind\": \"FX\", \"nightly\": true");
        save(not, RISING + ", \"kind\": \"FX\"");
        String job = quant.post("api/v1/jobs", "{\"kind\": \"screens-nightly\"}").json().path("id").asText();
        assertThat(quant.over("api/v1/jobs/" + job, PATIENCE).path("status").asText()).isEqualTo("DONE");
        JsonNode runs = quant.get("api/v1/screens/" + wants + "/runs").json().path("items");
        assertThat(runs.size()).isEqualTo(1);
        assertThat(runs.get(0).path("nightly").asBoolean()).isTrue();
        assertThat(runs.get(0).path("createdBy").asText()).isEqualTo("system");
        assertThat(quant.over("api/v1/screens/" + wants + "/runs/" + runs.get(0).path("id").asText(), PATIENCE).path("status").asText()).isEqualTo("DONE");
        assertThat(quant.get("api/v1/screens/" + not + "/runs").json().path("items").size()).isZero();
    }

    @Test
    void nothingThatWasAskedOrAnsweredCanBeChangedByTheApplication() throws SQLException {
        try (Connection application = product.asApplication(); var statement = application.createStatement()) {
            for (String table : List.of("screen_version", "screen_run", "screen_result", "screen_answer")) {
                assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM " + table)).hasMessageContaining("denied");
            }
            assertThatThrownBy(() -> statement.executeUpdate("UPDATE screen_answer SET outcome = 'PASSED'")).hasMessageContaining("denied");
        }
    }

    private static String listed(List<String> symbols) {
        return ", \"symbols\": [" + symbols.stream().map(symbol -> '"' + symbol + '"').collect(Collectors.joining(",")) + "]";
    }

    private Api.Answer save(String name, String fields) {
        return quant.post("api/v1/screens", "{\"name\": \"%s\", %s}".formatted(name, fields));
    }

    private Api.Answer ask(String name, String body, String key) {
        return quant.post("api/v1/screens/" + name + "/runs", body, "Idempotency-Key", key);
    }

    private int post(String place) {
        return quant.send(quant.request(place).POST(BodyPublishers.noBody())).status();
    }

    private JsonNode done(String name, String body) {
        Api.Answer asked = ask(name, body, UUID.randomUUID().toString());
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        JsonNode found = quant.over("api/v1/screens/" + name + "/runs/" + asked.json().path("id").asText(), PATIENCE);
        assertThat(found.path("status").asText()).as(found.toString()).isEqualTo("DONE");
        return found;
    }
}
