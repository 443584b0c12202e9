package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import entrepot.system.Api;
import entrepot.system.Product;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An accountant closes a month and opens it again; one of long ago, in which nobody else posts. */
@InBrowser
class PeriodsPageTest {

    private static final YearMonth LONG_AGO = YearMonth.of(2008, 1);

    @BeforeAll
    static void aReceiptOfLongAgo(Product product) {
        Shop.openOn(product);
        Api.Answer posted = product.as("admin").post("api/v1/movements", "{\"kind\":\"OPENING\",\"location\":\"MAIN\",\"businessDate\":\""
                + LONG_AGO.atDay(15) + "\",\"lines\":[{\"sku\":\"" + Shop.ITEM + "\",\"quantity\":\"1\",\"unitCost\":\"1.00\"}]}",
                "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(posted.status()).as(posted.body()).isEqualTo(201);
    }

    @Test
    void aMonthIsClosedAndOpenedAgainForAReason(Desk desk) {
        Page page = desk.logIn("accountant").open("periods.xhtml?month=" + LONG_AGO);
        assertThat(page.locator("h2#month").textContent()).isEqualTo("2008-01: open");
        page.locator("[name=reason]").fill("year end");
        page.locator("#close").click();
        page.locator("h2#month:has-text('2008-01: closed')").waitFor();
        assertThat(page.locator("table:has(caption:has-text('What was done')) tbody tr").first().textContent()).contains("year end");
        desk.picture("periods");
        page.locator("#reopen").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator(".note.bad").textContent()).contains("Say why the month is opened again.");
        page.locator("[name=reason]").fill("an invoice came late");
        page.locator("#reopen").click();
        page.locator("h2#month:has-text('2008-01: open')").waitFor();
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aMonthThatIsNotOverStaysOpen(Desk desk) {
        Page page = desk.logIn("accountant").open("periods.xhtml?month=" + YearMonth.now());
        page.locator("#soften").click();
        page.locator(".note.bad").waitFor();
        assertThat(page.locator(".note.bad").textContent()).contains("The month is not over.");
    }

    @Test
    void whoMayNotCloseSeesHowFarTheBooksAre(Desk desk) {
        Page page = desk.logIn("auditor").open("periods.xhtml");
        assertThat(page.locator("#close").count()).isZero();
        Locator months = page.locator("section[aria-labelledby=months] tbody tr");
        assertThat(months.count()).isPositive();
        assertThat(page.locator("[name=material]").count()).isZero();
        assertThat(desk.complaints()).isEmpty();
    }
}
