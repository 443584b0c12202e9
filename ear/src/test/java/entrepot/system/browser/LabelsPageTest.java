package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.Page;
import entrepot.inventory.gs1.CheckDigit;
import entrepot.system.Api;
import entrepot.system.Product;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Goods come in by lot and get their labels. What the bars say is tested where they are drawn. */
@InBrowser
class LabelsPageTest {

    private final String name = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String before = "020" + String.format("%010d", ThreadLocalRandom.current().nextLong(10_000_000_000L));
    private final String gtin = before + CheckDigit.of(before);
    private final Api admin;

    LabelsPageTest(Product product) {
        admin = product.as("admin");
    }

    @Test
    void aReceiptGetsALabelAUnit(Desk desk) throws IOException {
        String receipt = receive();
        Page page = desk.logIn("storekeeper").open("posting.xhtml?id=" + receipt);
        page.locator(".act a[href^=labels]").click();
        assertThat(page.locator(".labels svg").count()).isEqualTo(3);
        page.locator("input[name=offset]").fill("23");
        page.locator(".filters input[type=submit]").click();
        assertThat(page.locator(".labels svg").count()).isEqualTo(1);
        assertThat(page.locator(".labels li").last().textContent()).contains("Cheese", "L-1", "(01)" + gtin + "(17)301231(10)L-1");
        desk.picture("labels");
        desk.assertFits();
        var file = page.context().request().get(page.url().replaceAll("/[^/]*$", "/") + page.locator(".act a[type='application/pdf']").getAttribute("href"));
        PdfReader pdf = new PdfReader(file.body());
        assertThat(pdf.getNumberOfPages()).isEqualTo(2);
        assertThat(new PdfTextExtractor(pdf).getTextFromPage(2)).contains("CHEESE-" + name, "L-1");
        page.locator("select[name=symbol]").selectOption("CODE128");
        page.locator("select[name=sheet]").selectOption("L7651");
        page.locator(".filters input[type=submit]").click();
        assertThat(page.locator(".note.warn").textContent()).contains(gtin);
        assertThat(page.locator(".act a[type='application/pdf']").count()).isZero();
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void theRequestsSayTheSameAndEverythingThatIsWrong() throws IOException {
        String receipt = receive();
        JsonNode said = admin.get("api/v1/labels?posting=" + receipt + "&copies=each").json();
        assertThat(said.get("total").asInt()).isEqualTo(3);
        assertThat(said.get("items").get(0).get("says").asText()).isEqualTo("(01)" + gtin + "(17)301231(10)L-1");
        Api.Answer zpl = admin.get("api/v1/labels/zpl?item=CHEESE-" + name + "&lot=L-1&copies=7&dpi=300");
        assertThat(zpl.body()).contains("_101" + gtin + "1730123110L-1", "^PQ7");
        assertThat(admin.get("api/v1/labels/pdf?location=C-" + name + "&symbol=CODE128").body()).startsWith("%PDF-");
        refused("labels/pdf?sheet=L7159&offset=24&copies=0&lot=A&dpi=200",
                "?item missing", "?lot one-item", "?copies range", "?offset range", "?dpi unknown-value");
        refused("labels/pdf?item=CHEESE-" + name + "&lot=L-1&sheet=L7651&symbol=CODE128", "?symbol too-wide");
        assertThat(admin.get("api/v1/labels?item=NOBODY-" + name).status()).isEqualTo(404);
    }

    private String receive() {
        made(admin.post("api/v1/locations", "{\"code\":\"C-" + name + "\",\"name\":\"Cellar " + name + "\"}"));
        made(admin.post("api/v1/items", ("{'sku':'CHEESE-" + name + "','name':'Cheese','unit':'EA','costing':'FIFO','tracking':'LOT','perishable':true,"
                + "'barcodes':[{'gtin':'" + gtin + "'}]}").replace('\'', '"')));
        String id = UUID.randomUUID().toString();
        made(admin.post("api/v1/movements", ("{'kind':'RECEIPT','location':'C-" + name + "','lines':[{'sku':'CHEESE-" + name
                + "','quantity':'3','unitCost':'4.00','lots':[{'lot':'L-1','expires':'2030-12-31','quantity':'3'}]}]}").replace('\'', '"'),
                "Idempotency-Key", id));
        return id;
    }

    private void refused(String path, String... errors) {
        Api.Answer answer = admin.get("api/v1/" + path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        List<String> found = new ArrayList<>();
        answer.json().get("errors").forEach(error -> found.add(error.get("pointer").asText() + " " + error.get("code").asText()));
        assertThat(found).containsExactlyInAnyOrder(errors);
    }

    private static void made(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
