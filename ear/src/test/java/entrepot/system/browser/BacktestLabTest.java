package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import entrepot.system.Api;
import entrepot.system.DailyBars;
import entrepot.system.Product;
import entrepot.system.Through;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A quant ticks backtests and compares them, then goes through one bar by bar. */
@InBrowser
class BacktestLabTest {

    private static final String SYMBOL = "LAB-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private static String crossover;
    private static String rule;
    private static String channel;

    @BeforeAll
    static void lay(Product product) throws SQLException, InterruptedException {
        DailyBars.lay(product, SYMBOL, 900, 7);
        Api quant = product.as("quant");
        crossover = Through.ask(quant, "backtests", "{\"instrument\": \"" + SYMBOL + "\", \"fast\": 5, \"slow\": 20, \"feeRate\": \"0.001\"}").path("id").asText();
        rule = Through.ask(quant, "backtests", "{\"instrument\": \"" + SYMBOL + "\", \"strategy\": \"RULE\", \"entry\": \"crossover(sma(10), sma(40)) and rsi(14) > 40\","
                + " \"exit\": \"close < lowest(low, 20)[1]\", \"feeRate\": \"0.002\", \"stopLoss\": \"0.03\", \"takeProfit\": \"0.06\"}").path("id").asText();
        channel = Through.ask(quant, "backtests", "{\"instrument\": \"" + SYMBOL + "\", \"strategy\": \"CHANNEL\", \"settings\": {\"entry\": \"30\"}, \"feeRate\": \"0.001\","
                + " \"execution\": {\"participation\": \"0\", \"latencyBars\": \"2\", \"impact\": \"NONE\"}}").path("id").asText();
    }

