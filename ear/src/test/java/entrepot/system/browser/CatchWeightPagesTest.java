package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import entrepot.inventory.gs1.CheckDigit;
import entrepot.system.Api;
import entrepot.system.Product;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Wheels of cheese are scanned with what they weigh, sold, brought back, corrected and counted, and each page says their pieces. */
@InBrowser
class CatchWeightPagesTest {

    private final String name = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String cheese = "GOUDA-" + name;

    @Test
    void wheelsAreScannedSoldAndCounted(Product product, Desk desk) {
        Api admin = product.as("admin");
        String before = "9" + String.format("%012d", ThreadLocalRandom.current().nextLong(1_000_000_000_000L));
        String gtin = before + CheckDigit.of(before);
        made(admin.post("api/v1/locations", json("{'code':'K-" + name + "','name':'Cellar " + name + "'}")));
        made(admin.post("api/v1/items", json("{'sku':'" + cheese + "','name':'Gouda, wheel','unit':'KG','costing':'FIFO','purchaseCost':'10.00',"
                + "'pieceSize':'4.5','pieceTolerance':'0.1','barcodes':[{'gtin':'" + gtin + "'}]}")));

        Page page = desk.logIn("storekeeper").open("movement.xhtml?kind=RECEIPT");
        scan(page, "(01)" + gtin + "(3103)004620");
        scan(page, "(01)" + gtin + "(3103)004310");
        assertThat(page.locator("input[name='quantity.1']").inputValue()).isEqualTo("8.93");
        assertThat(page.locator("input[name='pieces.1']").inputValue()).isEqualTo("2");
        page.locator("select[name=location]").selectOption("K-" + name);
        page.locator("input[name='pieces.1']").fill("3");
        page.locator("#look").click();
        page.waitForCondition(() -> page.locator("#fault-pieces-1").textContent().contains("cannot be 8.93"));
        desk.picture("catch-weight-refused");
        page.locator("input[name='pieces.1']").fill("2");
        page.locator("#look").click();
        page.locator("#book").click();
        page.waitForURL(url -> url.contains("posting.xhtml"));
        assertThat(page.locator("main").textContent()).contains("2 pieces");
        String receipt = page.url().replaceAll(".*id=([0-9a-f-]+).*", "$1");

        desk.open("amend.xhtml?what=QUANTITY&id=" + receipt);
        page.locator("input[name='quantity.0']").fill("13.3");
        page.locator("input[name='pieces.0']").fill("3");
        page.locator("input[name=reason]").fill("one more behind the door");
        page.locator("#look").click();
        page.locator("#book").click();
        page.waitForURL(url -> url.contains("posting.xhtml"));
        desk.open("item.xhtml?sku=" + cheese);
        assertThat(page.locator("main").textContent()).contains("13.3", "3 pieces", "4.5 KG ± 10.0 %");
        desk.picture("catch-weight-item");
        desk.open("ledger.xhtml?sku=" + cheese);
        assertThat(page.locator("main").textContent()).contains("2 pieces", "1 piece");

        Api.Answer sold = admin.post("api/v1/sales", json("{'location':'K-" + name + "','lines':[{'sku':'" + cheese
                + "','quantity':'4.6','pieces':1,'unitPrice':'19.90'}]}"), "Idempotency-Key", UUID.randomUUID().toString());
        made(sold);
        desk.logIn("cashier").open("sale.xhtml?id=" + sold.json().get("id").asText());
        page.locator("input[name='back.0']").fill("4.6");
        page.locator("#look").click();
        page.waitForCondition(() -> page.locator("#fault-0").textContent().contains("how many pieces"));
        page.locator("input[name='pieces.0']").fill("1");
        page.locator("#look").click();
        page.locator("#book").click();
        page.waitForURL(url -> !url.contains(sold.json().get("id").asText()));

        Api.Answer count = product.as("storekeeper").post("api/v1/counts", json("{'location':'K-" + name + "','skus':['" + cheese + "']}"),
                "Idempotency-Key", UUID.randomUUID().toString());
        made(count);
        desk.logIn("storekeeper").open("count.xhtml?id=" + count.json().get("id").asText());
        scan(page, "(01)" + gtin + "(3103)004620");
        page.waitForCondition(() -> page.locator("input[name='pieces.0']").inputValue().equals("1"));
        page.locator("input[name='quantity.0']").fill("13.3");
        page.locator("input[name='pieces.0']").fill("2");
        page.locator("#add").click();
        page.waitForCondition(() -> page.locator("input[name='waspieces.0']").inputValue().equals("2"));
        desk.picture("catch-weight-count");
        desk.assertFits();
        page.locator("#submit").click();
        page.locator("input[name='pieces.0']").fill("2");
        page.locator("input[name='quantity.0']").fill("13.3");
        page.locator("#add").click();
        page.waitForCondition(() -> page.locator("input[name='waspieces.0']").inputValue().equals("2"));
        page.locator("#submit").click();
        desk.logIn("accountant").open("countreview.xhtml?id=" + count.json().get("id").asText());
        assertThat(page.locator("main").textContent()).contains("3 pieces", "2 pieces", "\u22121 piece");
        desk.picture("catch-weight-review");
        desk.assertFits();
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void wheelsThatComeForAnOrderAreCounted(Product product, Desk desk) {
        Api admin = product.as("admin");
        made(admin.post("api/v1/locations", json("{'code':'O-" + name + "','name':'Dock " + name + "'}")));
        made(admin.post("api/v1/suppliers", json("{'code':'D-" + name + "','name':'Dairy " + name + "','leadTimeDays':5}")));
        made(admin.post("api/v1/items", json("{'sku':'" + cheese + "','name':'Gouda, wheel','unit':'KG','costing':'FIFO','tracking':'LOT',"
                + "'pieceSize':'4.5','pieceTolerance':'0.1'}")));
        String order = UUID.randomUUID().toString();
        made(admin.post("api/v1/purchase-orders", json("{'supplier':'D-" + name + "','location':'O-" + name + "','lines':[{'sku':'" + cheese
                + "','quantity':'20','unitCost':'10.00'}]}"), "Idempotency-Key", order));
        assertThat(admin.post("api/v1/purchase-orders/" + order + "/order", "{}", "If-Match", "\"0\"").status()).isEqualTo(200);
        Page page = desk.logIn("storekeeper").open("order.xhtml?id=" + order);
        page.locator("input[name='came.0']").fill("17.9");
        page.locator("input[name='pieces.0']").fill("4");
        page.locator("textarea[name='lots.0']").fill("A 9.0 2x\nB 8.9 2x");
        desk.picture("catch-weight-order");
        page.locator("form input.primary").last().click();
        page.waitForCondition(() -> page.locator("main").textContent().contains("17.9"));
        assertThat(admin.get("api/v1/lots?item=" + cheese).json().get("items")).extracting(row -> row.get("lot").asText() + " " + row.get("pieces").asText())
                .containsExactly("A 2", "B 2");
        assertThat(desk.complaints()).isEmpty();
    }

    private static void scan(Page page, String code) {
        String before = page.locator("[data-part=heard]").textContent();
        Gun.scan(page, code);
        page.waitForCondition(() -> !page.locator("[data-part=heard]").textContent().equals(before));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static void made(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
