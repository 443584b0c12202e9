package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import entrepot.system.Product;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

@InBrowser
class LanguageTest {

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void theButtonChangesEveryPageAndTheChoiceIsKept(Desk desk) {
        Page page = desk.logIn("admin").open("items.xhtml");
        page.locator("[data-do=language]").click();
        page.waitForCondition(() -> page.locator("h1").textContent().equals("Artikel"));
        assertThat(page.locator("html").getAttribute("lang")).isEqualTo("de");
        desk.open("valuation.xhtml");
        assertThat(page.locator("h1").textContent()).isEqualTo("Bewertung");
        assertThat(page.locator("tbody td.n").last().textContent()).matches("−?[\\d.]+,\\d\\d");
        desk.open("sales.xhtml");
        assertThat(page.locator("tbody td").first().textContent()).matches("\\d\\d\\.\\d\\d\\.\\d{4}");
        assertThat(desk.complaints()).isEmpty();
        desk.picture("sales-german");
    }

    /** As the browser says again, whoever comes next. */
    @AfterEach
    void forget(Product product) throws SQLException {
        try (Connection owner = product.asOwner(); Statement statement = owner.createStatement()) {
            statement.executeUpdate("UPDATE user_account SET language = NULL");
        }
    }

    @Test
    void theChoiceGoesWithTheAccountToAnotherBrowser(Desk desk) {
        Page page = desk.logIn("buyer").open("items.xhtml");
        page.locator("[data-do=language]").click();
        page.waitForCondition(() -> page.locator("h1").textContent().equals("Artikel"));
        assertThat(desk.light().logIn("buyer").open("items.xhtml").locator("h1").textContent()).isEqualTo("Artikel");
        assertThat(desk.light().logIn("accountant").open("items.xhtml").locator("h1").textContent()).isEqualTo("Items");
    }

    @Test
    void jobsAndOrdersOnPaperSpeakTheLanguageOfTheAccount(Product product, Desk desk) {
        Page page = desk.logIn("admin").open("jobs.xhtml");
        String order = product.as("buyer").get("api/v1/purchase-orders?limit=1").json().path("items").path(0).path("id").asText();
        assertThat(paper(product, order)).doesNotContain("Bestellung");
        page.locator("[data-do=language]").click();
        page.waitForCondition(() -> page.locator("h1").textContent().equals("Läufe"));
        assertThat(page.locator("select[name=kind] option").allTextContents()).contains("Preise einlesen");
        assertThat(page.locator("#live tbody td:first-child").allTextContents())
                .anyMatch(title -> title.matches("Import [0-9a-f-]{36} probieren"))
                .anyMatch(title -> title.equals("Backtest von " + Shop.INSTRUMENT + ", Kreuzung 5 und 20"));
        assertThat(paper(product, order)).contains("Bestellung");
    }

    /** The document's title, which stands in the file as it is. */
    private static String paper(Product product, String order) {
        return product.as("admin").get("api/v1/purchase-orders/" + order + "/pdf").body();
    }

    @Test
    void filesKnowNoLanguage(Desk desk) {
        Page page = desk.logIn("admin").open("items.xhtml");
        String english = csv(page);
        page.locator("[data-do=language]").click();
        page.waitForCondition(() -> page.locator("h1").textContent().equals("Artikel"));
        assertThat(csv(page)).isEqualTo(english);
    }

    private static String csv(Page page) {
        return page.context().request().get(page.url().replaceAll("/[^/]*$", "/csv/trialbalance.csv")).text();
    }

    @Test
    void aGermanPageFitsAPhone(Desk desk) {
        Page page = desk.narrow().logIn("admin").open("today.xhtml");
        page.locator("[data-do=language]").click();
        page.waitForCondition(() -> page.locator("h1").textContent().equals("Heute"));
        for (String name : EveryPageTest.PAGES) {
            desk.open(EveryPageTest.address(name));
            desk.assertFits();
        }
    }
}
