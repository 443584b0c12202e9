package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import entrepot.system.Product;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An accountant's month: from a figure of the roll-forward to its posting, to the statements, and the journal out. */
@InBrowser
class StatementsPagesTest {

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void aFigureOfTheRollForwardLeadsToItsPostings(Desk desk) {
        Page page = desk.logIn("accountant").open("rollforward.xhtml?from=2000-01-01");
        assertThat(page.locator("#main .sign.good").count()).isEqualTo(1);
        desk.picture("rollforward");
        page.locator("#main table a[href*='flow=RECEIPTS']").click();
        assertThat(page.locator("#main h2").textContent()).isEqualTo("Receipts");
        page.locator("#main table a[href^='posting.xhtml']").first().click();
        assertThat(page.locator("h1").textContent()).contains("Receipt");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void theBalanceSheetLeadsToWhatWasEarnedAndToTheJournal(Desk desk) {
        Page page = desk.logIn("accountant").open("balancesheet.xhtml");
        assertThat(page.locator("#main .sign.good").count()).isEqualTo(1);
        desk.picture("balancesheet");
        page.locator("#main table a[href^='incomestatement.xhtml']").click();
        desk.picture("incomestatement");
        page.locator("#main table a[href^='journal.xhtml']").first().click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Journal");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aBatchIsMadeAndTaken(Desk desk) throws IOException {
        Page page = desk.logIn("accountant").open("exports.xhtml");
        page.locator("#make input[type=submit]").click();
        assertThat(page.locator("p.note").textContent()).matches("Batch [\\d,]+ is made\\.|Nothing was sealed since the last batch\\.");
        desk.picture("exports");
        Download file = page.waitForDownload(() -> page.locator("#main table a[href*='format=beancount']").first().click());
        assertThat(Files.readString(file.path())).startsWith("; Journal batch ");
        page.locator("#main table a[href*='exports.xhtml?batch=']").first().click();
        assertThat(page.locator("#main h2").first().textContent()).startsWith("What changed in the days of batch");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void eachStatementSaysWhatItTiesTo(Desk desk) {
        desk.logIn("accountant");
        for (String name : new String[] {"costofsales", "periodic", "uninvoiced", "bookchanges"}) {
            desk.open(name + ".xhtml");
            desk.picture(name);
            assertThat(desk.page().locator("#main .sign.bad").count()).as(name).isZero();
        }
        assertThat(desk.complaints()).isEmpty();
    }
}
