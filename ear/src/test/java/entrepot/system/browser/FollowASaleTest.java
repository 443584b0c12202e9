package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import entrepot.system.Api;
import entrepot.system.Product;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From the till to the books and the board, with nothing but links. */
@InBrowser
class FollowASaleTest {

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void aSaleIsSeenFromItsItemDownToDebitAndCredit(Product product, Desk desk) {
        String till = "T-" + UUID.randomUUID().toString().substring(0, 8);
        sell(product, till);
        Page page = desk.logIn("accountant").open("item.xhtml?sku=" + Shop.ITEM);
        assertThat(page.locator("h1").textContent()).startsWith(Shop.ITEM);
        page.locator("#main .head .act a[href^='ledger.xhtml']").click();
        Locator row = page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(till));
        assertThat(row.locator("td").nth(5).textContent()).isEqualTo("1");
        row.locator("a").click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Sale " + till);
        Locator sums = page.locator("section[aria-labelledby=journal] tfoot td");
        assertThat(sums.nth(0).textContent()).isNotBlank().isEqualTo(sums.nth(1).textContent());
        assertThat(page.locator("section[aria-labelledby=journal]").textContent()).contains("Cost of sales", "Inventory");
        page.locator("section[aria-labelledby=moved] tbody a").first().click();
        assertThat(page.url()).contains("item.xhtml?sku=" + Shop.ITEM);
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void theSearchGoesStraightToTheOneItem(Desk desk) {
        Page page = desk.logIn("cashier").open("today.xhtml");
        page.keyboard().press("/");
        page.keyboard().type(Shop.ITEM);
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("item.xhtml?sku=" + Shop.ITEM));
        assertThat(page.locator("#main").textContent()).doesNotContain("Unit cost");
        assertThat(desk.complaints()).isEmpty();
    }

    private static void sell(Product product, String reference) {
        Api.Answer sold = product.as("cashier").post("api/v1/sales",
                "{\"location\":\"MAIN\",\"reference\":\"" + reference + "\",\"lines\":[{\"sku\":\"" + Shop.ITEM
                        + "\",\"quantity\":\"1\",\"unitPrice\":\"12.50\"}]}",
                "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(sold.status()).as(sold.body()).isEqualTo(201);
    }
}
