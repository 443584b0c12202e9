package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

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
    void whatIsWrongIsToldAndTheFormIsKept(Desk desk) {
        Page page = desk.logIn("quant").open("backtest.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        page.locator("input[name=fast]").fill("90");
        page.locator("input[name=slow]").fill("40");
        page.locator("#ask input.primary").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator(".note.bad").textContent()).contains("slow must be more than fast");
        assertThat(page.locator("input[name=fast]").inputValue()).isEqualTo("90");
        assertThat(page.locator("select[name=symbol]").inputValue()).isEqualTo(SYMBOL);
        assertThat(desk.complaints()).isEmpty();
    }
}
