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

/** A quant asks, and sees trades on candles. */
@InBrowser
class BacktestPageTest {

    private static final String SYMBOL = "PAGE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);

    @BeforeAll
    static void lay(Product product) throws SQLException {
        DailyBars.lay(product, SYMBOL, 1_500, 7);
    }

    @Test
    void aQuantSeesTradesOnCandlesInBothThemesAndOnAPhone(Desk desk) {
        String address = ask(desk.light().logIn("quant"));
        look(desk, address);
        desk.dark().logIn("quant");
        look(desk, address);
        desk.light().narrow().logIn("auditor");
        look(desk, address);
        assertThat(desk.page().locator("#ask").count()).isZero();
    }

    private static String ask(Desk desk) {
        Page page = desk.open("backtest.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        page.locator("input[name=fast]").fill("10");
        page.locator("input[name=slow]").fill("40");
        page.locator("select[name=enter]").selectOption("LIMIT");
        page.locator("input[name=offset]").fill("0.1");
        page.locator("input[name=stop]").fill("1");
        page.locator("input[name=profit]").fill("2.5");
        page.locator("#ask input.primary").click();
        page.waitForURL(url -> url.contains("id="));
        page.locator("#candles").waitFor();
        return page.url().replaceAll("^https://[^/]+/", "");
    }

    private static void look(Desk desk, String address) {
        Page page = desk.open(address);
        page.locator("#candles[data-drawn='1500']").waitFor();
        assertThat(page.locator("#candles canvas").count()).isPositive();
        assertThat(page.locator("#equity canvas").count()).isPositive();
        assertThat(page.locator("section[aria-labelledby=candles-title] tbody tr").count()).isPositive();
        assertThat(page.locator("section[aria-labelledby=asked]").textContent())
                .containsPattern("[0-9a-f]{64}").contains("nothing is drawn by lot", "TradingView");
        assertThat(page.locator("#orders tbody tr").count()).isPositive();
        assertThat(page.locator("#orders tbody").textContent()).contains("limit", "stop", "the other one was filled", "protects no.");
        assertThat(page.locator("#fills tbody").textContent()).contains("traded through the limit, at the limit", "LIMIT_TRADED_THROUGH");
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("by a limit better than the close: 0.1 %", "Stop-loss", "Take-profit");
        assertThat(page.locator("section[aria-labelledby=figures] thead").textContent()).contains("Strategy", "Buy and hold");
        assertThat(page.locator("#verdict").textContent()).containsPattern("trials|Sharpe ratio|returns say nothing");
        assertThat(page.locator("section[aria-labelledby=evidence] tbody tr").count()).isEqualTo(8);
        page.locator("section[aria-labelledby=evidence] summary").first().click();
        assertThat(page.locator("section[aria-labelledby=evidence] details[open]").textContent()).contains("ρ", "N = ", "Bailey");
        page.locator("[data-move=closer][data-in=candles]").click();
        desk.picture("backtest");
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
    }

    @Test
    void ordersMeetAMarketAndThePageSaysWhatTheyHad(Desk desk) {
        Page page = desk.light().logIn("quant").open("backtest.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        page.locator("input[name=fast]").fill("10");
        page.locator("input[name=slow]").fill("40");
        page.locator("input[name=cash]").fill("100000000");
        assertThat(page.locator("[name='EXECUTION.participation']").isVisible()).isFalse();
        page.locator("select[name=execution]").selectOption("HARD");
        assertThat(page.locator("[name='EXECUTION.participation']").inputValue()).isEqualTo("0.1");
        assertThat(page.locator("[name='EXECUTION.coefficient']").isVisible()).isTrue();
        page.locator("[name='EXECUTION.impact']").selectOption("SPREAD");
        assertThat(page.locator("[name='EXECUTION.coefficient']").isVisible()).isFalse();
        page.locator("[name='EXECUTION.spread']").fill("0.02");
        page.locator("[name='EXECUTION.validity']").selectOption("DAY");
        page.locator("[name='EXECUTION.participation']").fill("7");
        page.locator("#ask input.primary").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator(".note.bad").textContent()).contains("execution/participation must be from 0 to 1, is 7");
        page.locator("[name='EXECUTION.participation']").fill("0.05");
        page.locator("#ask input.primary").click();
        page.waitForURL(url -> url.contains("id="));
        page.locator("#candles[data-drawn]").waitFor();
        assertThat(page.locator("#filled").textContent()).containsPattern("Of \\d+ orders \\d+ were filled whole, [1-9]\\d* in part").contains("Slippage and impact cost", "USD");
        assertThat(page.locator("#orders tbody").textContent()).contains("to the end of the day");
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("with volume, latency and impact", "impact=SPREAD spread=0.02");
        assertThat(page.locator("[name='EXECUTION.spread']").inputValue()).isEqualTo("0.02");
        desk.picture("backtest-execution");
        assertThat(desk.complaints()).isEmpty();
        String address = page.url().replaceAll("^https://[^/]+/", "");
        desk.narrow().logIn("quant").open(address);
        desk.page().locator("#candles[data-drawn]").waitFor();
        desk.assertFits();
    }

    @Test
    void aMarketIsMadeAndTheWarningStandsBesideTheFigures(Desk desk) {
        Page page = desk.light().logIn("quant").open("backtest.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        assertThat(page.locator("[name='MARKET_MAKING.gamma']").isVisible()).isFalse();
        page.locator("select[name=strategy]").selectOption("MARKET_MAKING");
        page.locator("[name='MARKET_MAKING.gamma']").fill("0.2");
        page.locator("[name='MARKET_MAKING.quantity']").fill("9");
        page.locator("#ask input.primary").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator(".note.bad").textContent()).contains("quantity must be from 1 to limit, 5, is 9");
        page.locator("[name='MARKET_MAKING.quantity']").fill("1");
        page.locator("#ask input.primary").click();
        page.waitForURL(url -> url.contains("id="));
        page.locator("#candles[data-drawn]").waitFor();
        String address = page.url().replaceAll("^https://[^/]+/", "");
        seen(desk, address);
        seen(desk.dark(), address);
        seen(desk.light().narrow(), address);
        desk.wide().logIn("quant").open("backtest.xhtml");
        assertThat(desk.page().locator("table").first().textContent()).contains("Market making");
    }

    private static void seen(Desk desk, String address) {
        Page page = desk.logIn("quant").open(address);
        page.locator("#candles[data-drawn]").waitFor();
        assertThat(page.locator("#making").textContent()).contains("They know no queue", "Quotes were filled in ");
        assertThat(page.locator("#verdict .reasons").textContent()).contains("Quotes filled by bars");
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("Market making", "gamma=0.2 k=1.5", "by two limit orders at each close", "in lots, on margin");
        assertThat(page.locator("#orders tbody").textContent()).contains("buy, limit", "sell, limit");
        assertThat(page.locator("[name='MARKET_MAKING.gamma']").inputValue()).isEqualTo("0.2");
        desk.picture("market-making");
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
    }

    @Test
    void positionsAreSizedByKelly(Desk desk) {
        Page page = desk.light().logIn("quant").open("backtest.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        page.locator("[name=kelly]").fill("0.5");
        page.locator("[name=volatility]").fill("10");
        page.locator("#ask input.primary").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator(".note.bad").textContent()).contains("kelly does not go with volatilityTarget, which is 0.1");
        page.locator("[name=volatility]").fill("");
        page.locator("#ask input.primary").click();
        page.waitForURL(url -> url.contains("id="));
        page.locator("#candles[data-drawn]").waitFor();
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("fraction of his share", "sized by Kelly's share of its returns before");
        assertThat(page.locator("[name=kelly]").inputValue()).isEqualTo("0.5");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void whatIsWrongIsToldAndTheFormIsKept(Desk desk) {
        Page page = desk.logIn("quant").open("backtest.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        page.locator("input[name=fast]").fill("90");
        page.locator("input[name=slow]").fill("40");
        page.locator("input[name=stop]").fill("150");
        page.locator("input[name=volatility]").fill("2000");
        page.locator("#ask input.primary").click();
        page.locator(".note.bad").first().waitFor();
        assertThat(page.locator(".note.bad").allTextContents()).map(String::strip).contains("slow must be more than fast, 90, is 40",
                "stopLoss is a percentage and must be from 0 to 99.9999999, is 150", "volatilityTarget is a percentage and must be above 0 and at most 1000, is 2000");
        assertThat(page.locator("input[name=fast]").inputValue()).isEqualTo("90");
        assertThat(page.locator("select[name=symbol]").inputValue()).isEqualTo(SYMBOL);
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void percentsMeanTheSameInBothLanguages(Desk desk) {
        Page page = desk.logIn("quant").open("backtest.xhtml");
        page.locator("[data-do=language]").click();
        page.waitForCondition(() -> page.locator("html").getAttribute("lang").equals("de"));
        try {
            desk.open("backtest.xhtml");
            assertThat(page.locator("input[name=fee]").inputValue()).isEqualTo("0,1");
            page.locator("select[name=symbol]").selectOption(SYMBOL);
            page.locator("input[name=slippage]").fill("0.05");
            page.locator("input[name=stop]").fill("2,5");
            page.locator("#ask input.primary").click();
            page.waitForURL(url -> url.contains("id="));
            page.locator("#fills").waitFor();
            assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("Gebühr je Seite, %: 0,1", "Kursabweichung, %: 0,05", "2,5");
            assertThat(page.locator("input[name=stop]").inputValue()).isEqualTo("2,5");
            assertThat(page.locator("#fills tbody").textContent()).contains("zur Eröffnung", "MARKET_AT_OPEN");
        } finally {
            page.locator("[data-do=language]").click();
            page.waitForCondition(() -> page.locator("html").getAttribute("lang").equals("en"));
        }
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aRuleIsWrittenWithProposalsAndItsFaultsStandBelowIt(Desk desk) {
        Page page = desk.dark().logIn("quant").open("backtest.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        assertThat(page.locator("[data-kind=RULE]").isVisible()).isFalse();
        page.locator("select[name=strategy]").selectOption("RULE");
        assertThat(page.locator("[data-kind=CROSSOVER]").isVisible()).isFalse();
        page.locator("textarea[name=parameters]").fill("fast = 10 from 5 to 200");
        Locator entry = page.locator("textarea[name=entry]");
        entry.pressSequentially("crossov");
        page.locator("[role=option][aria-selected=true]").waitFor();
        desk.picture("rule-proposals");
        entry.press("Enter");
        assertThat(entry.inputValue()).isEqualTo("crossover(");
        entry.pressSequentially("sma(fast), smaa(40))");
        page.locator("#rule-entry-faults button").filter(new Locator.FilterOptions().setHasText("smaa")).waitFor();
        assertThat(page.locator("#rule-entry-faults").textContent()).isEqualTo("line 1, column 22: 'smaa' is not a function or indicator; is 'sma' meant?");
        entry.press("Escape");
        page.locator("#rule-entry-faults button").click();
        page.keyboard().type("sma");
        page.locator("#rule-entry-said").filter(new Locator.FilterOptions().setHasText("after 40 bars")).waitFor();
        assertThat(page.locator("#rule-entry-faults li").count()).isZero();
        entry.press("Escape");
        desk.picture("rule");
        desk.assertFits();
        page.locator("#ask input.primary").click();
        page.waitForURL(url -> url.contains("id="));
        page.locator("#candles[data-drawn='1500']").waitFor();
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("crossover(sma(fast), sma(40))", "fast = 10 from 5 to 200");
        assertThat(page.locator("textarea[name=entry]").inputValue()).as("ready to be changed").isEqualTo("crossover(sma(fast), sma(40))");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aWrongRuleThatIsSentIsToldBelowItAndKept(Desk desk) {
        Page page = desk.narrow().logIn("quant").open("backtest.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        page.locator("select[name=strategy]").selectOption("RULE");
        page.locator("textarea[name=entry]").fill("close > smaa(40)");
        page.locator("#ask input.primary").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator("#rule-entry-faults").textContent()).contains("line 1, column 9: 'smaa'");
        assertThat(page.locator("textarea[name=entry]").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.locator("textarea[name=entry]").inputValue()).isEqualTo("close > smaa(40)");
        assertThat(page.locator("[data-kind=RULE]").isVisible()).isTrue();
        desk.picture("rule-wrong");
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
    }
}