    @Test
    void tickedBacktestsStandBesideEachOtherInBothThemesAndOnAPhone(Desk desk) {
        Page page = desk.light().logIn("quant").open("backtest.xhtml");
        page.locator("input[name=of][value='" + crossover + "']").check();
        page.locator("#compare input[type=submit]").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator(".note.bad").textContent()).contains("must be 2 to 8 backtests, are 1");
        desk.open("backtest.xhtml");
        page.locator("input[name=of][value='" + crossover + "']").check();
        page.locator("input[name=of][value='" + rule + "']").check();
        page.locator("#compare input[type=submit]").click();
        page.locator("#differences").waitFor();
        String address = page.url().replaceAll("^https://[^/]+/", "");
        compared(desk, address);
        compared(desk.dark(), address);
        compared(desk.light().narrow(), address);
    }

    private static void compared(Desk desk, String address) {
        Page page = desk.logIn("quant").open(address);
        assertThat(page.locator("h1 + *, .head").first().textContent()).contains("is the difference more than luck?");
        assertThat(page.locator("#cautions").textContent()).contains("has picked it of 2", "They assume different costs").doesNotContain("different times");
        assertThat(page.locator("#settings tbody").textContent()).contains("Buy when", "Stop-loss, share", "Fee a side, share", "0.001", "0.002", "crossover(sma(10), sma(40)) and rsi(14) > 40");
        assertThat(page.locator("#equity path.line").count()).isEqualTo(2);
        assertThat(page.locator("#drawdown path.line").count()).isEqualTo(2);
        assertThat(page.locator("#whole tbody").textContent()).contains("Sharpe ratio a year", "deflated");
        assertThat(page.locator("#evidence tbody").textContent()).contains("Trials on the same instruments", "Minimum");
        assertThat(page.locator("#differences tbody tr").count()).isEqualTo(1);
        assertThat(page.locator("#best").textContent()).contains("It was picked of 2");
        assertThat(page.locator("#drawn").textContent()).containsPattern("2,000 draws, blocks of 10 days .* [0-9a-f]{64}");
        assertThat(page.locator("#correlation tbody tr").count()).isEqualTo(2);
        assertThat(page.locator("#months tbody tr").count()).isEqualTo(30);
        assertThat(page.locator("#common tbody a").first().getAttribute("href")).startsWith("backtest.xhtml?id=");
        desk.picture("backtest-comparison");
        page.locator("#equity").scrollIntoViewIfNeeded();
        page.locator("#correlation").scrollIntoViewIfNeeded();
        desk.picture("backtest-differences");
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
    }

    @Test
    void settingsAreNamedAsInTheFormWhereTheyAreSet(Desk desk) {
        Page page = desk.light().logIn("auditor").open("backtest-comparison.xhtml?of=" + crossover + "&of=" + channel);
        assertThat(page.locator("#settings tbody").textContent()).contains("Entry channel, bars", "Latency, bars").doesNotContain("settings.", "execution.");
        page.locator("[data-do=language]").click();
        page.locator("#settings", new Page.LocatorOptions().setHasText("Laufzeit, Balken")).waitFor();
        assertThat(page.locator("#settings tbody").textContent()).doesNotContain("settings.", "execution.");
        page.locator("[data-do=language]").click();
    }

    @Test
    void theFirstCanBeAnotherAndWhatIsWrongIsSaid(Desk desk) {
        Page page = desk.light().logIn("auditor").open("backtest-comparison.xhtml?of=" + crossover + "&of=" + rule);
        page.locator("#differences tbody a[href*='of=']").click();
        page.waitForURL(url -> url.contains("of=" + rule + "&of=" + crossover));
        desk.open("backtest-comparison.xhtml?of=" + crossover + "&of=" + UUID.randomUUID());
        assertThat(page.locator(".note.bad").textContent()).contains("no backtest '");
        desk.open("backtest-comparison.xhtml");
        assertThat(page.locator(".empty").textContent()).contains("Tick 2 to 8");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aBacktestIsGoneThroughBarByBarAndWhatComesNextIsNowhere(Desk desk) {
        Page page = desk.light().logIn("quant").open("backtest-steps.xhtml?id=" + rule);
        at(page, 60);
        assertThat(page.locator("#candles canvas").count()).isPositive();
        assertThat(page.locator("#where").textContent()).isEqualTo("2010-03-01, bar 60 of 900");
        assertThat(page.locator("#sights tbody").textContent()).contains("Buy when", "crossover(sma(10), sma(40)) and rsi(14) > 40", "rsi(14)", "Sell when", "lowest(low, 20)[1]");
        assertThat(page.locator("#lines").textContent()).contains("sma(10)", "sma(40)");
        String html = page.content();
        assertThat(html).contains("2010-03-01").doesNotContain("2010-03-02");
        page.locator("[data-step=forward]").click();
        at(page, 61);
        page.keyboard().press("ArrowRight");
        at(page, 62);
        page.keyboard().press("ArrowLeft");
        at(page, 61);
        assertThat(page.url()).endsWith("at=2010-03-02T00%3A00%3A00Z");
        fill(page);
        desk.picture("backtest-steps");
        page.keyboard().press("Shift+ArrowRight");
        page.waitForCondition(() -> page.locator("#fills tbody").textContent().contains("sell"));
        page.keyboard().press("Shift+ArrowLeft");
        page.waitForCondition(() -> page.locator("#fills tbody").textContent().contains("buy"));
        played(page);
        page.locator("#to-day input").fill("2012-01-01");
        page.locator("#to-day button").click();
        at(page, 731);
        page.reload();
        at(page, 731);
        assertThat(page.locator("#where").textContent()).isEqualTo("2012-01-01, bar 731 of 900");
        page.locator("#to-day input").fill("2030-01-01");
        page.locator("#to-day button").click();
        at(page, 900);
        assertThat(page.locator("[data-step=forward]").isDisabled()).isTrue();
        assertThat(desk.complaints()).isEmpty();
    }

    private static void fill(Page page) {
        page.locator("[data-step=fill]").click();
        page.waitForCondition(() -> page.locator("#fills tbody").textContent().contains("market order, at the open"));
        assertThat(page.locator("#fills tbody").textContent()).contains("buy");
        assertThat(page.locator("[data-say=units]").textContent()).contains("long");
        assertThat(page.locator("#standing tbody").textContent()).contains("sell, stop, protects no. 1", "sell, limit, protects no. 1");
        assertThat(page.locator("#decision").textContent()).isEqualTo("long: as before");
    }

    private static void played(Page page) {
        int before = Integer.parseInt(page.locator("#steps").getAttribute("data-bar"));
        page.locator("#speed").selectOption("100");
        Locator play = page.locator("[data-step=play]");
        play.click();
        page.waitForCondition(() -> Integer.parseInt(page.locator("#steps").getAttribute("data-bar")) > before + 3);
        assertThat(play.getAttribute("aria-pressed")).isEqualTo("true");
        play.click();
        assertThat(play.getAttribute("aria-pressed")).isEqualTo("false");
    }

    private static void at(Page page, int bar) {
        page.locator("#steps[data-bar='" + bar + "']").waitFor();
    }

    @Test
    void tradesAndFillsLeadToTheirBarsAlsoByNightAndOnAPhone(Desk desk) {
        Page page = desk.dark().logIn("quant").open("backtest.xhtml?id=" + rule);
        page.locator("#fills tbody a").first().click();
        page.locator("#steps[data-bar]").waitFor();
        assertThat(page.locator("#fills tbody").textContent()).contains("market order, at the open");
        String address = page.url().replaceAll("^https://[^/]+/", "");
        desk.picture("backtest-steps");
        assertThat(desk.complaints()).isEmpty();
        desk.light().narrow().logIn("quant").open(address);
        desk.page().locator("#steps[data-bar]").waitFor();
        desk.picture("backtest-steps");
        desk.assertFits();
        assertThat(desk.complaints()).isEmpty();
    }
}
