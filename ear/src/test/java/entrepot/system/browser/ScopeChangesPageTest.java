package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import entrepot.system.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An accountant has an item valued for the company as a whole: looks at the pools before and after, and posts. */
@InBrowser
class ScopeChangesPageTest {

    private static final String OTHER = "COF-006";

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void anItemIsValuedForTheWholeCompany(Desk desk) {
        Page page = desk.logIn("accountant").open("scopechanges.xhtml");
        page.locator("[name=scope]").selectOption("COMPANY");
        page.locator("[name=skus]").fill(OTHER.toLowerCase());
        page.locator("#look").click();
        assertThat(page.locator("[role=alert]").textContent()).as("no reason").contains("IAS 8.29");
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
