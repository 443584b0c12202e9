package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A portfolio over HTTP, from the question to every cent of the answer. */
@OnProduct
class PortfolioBacktestsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int DAYS = 600;

    private final Api quant;
    private final Api admin;
    private List<String> symbols;

    PortfolioBacktestsTest(Product product) {
        this.quant = product.as("quant");
        this.admin = product.as("admin");
    }

    @BeforeEach
    void bringInPrices() {
        symbols = new ArrayList<>();
        String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        for (int at = 0; at < 4; at++) {
            symbols.add("P" + at + "-" + mark);
            make(symbols.get(at), "USD", prices(at, at * 50));
        }
        file(symbols.get(1), "factors", "20200101,0.99,0.5,1\n20200630,0.99,0.5,50\n20200930,0.99,1,50\n20501231,1,1,0");
    }

    private void make(String symbol, String currency, String csv) {
        Api.Answer made = admin.post("api/v1/instruments", "{\"symbol\":\"" + symbol + "\",\"name\":\"Made up\",\"kind\":\"EQUITY\",\"currency\":\"" + currency + "\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        file(symbol, "imports", csv);
    }

    private void file(String symbol, String noun, String csv) {
        Api.Answer answer = admin.send(admin.request("api/v1/instruments/" + symbol + "/" + noun).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static String prices(int seed, int from) {
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder csv = new StringBuilder("date,open,high,low,close,volume\n");
        double price = 50;
        for (int day = 0; day < DAYS; day++) {
            double open = price * (1 + 0.003 * random.nextGaussian());
            price = open * (1.0005 + 0.012 * random.nextGaussian());
            if (day >= from) {
                csv.append(String.format(Locale.ROOT, "%s,%.2f,%.2f,%.2f,%.2f,1000%n", LocalDate.of(2020, 1, 1).plusDays(day), open, Math.max(open, price) + 0.01,
                        Math.min(open, price) - 0.01, price));
            }
        }
        return csv.toString();
    }

    private String question(String more) {
        return "{\"instruments\": [\"" + String.join("\", \"", symbols) + "\"], \"feeRate\": \"0.001\", \"slippage\": \"0.0005\"" + more + "}";
    }

    private Api.Answer ask(UUID key, String question) {
        return quant.post("api/v1/portfolio-backtests", question, "Idempotency-Key", key.toString());
    }

    private JsonNode answered(Api.Answer asked) throws InterruptedException {
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        String self = "api/v1/portfolio-backtests/" + asked.json().path("id").asText();
        Instant until = Instant.now().plus(PATIENCE);
        JsonNode now = quant.get(self).json();
        while (!now.has("result") || now.path("result").isNull()) {
            assertThat(now.path("status").asText()).as(now.toString()).isNotEqualTo("FAILED");
            assertThat(Instant.now()).as(now.toString()).isBefore(until);
            Thread.sleep(200);
            now = quant.get(self).json();
        }
        return now;
    }

    @Test
    void everyFigureHasItsRowsAndThePartsAddUpToTheCent() throws InterruptedException {
        JsonNode found = answered(ask(UUID.randomUUID(), question(", \"rule\": \"CROSS_SECTION\", \"ruleSettings\": {\"lookback\": \"60\", \"skip\": \"5\", \"top\": \"0.5\", \"bottom\": \"0.3\"},"
                + " \"settings\": {\"construction\": \"RISK_PARITY\", \"window\": \"60\", \"every\": \"10\", \"margin\": \"0.5\", \"borrow\": \"0.03\"}")));
        JsonNode result = found.path("result");
        BigDecimal profit = BigDecimal.ZERO;
        for (JsonNode part : result.path("instruments")) {
            profit = profit.add(new BigDecimal(part.path("profit").asText()));
            assertThat(part.path("dataHash").asText()).matches("[0-9a-f]{64}");
        }
        BigDecimal start = new BigDecimal(result.path("startValue").asText());
        assertThat(profit).isEqualByComparingTo(new BigDecimal(result.path("endValue").asText()).subtract(start));
        assertThat(result.path("evidence").path("verdict").asText()).isNotBlank();
        assertThat(result.path("evidence").path("trials").asLong()).isEqualTo(1);
        assertThat(result.path("portfolio").has("probabilisticSharpe")).isTrue();

        String self = found.path("links").path("self").asText().substring(1);
        BigDecimal cash = start;
        BigDecimal borrowed = BigDecimal.ZERO;
        List<String> orders = quant.get(self + "/orders.csv").body().lines().skip(1).toList();
        for (String line : orders) {
            String[] cells = line.split(",", -1);
            BigDecimal value = new BigDecimal(cells[9]);
            cash = cash.add("BUY".equals(cells[3]) ? value.negate() : value).subtract(new BigDecimal(cells[10]));
        }
        List<String> bookings = quant.get(self + "/bookings.csv").body().lines().skip(1).toList();
        for (String line : bookings) {
            String[] cells = line.split(",", -1);
            cash = cash.add(new BigDecimal(cells[6]));
            borrowed = borrowed.subtract("BORROW".equals(cells[3]) ? new BigDecimal(cells[6]) : BigDecimal.ZERO);
        }
        assertThat(cash).isEqualByComparingTo(result.path("endCash").asText());
        assertThat(borrowed).isPositive().isEqualByComparingTo(result.path("borrow").asText());
        assertThat(result.path("liquidations").asInt(-1)).isNotNegative();
        assertThat(found.at("/asked/settings/margin").asText()).isEqualTo("0.5");
        assertThat(orders).isNotEmpty();
        List<String> days = quant.get(self + "/days.csv").body().lines().toList();
        assertThat(days).hasSize(result.path("days").asInt() + 1);
        assertThat(new BigDecimal(days.get(days.size() - 1).split(",")[2])).isEqualByComparingTo(result.path("endValue").asText());
        assertThat(quant.get(self + "/decisions.csv").body().lines().count()).isGreaterThan(40);
        JsonNode decision = quant.get(self + "/decisions?limit=1").json().path("items").get(0);
        double weights = 0;
        for (JsonNode weight : decision.path("weights")) {
            weights += Math.abs(weight.asDouble());
        }
        assertThat(weights).isCloseTo(1, within(1e-9));
        assertThat(quant.get(self + "/instruments.csv").body().lines().count()).isEqualTo(symbols.size() + 1);
        assertThat(quant.get(self + "/orders?limit=2").json().path("items")).hasSize(2);
        assertThat(quant.get(self + "/spread").status()).isEqualTo(404);
        assertThat(quant.get(self + "/chart?points=100").json().path("rows").size()).isBetween(90, 100);
        assertThat(quant.get("api/v1/portfolio-backtests?instrument=" + symbols.get(0)).json().path("items")).hasSize(1);
    }

    @Test
    void aSpreadIsEnteredAndLeftAndTheFilesSayWhen() throws InterruptedException {
        String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        List<String> basket = List.of("SA-" + mark, "SB-" + mark, "SC-" + mark);
        SplittableRandom random = new SplittableRandom(5);
        StringBuilder[] files = {new StringBuilder("date,close\n"), new StringBuilder("date,close\n"), new StringBuilder("date,close\n")};
        double one = 100;
        double other = 90;
        double spread = 0;
        for (int day = 0; day < DAYS; day++) {
            one += random.nextGaussian();
            other += random.nextGaussian();
            spread = 0.7 * spread + random.nextGaussian();
            double[] closes = {0.6 * one + 0.5 * other + spread, one, other};
            for (int at = 0; at < files.length; at++) {
                files[at].append(String.format(Locale.ROOT, "%s,%.2f%n", LocalDate.of(2020, 1, 1).plusDays(day), closes[at]));
            }
        }
        for (int at = 0; at < files.length; at++) {
            make(basket.get(at), "USD", files[at].toString());
        }
        String instruments = "{\"instruments\": [\"" + String.join("\", \"", basket) + "\"], \"rule\": \"COINTEGRATION\", ";
        JsonNode found = answered(ask(UUID.randomUUID(), instruments + "\"ruleSettings\": {\"enter\": \"1.5\", \"level\": \"P99\"}, \"settings\": {\"window\": \"120\", \"every\": \"10\","
                + " \"margin\": \"0.5\", \"borrow\": \"0.03\"}, \"feeRate\": \"0.0005\"}"));
        assertThat(found.at("/asked/ruleSettings/test").asText()).isEqualTo("TRACE");
        assertThat(new BigDecimal(found.at("/result/endValue").asText())).as("seed 5").isGreaterThan(new BigDecimal("102000"));
        String self = found.path("links").path("self").asText().substring(1);
        JsonNode decisions = quant.get(self + "/decisions?limit=200").json().path("items");
        assertThat(decisions.findValuesAsText("turn")).contains("ENTERED", "BACK");
        assertThat(decisions.get(0).path("weights")).hasSize(3);
        assertThat(decisions.get(0).path("combinations").asInt()).isPositive();
        assertThat(Math.abs(decisions.get(0).path("score").asDouble())).isGreaterThan(1.5);
        List<String> lines = quant.get(self + "/decisions.csv").body().lines().toList();
        assertThat(lines.get(0)).endsWith(",turn,combinations,score");
        assertThat(lines).hasSize(decisions.size() + 1);
        List<String> days = quant.get(found.path("links").path("spread").asText().substring(1)).body().lines().toList();
        assertThat(days).hasSize(DAYS + 1).contains("1,2020-01-01T00:00:00Z,,");
        assertThat(days.get(DAYS).split(",")).hasSize(4);
        JsonNode rows = quant.get(self + "/spread?points=100").json().path("rows");
        assertThat(rows).hasSize(100);
        assertThat(rows.get(0).get(1).isNull()).isTrue();
        assertThat(rows.get(99).get(2).asInt(-1)).isNotNegative();
        assertThat(ask(UUID.randomUUID(), instruments.replace(", \"" + basket.get(2) + "\"", "") + "\"settings\": {\"window\": \"50\", \"band\": \"0.1\", \"construction\": \"RISK_PARITY\"}}")
                .json().path("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("/instruments", "/settings/window", "/settings/band", "/settings/construction");
    }

    @Test
    void trialsOfAllPortfoliosThatShareAnInstrumentCount() throws InterruptedException {
        UUID key = UUID.randomUUID();
        JsonNode first = answered(ask(key, question("")));
        String others = question("").replace(symbols.get(0) + "\", \"", "");
        assertThat(answered(ask(UUID.randomUUID(), others)).path("result").path("evidence").path("trials").asLong()).isEqualTo(2);
        JsonNode again = answered(ask(UUID.randomUUID(), question("")));
        assertThat(again.path("result").path("resultHash")).isEqualTo(first.path("result").path("resultHash"));
        assertThat(again.path("result").path("evidence").path("trials").asLong()).isEqualTo(2);
        assertThat(ask(key, question("")).status()).isEqualTo(200);
        assertThat(ask(key, others).json().path("code").asText()).isEqualTo("idempotency-clash");
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Api.Answer refused = ask(UUID.randomUUID(), "{\"instruments\": [\"A\", \"b?\", \"A\"], \"rule\": \"CROSS_SECTION\", \"ruleSettings\": {\"top\": \"2\", \"up\": \"1\"},"
                + " \"settings\": {\"construction\": \"BEST\", \"window\": \"1\", \"margin\": \"2\"}, \"feeRate\": \"1\", \"startCash\": \"0\", \"from\": \"2021-02-30\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("/instruments/1", "/instruments/2", "/ruleSettings/top",
                "/ruleSettings/up", "/settings/construction", "/settings/window", "/settings/margin", "/feeRate", "/startCash", "/from");
        assertThat(ask(UUID.randomUUID(), "{\"instruments\": [\"" + symbols.get(0) + "\"]}").json().path("errors").get(0).path("code").asText()).isEqualTo("count");
        assertThat(ask(UUID.randomUUID(), "{\"instruments\": [\"" + symbols.get(0) + "\", \"NO-SUCH\"]}").json().path("errors").get(0).path("code").asText())
                .isEqualTo("unknown-instrument");
        String euro = symbols.get(0).replace("P0", "E");
        make(euro, "EUR", prices(9, 0));
        assertThat(ask(UUID.randomUUID(), "{\"instruments\": [\"" + symbols.get(0) + "\", \"" + euro + "\"]}").json().path("errors").get(0).path("code").asText())
                .isEqualTo("other-currency");
        assertThat(quant.get("api/v1/portfolio-backtests/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(quant.get("api/v1/portfolio-backtests/nonsense/orders").status()).isEqualTo(404);
    }
}
