package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import entrepot.system.DailyBars;
import entrepot.system.Product;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A quant tries many numbers, stops, goes on, reads the map, and runs the best cell. */
@InBrowser
class SweepPageTest {

    private static final String SYMBOL = "SWEEP-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private static final String OTHER = "SWEEP2-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @BeforeAll
    static void lay(Product product) throws SQLException {
        DailyBars.lay(product, SYMBOL, 2_500, 7);
        DailyBars.lay(product, OTHER, 2_500, 8);
    }

    private static void sweep(Page page) {
        page.locator("#ask input.primary").click();
        page.locator("#heat").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
    }

    @Test
    void aQuantReadsTheMapAndRunsTheBestCell(Desk desk) {
        String address = ask(desk.light().logIn("quant"), "5", "60", "5", "20", "200", "10");
        look(desk, address);
        desk.dark().logIn("quant");
        look(desk, address);
        Page page = desk.light().logIn("quant").open(address);
        page.locator("select[name=measure]").selectOption("OUT_RETURN");
        page.locator("form[method=get] input[type=submit]").click();
        page.waitForURL(url -> url.contains("measure=OUT_RETURN"));
        assertThat(page.locator("#heat rect title").first().textContent()).contains("fast ", "slow ", "%", "one cell");
        String chosen = page.locator("section[aria-labelledby=best] tbody tr").first().textContent();
        page.locator("#runcell").click();
        page.waitForURL(url -> url.contains("backtest.xhtml?id="));
        page.locator("#candles").waitFor();
        String asked = page.locator("section[aria-labelledby=asked]").textContent();
        assertThat(asked).contains("over ");
        assertThat(chosen).isNotBlank();
        desk.light().narrow().logIn("auditor");
        look(desk, address);
        assertThat(desk.page().locator("#ask, #runcell").count()).isZero();
    }

    private static String ask(Desk desk, String... ranges) {
        Page page = desk.open("sweep.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        String[] fields = {"fastFrom", "fastTo", "fastStep", "slowFrom", "slowTo", "slowStep"};
        for (int field = 0; field < fields.length; field++) {
            page.locator("input[name=" + fields[field] + "]").fill(ranges[field]);
        }
        page.locator("input[name=choose]").fill("1000");
        page.locator("input[name=apply]").fill("250");
        page.locator("#ask input.primary").click();
        page.waitForURL(url -> url.contains("id="));
        page.locator("#heat").waitFor();
        return page.url().replaceAll("^https://[^/]+/", "");
    }

    private static void look(Desk desk, String address) {
        Page page = desk.open(address);
        assertThat(page.locator("#heat rect[class^=h]").count()).as("12 by 19 fields, less the gaps").isBetween(180, 228);
        assertThat(page.locator("#heat rect.chosen").count()).isEqualTo(1);
        assertThat(page.locator(".legend li").count()).isEqualTo(9);
        assertThat(page.locator("section[aria-labelledby=best] tbody tr").count()).isEqualTo(20);
        assertThat(page.locator("#verdict").textContent()).contains("Chosen: fast ", "trials (as good as ");
        assertThat(page.locator("section[aria-labelledby=believe] tbody tr").count()).isEqualTo(11);
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).containsPattern("[0-9a-f]{64}").contains("fast from 5 to 60 in steps of 5");
        assertThat(page.locator("section[aria-labelledby=walk] tbody tr").count()).isEqualTo(6);
        assertThat(page.locator("section[aria-labelledby=walk]").textContent()).contains("Walk-forward efficiency");
        desk.picture("sweep");
        assertThat(Axe.look(page)).filteredOn(Axe.Finding::isGrave).isEmpty();
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
    }

