package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import entrepot.system.Product;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An accountant writes stock down on the page: looks first, posts, and finds it in the list with its evidence. */
@InBrowser
class RevaluationPageTest {

    private static final String DEAR = "COF-003";

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void stockIsWrittenDownAndTold(Desk desk) {
        Page page = desk.logIn("accountant").open("revaluation.xhtml?sku=" + DEAR);
        page.locator("[name='location.0']").fill("shop");
        page.locator("[name='value.0']").fill("0.01");
        page.locator("#look").click();
        assertThat(page.locator("[role=alert]").textContent()).as("no evidence").contains("evidence");
        page.locator("[name=reason]").fill("Water damage, survey 17");
        page.locator("#look").click();
        page.locator("#preview").waitFor();
        desk.picture("revaluation");
        page.locator("#book").click();
        page.waitForURL("**/posting.xhtml?id=*");
        desk.open("revaluation.xhtml");
        assertThat(page.locator("section[aria-labelledby=past] tbody tr").first().textContent()).contains(DEAR, "Water damage, survey 17");
    }

    @Test
    void anAuditorReadsAndCannotPost(Desk desk) {
        Page page = desk.logIn("auditor").open("revaluation.xhtml?what=STANDARD");
        assertThat(page.locator("#look").count()).isZero();
        assertThat(page.locator("[aria-current=page]").allTextContents()).contains("Standard cost");
    }
}
