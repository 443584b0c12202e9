package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** WTI and Brent, from two files to what the evidence says, with nothing but the portal: the study of {@code docs/strategies.md}. */
@InBrowser
class OilPairTest {

    private static final Path OIL = Path.of(System.getProperty("oil.dir", "../../shared/data/market/commodities"));
    private static final double PATIENCE_MILLIS = 120_000;

    @Test
    void twoOilsArePairedAndTheEvidenceIsShown(Desk desk) {
        assumeTrue(Files.isRegularFile(OIL.resolve("wti-daily.csv")) && Files.isRegularFile(OIL.resolve("brent-daily.csv")), "no prices of oil in " + OIL);
        String mark = UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
        Page page = desk.logIn("quant").open("instruments.xhtml");
        bringIn(page, "WTI-" + mark, "wti-daily.csv");
        desk.open("instruments.xhtml");
        bringIn(page, "BRENT-" + mark, "brent-daily.csv");
        for (String method : new String[] {"ENGLE_GRANGER", "KALMAN"}) {
            String address = ask(desk, mark, method);
            look(desk, address, method);
            look(desk.narrow(), address, method);
            look(desk.dark(), address, method);
            look(desk.wide(), address, method);
            desk.light();
        }
    }

    private static void bringIn(Page page, String symbol, String file) {
        page.locator("#create [name=symbol]").fill(symbol);
        page.locator("#create [name=name]").fill("Oil, US EIA");
        page.locator("#create [name=kind]").selectOption("COMMODITY");
        page.locator("#create [name=currency]").fill("USD");
        page.locator("#create input.primary").click();
        page.locator("#file").setInputFiles(OIL.resolve(file));
        page.locator("#try details summary").click();
        page.locator("#try [name=time]").fill("Date");
        page.locator("#try [name=close]").fill("Price");
        page.locator("#try input[type=submit]").click();
        page.locator("#post input.primary").click();
        assertThat(page.locator(".note").first().textContent()).contains("New bars: ");
        System.out.println(symbol + ": " + page.locator(".note").first().textContent());
    }

    private static String ask(Desk desk, String mark, String method) {
        Page page = desk.logIn("quant").open("backtest.xhtml");
        page.locator("select[name=symbol]").selectOption("WTI-" + mark);
        page.locator("select[name=strategy]").selectOption("PAIR");
        assertThat(page.locator("[data-kind=CROSSOVER]").isVisible()).isFalse();
        page.locator("select[name=other]").selectOption("BRENT-" + mark);
        page.locator("select[name='PAIR.method']").selectOption(method);
        desk.picture("pair-form");
        page.locator("#ask input.primary").click();
        page.waitForURL(url -> url.contains("id="));
        page.locator("#spread[data-drawn]").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
        return page.url().replaceAll("^https://[^/]+/", "");
    }

    private static void look(Desk desk, String address, String method) {
        Page page = desk.logIn("quant").open(address);
        page.locator("#spread[data-drawn]").waitFor();
        page.locator("#candles[data-drawn]").waitFor();
        assertThat(page.locator("#score canvas").count()).isPositive();
        assertThat(page.locator("#legs tbody tr").count()).isPositive();
        assertThat(page.locator("#legs tbody").textContent()).contains("WTI-", "BRENT-", "the spread came back");
        assertThat(page.locator("#alarm").textContent()).startsWith("The break alarm ended ");
        assertThat(page.locator("#carried").textContent()).isEqualTo("Borrowing cost 0.00. Closed for want of margin: 0.");
        assertThat(page.locator("#verdict").textContent()).isNotBlank();
        assertThat(page.locator("select[name='PAIR.method']").inputValue()).isEqualTo(method);
        for (String chart : new String[] {"spread", "score"}) {
            for (String way : new String[] {"closer", "earlier", "later", "wider", "all"}) {
                page.locator("[data-in=" + chart + "][data-move=" + way + "]").click();
            }
        }
        String folder = System.getProperty("pictures", "");
        if (!folder.isBlank()) {
            desk.wholePicture(Path.of(folder), "pair-" + method);
            System.out.println(method + " " + page.locator("#verdict").textContent() + " | " + page.locator("#alarm").textContent());
            System.out.println(page.locator("section[aria-labelledby=figures]").innerText());
            System.out.println(page.locator("section[aria-labelledby=evidence]").innerText());
        }
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
    }
}
