package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import entrepot.system.DailyBars;
import entrepot.system.Product;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A quant brings in a file of orders, sees what became of it, and dismisses what is wrong. */
@InBrowser
class FlowsPageTest {

    private static final String SYMBOL = "FLOW-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private static final String FILE = "when,action,order,side,price,size\n1700000000,ADD,1,BUY,10,5\n1700000001,EXECUTE,1,,,5\n1700000002,EXECUTE,1,,,5\n"
            + "1700000003,ADD,2,SELL,11,1\n1700003603,CLEAR,,,,\n";

    @BeforeAll
    static void lay(Product product) throws SQLException {
        DailyBars.lay(product, SYMBOL, 10, 7);
    }

    @Test
    void aFileIsBroughtInAndItsOddRowDismissed(Desk desk) {
        Page page = desk.light().logIn("quant").open("instrument.xhtml?symbol=" + SYMBOL);
        page.locator("a.button[href^='flows.xhtml']").click();
        assertThat(page.locator(".empty").first().textContent()).contains("no quotes, no orders and no trades");
        page.locator("#bring [name=kind]").selectOption("ORDERS");
        page.locator("#bring details summary").click();
        page.locator("#bring [name=time]").fill("when");
        page.locator("#file").setInputFiles(new FilePayload("mine.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        page.locator("#post").click();
        page.waitForURL(url -> url.contains("job.xhtml"));
        page.locator("#live[data-state^=DONE]").waitFor();
        assertThat(page.locator("#live").textContent()).contains("added", "4");

        desk.open("flows.xhtml?symbol=" + SYMBOL);
        assertThat(page.locator("section[aria-labelledby=series-ORDERS]").textContent()).contains("2023-11-14T22:13:20Z", "Last before", "2023-11-14T23:13:23Z");
        assertThat(page.locator("#held").textContent()).contains("no such order", "no order 1 rests", "Orders of the book");
        desk.picture("flows");
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
        page.locator("#held [name=tick]").check();
        page.locator("#held [name=note]").fill("sent twice");
        page.locator("#dismiss").click();
        assertThat(page.locator(".note").first().textContent()).isEqualTo("1 dismissed.");
        assertThat(page.locator("#held").count()).isZero();
        desk.narrow().logIn("auditor").open("flows.xhtml?symbol=" + SYMBOL);
        assertThat(desk.page().locator("#bring").count()).isZero();
        desk.assertFits();
    }
}
