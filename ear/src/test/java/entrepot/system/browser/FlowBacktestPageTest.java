package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import entrepot.system.Product;
import entrepot.system.RecordedFlow;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A quant fills a parent order and makes a market in what was recorded, of an instrument without any bars. */
@InBrowser
class FlowBacktestPageTest {

    private static String symbol;

    @BeforeAll
    static void lay(Product product) {
        symbol = RecordedFlow.laid(product, 300);
    }

    @Test
    void aParentOrderIsHeldAgainstItsArrivalAndWhatOthersTraded(Desk desk) {
        Page page = form(desk, "PARENT_ORDER");
        page.locator("[name='PARENT_ORDER.units']").fill("24");
        page.locator("[name='PARENT_ORDER.seconds']").fill("60");
        page.locator("[name='PARENT_ORDER.side']").selectOption("SELL");
        page.locator("[name='REPLAY.tick']").fill("x");
        page.locator("#ask input.primary").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator(".note.bad").textContent()).contains("replay/tick");
        assertThat(page.locator("[name='PARENT_ORDER.units']").inputValue()).isEqualTo("24");
        page.locator("[name='REPLAY.tick']").fill("0.01");
        page.locator("#ask input.primary").click();
        page.waitForURL(url -> url.contains("id="));
        page.locator("#candles[data-drawn]").waitFor();
        assertThat(page.locator("#parent").textContent()).contains("24 / 24", "Mid when it began", "VWAP", " bp");
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("Parent order", "side=SELL units=24 seconds=60", "in recorded orders or quotes",
                "kind=ORDERS latencyMillis=10", "SHA-256 of the rows that were replayed");
        assertThat(page.locator("#fills tbody").textContent()).contains("in the queue", ", row ").containsPattern("2023-11-14T23:55:\\d\\d\\.\\d{3}");
        String address = page.url().replaceAll("^https://[^/]+/", "");
        desk.picture("parent-order");
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
        desk.dark().logIn("quant").open(address);
        desk.assertFits();
        desk.light().narrow().logIn("auditor").open(address);
        assertThat(desk.page().locator("#ask").count()).isZero();
        assertThat(desk.page().locator("#flow").textContent()).contains("Time in the queue");
        desk.assertFits();
    }

    @Test
    void aMarketIsMadeInRecordedOrdersWithoutMargin(Desk desk) {
        Page page = form(desk, "MARKET_MAKING");
        assertThat(page.locator("[name='MARKET_MAKING.margin']").isVisible()).isFalse();
        assertThat(page.locator("[name=slippage]").isVisible()).isFalse();
        page.locator("[name='MARKET_MAKING.window']").fill("20");
        page.locator("#ask input.primary").click();
        page.waitForURL(url -> url.contains("id="));
        page.locator("#candles[data-drawn]").waitFor();
        assertThat(page.locator("#replay").textContent()).contains("Others do as they did");
        assertThat(page.locator("#flow").textContent()).contains("Rows replayed", "Filled of what rested", "Spread captured", "after ten seconds");
        assertThat(page.locator("#making").count()).isZero();
        desk.picture("market-making-replay");
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
        assertThat(page.locator("[name='MARKET_MAKING.margin']").inputValue()).as("what bars are charged").isEqualTo("0.5");
        assertThat(page.locator("[name=slippage]").inputValue()).isEqualTo("0.05");
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).doesNotContain("Slippage");
        page.locator(".section-head a", new Page.LocatorOptions().setHasText("Tear sheet")).first().click();
        page.waitForURL(url -> url.contains("tearsheet.xhtml"));
        assertThat(page.locator("main").textContent()).contains("2023-11-14T23:5", "as recorded; bars are of the mid");
        desk.assertFits();
        desk.open("backtest.xhtml");
        assertThat(page.locator("table").first().textContent()).contains(symbol, "kind=ORDERS latencyMillis=10");
    }

    private static Page form(Desk desk, String strategy) {
        Page page = desk.light().logIn("quant").open("backtest.xhtml");
        page.locator("select[name=symbol]").selectOption(symbol);
        assertThat(page.locator("[name='REPLAY.kind']").isVisible()).isFalse();
        page.locator("select[name=strategy]").selectOption(strategy);
        if (strategy.equals("PARENT_ORDER")) {
            assertThat(page.locator("select[name=execution]").inputValue()).as("it is traded nowhere else").isEqualTo("REPLAY");
            page.locator("select[name=strategy]").selectOption("RSI");
            assertThat(page.locator("select[name=execution]").inputValue()).as("what stood there before").isEqualTo("IDEAL");
            page.locator("select[name=strategy]").selectOption(strategy);
        } else {
            page.locator("select[name=execution]").selectOption("REPLAY");
        }
        assertThat(page.locator("[name='REPLAY.kind']").isVisible()).isTrue();
        return page;
    }
}
