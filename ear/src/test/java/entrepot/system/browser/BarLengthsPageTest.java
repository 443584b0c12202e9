package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import entrepot.system.MinuteBars;
import entrepot.system.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A quant looks at minutes by five and by the day, and runs a rule and a sweep over them. */
@InBrowser
class BarLengthsPageTest {

    private static String symbol;

    @BeforeAll
    static void lay(Product product) {
        symbol = MinuteBars.laid(product, 12, 11);
    }

    @Test
    void theInstrumentShowsBarsOfTheLengthAskedFor(Desk desk) {
        Page page = desk.light().logIn("quant").open("instrument.xhtml?symbol=" + symbol);
        page.locator("#candles[data-drawn]").waitFor();
        page.locator("[name=every]").first().fill("PT5M");
        page.locator("section[aria-labelledby=bars] input[type=submit]").click();
        page.locator("#candles[data-drawn='500']").waitFor();
        assertThat(page.locator("section[aria-labelledby=bars] tbody tr").first().textContent()).contains("2024-03-19 20:00Z");
        assertThat(page.locator("section[aria-labelledby=bars] tbody tr").nth(1).textContent()).contains("2024-03-19 19:55Z");
        desk.picture("bars-of-five-minutes");
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
        page.locator("[name=every]").first().fill("P1D");
        page.locator("section[aria-labelledby=bars] input[type=submit]").click();
        assertThat(page.locator("#wrong-length").textContent()).contains("say the zone in which minutes become days");
        page.locator("[name=zone]").first().fill("America/New_York");
        page.locator("section[aria-labelledby=bars] input[type=submit]").click();
        page.locator("#candles[data-drawn='11']").waitFor();
        assertThat(page.locator("section[aria-labelledby=bars] tbody tr").first().textContent()).contains("2024-03-18");
        desk.narrow().assertFits();
    }

    @Test
    void aRuleAndASweepRunOverBarsOfFiveMinutes(Desk desk) {
        Page page = desk.light().logIn("quant").open("backtest.xhtml");
        page.locator("#ask [name=symbol]").selectOption(symbol);
        page.locator("#ask [name=every]").fill("PT7M");
        page.locator("#ask input.primary").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator(".note.bad").textContent()).contains("every must be one of PT");
        page.locator("#ask [name=every]").fill("PT5M");
        page.locator("#ask input.primary").click();
        page.waitForURL(url -> url.contains("id="));
        page.locator("#candles[data-drawn]").waitFor();
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("Length of a bar", "PT5M");
        assertThat(page.locator("section[aria-labelledby=figures]").textContent()).contains("2024-03-04T13:35:00Z");
        assertThat(page.locator("#ask [name=every]").inputValue()).isEqualTo("PT5M");
        desk.picture("backtest-of-five-minutes");
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();

        desk.open("sweep.xhtml");
        page.locator("#ask [name=symbol]").selectOption(symbol);
        page.locator("#ask [name=every]").fill("PT5M");
        page.locator("#ask input.primary").click();
        page.waitForURL(url -> url.contains("id="));
        page.locator("#verdict").waitFor(new Locator.WaitForOptions().setTimeout(120_000));
        assertThat(page.locator("section[aria-labelledby=asked]").textContent()).contains("Length of a bar", "PT5M");
        assertThat(page.locator("section[aria-labelledby=believe]").textContent()).contains("2024-03-04T13:35:00Z");
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
    }
}
