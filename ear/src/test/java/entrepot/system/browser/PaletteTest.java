package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import entrepot.system.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Everything by keys alone. */
@InBrowser
class PaletteTest {

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    private static Locator found(Page page, String text) {
        page.keyboard().press("Control+k");
        page.keyboard().type(text);
        Locator row = page.locator("#palette li").filter(new Locator.FilterOptions().setHasText(text)).first();
        row.waitFor();
        return row;
    }

    @Test
    void anItemIsFoundAndOpened(Desk desk) {
        Page page = desk.logIn("cashier").open("today.xhtml");
        assertThat(found(page, Shop.ITEM).textContent()).contains("Bourbon coffee");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("item.xhtml?sku=" + Shop.ITEM));
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aTillReceiptIsFoundByItsNumber(Desk desk) {
        Page page = desk.logIn("accountant").open("today.xhtml");
        found(page, "TILL-00042");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("posting.xhtml?id="));
        assertThat(page.locator("h1").textContent()).isEqualTo("Sale TILL-00042");
    }

    @Test
    void aCashierFindsNoPostings(Product product) {
        assertThat(product.as("cashier").get("api/v1/search?q=TILL-00042").json().path("hits")).isEmpty();
        assertThat(product.as("accountant").get("api/v1/search?q=TILL-00042").json().path("hits")).hasSize(1);
    }

    @Test
    void aPageOfTheRoleIsOpenedAndOthersAreNotOffered(Desk desk) {
        Page page = desk.logIn("cashier").open("today.xhtml");
        page.keyboard().press("Control+k");
        page.keyboard().type("valuation");
        page.locator("#palette [role=status]").filter(new Locator.FilterOptions().setHasText("Nothing found.")).waitFor();
        page.locator("#palette input").fill("price book");
        page.keyboard().press("Enter");
        page.waitForURL(url -> url.contains("pricebook.xhtml"));
    }

    @Test
    void anActionOfThePageIsDone(Desk desk) {
        Page page = desk.logIn("admin").open("today.xhtml");
        found(page, "Theme");
        page.keyboard().press("Enter");
        assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
    }

    @Test
    void gAndALetterGoToAPlaceUnlessSingleKeysAreOff(Desk desk) {
        Page page = desk.logIn("admin").open("today.xhtml");
        page.keyboard().press("g");
        page.keyboard().press("i");
        page.waitForURL(url -> url.contains("items.xhtml"));
        page.evaluate("localStorage.setItem('keys', 'off')");
        page.keyboard().press("g");
        page.keyboard().press("j");
        page.keyboard().press("?");
        assertThat(page.locator("#keys").isVisible()).isFalse();
        assertThat(page.url()).contains("items.xhtml");
        page.keyboard().press("Control+k");
        assertThat(page.locator("#palette").isVisible()).isTrue();
    }
}
