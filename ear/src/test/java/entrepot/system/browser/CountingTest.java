package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import entrepot.system.Api;
import entrepot.system.Product;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A morning of counting: due, counted blind with a scanner on a phone, counted again, approved by the accountant. */
@InBrowser
class CountingTest {

    private final String place = "C-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String bolts = place + "-B";
    private final String nuts = place + "-N";
    private final String stray = place + "-S";

    private Api admin;

    @BeforeEach
    void goodsLieThere(Product product) {
        admin = product.as("admin");
        make("locations", "{'code':'%s','name':'Shelf %s'}".formatted(place, place));
        for (String sku : new String[] {bolts, nuts, stray}) {
            make("items", "{'sku':'%s','name':'Piece %s','unit':'EA','costing':'FIFO'}".formatted(sku, sku));
        }
        make("movements", ("{'kind':'RECEIPT','location':'%s','lines':[{'sku':'%s','quantity':'5','unitCost':'2.00'},"
                + "{'sku':'%s','quantity':'40','unitCost':'1.00'}]}").formatted(place, bolts, nuts));
    }

    @Test
    void fromPlanToApprovedPostingWithAScanner(Product product, Desk desk) {
        Page page = desk.narrow().logIn("storekeeper").open("counts.xhtml?location=" + place);
        assertThat(page.locator("section[aria-labelledby=due] tbody").textContent()).contains("Shelf " + place);
        page.locator("#create").click();
        page.waitForURL(url -> url.contains("count.xhtml"));
        String count = page.url().replaceAll(".*id=", "");
        Gun.scanAll(page, bolts, bolts, bolts);
        Gun.scanAll(page, bolts, stray);
        page.waitForCondition(() -> counted(page, bolts).equals("4"));
        assertThat(counted(page, bolts)).isEqualTo("4");
        assertThat(counted(page, stray)).isEqualTo("1");
        assertThat(counted(page, nuts)).as("an empty line is not a count").isEmpty();
        page.locator("input[aria-label$='" + nuts + "']").fill("0");
        page.locator("#add").click();
        page.waitForCondition(() -> counted(page, nuts).equals("0"));
        desk.assertFits();
        desk.picture("count");
        isBlind(product, page, count);
        page.locator("#submit").click();
        page.waitForCondition(() -> page.locator("body").textContent().contains("To be counted again"));
        assertThat(counted(page, bolts)).as("what was counted before is not shown").isEmpty();
        Gun.scanAll(page, bolts, bolts, bolts, bolts);
        Gun.scanAll(page, stray);
        page.locator("input[aria-label$='" + nuts + "']").fill("40");
        page.locator("#add").click();
        page.waitForCondition(() -> counted(page, nuts).equals("40"));
        page.locator("#submit").click();
        page.waitForCondition(() -> page.locator("body").textContent().contains("Waits for approval"));
        approve(product, desk, count);
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aZoneIsMadeSheetBySheet(Desk desk) {
        for (String bin : new String[] {"-1", "-2"}) {
            make("locations", "{'code':'%s%s','name':'Bin%s','site':'%s','zone':'Cold & dry','pickSequence':1}".formatted(place, bin, bin, place));
            make("movements", "{'kind':'TRANSFER','location':'%s','to':'%s%s','lines':[{'sku':'%s','quantity':'2'}]}".formatted(place, place, bin, bolts));
        }
        Page page = desk.logIn("storekeeper").open("counts.xhtml");
        page.selectOption("select[name=place]", "zone:" + place + "~Cold & dry");
        page.selectOption("select[name=what]", "ALL");
        page.locator("#create").click();
        page.waitForURL(url -> url.contains("zone="));
        assertThat(page.locator("input[name=zone]").inputValue()).isEqualTo("Cold & dry");
        List<String> rows = page.locator("section[aria-labelledby=made] tbody tr").allTextContents();
        assertThat(rows).anyMatch(row -> row.contains("Bin-1 (Cold & dry)")).anyMatch(row -> row.contains("Bin-2 (Cold & dry)"));
        desk.picture("counts-by-zone");
        desk.assertFits();
        assertThat(desk.complaints()).isEmpty();
    }

    private void approve(Product product, Desk desk, String count) {
        admin.post("api/v1/sales", "{\"location\":\"" + place + "\",\"lines\":[{\"sku\":\"" + bolts + "\",\"quantity\":\"1\",\"unitPrice\":\"5.00\"}]}",
                "Idempotency-Key", UUID.randomUUID().toString());
        Page page = desk.wide().logIn("accountant").open("count.xhtml?id=" + count);
        page.locator("a.button[href^='countreview.xhtml']").click();
        assertThat(page.locator("tbody tr").allTextContents()).hasSize(2).anyMatch(row -> row.contains(bolts) && row.contains("−1") && row.contains("−2.00"));
        page.locator("#look").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator(".note.bad").textContent()).contains(bolts + " differs by -1 and needs a reason");
        page.locator("select[aria-label$='" + bolts + "']").selectOption("THEFT");
        page.locator("[name=otherwise]").selectOption("FOUND");
        page.locator("#look").click();
        page.locator("#book").waitFor();
        assertThat(page.locator("[data-part=preview]").textContent()).contains("5200").contains("2.00");
        desk.picture("countreview");
        page.locator("#book").click();
        page.waitForURL(url -> url.contains("posting.xhtml"));
        assertThat(page.locator("h1").textContent()).startsWith("Count CNT-");
        assertThat(admin.get("api/v1/items/" + bolts + "/balances").json().at("/items/0/onHand").asText()).isEqualTo("3");
        page = desk.open("countfigures.xhtml?location=" + place);
        assertThat(page.locator("section[aria-labelledby=months] tbody tr").textContent()).contains("33.3 %");
        assertThat(page.locator("section[aria-labelledby=reasons] tbody").textContent()).contains("Theft");
        desk.picture("countfigures");
        page.locator("section[aria-labelledby=months] tbody a").click();
        assertThat(page.locator("section[aria-labelledby=made] tbody").textContent()).contains("Posted");
    }

    /** Whoever counts asks every page and request of the count for what the book expects, and is not told. */
    private void isBlind(Product product, Page page, String count) {
        assertThat(page.content()).doesNotContain("In the book then");
        Api storekeeper = product.as("storekeeper");
        for (String path : new String[] {"", "/lines"}) {
            assertThat(storekeeper.get("api/v1/counts/" + count + path).body()).doesNotContain("expected", "difference", "\"40\"", "\"5\"");
        }
        for (String path : new String[] {"/review", "/review/" + nuts}) {
            assertThat(storekeeper.get("api/v1/counts/" + count + path).status()).isEqualTo(403);
        }
        String root = page.url().replaceAll("count\\.xhtml.*", "");
        assertThat(page.request().get(root + "countreview.xhtml?id=" + count, RequestOptions.create()).status()).isEqualTo(403);
        assertThat(product.as("accountant").get("api/v1/counts/" + count + "/review").status()).as("before it is handed in").isEqualTo(409);
    }

    private static String counted(Page page, String sku) {
        return page.locator("input[aria-label$='" + sku + "']").inputValue();
    }

    private void make(String noun, String json) {
        Api.Answer answer = admin.post("api/v1/" + noun, json.replace('\'', '"'), "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
