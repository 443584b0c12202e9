package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import entrepot.system.Product;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is wrong with a form is listed above it, each with the line and the field that it is of. */
@InBrowser
class FaultsOfAFormTest {

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
        product.as("admin").post("api/v1/exchange-rates", "{\"currency\":\"USD\",\"date\":\"" + LocalDate.now() + "\",\"rate\":\"0.8\"}");
    }

    @Test
    void aReceiptWithARateOfTheBooksOwnCurrencyAndNoCost(Desk desk) {
        Page page = desk.logIn("storekeeper").open("movement.xhtml?kind=RECEIPT");
        page.locator("[name=location]").selectOption("MAIN");
        Gun.scanAll(page, Shop.ITEM);
        page.locator("[name=rate]").fill("1.5");
        page.locator("input[name^='quantity.']").first().fill("none");
        page.locator("#look").click();
        assertThat(page.locator("[role=alert] li").allTextContents())
                .anySatisfy(fault -> assertThat(fault).startsWith("Exchange rate: belongs to another currency than the book's"))
                .anySatisfy(fault -> assertThat(fault).startsWith("Line 1: Quantity: must be a decimal number"));
        assertThat(page.locator("[name=rate]").getAttribute("aria-invalid")).isEqualTo("true");
        desk.picture("faults-of-a-form");
    }
}