    @Test
    void aLargeOneIsCancelledAndResumed(Desk desk) {
        Page page = desk.logIn("quant").open("sweep.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        String[] fields = {"fastFrom", "fastTo", "fastStep", "slowFrom", "slowTo", "slowStep"};
        String[] ranges = {"1", "400", "1", "401", "1400", "1"};
        for (int field = 0; field < fields.length; field++) {
            page.locator("input[name=" + fields[field] + "]").fill(ranges[field]);
        }
        page.locator("#ask input.primary").click();
        page.locator("input[value='Cancel sweep']").click();
        page.locator("input[value='Resume sweep']").waitFor();
        page.locator("input[value='Resume sweep']").click();
        page.locator("#heat").waitFor(new Locator.WaitForOptions().setTimeout(180_000));
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("all combinations, 400,000 cells");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void whatIsWrongIsToldAndTheFormIsKept(Desk desk) {
        Page page = desk.logIn("quant").open("sweep.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        page.locator("input[name=fastFrom]").fill("0");
        page.locator("input[name=split]").fill("2013-01-02");
        page.locator("#ask input.primary").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator(".note.bad").first().textContent()).contains("fast from must be 1 to 10000, is 0");
        assertThat(page.locator("input[name=split]").inputValue()).isEqualTo("2013-01-02");
        assertThat(page.locator("input[name=fastFrom]").inputValue()).isEqualTo("0");
    }

    @Test
    void aBuiltInStrategyIsTriedFromAFormThatIsKept(Desk desk) {
        Page page = desk.logIn("quant").open("sweep.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        page.locator("select[name=strategy]").selectOption("CHANNEL");
        page.locator("input[name='CHANNEL.entry']").fill("10");
        page.locator("input[name='CHANNEL.entry.to']").fill("50000");
        page.locator("input[name='CHANNEL.entry.step']").fill("10");
        page.locator("#ask input.primary").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator(".note.bad").first().textContent()).contains("entry to must be from 1 to 10000, is 50000");
        page.locator("input[name='CHANNEL.entry.to']").fill("50");
        page.locator("select[name='CHANNEL.side']").selectOption("LONG_SHORT");
        desk.picture("sweep-built-in");
        desk.assertFits();
        page.locator("#ask input.primary").click();
        page.locator("section[aria-labelledby=asked]").waitFor();
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("Channel trend", "side=LONG_SHORT", "entry from 10 to 50 in steps of 10");
        assertThat(page.locator("input[name='CHANNEL.entry.to']").inputValue()).isEqualTo("50");
    }

    @Test
    void aPortfolioIsTriedFromAFormThatIsKept(Desk desk) {
        Page page = desk.logIn("quant").open("sweep.xhtml");
        page.locator("select[name=strategy]").selectOption("PORTFOLIO.CROSS_SECTION");
        assertThat(page.locator("select[name=symbol]").isVisible()).isFalse();
        page.locator("input[name=instrument][value=" + SYMBOL + "]").check();
        page.locator("input[name=instrument][value=" + OTHER + "]").check();
        page.locator("input[name='PORTFOLIO.CROSS_SECTION.lookback']").fill("60");
        page.locator("input[name='PORTFOLIO.CROSS_SECTION.lookback.to']").fill("20");
        page.locator("input[name='PORTFOLIO.CROSS_SECTION.lookback.step']").fill("60");
        page.locator("input[name='PORTFOLIO.CROSS_SECTION.top']").fill("0.5");
        page.locator("select[name='plan.construction']").selectOption("*");
        page.locator("#ask input.primary").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator(".note.bad").first().textContent()).contains("rule.lookback", "from a lower or equal to a higher number");
        page.locator("input[name='PORTFOLIO.CROSS_SECTION.lookback.to']").fill("180");
        desk.picture("sweep-portfolio-form");
        desk.assertFits();
        sweep(page);
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("Momentum across instruments", SYMBOL, OTHER,
                "rule.lookback from 60 to 180 in steps of 60", "plan.construction: EQUAL, INVERSE_VOLATILITY", "15 cells");
        assertThat(page.locator("#heat").textContent()).contains("plan.construction EQUAL");
        assertThat(page.locator("input[name='PORTFOLIO.CROSS_SECTION.lookback.to']").inputValue()).isEqualTo("180");
        assertThat(page.locator("select[name='plan.construction']").inputValue()).isEqualTo("*");
        assertThat(page.locator("input[name=instrument]:checked").count()).isEqualTo(2);
        desk.picture("sweep-portfolio");
        desk.assertFits();
        assertThat(Axe.look(page)).filteredOn(Axe.Finding::isGrave).isEmpty();
        page.locator("#runcell").click();
        page.waitForURL(url -> url.contains("portfoliobacktest.xhtml?id="));
        assertThat(desk.complaints()).isEmpty();
        desk.narrow().open("sweep.xhtml");
        desk.assertFits();
    }

    @Test
    void aMarketIsMadeWithManyNumbers(Desk desk) {
        Page page = desk.logIn("quant").open("sweep.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        page.locator("select[name=strategy]").selectOption("MARKET_MAKING");
        page.locator("input[name='MARKET_MAKING.gamma.to']").fill("0.3");
        page.locator("input[name='MARKET_MAKING.gamma.step']").fill("0.1");
        page.locator("input[name=cash]").fill("100000");
        sweep(page);
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("Market making", "gamma from 0.1 to 0.3", "in lots, on margin");
        assertThat(page.locator("#verdict").textContent()).contains("they know no queue");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aPairIsTriedFromAFormThatIsKeptAndACellIsRun(Desk desk) {
        Page page = desk.logIn("quant").open("sweep.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        assertThat(page.locator("select[name=other]").isVisible()).isFalse();
        page.locator("select[name=strategy]").selectOption("PAIR");
        page.locator("select[name=other]").selectOption(SYMBOL);
        page.locator("select[name='PAIR.method']").selectOption("*");
        page.locator("input[name='PAIR.window']").fill("60");
        page.locator("input[name='PAIR.bound']").fill("0.8");
        page.locator("input[name='PAIR.enter']").fill("1");
        page.locator("input[name='PAIR.enter.to']").fill("2");
        page.locator("input[name='PAIR.enter.step']").fill("0.5");
        page.locator("#ask input.primary").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator(".note.bad").first().textContent()).contains("other must be another instrument than " + SYMBOL);
        page.locator("select[name=other]").selectOption(OTHER);
        desk.picture("sweep-pair-form");
        desk.assertFits();
        sweep(page);
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("Pair of two instruments, " + SYMBOL + " / " + OTHER, "window=60",
                "enter from 1 to 2 in steps of 0.5", "method: ENGLE_GRANGER, KALMAN", "6 cells", "both legs together");
        assertThat(page.locator("select[name=other]").inputValue()).isEqualTo(OTHER);
        assertThat(page.locator("select[name='PAIR.method']").inputValue()).isEqualTo("*");
        assertThat(page.locator("input[name='PAIR.enter.to']").inputValue()).isEqualTo("2");
        assertThat(page.locator("h1").textContent()).contains(SYMBOL + ", " + OTHER);
        desk.picture("sweep-pair");
        assertThat(Axe.look(page)).filteredOn(Axe.Finding::isGrave).isEmpty();
        desk.assertFits();
        page.locator("#runcell").click();
        page.waitForURL(url -> url.contains("backtest.xhtml?id="));
        page.locator("#spread[data-drawn]").waitFor();
        assertThat(desk.complaints()).isEmpty();
        desk.narrow().open("sweep.xhtml");
        desk.assertFits();
    }

    @Test
    void stopsAreTriedInPercent(Desk desk) {
        Page page = desk.logIn("quant").open("sweep.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        page.locator("select[name=strategy]").selectOption("RSI");
        page.locator("input[name='orders.limitOffset']").fill("0.2");
        page.locator("input[name='orders.stopLoss']").fill("2");
        page.locator("input[name='orders.stopLoss.to']").fill("7");
        page.locator("input[name='orders.takeProfit']").fill("20");
        page.locator("input[name='size.kelly']").fill("0.5");
        page.locator("#ask input.primary").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator(".note.bad").first().textContent()).contains("kelly goes with market orders alone");
        page.locator("input[name='size.kelly']").fill("");
        sweep(page);
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("Stop-loss, % from 2 to 7 in steps of 1", "6 cells", "Take-profit, %20",
                "by a limit better than the close by, %0.2", "by orders at the simulated broker");
        assertThat(page.locator("input[name='orders.stopLoss']").inputValue()).isEqualTo("2");
        assertThat(page.locator("input[name='orders.stopLoss.to']").inputValue()).isEqualTo("7");
        assertThat(page.locator("input[name='orders.takeProfit']").inputValue()).isEqualTo("20");
        assertThat(page.locator("input[name='orders.trailingStop']").inputValue()).isEmpty();
        assertThat(page.locator("section[aria-labelledby=best] thead").textContent()).contains("Stop-loss, %");
        assertThat(page.locator("section[aria-labelledby=best] tbody tr").first().locator("td.n").first().textContent()).matches("[2-7]");
        assertThat(page.locator("#heat rect title").first().textContent()).startsWith("Stop-loss, % ");
        assertThat(page.locator("#heat text").first().textContent()).matches("[2-7]");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void numbersMeanTheSameInBothLanguages(Desk desk) {
        Page page = desk.logIn("quant").open("sweep.xhtml");
        page.locator("[data-do=language]").click();
        page.waitForCondition(() -> page.locator("html").getAttribute("lang").equals("de"));
        try {
            desk.open("sweep.xhtml");
            assertThat(page.locator("input[name=fee]").inputValue()).isEqualTo("0,1");
            page.locator("select[name=symbol]").selectOption(SYMBOL);
            page.locator("select[name=strategy]").selectOption("RSI");
            page.locator("input[name=slippage]").fill("0.05");
            page.locator("input[name=order]").fill("1,5");
            page.locator("input[name='orders.stopLoss']").fill("2,125");
            page.locator("input[name='orders.stopLoss.to']").fill("3,125");
            page.locator("input[name='orders.stopLoss.step']").fill("0,5");
            page.locator("input[name='orders.takeProfit']").fill("12,5");
            page.locator("#ask input.primary").click();
            page.locator("#heat").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("Verlust begrenzen bei, % von 2,125 bis 3,125 in Schritten von 0,5", "Gebühr je Seite, %: 0,1", "Kursabweichung, %: 0,05",
                    "Gewinn mitnehmen bei, %12,5", "3 Zellen");
            assertThat(page.locator("input[name=order]").inputValue()).isEqualTo("1,5");
            assertThat(page.locator("input[name='orders.stopLoss']").inputValue()).isEqualTo("2,125");
            assertThat(page.locator("input[name='orders.stopLoss.to']").inputValue()).isEqualTo("3,125");
            assertThat(page.locator("input[name='orders.stopLoss.step']").inputValue()).isEqualTo("0,5");
        } finally {
            page.locator("[data-do=language]").click();
            page.waitForCondition(() -> page.locator("html").getAttribute("lang").equals("en"));
        }
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aRuleWithStopsIsRunAgainAndItsFaultsAreNamed(Desk desk) {
        Page page = desk.logIn("quant").open("sweep.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        page.locator("select[name=strategy]").selectOption("RULE");
        page.locator("#rule-entry").fill("rsi(n) < 30");
        page.locator("#rule-exit").fill("rsi(n) > 60");
        page.locator("#rule-parameters").fill("n = 5 from 2 to 14");
        page.locator("#steps").fill("n = 4");
        page.locator("input[name='orders.stopLoss']").fill("2");
        page.locator("input[name='orders.stopLoss.to']").fill("150");
        page.locator("input[name='orders.takeProfit']").fill("10001");
        page.locator("input[name='orders.trailingStop']").fill("5");
        page.locator("input[name='orders.trailingStop.step']").fill("1");
        page.locator("input[name=seed]").fill("1x");
        page.locator("#ask input.primary").click();
        page.locator(".note.bad").first().waitFor();
        assertThat(page.locator(".note.bad").allTextContents()).map(String::strip).containsExactlyInAnyOrder("stopLoss to must be from 0 to 99.9999999, is 150",
                "trailingStop to is required", "takeProfit is a percentage and must be from 0 to 10000, is 10001", "seed must be a whole number of 18 digits at most, is '1x'");
        page.locator("input[name='orders.stopLoss.to']").fill("4");
        page.locator("input[name='orders.takeProfit']").fill("");
        page.locator("input[name='orders.trailingStop.step']").fill("");
        page.locator("input[name=seed]").fill("1");
        for (int time = 0; time < 2; time++) {
            String before = page.url();
            page.locator("#ask input.primary").click();
            page.waitForURL(url -> url.contains("id=") && !url.equals(before));
            page.locator("#heat").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
            assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("n from 2 to 14 in steps of 4; Stop-loss, % from 2 to 4 in steps of 1", "12 cells",
                    "Trailing stop, %5");
            assertThat(page.locator("#steps").inputValue()).isEqualTo("n = 4");
            assertThat(page.locator("input[name='orders.stopLoss.to']").inputValue()).isEqualTo("4");
        }
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aSizeIsTried(Desk desk) {
        Page page = desk.logIn("quant").open("sweep.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        page.locator("select[name=strategy]").selectOption("RSI");
        page.locator("input[name='size.kelly']").fill("0.25");
        page.locator("input[name='size.kelly.to']").fill("1");
        page.locator("input[name='size.kelly.step']").fill("0.25");
        page.locator("#ask input.primary").click();
        page.locator("section[aria-labelledby=asked]").waitFor();
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("kelly from 0.25 to 1 in steps of 0.25");
        assertThat(page.locator("input[name='size.kelly.to']").inputValue()).isEqualTo("1");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aStrategyIsSavedAndSwept(Desk desk) {
        String name = "swept " + UUID.randomUUID().toString().substring(0, 8);
        Page page = desk.logIn("quant").open("strategy.xhtml");
        page.locator("input[name=name]").fill(name);
        page.locator("#rule-entry").fill("rsi(n) < limt");
        page.locator("#save input.primary").click();
        page.locator("#rule-entry-faults .fault").first().waitFor();
        page.locator("#rule-entry").fill("rsi(n) < limit");
        page.locator("#rule-exit").fill("rsi(n) > 60");
        page.locator("#rule-parameters").fill("n = 5 from 2 to 14, limit = 30 from 20 to 40");
        page.locator("#save input.primary").click();
        page.waitForURL(url -> url.contains("name=swept"));
        assertThat(page.locator("section[aria-labelledby=versions] tbody tr").count()).isEqualTo(1);
        page.locator("#rule-exit").fill("rsi(n) > 70");
        page.locator("input[name=note]").fill("later out");
        page.locator("#save input.primary").click();
        page.locator("section[aria-labelledby=versions] tbody tr").nth(1).waitFor();
        assertThat(page.locator("section[aria-labelledby=versions] tbody tr").first().textContent()).contains("later out", "rsi(n) > 70");
        desk.picture("strategy");
        desk.assertFits();
        page = desk.open("sweep.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        page.locator("select[name=strategy]").selectOption("SAVED");
        page.locator("select[name=saved]").selectOption(name);
        page.locator("#steps").fill("n = 2, limit = 5");
        page.locator("#ask input.primary").click();
        page.locator("#heat").waitFor();
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains(name + " v2", "n from 2 to 14 in steps of 2; limit from 20 to 40");
        assertThat(desk.open("strategies.xhtml").locator("tbody").textContent()).contains(name);
        assertThat(desk.complaints()).isEmpty();
    }
}
