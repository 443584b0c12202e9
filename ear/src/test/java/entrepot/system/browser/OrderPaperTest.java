package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import entrepot.system.Api;
import entrepot.system.Product;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The order on paper. What stands on it is tested where it is made. */
@InBrowser
class OrderPaperTest {

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void theButtonOfAnOrderGivesItsPdf(Product product, Desk desk) {
        String id = UUID.randomUUID().toString();
        Api.Answer made = product.as("buyer").post("api/v1/purchase-orders", "{\"supplier\":\"ANDES\",\"location\":\"MAIN\",\"lines\":[{\"sku\":\""
                + Shop.ITEM + "\",\"quantity\":\"40\",\"unitCost\":\"6.25\"}]}", "Idempotency-Key", id);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Page page = desk.logIn("buyer").open("order.xhtml?id=" + id);
        String address = page.locator(".head .act a[type='application/pdf']").getAttribute("href");
        var file = page.context().request().get(page.url().replaceAll("/[^/]*$", "/") + address);
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.headers().get("content-type")).isEqualTo("application/pdf");
        assertThat(file.headers().get("content-disposition")).contains(made.json().path("number").asText() + ".pdf");
        assertThat(new String(file.body(), java.nio.charset.StandardCharsets.ISO_8859_1)).startsWith("%PDF-").contains("%%EOF");
        assertThat(desk.complaints()).isEmpty();
    }

    /** Beside a PDF a browser asks for the mark of the site by this name. */
    @Test
    void theMarkOfTheSiteIsThereForEverybody(Desk desk) {
        Page page = desk.open("login.xhtml");
        var mark = page.context().request().get(page.url().replaceAll("/[^/]*$", "/favicon.ico"));
        assertThat(mark.status()).isEqualTo(200);
        assertThat(mark.headers().get("content-type")).contains("svg");
        assertThat(mark.text()).contains("<svg");
    }

    @Test
    void whatIsNoOrderHasNoPaper(Product product) {
        assertThat(product.as("buyer").get("api/v1/purchase-orders/" + UUID.randomUUID() + "/pdf").status()).isEqualTo(404);
        assertThat(product.as("cashier").get("api/v1/purchase-orders/" + UUID.randomUUID() + "/pdf").status()).isEqualTo(403);
    }
}
