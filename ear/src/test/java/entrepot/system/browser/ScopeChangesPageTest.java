package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import entrepot.system.Api;
import entrepot.system.Product;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An accountant has items valued for the company as a whole, from the day on and as if it had always been so: looks at what comes of it, and posts. */
@InBrowser
class ScopeChangesPageTest {

    private static final String OTHER = "COF-006";

    private static final String NAME = UUID.randomUUID().toString().substring(0, 8).toUpperCase();

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void whatItMakesOfEachMonthIsShownAndGoesToOpeningEquity(Product product, Desk desk) {
        soldInAnotherPlaceThanTheOldestLay(product.as("admin"));
        Page page = desk.logIn("accountant").open("scopechanges.xhtml");
        page.locator("[name=scope]").selectOption("COMPANY");
        page.locator("[name=skus]").fill("I-" + NAME);
        page.locator("[name=ground]").selectOption("IMPRACTICABLE");
        page.locator("[name=reason]").fill("One cost for all sites");
        page.locator("#look").click();
        assertThat(page.locator("[role=alert]").textContent()).as("a ground of what needs none").contains("Ground: ");
        page.locator("[name=ground]").selectOption("");
        page.locator("#look").click();
        page.locator("#preview").waitFor();
        assertThat(page.locator("section[aria-labelledby=months] tbody").textContent()).contains("2026-01", "20.00");
        assertThat(page.locator("section[aria-labelledby=months] tfoot").textContent()).contains("opening equity", "20.00");
        assertThat(page.locator("section[aria-labelledby=preview]").textContent()).contains("Opening balance equity");
        desk.picture("scopechange-always");
        page.locator("#book").click();
        page.waitForURL("**/scopechanges.xhtml?id=*");
        assertThat(page.locator("main").textContent()).contains("as if it had always been so", "2026-01");
        assertThat(page.locator("section[aria-labelledby=pools] tbody tr").allTextContents()).anySatisfy(row -> assertThat(row).contains("after", "40.00"));
    }

    private static void soldInAnotherPlaceThanTheOldestLay(Api admin) {
        admin.post("api/v1/items", "{\"sku\":\"I-" + NAME + "\",\"name\":\"Item\",\"unit\":\"EA\",\"costing\":\"FIFO\"}");
        for (String site : List.of("A", "B")) {
            admin.post("api/v1/locations", "{\"code\":\"" + site + "-" + NAME + "\",\"name\":\"Site\"}");
            post(admin, "movements", "\"kind\":\"RECEIPT\",", site, site.equals("A") ? "2026-01-05" : "2026-01-06", "\"unitCost\":\"" + (site.equals("A") ? 2 : 4));
        }
        post(admin, "sales", "", "B", "2026-01-07", "\"unitPrice\":\"9");
    }

    private static void post(Api admin, String what, String kind, String site, String day, String price) {
        Api.Answer posted = admin.post("api/v1/" + what, "{" + kind + "\"location\":\"" + site + "-" + NAME + "\",\"businessDate\":\"" + day
                + "\",\"lines\":[{\"sku\":\"I-" + NAME + "\",\"quantity\":\"10\"," + price + ".00\"}]}", "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(posted.status()).as(posted.body()).isEqualTo(201);
    }

    @Test
    void anItemIsValuedForTheWholeCompany(Desk desk) {
        Page page = desk.logIn("accountant").open("scopechanges.xhtml");
        page.locator("[name=scope]").selectOption("COMPANY");
        page.locator("[name=skus]").fill(OTHER.toLowerCase());
        page.locator("#look").click();
        assertThat(page.locator("[role=alert]").textContent()).as("no reason").contains("IAS 8.29");
        page.locator("[name=application]").selectOption("PROSPECTIVE");
        page.locator("[name=ground]").selectOption("IMPRACTICABLE");
        page.locator("[name=reason]").fill("One price for all sites");
        page.locator("#look").click();
        page.locator("#preview").waitFor();
        assertThat(page.locator("section[aria-labelledby=pools] tbody tr").allTextContents()).hasSizeGreaterThan(1)
                .anySatisfy(row -> assertThat(row).contains("after", "the whole company"));
        desk.picture("scopechanges");
        page.locator("#book").click();
        page.waitForURL("**/scopechanges.xhtml?id=*");
        assertThat(page.locator("section[aria-labelledby=pools] tbody tr").allTextContents())
                .anySatisfy(row -> assertThat(row).contains(OTHER, "after", "the whole company"));
        desk.picture("scopechange");
    }
}
