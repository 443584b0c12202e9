package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import entrepot.system.Product;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A storekeeper writes what a hamper is made of, sees what it would cost, makes two and takes one apart. */
@InBrowser
class AssemblyPageTest {

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void aHamperIsDescribedMadeAndTakenApart(Desk desk, Product product) {
        String hamper = "HAMPER-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
        product.as("admin").post("api/v1/items", "{\"sku\":\"%s\",\"name\":\"Hamper\",\"unit\":\"EA\",\"costing\":\"FIFO\"}".formatted(hamper));
        Page page = desk.logIn("storekeeper").open("bill.xhtml?sku=" + hamper);
        page.locator("[name=scan]").fill("COF-001");
        page.locator("#add").click();
        page.locator("[name^='quantity.']").first().waitFor();
        page.locator("[name=scan]").fill("COF-003");
        page.locator("#add").click();
        page.locator("[name^='quantity.']").nth(1).waitFor();
        page.locator("[name=labour]").fill("1.50");
        page.locator("#save").click();
        page.locator("#cost").waitFor();
        desk.picture("bill");
        desk.assertFits();
        assertThat(page.locator("section[aria-labelledby=versions] tbody tr").count()).isEqualTo(1);

        desk.open("make.xhtml?sku=" + hamper);
        page.locator("[name=location]").selectOption("MAIN");
        page.locator("[name=quantity]").fill("2");
        page.locator("#look").click();
        page.locator("#preview").waitFor();
        desk.picture("make");
        page.locator("#book").click();
        page.waitForURL("**/posting.xhtml?id=*");
        assertThat(page.locator("#main").textContent()).contains("Assembly", hamper);

        desk.open("make.xhtml?kind=DISASSEMBLY&sku=" + hamper);
        page.locator("[name=location]").selectOption("MAIN");
        page.locator("[name=quantity]").fill("3");
        page.locator("#look").click();
        page.locator("[role=alert] li").waitFor();
        assertThat(page.locator("[role=alert]").textContent()).contains("on hand 2");
        page.locator("[name=quantity]").fill("1");
        page.locator("#look").click();
        page.locator("#book").click();
        page.waitForURL("**/posting.xhtml?id=*");
        desk.open("bills.xhtml?part=COF-001");
        assertThat(page.locator("#main table").textContent()).contains(hamper);
        desk.picture("bills");
        assertThat(desk.complaints()).isEmpty();
    }
}
