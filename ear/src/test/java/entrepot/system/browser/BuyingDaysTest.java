package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import entrepot.system.Api;
import entrepot.system.Product;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** From a proposal to an order on paper, and from a late order to goods on the shelf. */
@InBrowser
class BuyingDaysTest {

    private static final String BOURBON = "COF-001";
    private static final String CATURRA = "COF-003";

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void aBuyerTurnsAProposalIntoAnOrderAndItsPaper(Desk desk) throws IOException {
        Page page = desk.logIn("buyer").open("today.xhtml");
        page.locator(".tasks a[href*=replenishment]").click();
        page.locator("select[name=supplier]").selectOption("ANDES");
        page.locator("form[action^=replenishment] input[type=submit]").click();
        awaitProposals(page);
        Locator proposal = page.locator("#board tbody tr:has(input.tick)").first();
        String sku = proposal.locator("input.tick").getAttribute("aria-label").split(" ")[0];
        assertThat(proposal.locator("ul.reasons").textContent()).contains("reorder point");
        proposal.locator("input.tick").check();
        proposal.locator("input.short").fill("70");
        page.locator("#board input.primary").click();
        assertThat(page.locator(".note").first().textContent()).isEqualTo("One proposal became one purchase order.");

        page.locator("#side a[href^=orders]").click();
        page.locator("tbody a").first().click();
        String number = page.locator("h1").textContent();
        assertThat(page.locator("section[aria-labelledby=lines] tbody tr").textContent()).contains(sku, "70");
        assertThat(desk.complaints()).isEmpty();
        String address = page.waitForResponse(answer -> answer.url().endsWith("/pdf"),
                () -> page.locator(".act a[type='application/pdf']").click()).url();
        APIResponse paper = page.context().request().get(address);
        assertThat(paper.headers().get("content-disposition")).isEqualTo("inline; filename=\"" + number + ".pdf\"");
        assertThat(text(paper)).contains("Purchase order " + number, "Andes Green Coffee", sku, "70");
    }

    @Test
    void aStorekeeperReceivesALateOrderWithAScannerInTwoDeliveries(Product product, Desk desk) {
        String number = lateOrder(product);
        Page page = desk.logIn("storekeeper").open("today.xhtml");
        page.locator(".tasks a[href*='due=LATE']").click();
        page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText(number)).locator("a").first().click();
        assertThat(page.locator(".figures").textContent()).contains("late");
        Gun.scan(page, BOURBON);
        Gun.scan(page, BOURBON);
        Gun.scan(page, CATURRA);
        Gun.scan(page, "NO-SUCH-THING");
        page.waitForCondition(() -> page.locator("[data-part=heard]").textContent().contains("No item has the code"));
        assertThat(page.locator("input[name='came.0']").inputValue()).isEqualTo("2");
        assertThat(page.locator("input[name='came.1']").inputValue()).isEqualTo("1");
        assertThat(page.evaluate("document.activeElement.name")).isEqualTo("scan");
        book(page);
        assertThat(page.locator(".figures").textContent()).contains("partly received");
        assertThat(received(page)).containsExactly("2", "1");

        Gun.scanAll(page, BOURBON);
        Gun.scanAll(page, CATURRA);
        book(page);
        assertThat(page.locator(".figures").textContent()).contains("received").doesNotContain("partly", "late");
        assertThat(received(page)).containsExactly("3", "2");
        assertThat(page.locator("section[aria-labelledby=receipts] tbody tr").count()).isEqualTo(4);
        assertThat(page.locator("input[name=scan]").count()).as("nothing is to come").isZero();
        page.navigate(page.url().replaceAll("/order.*", "/orders.xhtml?due=LATE"));
        assertThat(page.locator("#main").textContent()).doesNotContain(number);
        assertThat(desk.complaints()).isEmpty();
    }

    private static void book(Page page) {
        page.locator("#came input.primary").click();
        assertThat(page.locator(".note").first().textContent()).isEqualTo("The receipt is booked.");
    }

    private static List<String> received(Page page) {
        return page.locator("section[aria-labelledby=lines] tbody tr td:nth-child(3)").allTextContents();
    }

    /** Three of one and two of another, three days late. @return its number */
    private static String lateOrder(Product product) {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        Api.Answer made = product.as("buyer").post("api/v1/purchase-orders", ("{\"supplier\":\"ANDES\",\"location\":\"MAIN\","
                + "\"orderedOn\":\"%s\",\"expectedOn\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"3\",\"unitCost\":\"3.00\"},"
                + "{\"sku\":\"%s\",\"quantity\":\"2\",\"unitCost\":\"2.50\"}]}")
                .formatted(today.minusDays(9), today.minusDays(3), BOURBON, CATURRA), "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made.json().get("number").asText();
    }

    /** Until there are some and the policy has caught up with the sales. */
    private static void awaitProposals(Page page) {
        int before = -1;
        for (int look = 0; look < 60; look++) {
            int now = page.locator("input.tick").count();
            if (now > 0 && now == before) {
                return;
            }
            before = now;
            page.waitForTimeout(2000);
            page.reload();
        }
    }

    private static String text(APIResponse paper) throws IOException {
        return new PdfTextExtractor(new PdfReader(paper.body())).getTextFromPage(1);
    }
}
