package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import entrepot.system.Api;
import entrepot.system.Product;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Trend on ten instruments, and baskets by cointegration, from their files to what the evidence says: the studies of {@code docs/portfolios.md}. */
@InBrowser
class PortfolioStudyTest {

    private static final Path FILES = Path.of(System.getProperty("lean.dir", "../../shared/data/market/lean"));
    private static final Path OIL = Path.of(System.getProperty("oil.dir", "../../shared/data/market/commodities"));
    private static final double PATIENCE_MILLIS = 120_000;

    /** First day of the fund that now has the symbol, where the file begins with another paper of that symbol; of QQQ the end of six years that the file leaves out. */
    private static final Map<String, String> BEGINS = Map.of("EEM", "2003-04-11", "USO", "2006-04-10", "BNO", "2010-06-02", "QQQ", "2011-03-23");

    /** Splits of those that have no factor file, as the prices show them: 123.33 to 61.63; 209.80 to 69.90 and 131.80 to 43.66. No dividends are known. */
    private static final Map<String, String> SPLITS = Map.of("IWM", "20000526,1,0.5,1\n20050608,1,0.5,123.33\n20501231,1,1,0",
            "EEM", "20030411,1,0.1111111,1\n20050608,1,0.1111111,209.80\n20080723,1,0.3333333,131.80\n20501231,1,1,0");

    private static final List<String> SYMBOLS = List.of("AAPL", "AIG", "BAC", "BNO", "EEM", "IBM", "IWM", "QQQ", "SPY", "USO");

