package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Backtests of all kinds beside each other over REST. */
@OnProduct
class ComparisonsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Product product;
    private final Api quant;
    private final String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private String one;
    private String other;

    ComparisonsTest(Product product) {
        this.product = product;
        this.quant = product.as("quant");
    }

    @BeforeEach
    void lay() throws SQLException {
        one = "C1-" + mark;
        other = "C2-" + mark;
        DailyBars.lay(product, one, 900, 1);
        DailyBars.lay(product, other, 700, 2);
    }

    private String ask(String place, String question) throws InterruptedException {
        return Through.ask(quant, place, "{" + question.replace("ONE", one).replace("OTHER", other) + "}").path("id").asText();
    }

    private static String of(String... ids) {
        return Stream.of(ids).map(id -> "of=" + id).collect(Collectors.joining("&", "api/v1/backtests/comparison?", ""));
    }

    @Test
    void everyKindStandsBesideTheOthersWithItsOwnFigures() throws InterruptedException {
        String crossover = ask("backtests", "\"instrument\": \"ONE\", \"fast\": 5, \"slow\": 20, \"feeRate\": \"0.001\"");
        String twin = ask("backtests", "\"instrument\": \"ONE\", \"fast\": 5, \"slow\": 20, \"feeRate\": \"0.001\"");
        String rule = ask("backtests", "\"instrument\": \"OTHER\", \"strategy\": \"RULE\", \"entry\": \"close > sma(10)\", \"exit\": \"close < sma(10)\", \"startCash\": \"5000\"");
        String portfolio = ask("portfolio-backtests", "\"instruments\": [\"ONE\", \"OTHER\"], \"rule\": \"MOMENTUM\", \"ruleSettings\": {\"lookback\": \"20\"}");
        Api.Answer answer = quant.get(of(crossover, twin, rule, portfolio));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        JsonNode found = answer.json();

        assertThat(found.path("common").path("days").asInt()).isEqualTo(700);
        assertThat(found.path("common").path("leftOut").asInt()).isZero();
        JsonNode first = found.path("backtests").get(0);
        JsonNode told = quant.get("api/v1/backtests/" + crossover).json().path("result");
        assertThat(first.path("whole").path("figures")).isEqualTo(told.path("strategy"));
        assertThat(first.path("whole").path("benchmark")).isEqualTo(told.path("buyAndHold"));
        assertThat(first.path("whole").path("evidence")).isEqualTo(told.path("evidence"));
        assertThat(first.path("settings").path("fast").asText()).isEqualTo("5");
        JsonNode last = found.path("backtests").get(3);
        assertThat(last.path("whole").path("figures")).isEqualTo(quant.get("api/v1/portfolio-backtests/" + portfolio).json().path("result").path("portfolio"));
        assertThat(found.path("differing")).extracting(JsonNode::asText).contains("instrument", "instruments", "fast", "startCash", "dataHash", "strategy").doesNotContain("currency");
        assertThat(found.path("shared").path("currency").asText()).isEqualTo("USD");
        assertThat(found.path("cautions")).extracting(JsonNode::asText).contains("PICKED", "TIMES", "INSTRUMENTS", "MONEY", "COSTS", "PRICES").doesNotContain("CURRENCIES", "DATA", "FEW_DAYS");

        JsonNode same = found.path("differences").get(0);
        assertThat(same.path("one").asText()).isEqualTo(twin);
        assertThat(same.path("other").asText()).isEqualTo(crossover);
        assertThat(same.path("mean").toString()).isEqualTo("{\"difference\":\"0\",\"low\":\"0\",\"high\":\"0\",\"luck\":\"1\"}");
        assertThat(found.path("correlation").get(0).get(1).asDouble()).isCloseTo(1, within(1e-9));
        assertThat(found.path("differences")).hasSize(6);
        assertThat(quant.get(of(crossover, twin, rule, portfolio)).json().path("hash")).isEqualTo(found.path("hash"));

        days(found, crossover);
        assertThat(quant.get(found.path("links").path("differences").asText().substring(1)).body().lines()).hasSize(7);
    }

    /** The months multiply to the return of the days in common, and the days end at it. */
    private void days(JsonNode found, String crossover) {
        List<String> days = quant.get(found.path("links").path("days").asText().substring(1)).body().lines().toList();
        assertThat(days).hasSize(701);
        assertThat(days.get(0)).startsWith("day," + crossover + " worth," + crossover + " drawdown,");
        double total = found.path("backtests").get(0).path("common").path("figures").path("totalReturn").asDouble();
        assertThat(Double.parseDouble(days.get(1).split(",")[1])).isEqualTo(1);
        assertThat(Double.parseDouble(days.get(700).split(",")[1])).isCloseTo(1 + total, within(1e-9));
        double worth = 1;
        for (JsonNode month : found.path("months")) {
            worth *= 1 + month.path("returns").get(0).asDouble();
        }
        assertThat(worth).isCloseTo(1 + total, within(1e-9));
    }

    @Test
    void eightOfTenThousandDaysTakeLessThanTwoSecondsOverAll() throws SQLException, InterruptedException {
        DailyBars.lay(product, "C3-" + mark, 10_000, 3);
        String[] ids = new String[8];
        for (int at = 0; at < ids.length; at++) {
            ids[at] = ask("backtests", "\"instrument\": \"C3-" + mark + "\", \"fast\": " + (5 + at) + ", \"slow\": 40");
        }
        Api.Answer answer = quant.get(of(ids));
        Duration took = Duration.ofDays(1);
        for (int time = 0; time < 5; time++) {
            long begun = System.nanoTime();
            answer = quant.get(of(ids));
            Duration now = Duration.ofNanos(System.nanoTime() - begun);
            took = now.compareTo(took) < 0 ? now : took;
        }
        System.out.println("eight backtests of 10,000 days compared over REST in " + took.toMillis() + " ms");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json().path("differences")).hasSize(28);
        assertThat(took).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void whatCannotBeComparedIsSaidAllAtOnce() throws InterruptedException {
        String good = ask("backtests", "\"instrument\": \"ONE\", \"fast\": 5, \"slow\": 20");
        String early = ask("backtests", "\"instrument\": \"ONE\", \"fast\": 5, \"slow\": 20, \"to\": \"2010-02-01\"");
        String late = ask("backtests", "\"instrument\": \"ONE\", \"fast\": 5, \"slow\": 20, \"from\": \"2011-02-01\"");
        String failed = UUID.randomUUID().toString();
        quant.post("api/v1/backtests", "{\"instrument\": \"" + one + "\", \"fast\": 5, \"slow\": 20, \"to\": \"1999-12-31\"}", "Idempotency-Key", failed);
        Instant until = Instant.now().plus(PATIENCE);
        while (!quant.get("api/v1/backtests/" + failed).json().path("status").asText().equals("FAILED")) {
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(200);
        }
        String nobody = UUID.randomUUID().toString();
        refused(of(good, failed, nobody, good), "not-finished", "backtest " + failed + " is FAILED and has no result", "unknown-backtest", "no backtest '" + nobody + "'", "twice", "backtest " + good + " is named twice");
        refused(of(good), "count", "must be 2 to 8 backtests, are 1");
        refused(of(), "count", "must be 2 to 8 backtests, are 0");
        refused(of(good, good, good, good, good, good, good, good, good), "count", "must be 2 to 8 backtests, are 9");
        refused(of(early, late), "nothing-in-common", "they have 0 days in common, must be 3 or more");
        refused(of(good, "nonsense"), "not-a-uuid", "must be a UUID such as 0190b5a4-7e10-7cc0-8000-2f4d1c8e5a31, is 'nonsense'");
    }

    private void refused(String address, String... codesAndDetails) {
        Api.Answer answer = quant.get(address.replaceAll("\\?$", ""));
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(Stream.iterate(0, at -> at + 1).limit(answer.json().path("errors").size())
                .flatMap(at -> Stream.of(answer.json().path("errors").get(at).path("code").asText(), answer.json().path("errors").get(at).path("detail").asText())))
                .containsExactly(codesAndDetails);
    }
}
