package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import entrepot.inventory.gs1.CheckDigit;
import entrepot.system.Api;
import entrepot.system.Product;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** A GS1 code is scanned as goods come in; the lot is found by what expires, with its way. */
@InBrowser
class LotsPagesTest {

    @Test
    void aScannedLotIsReceivedAndFoundByItsExpiry(Product product, Desk desk) {
        Api admin = product.as("admin");
        String name = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        String before = "20" + String.format("%010d", ThreadLocalRandom.current().nextLong(10_000_000_000L));
        String gtin = before + CheckDigit.of(before);
        made(admin.post("api/v1/locations", "{\"code\":\"L-" + name + "\",\"name\":\"Cold room " + name + "\"}"));
        made(admin.post("api/v1/items", ("{'sku':'MILK-" + name + "','name':'Milk','unit':'EA','costing':'FIFO','tracking':'LOT','perishable':true,"
                + "'purchaseCost':'0.80','barcodes':[{'gtin':'" + gtin + "'}]}").replace('\'', '"')));
        LocalDate last = LocalDate.now().plusDays(4);

        Page page = desk.logIn("storekeeper").open("movement.xhtml?kind=RECEIPT");
        Gun.scan(page, "(01)0" + gtin + "(17)" + last.format(DateTimeFormatter.ofPattern("yyMMdd")) + "(10)L/7(30)12");
        page.waitForCondition(() -> page.locator("[data-part=heard]").textContent().startsWith("MILK-" + name));
        assertThat(page.locator("input[name='lot.1']").inputValue()).isEqualTo("L/7");
        assertThat(page.locator("input[name='expires.1']").inputValue()).isEqualTo(last.toString());
        assertThat(page.locator("input[name='quantity.1']").inputValue()).isEqualTo("12");
        page.locator("select[name=location]").selectOption("L-" + name);
        page.locator("#look").click();
        desk.picture("movement-lot");
        page.locator("#book").click();
        page.waitForURL(url -> url.contains("posting.xhtml"));

        desk.open("lots.xhtml?within=7&item=MILK-" + name);
        assertThat(page.locator("tbody tr").textContent()).contains("L/7", "12");
        desk.picture("lots");
        page.locator("tbody a").first().click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Lot L/7");
        assertThat(page.locator("section[aria-labelledby=way] tbody").textContent()).contains("Receipt", "L-" + name);
        page.locator("details.found summary").click();
        page.locator("input[name=expires]").fill(last.plusDays(1).toString());
        page.locator("input[name=reason]").fill("misread");
        page.locator("#correct").click();
        assertThat(page.locator("section[aria-labelledby=corrections] tbody").textContent()).contains(last.toString(), last.plusDays(1).toString(), "misread");
        desk.picture("lot");
        Api.Answer sold = admin.post("api/v1/sales", "{\"location\":\"L-" + name + "\",\"lines\":[{\"sku\":\"MILK-" + name
                + "\",\"quantity\":\"2\",\"unitPrice\":\"1.20\"}]}", "Idempotency-Key", UUID.randomUUID().toString());
        made(sold);
        desk.open("sale.xhtml?id=" + sold.json().get("id").asText());
        assertThat(page.locator("tbody").first().textContent()).contains("Lot L/7");

        Api.Answer count = product.as("storekeeper").post("api/v1/counts", "{\"location\":\"L-" + name + "\",\"skus\":[\"MILK-" + name + "\"]}",
                "Idempotency-Key", UUID.randomUUID().toString());
        made(count);
        desk.open("count.xhtml?id=" + count.json().get("id").asText());
        Gun.scan(page, "(01)0" + gtin + "(10)L/7(30)9");
        page.waitForCondition(() -> page.locator("[data-part=heard]").textContent().startsWith("MILK-" + name));
        page.locator("details.found summary").click();
        page.locator("input[name='found.sku']").fill("MILK-" + name);
        page.locator("input[name='found.lot']").fill("L/8");
        page.locator("input[name='found.expires']").fill(last.toString());
        page.locator("input[name='found.quantity']").fill("1");
        page.locator("#add").click();
        page.waitForCondition(() -> page.locator("[data-part=lines] tbody tr").count() == 2);
        assertThat(page.locator("[data-part=lines] tbody tr").first().textContent()).contains("Lot L/7");
        assertThat(page.locator("input[name='quantity.0']").inputValue()).isEqualTo("9");
        assertThat(page.locator("[data-part=lines] tbody tr").last().textContent()).contains("Lot L/8", "not listed");
        desk.picture("count-lots");
        desk.assertFits();
        assertThat(desk.complaints()).isEmpty();
    }

    private static void made(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
