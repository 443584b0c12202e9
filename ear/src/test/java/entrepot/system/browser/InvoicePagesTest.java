package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import entrepot.system.Api;
import entrepot.system.Launch;
import entrepot.system.Product;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The post of a morning: invoices that match, one that does not, one in dollars, and the books of the company that was bought. */
@InBrowser
class InvoicePagesTest {

    private static final LocalDate TODAY = LocalDate.now();

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void anInvoiceInDollarsIsFilledInWithWhatCameAndPosted(Product product, Desk desk) {
        String supplier = received(product, ",\"currency\":\"USD\"", ",\"rate\":\"0.80\"");
        Page page = desk.logIn("accountant").open("exchangerates.xhtml");
        page.locator("#one [name=currency]").fill("usd");
        page.locator("#one [name=rate]").fill("0.85");
        page.locator("#keep").click();
        page.locator("tbody tr").first().waitFor();
        assertThat(page.locator("tbody tr").first().textContent()).contains("USD", "0.85", "accountant");
        page = desk.open("enterinvoice.xhtml?supplier=" + supplier);
        assertThat(page.locator("form.filters [name=currency]").inputValue()).as("what came is in dollars").isEqualTo("USD");
        assertThat(page.locator("[name='price.0']").inputValue()).isEqualTo("10.00");
        page.locator("[name=number]").fill("D-1");
        page.locator("[name=invoicedate]").fill(TODAY.toString());
        page.locator("#look").click();
        Locator journal = page.locator("section[aria-labelledby=preview] tbody tr");
        journal.first().waitFor();
        assertThat(journal.allTextContents()).anyMatch(row -> row.contains("Exchange gains and losses") && row.contains("5.00"));
        desk.picture("invoice-in-dollars");
        page.locator("#book").click();
        page.waitForURL(url -> url.contains("/invoice.xhtml"));
        assertThat(page.locator("main").textContent()).contains("USD 100.00", "85.00");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void whatIsHeldIsApprovedBySomebodyElse(Product product, Desk desk) {
        String supplier = received(product, "", "");
        Page page = desk.logIn("accountant").open("enterinvoice.xhtml?supplier=" + supplier);
        page.locator("[name=number]").fill("H-1");
        page.locator("[name=invoicedate]").fill(TODAY.toString());
        page.locator("[name='price.0']").fill("11.00");
        page.locator("#look").click();
        page.locator(".note.warn").waitFor();
        assertThat(page.locator(".note.warn").textContent()).contains("at 11,");
        page.locator("#book").click();
        page.waitForURL(url -> url.contains("/invoice.xhtml"));
        String held = page.url();
        assertThat(page.locator("#look").count()).as("not by who entered it").isZero();
        desk.logOut().logIn("admin");
        page = desk.page();
        page.navigate(held);
        page.locator("[name=reason]").fill("agreed by telephone");
        page.locator("#look").click();
        page.locator("#book").click();
        page.waitForURL(url -> url.contains("/invoice.xhtml"));
        assertThat(page.locator("main").textContent()).contains("agreed by telephone").doesNotContain("Approve");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void booksThatDoNotTieAreBroughtAndSaidSo(Product product, Desk desk) {
        Page page = desk.logIn("accountant").open("importopening.xhtml");
        page.locator("[name=date]").fill("2025-12-31");
        String key = page.locator("#files [name=key]").inputValue();
        page.locator("#stock").setInputFiles(file("stock.csv", "sku,location,quantity,unitCost\nNO-SUCH-ITEM,MAIN,10,2.50\n"));
        page.locator("#trial").setInputFiles(file("trial.csv", "account,debit,credit\n1200,25.00,\n3000,,24.00\n"));
        page.locator("#check").click();
        page.waitForURL(url -> url.contains("job.xhtml"));
        Api accountant = product.as("accountant");
        for (int tries = 0; tries < 100 && !accountant.get("api/v1/opening-imports/" + key).json().path("status").asText().equals("REFUSED"); tries++) {
            Launch.pause(100);
        }
        page = desk.open("importopening.xhtml?id=" + key);
        assertThat(page.locator("section[aria-labelledby=findings]").textContent()).contains("NO-SUCH-ITEM");
        assertThat(page.locator("#book").count()).isZero();
        assertThat(desk.complaints()).isEmpty();
    }

    private static FilePayload file(String name, String text) {
        return new FilePayload(name, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    /** Ten of an item at 10.00, ordered and come. @return the supplier */
    private static String received(Product product, String currency, String rate) {
        String name = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        Api admin = product.as("admin");
        made(admin.post("api/v1/suppliers", "{\"code\":\"S" + name + "\",\"name\":\"Supplier " + name + "\",\"leadTimeDays\":5}"));
        made(admin.post("api/v1/items", "{\"sku\":\"I" + name + "\",\"name\":\"Item\",\"unit\":\"EA\",\"costing\":\"FIFO\"}"));
        String order = UUID.randomUUID().toString();
        made(admin.post("api/v1/purchase-orders", ("{\"supplier\":\"S%s\",\"location\":\"MAIN\",\"orderedOn\":\"%s\"%s,\"lines\":[{\"sku\":\"I%s\",\"quantity\":\"10\","
                + "\"unitCost\":\"10.00\"}]}").formatted(name, TODAY.minusDays(5), currency, name), "Idempotency-Key", order));
        made(admin.post("api/v1/purchase-orders/" + order + "/receipts",
                ("{\"businessDate\":\"%s\"%s,\"lines\":[{\"line\":0,\"quantity\":\"10\"}]}").formatted(TODAY.minusDays(2), rate),
                "Idempotency-Key", UUID.randomUUID().toString()));
        return "S" + name;
    }

    private static void made(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
