package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import entrepot.system.Api;
import entrepot.system.Product;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where figures move, the page follows by itself. */
@InBrowser
class LivePartsTest {

    private static final String LEDGER = "ledger.xhtml?sku=" + Shop.ITEM;

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void aSaleAppearsInTheOpenLedgerAndIsTold(Product product, Desk desk) {
        Page page = desk.logIn("accountant").open(LEDGER);
        page.evaluate("document.getElementById('live').dataset.mark = 'same page'");
        String till = sell(product);
        page.locator("#live tbody tr", new Page.LocatorOptions().setHasText(till)).waitFor();
        assertThat(page.locator("#live").getAttribute("data-mark")).isEqualTo("same page");
        assertThat(page.locator("#news").textContent()).contains("up to date");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void whatDidNotChangeIsNotSentAgain(Product product, Desk desk) {
        Page page = desk.logIn("accountant").open(LEDGER);
        String part = page.url().replace("ledger.xhtml", "ledger-live.xhtml");
        var first = page.context().request().get(part);
        String tag = first.headers().get("etag");
        assertThat(first.text()).contains("<table");
        var second = page.context().request().get(part, RequestOptions.create().setHeader("If-None-Match", tag));
        assertThat(second.status()).isEqualTo(304);
        sell(product);
        var third = page.context().request().get(part, RequestOptions.create().setHeader("If-None-Match", tag));
        assertThat(third.status()).isEqualTo(200);
        assertThat(third.headers().get("etag")).isNotEqualTo(tag);
    }

    @Test
    void aHiddenPageAsksNothing(Desk desk) {
        Page page = desk.logIn("accountant").open(LEDGER);
        page.evaluate("Object.defineProperty(document, 'hidden', { get: () => true }); window.asked = 0;"
                + " const ask = window.fetch; window.fetch = (...all) => { window.asked++; return ask(...all); };"
                + " document.getElementById('live').dataset.seconds = '1'");
        page.waitForTimeout(12_000);
        assertThat(page.evaluate("window.asked")).isEqualTo(0);
    }

    private static String sell(Product product) {
        String till = "L-" + UUID.randomUUID().toString().substring(0, 8);
        Api.Answer answer = product.as("cashier").post("api/v1/sales",
                "{\"location\":\"MAIN\",\"reference\":\"" + till + "\",\"lines\":[{\"sku\":\"" + Shop.ITEM + "\",\"quantity\":\"1\",\"unitPrice\":\"9.50\"}]}",
                "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return till;
    }
}
