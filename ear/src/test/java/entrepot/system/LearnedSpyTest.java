package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** SPY, from two files to what the evidence says of signals that are learned from it: the study of {@code docs/learned-signals.md}. */
@OnProduct
class LearnedSpyTest {

    private static final Path FILES = Path.of(System.getProperty("lean.dir", "../../shared/data/market/lean"));
    private static final Duration PATIENCE = Duration.ofMinutes(8);

    /** In the order of the study, settled before the first was asked; all of them in the long form. */
    private static final List<String> STUDY = List.of("", "\"model\": \"TREES\"", "\"side\": \"LONG_SHORT\"", "\"features\": \"REVERSION\"",
            "\"features\": \"TREND\"", "\"patience\": \"21\"", "\"events\": \"RUNS\"", "\"primary\": \"TREND\"");
    private static final List<String> ASKED = Boolean.getBoolean("study.long") ? STUDY : STUDY.subList(0, 2);

    private final Api quant;

    LearnedSpyTest(Product product) {
        this.quant = product.as("quant");
    }

    @Test
    void whatIsLearnedFromSpyIsShownBesideTheBaseRateAndHeldAgainstAllThatWasTried() throws IOException {
        assumeTrue(Files.isRegularFile(FILES.resolve("equity-daily-spy.csv")) && Files.isRegularFile(FILES.resolve("factor-spy.csv")), "no prices of SPY in " + FILES);
        String symbol = Names.fresh("SPY");
        assertThat(quant.post("api/v1/instruments", "{\"symbol\": \"%s\", \"name\": \"SPDR S&P 500\", \"kind\": \"EQUITY\", \"currency\": \"USD\"}"
                .formatted(symbol)).status()).isEqualTo(201);
        System.out.println(send(symbol + "/imports", "equity-daily-spy.csv") + "\n" + send(symbol + "/factors", "factor-spy.csv"));
        List<JsonNode> found = new ArrayList<>();
        for (String settings : ASKED) {
            found.add(done(symbol, settings));
        }
        for (int at = 0; at < ASKED.size(); at++) {
            look(ASKED.get(at), found.get(at));
        }
    }

    private void look(String settings, JsonNode first) {
        JsonNode now = quant.get(first.at("/links/self").asText().substring(1)).json();
        JsonNode result = now.path("result");
        JsonNode learning = quant.get(now.at("/links/learning").asText().substring(1)).json();
        JsonNode evidence = result.path("evidence");
        System.out.println("ASKED {" + settings + "}\n return " + result.at("/strategy/totalReturn") + " sharpe " + result.at("/strategy/sharpe") + " drawdown "
                + result.at("/strategy/maxDrawdown") + " invested " + result.at("/strategy/exposure") + " trades " + result.at("/strategy/closedTrades") + "\n hold "
                + result.at("/buyAndHold/totalReturn") + " " + result.at("/buyAndHold/sharpe") + " " + result.at("/buyAndHold/maxDrawdown") + "\n " + evidence
                + "\n model " + learning.path("model") + "\n base " + learning.path("baseline") + "\n " + learning.path("calibration") + "\n "
                + learning.path("importance") + "\n " + learning.path("sets"));
        assertThat(evidence.path("sentence").asText()).isNotEmpty();
        assertThat(evidence.path("deflatedSharpe").asDouble()).isLessThanOrEqualTo(evidence.path("probabilisticSharpe").asDouble());
        assertThat(evidence.path("trials").asInt()).as("each question and its four sets").isEqualTo(5 * ASKED.size());
        assertThat(learning.at("/model/count").asInt()).isEqualTo(learning.at("/baseline/count").asInt()).isGreaterThan(500);
        JsonNode models = quant.get("api/v1/models?backtest=" + now.path("id").asText() + "&limit=500").json().path("items");
        assertThat(models.size()).as("anew every 63 bars after 1000").isEqualTo((result.path("bars").asInt() - 1_000) / 63 + 1);
        models.forEach(model -> assertThat(model.path("fittedAtBar").asText()).isLessThanOrEqualTo(model.path("lastUsed").asText()));
    }

    private JsonNode send(String place, String file) throws IOException {
        Api.Answer answer = quant.send(quant.request("api/v1/instruments/" + place).header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofByteArray(Files.readAllBytes(FILES.resolve(file)))));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private JsonNode done(String symbol, String settings) {
        Api.Answer asked = quant.post("api/v1/backtests", ("{\"instrument\": \"%s\", \"strategy\": \"LEARNED\", \"settings\": {%s}, \"feeRate\": \"0.001\","
                + " \"slippage\": \"0.0005\"}").formatted(symbol, settings), "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        JsonNode found = quant.over("api/v1/backtests/" + asked.json().path("id").asText(), PATIENCE);
        assertThat(found.path("status").asText()).as(found.toString()).isEqualTo("DONE");
        System.out.println("asked first: {" + settings + "} " + found.at("/result/evidence/sentence").asText());
        return found;
    }
}