    private final String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);

    @Test
    void tenInstrumentsAreHeldByTrendAndTheEvidenceIsShown(Product product, Desk desk) throws IOException {
        assumeTrue(SYMBOLS.stream().allMatch(symbol -> Files.isRegularFile(prices(symbol))), "no prices of Lean in " + FILES);
        Api admin = product.as("admin");
        for (String symbol : SYMBOLS) {
            bringIn(admin, symbol);
        }
        String first = askOnThePage(desk);
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put(first, "page");
        Api quant = product.as("quant");
        JsonNode alone = quant.get("api/v1/portfolio-backtests/" + first).json().path("result");
        assertThat(alone.path("evidence").path("trials").asInt()).isEqualTo(1);
        assertThat(alone.path("evidence").path("deflatedSharpe")).isEqualTo(alone.path("portfolio").path("probabilisticSharpe"));
        System.out.println("alone " + alone.path("evidence").path("verdict").asText() + " " + alone.path("evidence").path("sentence").asText());
        for (String[] one : new String[][] {{"MOMENTUM", "INVERSE_VOLATILITY"}, {"MOMENTUM", "MINIMUM_VARIANCE"}, {"MOMENTUM", "RISK_PARITY"},
                {"MOMENTUM", "HIERARCHICAL_RISK_PARITY"}, {"CROSSOVER", "EQUAL"}, {"CHANNEL", "EQUAL"}, {"CROSS_SECTION", "EQUAL"}, {"HOLD", "RISK_PARITY"}}) {
            asked.put(ask(quant, one[0], one[1]), one[0] + " " + one[1]);
        }
        for (String id : asked.keySet()) {
            check(finished(quant, id), asked.get(id), 9);
        }
        look(desk.light(), first);
        look(desk.narrow(), first);
        look(desk.dark(), first);
        look(desk.wide(), first);
    }

    private static final String FIRST_GAS = "1997-01-07";
    private static final Map<String, String> ENERGY = Map.of("BRENT", "brent-daily.csv", "GAS", "henry-hub-gas-daily.csv", "WTI", "wti-daily.csv");

    @Test
    void basketsAreTradedByCointegrationAndTheEvidenceIsShown(Product product, Desk desk) throws IOException {
        assumeTrue(SYMBOLS.stream().allMatch(symbol -> Files.isRegularFile(prices(symbol))), "no prices of Lean in " + FILES);
        assumeTrue(ENERGY.values().stream().allMatch(file -> Files.isRegularFile(OIL.resolve(file))), "no prices of oil in " + OIL);
        Api admin = product.as("admin");
        for (String symbol : List.of("EEM", "IWM", "QQQ", "SPY", "BNO", "USO")) {
            bringIn(admin, symbol);
        }
        for (Map.Entry<String, String> one : ENERGY.entrySet()) {
            make(admin, one.getKey(), "COMMODITY");
            send(admin, one.getKey() + "-" + mark, "imports", Files.readString(OIL.resolve(one.getValue())).replace("Date,Price", "date,close"));
        }
        String first = askForABasketOnThePage(desk);
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put(first, "page");
        Api quant = product.as("quant");
        String[][] questions = {{"\"enter\": \"2\"", "250"}, {"\"test\": \"BOTH\", \"level\": \"P99\"", "250"}, {"\"enter\": \"2\"", "500"}, {"\"enter\": \"1.5\"", "250"}};
        for (List<String> basket : List.of(List.of("BRENT", "GAS", "WTI"), List.of("IWM", "QQQ", "SPY"))) {
            for (String[] one : questions) {
                // The first of them was asked on the page.
                if (basket.contains("SPY") || one != questions[0]) {
                    asked.put(spread(quant, basket, one[0], one[1]), basket + " " + one[0] + " " + one[1]);
                }
            }
        }
        asked.put(spread(quant, List.of("EEM", "IWM", "QQQ", "SPY"), "\"enter\": \"2\"", "250"), "four funds");
        asked.put(spread(quant, List.of("BNO", "SPY", "USO"), "\"enter\": \"2\"", "250"), "oil funds");
        for (String id : asked.keySet()) {
            JsonNode found = finished(quant, id);
            check(found, asked.get(id), asked.get(id).contains("page") || asked.get(id).contains("GAS") ? 4 : 6);
            List<String> turns = quant.get("api/v1/portfolio-backtests/" + id + "/decisions.csv").body().lines().skip(1).toList();
            System.out.println("  " + turns.stream().map(line -> line.split(",", -1)).collect(Collectors.groupingBy(cells -> cells[cells.length - 3], Collectors.counting())));
            double known = 0;
            double some = 0;
            for (String line : quant.get("api/v1/portfolio-backtests/" + id + "/spread.csv").body().lines().skip(1).toList()) {
                String[] cells = line.split(",", -1);
                known += cells[3].isEmpty() ? 0 : 1;
                some += cells[3].isEmpty() || cells[3].equals("0") ? 0 : 1;
            }
            System.out.printf(Locale.ROOT, "  a combination on %.1f %% of %.0f days; borrow %s, liquidations %s, held %s%n", 100 * some / known, known, found.at("/result/borrow").asText(),
                    found.at("/result/liquidations").asText(), found.at("/result/portfolio/exposure").asText());
        }
        lookAtTheSpread(desk.light(), first);
        lookAtTheSpread(desk.narrow(), first);
        lookAtTheSpread(desk.dark(), first);
        lookAtTheSpread(desk.wide(), first);
    }

    private String askForABasketOnThePage(Desk desk) {
        Page page = desk.logIn("quant").open("portfoliobacktest.xhtml");
        ENERGY.keySet().forEach(symbol -> page.locator("input[name=instrument][value='" + symbol + "-" + mark + "']").check());
        page.locator("select[name=strategy]").selectOption("COINTEGRATION");
        assertThat(page.locator("[data-kind=COINTEGRATION]").textContent()).contains("3 to 6 instruments");
        page.locator("input[name=from]").fill(FIRST_GAS);
        page.locator("input[name='plan.window']").fill("250");
        page.locator("input[name='plan.margin']").fill("0.5");
        page.locator("input[name='plan.borrow']").fill("0.03");
        page.locator("#ask input.primary").click();
        page.waitForURL(url -> url.contains("id="));
        page.locator("#score[data-drawn]").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
        return page.url().replaceAll(".*id=", "");
    }

    private String spread(Api quant, List<String> basket, String rule, String window) {
        String from = basket.contains("QQQ") ? BEGINS.get("QQQ") : basket.contains("BNO") ? BEGINS.get("BNO") : FIRST_GAS;
        return ask(quant, basket, "\"from\": \"" + from + "\", \"rule\": \"COINTEGRATION\", \"ruleSettings\": {" + rule + "}, \"settings\": {\"window\": \"" + window
                + "\", \"margin\": \"0.5\", \"borrow\": \"0.03\"}");
    }

    private static void lookAtTheSpread(Desk desk, String id) {
        Page page = desk.logIn("quant").open("portfoliobacktest.xhtml?id=" + id);
        page.locator("#equity[data-drawn]").waitFor();
        page.locator("#score[data-drawn]").waitFor();
        assertThat(page.locator("#combinations canvas").count()).isPositive();
        assertThat(page.locator("section[aria-labelledby=figures] tbody").textContent()).contains("Return", "Turnover a year", "Closed for want of margin");
        assertThat(page.locator("#turns tbody").textContent()).contains("entered", "the spread came back", "WTI-");
        assertThat(page.locator("#alarm").textContent()).startsWith("The break alarm rang ");
        assertThat(page.locator("select[name=strategy]").inputValue()).isEqualTo("COINTEGRATION");
        String folder = System.getProperty("pictures", "");
        if (!folder.isBlank()) {
            desk.wholePicture(Path.of(folder), "basket");
        }
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
    }

    // From the files

    private static Path prices(String symbol) {
        return FILES.resolve("equity-daily-" + symbol.toLowerCase(Locale.ROOT) + ".csv");
    }

    private void bringIn(Api admin, String symbol) throws IOException {
        String name = symbol + "-" + mark;
        make(admin, symbol, "EQUITY");
        Path factors = FILES.resolve("factor-" + symbol.toLowerCase(Locale.ROOT) + ".csv");
        send(admin, name, "factors", SPLITS.containsKey(symbol) ? SPLITS.get(symbol) : Files.readString(factors));
        String begins = BEGINS.getOrDefault(symbol, "");
        List<String> lines = Files.readAllLines(prices(symbol));
        String kept = lines.stream().filter(line -> line.startsWith("date") || line.compareTo(begins) >= 0).collect(Collectors.joining("\n"));
        System.out.println(name + " " + send(admin, name, "imports", kept));
    }

    private void make(Api admin, String symbol, String kind) {
        assertThat(admin.post("api/v1/instruments", "{\"symbol\":\"" + symbol + "-" + mark + "\",\"name\":\"" + symbol + " as its file has it\",\"kind\":\"" + kind
                + "\",\"currency\":\"USD\"}").status()).isEqualTo(201);
    }

    private static String send(Api admin, String name, String noun, String text) {
        Api.Answer answer = admin.send(admin.request("api/v1/instruments/" + name + "/" + noun).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(text)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }

    // The questions

    private String askOnThePage(Desk desk) {
        Page page = desk.logIn("quant").open("portfoliobacktest.xhtml");
        SYMBOLS.forEach(symbol -> page.locator("input[name=instrument][value='" + symbol + "-" + mark + "']").check());
        page.locator("select[name=strategy]").selectOption("MOMENTUM");
        assertThat(page.locator("[data-kind=CHANNEL]").isVisible()).isFalse();
        assertThat(page.locator("input[name='MOMENTUM.lookback']").inputValue()).isEqualTo("252");
        desk.picture("portfolio-form");
        page.locator("#ask input.primary").click();
        page.waitForURL(url -> url.contains("id="));
        page.locator("#equity[data-drawn]").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
        return page.url().replaceAll(".*id=", "");
    }

    private String ask(Api quant, String rule, String construction) {
        return ask(quant, SYMBOLS, "\"rule\": \"" + rule + "\", \"settings\": {\"construction\": \"" + construction + "\"}");
    }

    private String ask(Api quant, List<String> symbols, String more) {
        String key = UUID.randomUUID().toString();
        String instruments = symbols.stream().map(symbol -> "\"" + symbol + "-" + mark + "\"").collect(Collectors.joining(", "));
        Api.Answer answer = quant.post("api/v1/portfolio-backtests", "{\"instruments\": [" + instruments + "], " + more + ", \"feeRate\": \"0.001\", \"slippage\": \"0.0005\"}",
                "Idempotency-Key", key);
        assertThat(answer.status()).as(answer.body()).isEqualTo(202);
        finished(quant, key);
        return key;
    }

    private static JsonNode finished(Api quant, String id) {
        long until = System.currentTimeMillis() + (long) PATIENCE_MILLIS;
        JsonNode now = quant.get("api/v1/portfolio-backtests/" + id).json();
        while (!now.path("result").isObject()) {
            assertThat(now.path("status").asText()).as(now.toString()).isNotEqualTo("FAILED");
            assertThat(System.currentTimeMillis()).as(now.toString()).isLessThan(until);
            now = quant.get("api/v1/portfolio-backtests/" + id).json();
        }
        return now;
    }

    private static void check(JsonNode found, String name, int trials) {
        JsonNode result = found.path("result");
        JsonNode evidence = result.path("evidence");
        BigDecimal profit = BigDecimal.ZERO;
        StringBuilder parts = new StringBuilder();
        for (JsonNode part : result.path("instruments")) {
            profit = profit.add(new BigDecimal(part.path("profit").asText()));
            parts.append(part.path("instrument").asText().replaceAll("-.*", "")).append(' ').append(part.path("profit").asText()).append("; ");
        }
        assertThat(profit).isEqualByComparingTo(new BigDecimal(result.path("endValue").asText()).subtract(new BigDecimal(result.path("startValue").asText())));
        assertThat(evidence.path("trials").asInt()).isEqualTo(trials);
        System.out.printf("%s | return %s | sharpe %s | drawdown %s | turnover %s | closed %s | alone %s | deflated %s | doubled %s | late %s | order %s | %s %s%n", name,
                result.path("portfolio").path("totalReturn").asText(), result.path("portfolio").path("sharpe").asText(),
                result.path("portfolio").path("maxDrawdown").asText(), result.path("turnover").asText(), result.path("portfolio").path("closedTrades").asText(),
                evidence.path("probabilisticSharpe").asText(), evidence.path("deflatedSharpe").asText(), evidence.path("costsDoubled").path("totalReturn").asText(),
                evidence.path("oneBarLate").path("totalReturn").asText(), evidence.path("permutation").path("pValue").asText(), evidence.path("verdict").asText(),
                evidence.path("warnings"));
        System.out.println("  beyond equal weights: " + result.path("beyond") + "; hold: return " + result.path("hold").path("totalReturn").asText() + " sharpe " + result.path("hold").path("sharpe").asText() + " drawdown "
                + result.path("hold").path("maxDrawdown").asText() + " turnover " + result.path("holdTurnover").asText() + "; effective "
                + evidence.path("effectiveTrials").asText() + " luck " + evidence.path("luckSharpe").asText() + " days " + result.path("days").asText());
        System.out.println("  " + parts);
    }

    // What is seen

    private static void look(Desk desk, String id) {
        Page page = desk.logIn("quant").open("portfoliobacktest.xhtml?id=" + id);
        page.locator("#equity[data-drawn]").waitFor();
        for (String chart : new String[] {"equity", "drawdown", "weights", "risk"}) {
            assertThat(page.locator("#" + chart + " canvas").count()).as(chart).isPositive();
            for (String way : new String[] {"closer", "earlier", "later", "wider", "all"}) {
                page.locator("[data-in=" + chart + "][data-move=" + way + "]").click();
            }
        }
        assertThat(page.locator("section[aria-labelledby=figures] tbody tr").count()).isGreaterThan(10);
        assertThat(page.locator("#instruments tbody tr").count()).isEqualTo(SYMBOLS.size());
        assertThat(page.locator("#order-list tbody tr").count()).isPositive();
        assertThat(page.locator("#verdict").textContent()).isNotBlank();
        assertThat(page.locator("select[name=strategy]").inputValue()).isEqualTo("MOMENTUM");
        String folder = System.getProperty("pictures", "");
        if (!folder.isBlank()) {
            desk.wholePicture(Path.of(folder), "portfolio");
        }
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
    }
}
