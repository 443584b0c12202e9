package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The tear sheet of every kind of backtest: its figures are those of the backtest, and those of its files. */
@OnProduct
class TearSheetsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int DAYS = 700;

    private final Api quant;
    private final Api admin;
    private String one;
    private String other;

    TearSheetsTest(Product product) {
        this.quant = product.as("quant");
        this.admin = product.as("admin");
    }

    @BeforeEach
    void bringInPrices() {
        String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        one = make("T1-" + mark, 1);
        other = make("T2-" + mark, 2);
    }

    private String make(String symbol, int seed) {
        assertThat(admin.post("api/v1/instruments", "{\"symbol\":\"" + symbol + "\",\"name\":\"Made up\",\"kind\":\"EQUITY\",\"currency\":\"USD\"}").status()).isEqualTo(201);
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder csv = new StringBuilder("date,open,high,low,close,volume\n");
        double price = 50;
        for (int day = 0; day < DAYS; day++) {
            double open = price * (1 + 0.003 * random.nextGaussian());
            price = open * (1.0005 + 0.012 * random.nextGaussian());
            csv.append(String.format(Locale.ROOT, "%s,%.2f,%.2f,%.2f,%.2f,1000%n", LocalDate.of(2020, 1, 1).plusDays(day), open, Math.max(open, price) + 0.01,
                    Math.min(open, price) - 0.01, price));
        }
        Api.Answer answer = admin.send(admin.request("api/v1/instruments/" + symbol + "/imports").header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv.toString())));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return symbol;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            backtests           | strategy  | "instrument": "ONE", "fast": 5, "slow": 20
            backtests           | strategy  | "instrument": "ONE", "fast": 5, "slow": 20, "enterBy": "LIMIT", "limitOffset": "0.002", "stopLoss": "0.05", "takeProfit": "0.1"
            backtests           | strategy  | "instrument": "ONE", "strategy": "RULE", "entry": "close > sma(10)", "exit": "close < sma(10)"
            backtests           | strategy  | "instrument": "ONE", "strategy": "PAIR", "other": "OTHER", "settings": {"window": "40", "enter": "1", "bound": "1"}
            backtests           | strategy  | "instrument": "ONE", "strategy": "LEARNED", "settings": {"window": "300", "refit": "100"}
            portfolio-backtests | portfolio | "instruments": ["ONE", "OTHER"], "rule": "MOMENTUM", "ruleSettings": {"lookback": "20"}
            """)
    void everyKindIsToldOnOneSheet(String place, String figures, String question) throws IOException, InterruptedException {
        JsonNode found = answered(place, "{" + question.replace("ONE", one).replace("OTHER", other) + ", \"feeRate\": \"0.001\", \"slippage\": \"0.0005\"}");
        JsonNode result = found.path("result");
        String self = found.path("links").path("tearSheet").asText().substring(1);
        JsonNode sheet = quant.get(self).json();
        assertThat(sheet.path("figures")).isEqualTo(result.path(figures));
        assertThat(sheet.path("evidence")).isEqualTo(result.path("evidence"));
        for (String same : List.of("resultHash", "dataHash", "currency", "endValue")) {
            assertThat(decimal(sheet, same)).as(same).isEqualTo(decimal(result, same));
        }
        assertThat(sheet.path("costs").toString()).isEqualTo("{\"feeRate\":\"0.001\",\"feePerOrder\":\"0\",\"slippage\":\"0.0005\"}");
        trades(sheet);
        days(self, sheet);
        months(self, sheet, result);
        paper(self, sheet);
    }

    /** Numbers in the same digits. */
    private static String decimal(JsonNode node, String name) {
        String text = node.path(name).asText();
        return text.matches("[\\d.]+") ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text;
    }

    private static void trades(JsonNode sheet) {
        JsonNode trades = sheet.path("trades");
        assertThat(trades.path("closed")).isEqualTo(sheet.path("figures").path("closedTrades"));
        assertThat(trades.path("winners")).isEqualTo(sheet.path("figures").path("winners"));
        assertThat(trades.path("closed").asInt()).isPositive();
        assertThat(trades.path("best").asDouble()).isGreaterThanOrEqualTo(trades.path("average").asDouble());
        assertThat(trades.path("worst").asDouble()).isLessThanOrEqualTo(trades.path("average").asDouble());
    }

    private void days(String self, JsonNode sheet) {
        List<String> lines = quant.get(self + "/days.csv").body().lines().toList();
        assertThat(lines.get(0)).isEqualTo("day,equity,benchmark,return,drawdown,exposure");
        assertThat(lines).hasSize(sheet.path("bars").asInt() + 1);
        double start = sheet.path("startCash").asDouble();
        double worth = start;
        double drawdown = 0;
        double held = 0;
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            worth *= 1 + Double.parseDouble(cells[3]);
            assertThat(worth).isCloseTo(Double.parseDouble(cells[1]), within(1e-6));
            drawdown = Math.max(drawdown, Double.parseDouble(cells[4]));
            held += Double.parseDouble(cells[5]) != 0 ? 1 : 0;
        }
        assertThat(worth).isCloseTo(sheet.path("endValue").asDouble(), within(1e-6));
        assertThat(drawdown).isCloseTo(sheet.path("figures").path("maxDrawdown").asDouble(), within(1e-12));
        assertThat(drawdown).isCloseTo(sheet.path("declines").path(0).path("depth").asDouble(), within(1e-12));
        assertThat(held / (lines.size() - 1)).isCloseTo(sheet.path("figures").path("exposure").asDouble(), within(1e-12));
        assertThat(lines.get(1)).startsWith(sheet.path("from").asText());
    }

    private void months(String self, JsonNode sheet, JsonNode result) {
        double whole = 1;
        for (String line : quant.get(self + "/months.csv").body().lines().skip(1).toList()) {
            String[] cells = line.split(",");
            JsonNode year = sheet.path("months").get(Integer.parseInt(cells[0]) - sheet.path("months").get(0).path("year").asInt());
            assertThat(year.path("months").get(Integer.parseInt(cells[1]) - 1).asText()).isEqualTo(cells[2]);
            whole *= 1 + Double.parseDouble(cells[2]);
        }
        assertThat(whole - 1).isCloseTo(sheet.path("figures").path("totalReturn").asDouble(), within(1e-9));
        for (int year = 0; year < result.path("years").size(); year++) {
            JsonNode told = result.path("years").get(year);
            assertThat(sheet.path("months").get(year).path("total").asDouble())
                    .isCloseTo(told.path(told.has("portfolio") ? "portfolio" : "strategy").asDouble(), within(1e-12));
        }
    }

    private void paper(String self, JsonNode sheet) throws IOException {
        var file = quant.client().sendAsync(quant.request(self + "/pdf").build(), BodyHandlers.ofByteArray()).join();
        assertThat(file.statusCode()).isEqualTo(200);
        PdfReader reader = new PdfReader(file.body());
        StringBuilder text = new StringBuilder();
        for (int page = 1; page <= reader.getNumberOfPages(); page++) {
            text.append(new PdfTextExtractor(reader).getTextFromPage(page));
        }
        String read = text.toString().replaceAll("\\s", "");
        JsonNode figures = sheet.path("figures");
        assertThat(read).contains("Return" + percent(figures.path("totalReturn")), "Volatilityayear" + percent(figures.path("volatility")),
                "Largestdrawdown" + percent(figures.path("maxDrawdown")), "Sharperatioayear" + ratio(figures.path("sharpe")),
                "deflated)" + percent(sheet.path("evidence").path("deflatedSharpe")), sheet.path("resultHash").asText(),
                sheet.path("dataHash").asText());
        for (JsonNode year : sheet.path("months")) {
            assertThat(read).contains(percent(year.path("total")) + percent(year.path("benchmark")));
        }
    }

    private static String percent(JsonNode share) {
        return rounded(new BigDecimal(share.asText()).movePointRight(2).setScale(1, RoundingMode.HALF_UP)) + "%";
    }

    private static String ratio(JsonNode ratio) {
        return rounded(new BigDecimal(ratio.asText()).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros());
    }

    private static String rounded(BigDecimal value) {
        return value.toPlainString().replace('-', '−');
    }

    @Test
    void whatIsNotThereOrNotThroughIsSaidSo() throws InterruptedException {
        assertThat(quant.get("api/v1/tearsheets/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(quant.get("api/v1/tearsheets/nonsense/pdf").status()).isEqualTo(404);
        UUID key = UUID.randomUUID();
        quant.post("api/v1/backtests", "{\"instrument\": \"" + one + "\", \"fast\": 5, \"slow\": 20, \"to\": \"1999-12-31\"}", "Idempotency-Key", key.toString());
        Instant until = Instant.now().plus(PATIENCE);
        while (!quant.get("api/v1/backtests/" + key).json().path("status").asText().equals("FAILED")) {
            assertThat(Instant.now()).isBefore(until);
            Thread.sleep(200);
        }
        Api.Answer refused = quant.get("api/v1/tearsheets/" + key + "/days.csv");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asText()).isEqualTo("not-finished");
    }

    private JsonNode answered(String place, String question) throws InterruptedException {
        return Through.ask(quant, place, question);
    }
}
