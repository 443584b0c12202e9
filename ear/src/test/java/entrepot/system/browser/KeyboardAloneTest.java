package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import entrepot.launcher.Login;
import entrepot.system.Product;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A whole job without a mouse: no click and no fill here, only keys. */
@InBrowser
class KeyboardAloneTest {

    private static final int MOST_PRESSES = 100;

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void aStorekeeperPostsAnIssueAndReversesIt(Product product, Desk desk) {
        String reference = "KEYS-" + UUID.randomUUID().toString().substring(0, 8);
        Login storekeeper = product.account("storekeeper");
        Page page = desk.open("login.xhtml");
        Keyboard keys = page.keyboard();
        typeInto(page, "#name", storekeeper.name());
        tabTo(page, "#password");
        typeInto(page, "#password", storekeeper.password());
        keys.press("Enter");
        page.waitForURL(url -> !url.contains("/login"));

        keys.type("gg");
        page.waitForURL(url -> url.contains("movement.xhtml"));
        tabTo(page, ".kinds a[href*='kind=ISSUE']");
        enter(page, "kind=ISSUE");
        typeInto(page, "input[name=scan]", Shop.ITEM);
        keys.press("Enter");
        page.locator("input.short").waitFor();
        tabTo(page, "select[name=location]");
        keys.type("Main w");
        tabTo(page, "input[name=reference]");
        keys.type(reference);
        tabTo(page, "input.short");
        keys.press("Control+a");
        keys.type("2");
        tabTo(page, "#look");
        keys.press("Enter");
        page.locator("#book").waitFor();
        tabTo(page, "#book");
        enter(page, "posting.xhtml");
        assertThat(page.locator("h1").textContent()).isEqualTo("Issue " + reference);

        tabTo(page, ".act a[href^=reverse]");
        enter(page, "reverse.xhtml");
        typeInto(page, "input[name=reason]", "wrong shelf");
        tabTo(page, "#book");
        enter(page, "posting.xhtml");
        assertThat(page.locator("#main").textContent()).contains("wrong shelf");
        tabTo(page, ".note a[href^=posting]");
        enter(page, "posting.xhtml");
        assertThat(page.locator("h1").textContent()).isEqualTo("Issue " + reference);
        assertThat(page.locator(".note.warn a[href^=posting]").count()).as("it names what undid it").isEqualTo(1);
        assertThat(desk.complaints()).isEmpty();
    }

    /** Where the page has put the keyboard already. */
    private static void typeInto(Page page, String field, String text) {
        page.locator(field + ":focus").waitFor();
        page.keyboard().type(text);
    }

    private static void tabTo(Page page, String selector) {
        for (int press = 0; press < MOST_PRESSES; press++) {
            page.keyboard().press("Tab");
            if ((boolean) page.evaluate("selector => document.activeElement.matches(selector)", selector)) {
                return;
            }
        }
        throw new AssertionError("no press of Tab leads to " + selector);
    }

    private static void enter(Page page, String leadsTo) {
        String before = page.url();
        page.keyboard().press("Enter");
        page.waitForURL(url -> !url.equals(before) && url.contains(leadsTo));
    }
}
