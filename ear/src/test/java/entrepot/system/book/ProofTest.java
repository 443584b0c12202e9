package entrepot.system.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Launch;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.sql.SQLException;
import java.util.function.Predicate;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The check that never stops, as everybody may read it. */
@OnProduct
class ProofTest {

    private static final long PATIENCE_NANOS = 300_000_000_000L;

    private final Product product;
    private final ShopFloor shop;
    private String item;

    ProofTest(Product product) {
        this.product = product;
        this.shop = new ShopFloor(product);
    }

    @BeforeEach
    void postAndLook() throws SQLException {
        shop.receive(shop.fifo, 4, "1.10");
        shop.sell(shop.fifo, 1);
        item = "(SELECT id FROM item WHERE sku = '" + shop.fifo + "')";
        until(proof -> holds(proof) && isUpToDate(proof));
    }

    @Test
    void everyLawSaysWhenAndUpToWhereItWasLookedAt() {
        JsonNode proof = until(ProofTest::isUpToDate);
        assertThat(proof.get("laws").findValuesAsText("law"))
                .containsExactly("JOURNAL", "INVENTORY", "SALES", "ON_HAND", "VALUE", "LAYERS", "LOTS", "PIECES", "SEALED", "CHAIN", "SUBTOTALS");
        assertThat(proof.get("stale").asBoolean()).isFalse();
        assertThat(proof.get("laws")).allSatisfy(law -> {
            assertThat(law.get("checkedAt").asText()).isNotBlank();
            assertThat(law.get("upToSeal").asLong()).isEqualTo(proof.get("sealed").asLong());
            assertThat(law.get("newRows").asLong() > 0 || Set.of("SUBTOTALS", "PIECES").contains(law.get("law").asText())).isTrue();
        });
        JsonNode whole = until(seen -> StreamSupport.stream(seen.get("laws").spliterator(), false).allMatch(law -> law.path("wholeAt").isTextual()));
        assertThat(whole.get("laws")).allSatisfy(law -> assertThat(law.get("wholeAt").asText()).isNotBlank());
    }

    @Test
    void aBalanceThatWentWrongIsSaidAndNotMended() throws SQLException {
        shop.asOwner("UPDATE stock_balance SET on_hand = on_hand + 1000000 WHERE item_id = " + item);
        shop.sell(shop.fifo, 1);
        JsonNode finding = finding("ON_HAND", "sku", shop.fifo);
        shop.asOwner("UPDATE stock_balance SET on_hand = on_hand - 1000000 WHERE item_id = " + item);
        assertThat(finding.get("text").asText()).isEqualTo("at " + shop.place + ": on hand 3.000000, movements 2.000000");
        until(ProofTest::holds);
    }

    @Test
    void whatWasChangedLongAgoIsFoundOnTheWayThroughTheWholeBook() throws SQLException {
        String line = " WHERE posting_seq = (SELECT MAX(posting_seq) FROM movement WHERE item_id = " + item + ") AND line_no = 0";
        shop.asOwner("UPDATE journal_line SET amount = amount + 1" + line);
        JsonNode journal = finding("JOURNAL", "text", "out of balance by 1 minor units");
        JsonNode chain = finding("CHAIN", "posting", journal.get("posting").asText());
        JsonNode cashiers = product.as("cashier").get("api/v1/proof").json();
        shop.asOwner("UPDATE journal_line SET amount = amount - 1" + line);
        assertThat(chain.get("text").asText()).contains("expected journal line 1: amount ", "found journal line 1: amount ");
        assertThat(cashiers.get("holds").asBoolean()).isFalse();
        assertThat(cashiers.get("findings")).allSatisfy(finding -> assertThat(finding.has("text")).isFalse());
        until(ProofTest::holds);
    }

    @Test
    void aLayerThatLostItsValueIsFound() throws SQLException {
        String layer = " WHERE pool_id IN (SELECT id FROM cost_pool WHERE item_id = " + item + ")";
        shop.asOwner("UPDATE cost_layer SET value = value - 5" + layer);
        JsonNode finding = finding("LAYERS", "sku", shop.fifo);
        shop.asOwner("UPDATE cost_layer SET value = value + 5" + layer);
        assertThat(finding.get("text").asText()).contains("holds 3.000000 worth 330 minor units, layers 3.000000 worth 325");
        until(ProofTest::holds);
    }

    private JsonNode finding(String law, String field, String value) {
        Predicate<JsonNode> wanted = finding -> finding.get("law").asText().equals(law) && finding.path(field).asText().equals(value);
        JsonNode proof = until(seen -> findings(seen).anyMatch(wanted));
        return findings(proof).filter(wanted).findFirst().orElseThrow();
    }

    private static Stream<JsonNode> findings(JsonNode proof) {
        return StreamSupport.stream(proof.get("findings").spliterator(), false);
    }

    private static boolean holds(JsonNode proof) {
        return proof.get("holds").asBoolean();
    }

    private static boolean isUpToDate(JsonNode proof) {
        return StreamSupport.stream(proof.get("laws").spliterator(), false)
                .allMatch(law -> law.get("upToSeal").asLong() == proof.get("sealed").asLong());
    }

    private JsonNode until(Predicate<JsonNode> wanted) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        JsonNode proof = shop.admin.get("api/v1/proof").json();
        while (!wanted.test(proof)) {
            assertThat(System.nanoTime()).as(proof.toString()).isLessThan(end);
            Launch.pause(500);
            proof = shop.admin.get("api/v1/proof").json();
        }
        return proof;
    }
}
