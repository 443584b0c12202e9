package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import entrepot.inventory.check.ProofLaw;
import entrepot.system.Launch;
import entrepot.system.Product;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

/** Does the book hold? Everybody who works here may see it. */
@InBrowser
class ProofPageTest {

    @Test
    void everyLawStandsThereForACashierToo(Desk desk) {
        Page page = desk.logIn("cashier").open("proof.xhtml");
        assertThat(page.locator("section[aria-labelledby=laws] tbody tr").count()).isEqualTo(ProofLaw.values().length);
        desk.assertFits();
        desk.picture("proof-cashier");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void whatIsBrokenStandsThereAndOnToday(Product product, Desk desk) throws SQLException {
        sql(product, "INSERT INTO journal_line (posting_seq, line_no, account_code, amount, business_date) VALUES (5, 0, '1000', 1, '2026-01-01')");
        try {
            desk.logIn("accountant");
            Page page = alarmed(product, desk);
            assertThat(page.locator("[role=alert]").textContent()).contains("The book breaks its own laws");
            page.locator("[role=alert] a").click();
            assertThat(page.locator("section[aria-labelledby=broken] tbody").textContent()).contains("a row of journal_line belongs to no posting: 5");
            desk.picture("proof-broken");
            assertThat(desk.complaints()).isEmpty();
        } finally {
            sql(product, "DELETE FROM journal_line WHERE posting_seq = 5");
        }
    }

    /** The look at old postings takes as long as there are many, so it is sent to its beginning. */
    private static Page alarmed(Product product, Desk desk) throws SQLException {
        Page page = desk.open("today.xhtml");
        for (int tries = 0; tries < 60 && page.locator("[role=alert]").count() == 0; tries++) {
            sql(product, "UPDATE proof_mark SET number = 0, position = 0 WHERE name = 'POSTINGS'");
            Launch.pause(1000);
            page = desk.open("today.xhtml");
        }
        return page;
    }

    private static void sql(Product product, String statement) throws SQLException {
        try (Connection owner = product.asOwner(); Statement sql = owner.createStatement()) {
            sql.execute(statement);
        }
    }
}
