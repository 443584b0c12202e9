package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import entrepot.system.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An accountant brings an item to another costing method: looks first, posts, and is shown what it made of each month. */
@InBrowser
class CostingChangesPageTest {

    private static final String OTHER = "COF-005";

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void anItemComesToAnotherMethod(Desk desk) {
        Page page = desk.logIn("accountant").open("costingchanges.xhtml");
        page.locator("[name=costing]").selectOption("AVERAGE");
        page.locator("[name=skus]").fill(OTHER.toLowerCase());
        page.locator("#look").click();
        assertThat(page.locator("[role=alert]").textContent()).as("no reason").contains("IAS 8.29");
        page.locator("[name=reason]").fill("Prices swing from day to day");
        page.locator("#look").click();
        page.locator("#preview").waitFor();
        desk.picture("costingchanges");
        page.locator("#book").click();
        page.waitForURL("**/costingchanges.xhtml?id=*");
        assertThat(page.locator("section[aria-labelledby=items] tbody tr").allTextContents()).singleElement().asString().contains(OTHER);
        desk.picture("costingchange");
        desk.open("item.xhtml?sku=" + OTHER);
        assertThat(page.locator("main").textContent()).contains("average cost");
    }
}
