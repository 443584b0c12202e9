package entrepot.system.browser;

import static entrepot.system.Shelf.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import entrepot.system.Api.Answer;
import entrepot.system.Product;
import entrepot.system.Shelf;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A decision that fails each time ends among the dead letters with its reason, and the other items wait for nobody. */
@InBrowser
class DeadLettersTest {

    private static final long LONGEST_MILLIS = 1000;

    private final Product product;
    private final Shelf bad;
    private String letter;

    DeadLettersTest(Product product) {
        this.product = product;
        this.bad = new Shelf(product, 100);
    }

    /** A decision that stands there already is in the way of the next one; eleven of the twelve tries are taken for made. */
    @BeforeEach
    void oneFails() throws SQLException {
        eventually(() -> mark(bad), mark -> mark > 0);
        sql("INSERT INTO decision (id, consumer, item_id, from_seal, to_seal, decided_at) SELECT -item_id, consumer, item_id, seal, seal, UTC_TIMESTAMP()"
                + " FROM inbox_mark WHERE consumer = 'replenishment' AND item_id = " + item(bad));
        bad.sell(1);
        eventually(() -> number("SELECT COUNT(*) FROM failed_delivery WHERE reason LIKE '%" + -item(bad) + "%' OR reason LIKE '%decision_from%'"),
                count -> count > 0);
        Shelf good = new Shelf(product, 100);
        good.sell(1);
        long millis = eventually(() -> number("SELECT COALESCE(MIN(TIMESTAMPDIFF(MICROSECOND, p.recorded_at, d.decided_at)) DIV 1000, -1)"
                + " FROM posting p JOIN movement m ON m.posting_seq = p.seq JOIN seal s ON s.posting_seq = p.seq JOIN decision d"
                + " ON d.item_id = m.item_id AND d.consumer = 'replenishment' AND d.from_seal < s.number AND d.to_seal >= s.number"
                + " WHERE p.kind = 'SALE' AND m.item_id = " + item(good)), found -> found >= 0);
        System.out.println("beside a message that fails, the next decision took " + millis + " ms");
        assertThat(millis).isLessThan(LONGEST_MILLIS);
        sql("UPDATE failed_delivery SET tries = 12");
        letter = eventually(this::letters, letters -> letters.size() > 0).get(0).get("id").asText();
    }

    @AfterEach
    void mend() throws SQLException {
        sql("DELETE FROM decision WHERE id = " + -item(bad));
    }

    @Test
    void whatWasMendedIsSentAgainByTheApi() throws SQLException {
        JsonNode found = letters().get(0);
        assertThat(found.get("queue").asText()).isEqualTo("replenishment");
        assertThat(found.get("reason").asText()).startsWith("failed 12 times, at last: ").contains("Duplicate entry");
        assertThat(found.get("body").asText()).contains(bad.sku);
        assertThat(act("auditor", "replay", "").status()).isEqualTo(403);
        mend();
        assertThat(act("admin", "replay", "").status()).isEqualTo(204);
        assertThat(act("admin", "replay", "").status()).as("it is gone").isEqualTo(404);
        eventually(() -> number("SELECT COUNT(*) FROM decision WHERE id > 0 AND consumer = 'replenishment' AND to_seal >= (SELECT MAX(s.number)"
                + " FROM seal s JOIN movement m ON m.posting_seq = s.posting_seq WHERE m.item_id = " + item(bad) + ") AND item_id = " + item(bad)),
                count -> count == 1);
        assertThat(letters()).isEmpty();
        JsonNode act = product.as("auditor").get("api/v1/dead-letters/acts").json().get("items").get(0);
        assertThat(act.get("act").asText() + " " + act.get("actor").asText()).isEqualTo("REPLAYED admin");
    }

    @Test
    void whatNobodyNeedsIsDiscardedOnThePageWithAReason(Desk desk) {
        assertThat(act("admin", "discard", "{}").status()).isEqualTo(422);
        Page page = desk.logIn("admin").open("deadletters.xhtml");
        desk.picture("deadletters");
        page.locator("input[value='" + letter + "']").check();
        page.locator("#discard").click();
        assertThat(page.locator(".note.bad").textContent()).contains("why nobody needs it");
        page.locator("input[value='" + letter + "']").check();
        page.locator("input[name=reason]").fill("the item was a mistake");
        page.locator("#discard").click();
        assertThat(page.locator(".note").textContent()).contains("1 discarded");
        assertThat(page.locator("section[aria-labelledby=acts] tbody tr").first().textContent())
                .contains("discarded", "the item was a mistake", bad.sku);
        assertThat(letters()).isEmpty();
        desk.assertFits();
        assertThat(desk.complaints()).isEmpty();
    }

    private Answer act(String role, String what, String body) {
        return product.as(role).post("api/v1/dead-letters/" + letter + "/" + what, body);
    }

    private JsonNode letters() {
        return product.as("auditor").get("api/v1/dead-letters?queue=replenishment").json().get("items");
    }

    private long mark(Shelf shelf) throws SQLException {
        return number("SELECT COALESCE(MAX(seal), 0) FROM inbox_mark WHERE consumer = 'replenishment' AND item_id = " + item(shelf));
    }

    private long item(Shelf shelf) throws SQLException {
        return number("SELECT id FROM item WHERE sku = '" + shelf.sku + "'");
    }

    private long number(String sql) throws SQLException {
        try (Connection owner = product.asOwner(); ResultSet row = owner.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void sql(String statement) throws SQLException {
        try (Connection owner = product.asOwner()) {
            owner.createStatement().execute(statement);
        }
    }
}
