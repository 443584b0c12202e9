package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import entrepot.system.DailyBars;
import entrepot.system.Product;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A quant writes a screen, asks it as of a day, and follows each figure to the bars it comes from. */
@InBrowser
class ScreenPageTest {

    private static final List<String> SYMBOLS = new ArrayList<>();
    private static final double PATIENCE_MILLIS = 60_000;

    @BeforeAll
    static void lay(Product product) throws SQLException {
        for (int number = 0; number < 6; number++) {
            SYMBOLS.add("PAGE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT));
            DailyBars.lay(product, SYMBOLS.get(number), number == 5 ? 20 : 1_200, 40 + number);
        }
    }

    @Test
    void aScreenIsWrittenAskedAndFollowed(Desk desk) {
        String name = "above " + UUID.randomUUID().toString().substring(0, 8);
        Page page = write(desk.light().logIn("quant"), name);
        page.locator("#ask [name=day]").fill("2013-03-01");
        page.locator("#run").click();
        page.waitForURL(url -> url.contains("screenrun.xhtml"));
        page.locator("#forwards").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
        String run = page.url().replaceAll("^https://[^/]+/", "");
        look(desk, run, "screen-result");
        page = desk.open(run);
        List<String> counts = page.locator("#counts dd").allTextContents().stream().map(String::strip).toList();
        assertThat(counts.get(0)).isEqualTo("6");
        assertThat(counts.subList(1, 4).stream().mapToInt(Integer::parseInt).sum()).isEqualTo(6);
        assertThat(counts.get(3)).isEqualTo("1");
        assertThat(page.locator("#warning").textContent()).contains("of 6 instruments", "one of 6 trials");
        assertThat(page.locator("#base-rate").textContent()).contains("of 5 that were judged", "bars of all instruments");
        assertThat(page.locator("#forwards tbody td:first-child").allTextContents()).containsExactly("1", "5", "20");
        assertThat(page.locator("#forwards tbody tr").first().textContent()).contains("±").containsPattern("errors|too little");

        page.locator("#answers thead a", new Page.LocatorOptions().setHasText("Instrument")).click();
        assertThat(page.locator("#answers th[aria-sort]").getAttribute("aria-sort")).isEqualTo("ascending");
        List<String> symbols = page.locator("#answers tbody td:nth-child(2)").allTextContents().stream().map(String::strip).toList();
        assertThat(symbols).isSorted().isNotEmpty();
        page.locator("#answers thead a", new Page.LocatorOptions().setHasText("Instrument")).click();
        assertThat(page.locator("#answers th[aria-sort]").getAttribute("aria-sort")).isEqualTo("descending");

        page.locator(".kinds a", new Page.LocatorOptions().setHasText("Not judged")).click();
        assertThat(page.locator("#answers tbody").textContent()).contains(SYMBOLS.get(5), "20 bars, 50 are needed");

        page = desk.open(run);
        String first = page.locator("#answers tbody td:nth-child(2)").first().textContent().strip();
        String ranked = page.locator("#answers tbody tr").first().locator("td:nth-child(3)").textContent().strip();
        page.locator("#answers tbody tr").first().locator("td:nth-child(3) a").click();
        page.waitForURL(url -> url.contains("screenvalue.xhtml"));
        assertThat(page.locator("#outcome").textContent()).isEqualTo("Passed");
        assertThat(page.locator("#last tbody tr").first().textContent()).as("the figure of the result stands at the last bar").contains(ranked);
        assertThat(page.locator("svg.chart").count()).as("close, rank and a column").isEqualTo(3);
        assertThat(page.locator("#others").count()).as("the bars are those of the run").isZero();
        look(desk, page.url().replaceAll("^https://[^/]+/", ""), "screen-value");

        page = desk.open(run);
        page.locator("#answers tbody tr").first().locator("td:last-child a").last().click();
        page.waitForURL(url -> url.contains("backtest.xhtml"));
        assertThat(page.locator("select[name=symbol]").inputValue()).isEqualTo(first);
        assertThat(page.locator("select[name=strategy]").inputValue()).isEqualTo("RULE");
        assertThat(page.locator("#rule-entry").inputValue()).isEqualTo("close > sma(n)");
        assertThat(page.locator("#rule-parameters").inputValue()).isEqualTo("n = 50");
        assertThat(desk.complaints()).isEmpty();

        page = desk.open(run);
        page.locator("[data-do=language]").click();
        page.locator("#warning", new Page.LocatorOptions().setHasText("Instrumenten")).waitFor();
        assertThat(page.locator("#forwards").textContent()).contains("Unterschied", "Gestiegen");
        desk.assertFits();
        shoot(desk, "screen-result-german");
        page.locator("[data-do=language]").click();
        look(desk, "screens.xhtml", "screens");
        again(desk.open("screen.xhtml?name=" + name.replace(" ", "%20")));
        look(desk, "screen.xhtml?name=" + name.replace(" ", "%20"), "screen-form");
    }

    private static void again(Page page) {
        page.locator("#edit summary").click();
        assertThat(page.locator("select[name=universe]").inputValue()).as("symbols that were typed are asked alone").isEqualTo("LISTED");
        page.locator("#rule-condition").fill("close > 0");
        page.locator("#save input.primary").click();
        page.locator("section[aria-labelledby=versions] tbody tr", new Page.LocatorOptions().setHasText("close > 0")).waitFor();
        page.locator("section[aria-labelledby=versions] tbody tr").last().locator("a").click();
        page.waitForURL(url -> url.contains("version=1"));
        assertThat(page.locator("#run").inputValue()).isEqualTo("Run version 1");
        page.locator("#run").click();
        page.waitForURL(url -> url.contains("screenrun.xhtml"));
        page.locator("#forwards").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
        assertThat(page.locator("main").textContent()).contains("close > sma(n)").doesNotContain("close > 0");
    }

    private static Page write(Desk desk, String name) {
        Page page = desk.open("screen.xhtml");
        page.locator("#save [name=name]").fill(name);
        page.locator("select[name=universe]").selectOption("EQUITY");
        page.locator("[name=symbols]").fill(String.join(" ", SYMBOLS));
        page.locator("#rule-condition").fill("close > smaa(n)");
        page.locator("#rule-rankedBy").fill("close > 3");
        page.locator("#rule-parameters").fill("n = 50");
        page.locator("#rule-rankedBy-faults .fault").first().waitFor();
        page.locator("#save input.primary").click();
        page.locator(".note.bad").first().waitFor();
        assertThat(page.locator("#rule-condition-faults").textContent()).contains("line 1, column 9", "is 'sma' meant?");
        assertThat(page.locator("#rule-rankedBy-faults").textContent()).contains("must be a number");
        page.locator("#rule-condition").fill("close > sma(n)");
        page.locator("#rule-rankedBy").fill("");
        page.locator("#rule-rankedBy").pressSequentially("ro");
        page.locator("#rule-rankedBy-proposals li").first().waitFor();
        page.locator("#rule-rankedBy").press("Enter");
        page.locator("#rule-rankedBy").pressSequentially("20)");
        page.locator("#rule-rankedBy-said", new Page.LocatorOptions().setHasText("A number; defined after 20 bars.")).waitFor();
        assertThat(page.locator("#rule-rankedBy").inputValue()).isEqualTo("roc(20)");
        page.locator("#rule-column0").fill("rsi(14)");
        page.locator("#save input.primary").click();
        page.locator(".note.bad").first().waitFor();
        assertThat(String.join("\n", page.locator(".note.bad").allTextContents())).contains("Only these symbols: cannot be listed where a kind is said", "Heading 1: is required")
                .doesNotContain("columns/");
        page.locator("select[name=universe]").selectOption("ALL");
        page.locator("[name=heading0]").fill("RSI");
        page.locator("#save input.primary").click();
        page.waitForURL(url -> url.contains("name=above"));
        assertThat(page.locator("section[aria-labelledby=versions] tbody tr").first().textContent()).contains("close > sma(n)", "roc(20)");
        return page;
    }

    private static void look(Desk desk, String address, String name) {
        see(desk.light().wide(), address, name);
        see(desk.dark().narrow(), address, name);
        desk.light().wide().logIn("quant");
    }

    private static void see(Desk desk, String address, String name) {
        Page page = desk.logIn("quant").open(address);
        shoot(desk, name);
        assertThat(Axe.look(page)).isEmpty();
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
    }

    private static void shoot(Desk desk, String name) {
        String folder = System.getProperty("pictures", "");
        if (!folder.isBlank()) {
            desk.wholePicture(Path.of(folder), name);
        }
    }
}
