package entrepot.system.browser;

import static entrepot.system.Shelf.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import entrepot.system.Product;
import entrepot.system.Shelf;
import org.junit.jupiter.api.Test;

/** How fast does it post, and does the rest keep up? */
@InBrowser
class OperationsPageTest {

    @Test
    void salesAreSeenWhileTheyArePosted(Product product, Desk desk) {
        Shelf shelf = new Shelf(product, 1000);
        Page page = desk.logIn("auditor").open("operations.xhtml");
        long before = last(product).get("posted").asLong();
        for (int sale = 0; sale < 30; sale++) {
            shelf.sell(1);
        }
        JsonNode after = eventually(() -> last(product), sample -> sample.get("posted").asLong() >= before + 30);
        assertThat(after.get("queues")).hasSize(2);
        eventually(() -> last(product), sample -> sample.get("unsealed").asInt() == 0 && sample.get("untold").asInt() == 0);
        page.waitForCondition(() -> page.locator("section[aria-labelledby=rate] path.line").getAttribute("d").matches("M.*L.*"));
        assertThat(page.locator("section[aria-labelledby=lag] tbody tr").count()).isEqualTo(2);
        desk.picture("operations");
        desk.assertFits();
        assertThat(desk.complaints()).isEmpty();
    }

    private static JsonNode last(Product product) {
        JsonNode samples = eventually(() -> product.as("auditor").get("api/v1/operations").json().get("samples"), found -> !found.isEmpty());
        return samples.get(samples.size() - 1);
    }
}
