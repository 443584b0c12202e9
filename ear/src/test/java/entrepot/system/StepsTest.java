package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A backtest gone through bar by bar over REST. */
@OnProduct
class StepsTest {

    private final Product product;
    private final Api quant;
    private final String symbol = "S1-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    StepsTest(Product product) {
        this.product = product;
        this.quant = product.as("quant");
    }

    private String ask(String question) throws InterruptedException {
        return Through.ask(quant, "backtests", "{\"instrument\": \"" + symbol + "\", " + question + "}").path("id").asText();
    }

    private JsonNode steps(String id, String query) {
        Api.Answer answer = quant.get("api/v1/backtests/" + id + "/steps" + query);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void theStepsOfTenThousandDaysEndAtTheResultAndComeWithinASecond() throws SQLException, InterruptedException {
        DailyBars.lay(product, symbol, 10_000, 4);
        String id = ask("\"strategy\": \"RULE\", \"entry\": \"crossover(sma(10), sma(40))\", \"exit\": \"close < lowest(low, 20)[1]\", \"feeRate\": \"0.001\", \"stopLoss\": \"0.02\"");
        JsonNode result = quant.get("api/v1/backtests/" + id).json().path("result");
        JsonNode last = steps(id, "?from=9801&limit=200");
        Duration took = Duration.ofDays(1);
        for (int time = 0; time < 5; time++) {
            long begun = System.nanoTime();
            assertThat(steps(id, "?from=9801&limit=200")).isEqualTo(last);
            Duration now = Duration.ofNanos(System.nanoTime() - begun);
            took = now.compareTo(took) < 0 ? now : took;
        }
        System.out.println("the last 200 steps of 10,000 in " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(1));
        assertThat(last.path("bars").asInt()).isEqualTo(10_000);
        assertThat(last.path("resultHash")).isEqualTo(result.path("resultHash"));
        assertThat(last.path("steps")).hasSize(200);
        assertThat(last.path("steps").get(199).path("equity")).isEqualTo(result.path("endValue"));
        assertThat(last.path("steps").get(199).path("number").asInt()).isEqualTo(10_000);
        assertThat(last.path("sights").findValuesAsText("text")).containsExactly("crossover(sma(10), sma(40))", "sma(10)", "sma(40)", "close < lowest(low, 20)[1]", "lowest(low, 20)[1]", "lowest(low, 20)");
        assertThat(last.path("sights").findValuesAsText("rule")).containsExactly("entry", "entry", "entry", "exit", "exit", "exit");
        fills(id);
        days(id, last);
        assertThat(quant.get("api/v1/backtests/" + id + "/steps/csv").body().lines()).hasSize(10_001);
    }

    /** To the next fill again and again: all the fills there are, and no bar is left out on the way. */
    private void fills(String id) {
        JsonNode kept = quant.get("api/v1/backtests/" + id + "/fills?limit=5").json().path("items");
        int next = 1;
        double units = 0;
        int seen = 0;
        while (seen < 5) {
            JsonNode stretch = steps(id, "?from=" + next + "&limit=500&toFill=true").path("steps");
            assertThat(stretch.get(0).path("number").asInt()).isEqualTo(next);
            for (int at = 0; at + 1 < stretch.size(); at++) {
                assertThat(stretch.get(at).path("fills")).isEmpty();
            }
            JsonNode step = stretch.get(stretch.size() - 1);
            for (JsonNode fill : step.path("fills")) {
                if (seen < 5) {
                    assertThat(fill.path("number")).isEqualTo(kept.get(seen).path("number"));
                    assertThat(fill.path("rule")).isEqualTo(kept.get(seen).path("rule"));
                    assertThat(step.path("at")).isEqualTo(kept.get(seen).path("at"));
                }
                units += (fill.path("side").asText().equals("BUY") ? 1 : -1) * fill.path("units").asDouble();
                seen++;
            }
            assertThat(step.path("units").asDouble()).isCloseTo(units, within(1e-6));
            next = step.path("number").asInt() + 1;
        }
    }

    private void days(String id, JsonNode last) {
        String at = last.path("steps").get(100).path("at").asText();
        JsonNode found = steps(id, "?at=" + at + "&limit=3").path("steps");
        assertThat(found).hasSize(3);
        assertThat(found.get(2)).isEqualTo(last.path("steps").get(100));
        assertThat(steps(id, "?at=" + at.substring(0, 10) + "&limit=1").path("steps").get(0)).isEqualTo(last.path("steps").get(100));
        assertThat(steps(id, "?at=1990-01-01").path("steps")).hasSize(1);
        assertThat(steps(id, "?at=2990-01-01&limit=1").path("steps").get(0).path("number").asInt()).isEqualTo(10_000);
        assertThat(steps(id, "?from=10001").path("steps")).isEmpty();
    }

    @Test
    void laterBarsChangeNothingAndOtherOnesAreSaidSo() throws SQLException, InterruptedException {
        DailyBars.lay(product, symbol, 300, 4);
        String id = ask("\"fast\": 5, \"slow\": 20");
        JsonNode before = steps(id, "?limit=300");
        bring("2010-10-28,50,51,49,50,1");
        assertThat(steps(id, "?limit=300")).isEqualTo(before);
        bring("2010-01-01,100,101,99,100.5,1");
        String held = "api/v1/instruments/" + symbol + "/quarantine";
        String row = quant.get(held).json().path("items").get(0).path("id").asText();
        assertThat(quant.post(held + "/" + row + "/release", "{\"note\":\"of a test\"}").status()).isEqualTo(204);
        Api.Answer refused = quant.get("api/v1/backtests/" + id + "/steps");
        assertThat(refused.status()).as(refused.body()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("data-changed");
        assertThat(refused.json().path("detail").asText()).contains("the bars of " + symbol + " have changed since", before.path("dataHash").asText());
    }

    private void bring(String row) {
        Api.Answer sent = quant.send(quant.request("api/v1/instruments/" + symbol + "/imports").header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("date,open,high,low,close,volume\n" + row + "\n")));
        assertThat(sent.status()).as(sent.body()).isEqualTo(200);
    }

    @Test
    void whatIsNotGoneThroughIsSaidSo() throws SQLException, InterruptedException {
        DailyBars.lay(product, symbol, 300, 4);
        DailyBars.lay(product, symbol + "X", 300, 5);
        String pair = ask("\"strategy\": \"PAIR\", \"other\": \"" + symbol + "X\", \"settings\": {\"window\": \"40\"}");
        Api.Answer refused = quant.get("api/v1/backtests/" + pair + "/steps");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("not-by-bars");
        assertThat(quant.get("api/v1/backtests/" + UUID.randomUUID() + "/steps").status()).isEqualTo(404);
        Api.Answer wrong = quant.get("api/v1/backtests/" + pair + "/steps?from=0&limit=1001&at=yesterday");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("errors").findValuesAsText("pointer")).isEqualTo(List.of("?at", "?limit", "?from", "?at"));
    }
}
