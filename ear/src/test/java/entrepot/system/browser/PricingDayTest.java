package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import entrepot.system.Api;
import entrepot.system.Product;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A price is proposed, looked at, put in force and taken back. */
@InBrowser
class PricingDayTest {

    private static final int LOOKS = 60;

    @Test
    void aPricingManagerSimulatesApprovesAndRollsBack(Product product, Desk desk) {
        String sku = overstocked(product);
        Page page = desk.logIn("pricing").open("prices.xhtml?sku=" + sku);
        awaitProposal(page);
        Locator row = page.locator("#board tbody tr");
        assertThat(row.textContent()).contains("Stock lasts 89 days", "From 10.00 to 9.50");
        row.locator("input.tick").check();
        page.locator("#board input[value='Simulate margin']").click();
        assertThat(page.locator("section[aria-labelledby=simulated] tfoot").textContent()).contains("1,200.00", "1,105.26");
        assertThat(page.locator("#board tbody input.tick").isChecked()).as("ticked as before").isTrue();
        assertThat(price(desk, sku)).isEqualTo("GBP 10.00");

        page = desk.open("prices.xhtml?sku=" + sku);
        page.locator("#board tbody input.tick").check();
        page.locator("input[name=note]").fill("clear the shelf");
        page.locator("#board input.primary").click();
        assertThat(page.locator(".note").first().textContent()).startsWith("One price changed as batch ");
        String batch = page.locator(".note").first().textContent().replaceAll("\\D", "");
        assertThat(price(desk, sku)).isEqualTo("GBP 9.50");

        page.locator("#side a[href^=batches]").click();
        page.locator("tbody a").filter(new Locator.FilterOptions().setHasText(batch)).first().click();
        page.locator("#undo input[type=submit]").click();
        assertThat(page.locator(".note.bad").textContent()).as("a roll-back says why").isNotBlank();
        page.locator("#undo input[name=note]").fill("the shelf is clear");
        page.locator("#undo input[type=submit]").click();
        assertThat(page.locator(".note").first().textContent()).startsWith("Batch " + batch + " was rolled back by batch ");
        assertThat(page.locator("#undo").count()).as("once only").isZero();
        assertThat(price(desk, sku)).isEqualTo("GBP 10.00");
        assertThat(page.locator("section[aria-labelledby=history] tbody tr").count()).as("each price stays in the history").isEqualTo(3);
        assertThat(desk.complaints()).isEmpty();
    }

    /** As its page shows it. */
    private static String price(Desk desk, String sku) {
        return desk.open("price.xhtml?sku=" + sku).locator(".figures dd").first().textContent().strip();
    }

    private static void awaitProposal(Page page) {
        for (int look = 0; look < LOOKS && !page.locator("#main").textContent().contains("at 10 a day"); look++) {
            page.waitForTimeout(1000);
            page.reload();
        }
    }

    /** Bought at 6.00, listed at 10.00, enough for three months, with a rule that believes a history of one day. */
    private static String overstocked(Product product) {
        String sku = "DAY-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Api admin = product.as("admin");
        admin.post("api/v1/locations", "{\"code\": \"PRICED\", \"name\": \"Priced\"}");
        made(admin.post("api/v1/items", "{\"sku\": \"%s\", \"name\": \"Of a pricing day\", \"unit\": \"EA\", \"costing\": \"FIFO\"}".formatted(sku)));
        made(admin.post("api/v1/movements", "{\"kind\": \"RECEIPT\", \"location\": \"PRICED\", \"lines\": [{\"sku\": \"%s\", \"quantity\": \"900\", \"unitCost\": \"6.00\"}]}"
                .formatted(sku), "Idempotency-Key", UUID.randomUUID().toString()));
        Api.Answer base = admin.put("api/v1/prices/" + sku + "/base", "{\"price\": \"10.00\", \"reason\": \"list\"}");
        assertThat(base.status()).as(base.body()).isEqualTo(200);
        made(admin.post("api/v1/price-rules", """
                {"name": "Rule of %s", "scope": "ITEM", "target": "%s", "margin": "0.1", "mostRatio": "1.5", "stepUp": "0.05",
                 "stepDown": "0.05", "leastChange": "0", "gapMinutes": 0, "changesADay": 20, "endingIncrement": "0.01",
                 "endingOffset": "0", "coverLeastDays": "14", "coverMostDays": "45", "elasticity": "2", "historyDays": 1,
                 "costAgeDays": 30, "mode": "PROPOSE"}""".formatted(sku, sku)));
        made(admin.post("api/v1/sales", "{\"location\": \"PRICED\", \"lines\": [{\"sku\": \"%s\", \"quantity\": \"10\", \"unitPrice\": \"10.00\"}]}"
                .formatted(sku), "Idempotency-Key", UUID.randomUUID().toString()));
        return sku;
    }

    private static void made(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
