package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import entrepot.system.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@InBrowser
class SavedViewsTest {

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void filtersAreKeptUnderANameByWhoKeptThem(Desk desk) {
        String name = "Wire <&> " + Long.toString(System.nanoTime(), 36);
        Page page = desk.logIn("buyer").open("items.xhtml?category=WIRE&sort=VALUE");
        page.locator(".views summary").click();
        page.locator(".views input[name=name][type=text]").fill(name);
        page.locator(".views form.filters input[type=submit]").click();
        assertThat(page.locator("select[name=category]").inputValue()).isEqualTo("WIRE");
        page.navigate(page.url().replaceAll("items.xhtml.*", "items.xhtml"));
        page.locator(".views summary").click();
        link(page, name).click();
        assertThat(page.locator("select[name=category]").inputValue()).isEqualTo("WIRE");
        assertThat(page.locator("select[name=sort]").inputValue()).isEqualTo("VALUE");
        assertThat(desk.complaints()).isEmpty();
        forget(page, name);
        assertThat(desk.wide().logIn("storekeeper").open("items.xhtml").locator(".views").textContent()).doesNotContain(name);
    }

    private static void forget(Page page, String name) {
        page.locator(".views summary").click();
        page.locator(".views li", new Page.LocatorOptions().setHasText(name)).locator("input[type=submit]").click();
        assertThat(page.locator(".views").textContent()).doesNotContain(name);
    }

    private static Locator link(Page page, String name) {
        return page.locator(".views li a", new Page.LocatorOptions().setHasText(name));
    }

    @Test
    void anAddressThatLeadsElsewhereIsNotKept(Desk desk) {
        Page page = desk.logIn("buyer").open("items.xhtml");
        page.evaluate("document.querySelector('.views form.filters [name=query]').value = '\\r\\nLocation: https://elsewhere.example'");
        page.locator(".views summary").click();
        page.locator(".views input[name=name][type=text]").fill("elsewhere");
        page.locator(".views form.filters input[type=submit]").click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Not done");
    }
}
