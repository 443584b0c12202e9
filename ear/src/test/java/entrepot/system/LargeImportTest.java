package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** A file of prices that is too large for a request is a job's work. */
@OnProduct
class LargeImportTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String MINUTES = "step=MINUTE&zone=UTC&format=epoch-seconds";

    private final Api quant;

    LargeImportTest(Product product) {
        quant = product.as("quant");
    }

    @Test
    void aJobBringsItInAndSaysHowFarItIsAndWhatCameOfIt() {
        String symbol = instrument();
        String file = minutes(20_000);
        JsonNode tried = await(send(symbol, MINUTES + "&dryRun=true", file), LargeImportTest::isOver);
        assertThat(tried.path("outcome").path("added").asInt()).isEqualTo(20_000);
        assertThat(series(symbol).isMissingNode()).as("tried only").isTrue();

        JsonNode done = await(send(symbol, MINUTES + "&file=minutes.csv", file), LargeImportTest::isOver);
        assertThat(done.path("status").asText()).as(done.toString()).isEqualTo("DONE");
        assertThat(done.path("title").asText()).isEqualTo("Import minutes.csv for " + symbol);
        assertThat(done.path("done").asLong()).isEqualTo(2L * file.length()).isEqualTo(done.path("total").asLong());
        assertThat(done.path("outcome").path("added").asInt()).isEqualTo(20_000);
        assertThat(series(symbol).path("bars").asInt()).isEqualTo(20_000);
        JsonNode log = quant.get("api/v1/instruments/" + symbol + "/imports").json().path("items").path(0);
        assertThat(log.path("by").asText()).as("who asked, not who worked").isEqualTo("quant");
        assertThat(log.path("file").asText()).isEqualTo("minutes.csv");

        JsonNode again = await(send(symbol, MINUTES, file), LargeImportTest::isOver);
        assertThat(again.path("outcome").path("added").asInt()).isZero();
        assertThat(again.path("outcome").path("unchanged").asInt()).isEqualTo(20_000);
    }

    @Test
    void whoStopsItHalfWayThroughHasNothingOfIt() {
        String symbol = instrument();
        String job = send(symbol, MINUTES, minutes(1_000_000));
        JsonNode half = await(job, now -> isOver(now) || now.path("done").asLong() > now.path("total").asLong() / 2);
        assertThat(half.path("status").asText()).as("progress is seen while the bars are written").isEqualTo("RUNNING");
        quant.send(quant.request("api/v1/jobs/" + job + "/cancel").POST(BodyPublishers.noBody()));
        assertThat(await(job, LargeImportTest::isOver).path("status").asText()).isEqualTo("CANCELLED");
        assertThat(series(symbol).path("bars").asInt()).isZero();
    }

    @Test
    void whatIsWrongWithTheFileIsInTheLogOfTheJob() {
        String symbol = instrument();
        JsonNode failed = await(send(symbol, "time=When", "date,close\n2022-01-03,1\n"), LargeImportTest::isOver);
        assertThat(failed.path("status").asText()).isEqualTo("FAILED");
        assertThat(failed.path("log").findValuesAsText("text")).anyMatch(line -> line.contains("time: the file has no column 'When'"));
        assertThat(post("NO-SUCH", "", "date,close\n2022-01-03,1\n").status()).isEqualTo(404);
        assertThat(post(symbol, "zone=Moon", "date,close\n2022-01-03,1\n").status()).isEqualTo(422);
    }

    private String instrument() {
        String symbol = Names.fresh("L");
        Api.Answer made = quant.post("api/v1/instruments", "{\"symbol\":\"" + symbol + "\",\"name\":\"Large\",\"kind\":\"CRYPTO\",\"currency\":\"USD\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return symbol;
    }

    /** One a minute from the first of 2020 on. */
    private static String minutes(int rows) {
        StringBuilder file = new StringBuilder("time,close\n");
        for (int row = 0; row < rows; row++) {
            file.append(1_577_836_800L + 60L * row).append(',').append(100 + row % 7).append('\n');
        }
        return file.toString();
    }

    private Api.Answer post(String symbol, String query, String file) {
        return quant.send(quant.request("api/v1/instruments/" + symbol + "/imports/jobs?" + query)
                .header("Content-Type", "text/csv").POST(BodyPublishers.ofString(file)));
    }

    /** @return its job */
    private String send(String symbol, String query, String file) {
        Api.Answer queued = post(symbol, query, file);
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        assertThat(queued.response().headers().firstValue("Location").orElseThrow()).endsWith("/api/v1/jobs/" + queued.json().path("id").asText());
        return queued.json().path("id").asText();
    }

    private JsonNode series(String symbol) {
        return quant.get("api/v1/instruments/" + symbol).json().path("series").path(0);
    }

    private static boolean isOver(JsonNode job) {
        return !job.path("status").asText().matches("QUEUED|RUNNING");
    }

    private JsonNode await(String job, Predicate<JsonNode> until) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        JsonNode now = quant.get("api/v1/jobs/" + job).json();
        while (!until.test(now)) {
            assertThat(System.nanoTime()).as(now.toString()).isLessThan(end);
            Launch.pause(100);
            now = quant.get("api/v1/jobs/" + job).json();
        }
        return now;
    }
}
