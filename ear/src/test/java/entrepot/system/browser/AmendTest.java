package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import entrepot.system.Api;
import entrepot.system.Product;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A month-end afternoon: the freight comes late, a receipt was miscounted, and each penny can be explained. */
@InBrowser
class AmendTest {

    private static final LocalDate TODAY = LocalDate.now();

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void lateFreightIsSeenBeforeItIsPostedAndExplainedAfter(Product product, Desk desk) {
        String sku = item(product);
        String receipt = receive(product, sku, 10, "5.00", TODAY.minusDays(6));
        receive(product, sku, 10, "6.00", TODAY.minusDays(5));
        String sale = sell(product, sku, 12, TODAY.minusDays(2));
        Page page = desk.logIn("accountant").open("posting.xhtml?id=" + receipt);
        page.locator("a[href^='amend.xhtml']").click();
        page.locator("[name=amount]").fill("20");
        page.locator("[name=reference]").fill("FREIGHT-7");
        page.locator("#look").click();
        Locator restated = page.locator("section[aria-labelledby=restated] tbody tr");
        restated.first().waitFor();
        assertThat(restated.allTextContents()).hasSize(2).anyMatch(row -> row.contains("Sale") && row.contains("20.00"));
        desk.picture("amend");
        page.locator("#book").click();
        page.waitForURL(url -> url.contains("posting.xhtml"));
        assertThat(page.locator("h1").textContent()).isEqualTo("Charge on a receipt FREIGHT-7");
        page = desk.open("posting.xhtml?id=" + sale);
        page.locator("a[href^='cost.xhtml']").click();
        assertThat(page.locator("section[aria-labelledby=made] tbody tr").allTextContents()).hasSize(3)
                .anyMatch(row -> row.contains("FREIGHT-7") && row.contains("70.00"));
        assertThat(page.locator("section[aria-labelledby=entries] tfoot td").textContent()).contains("82.00");
        desk.picture("cost");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aMiscountedReceiptIsPutRightWhereItHappened(Product product, Desk desk) {
        String sku = item(product);
        String receipt = receive(product, sku, 10, "5.00", TODAY.minusDays(6));
        sell(product, sku, 8, TODAY.minusDays(2));
        Page page = desk.logIn("storekeeper").open("amend.xhtml?id=" + receipt + "&what=QUANTITY");
        page.locator("[name='quantity.0']").fill("7");
        page.locator("[name=reason]").fill("seven on the ramp");
        page.locator("#look").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator(".note.bad").textContent()).contains("wanted 8 units, on hand 7 for the sale that is posted");
        page.locator("[name='quantity.0']").fill("9");
        page.locator("#look").click();
        page.locator("#book").click();
        page.waitForURL(url -> url.contains("posting.xhtml"));
        assertThat(product.as("storekeeper").get("api/v1/items/" + sku + "/balances").json().at("/items/0/onHand").asText()).isEqualTo("1");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aCostingRuleIsSetBeforeTheFirstMovement(Product product, Desk desk) {
        String category = "R-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        product.as("admin").post("api/v1/categories", "{\"code\":\"" + category + "\",\"name\":\"By month\"}");
        Page page = desk.logIn("accountant").open("costrules.xhtml");
        page.locator("[name=category]").selectOption(category);
        page.locator("[name=averagePeriod]").selectOption("MONTH");
        page.locator("#set").click();
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(category));
        row.waitFor();
        assertThat(row.textContent()).contains("of each month", "never below zero");
        assertThat(desk.complaints()).isEmpty();
    }

    private static String item(Product product) {
        String sku = "AMEND-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        Api.Answer made = product.as("admin").post("api/v1/items",
                "{\"sku\":\"" + sku + "\",\"name\":\"Late news\",\"unit\":\"EA\",\"costing\":\"FIFO\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return sku;
    }

    private static String receive(Product product, String sku, int quantity, String cost, LocalDate day) {
        return post(product, "movements", "{\"kind\":\"RECEIPT\",\"location\":\"MAIN\",\"businessDate\":\"" + day + "\",\"lines\":[{\"sku\":\""
                + sku + "\",\"quantity\":\"" + quantity + "\",\"unitCost\":\"" + cost + "\"}]}");
    }

    private static String sell(Product product, String sku, int quantity, LocalDate day) {
        return post(product, "sales", "{\"location\":\"MAIN\",\"businessDate\":\"" + day + "\",\"lines\":[{\"sku\":\"" + sku
                + "\",\"quantity\":\"" + quantity + "\",\"unitPrice\":\"12.50\"}]}");
    }

    private static String post(Product product, String noun, String body) {
        Api.Answer posted = product.as("admin").post("api/v1/" + noun, body, "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(posted.status()).as(posted.body()).isEqualTo(201);
        return posted.json().get("id").asText();
    }
}
