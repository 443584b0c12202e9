package entrepot.system.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The jobs that check the book, on a book that is whole and on one that its owner tampered with. */
@OnProduct
class BookChecksTest {

    private final ShopFloor shop;

    BookChecksTest(Product product) {
        shop = new ShopFloor(product);
    }

    @BeforeEach
    void postAndSeal() throws SQLException, InterruptedException {
        shop.receive(shop.fifo, 4, "1.10");
        shop.receive(shop.average, 3, "3.333333");
        shop.sell(shop.average, 1);
        shop.reverse(shop.sell(shop.fifo, 2));
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (shop.count("SELECT COUNT(*) FROM to_seal") > 0 && Instant.now().isBefore(deadline)) {
            Thread.sleep(50);
        }
        Thread.sleep(1000); // the file is written after the seals
    }

    @Test
    void aWholeBookKeepsItsLaws() throws InterruptedException {
        JsonNode job = shop.run("ledger-check");
        assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("DONE");
        assertThat(job.at("/outcome/broken").asInt()).isZero();
    }

    @Test
    void aChangedAmountIsFound() throws SQLException, InterruptedException {
        String line = " WHERE posting_seq = " + shop.count("SELECT MAX(posting_seq) FROM journal_line") + " AND line_no = 0";
        shop.asOwner("UPDATE journal_line SET amount = amount + 1" + line);
        JsonNode job = shop.run("ledger-check");
        shop.asOwner("UPDATE journal_line SET amount = amount - 1" + line);
        assertThat(job.get("status").asText()).isEqualTo("FAILED");
        assertThat(job.get("failure").asText()).contains("each posting's journal sums to zero", "the trial balance is zero");
    }

    @Test
    void rebuiltProjectionsAreWhatTheyWere() throws InterruptedException {
        JsonNode job = shop.run("rebuild-projections");
        assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("DONE");
        assertThat(job.at("/outcome/after")).isEqualTo(job.at("/outcome/before"));
        assertThat(job.at("/outcome/items").asInt()).isPositive();
    }

    @Test
    void aProjectionThatWentWrongIsMended() throws SQLException, InterruptedException {
        shop.asOwner("UPDATE stock_balance SET on_hand = on_hand + 1000000 WHERE item_id ="
                + " (SELECT id FROM item WHERE sku = '" + shop.fifo + "')");
        assertThat(shop.run("rebuild-projections").at("/outcome/different").asInt()).isEqualTo(1);
        assertThat(shop.onHand(shop.fifo)).isEqualTo("4");
    }

    @Test
    void aWholeChainIsInOrder() throws InterruptedException {
        JsonNode job = verify();
        assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("DONE");
        assertThat(job.at("/outcome/verified").asLong()).isEqualTo(job.at("/outcome/shipped").asLong()).isPositive();
    }

    private JsonNode verify() throws InterruptedException {
        return shop.end(shop.admin.post("api/v1/audit/verify", "{}"));
    }
}
