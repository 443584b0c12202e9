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
        String line = " WHERE posting_seq = (SELECT MAX(posting_seq) FROM journal_line) AND line_no = 0";
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

    @Test
    void aFlippedByteIsFound() throws SQLException, InterruptedException {
        long seq = posting(head() - 1);
        shop.asOwner("UPDATE audit_entry SET body = REPLACE(body, 'V|', 'v|') WHERE posting_seq = " + seq);
        JsonNode job = verify();
        shop.asOwner("UPDATE audit_entry SET body = REPLACE(body, 'v|', 'V|') WHERE posting_seq = " + seq);
        isBadAt(job, head() - 1, "the hash does not fit");
    }

    @Test
    void aRowOfTheBookThatNoLongerSaysWhatWasSealedIsFound() throws SQLException, InterruptedException {
        String row = " WHERE posting_seq = " + posting(head() - 2) + " LIMIT 1";
        shop.asOwner("UPDATE value_entry SET amount = amount + 1" + row);
        JsonNode job = verify();
        shop.asOwner("UPDATE value_entry SET amount = amount - 1" + row);
        isBadAt(job, head() - 2, "do not say what was sealed");
    }

    @Test
    void aDroppedRowIsFound() throws SQLException, InterruptedException {
        long number = head() - 1;
        keepAside("seal", "number = " + number);
        JsonNode job = verify();
        putBack("seal");
        isBadAt(job, number, "seal " + number + " is missing");
    }

    @Test
    void swappedRowsAreFound() throws SQLException, InterruptedException {
        long number = head() - 1;
        swap(number, number + 1);
        JsonNode job = verify();
        swap(number, number + 1);
        isBadAt(job, number, "the hash does not fit");
    }

    @Test
    void aCutTailIsFound() throws SQLException, InterruptedException {
        long number = head();
        keepAside("seal", "number = " + number);
        JsonNode job = verify();
        putBack("seal");
        isBadAt(job, number, "the tail was cut");
    }

    private JsonNode verify() throws InterruptedException {
        return shop.end(shop.admin.post("api/v1/audit/verify", "{}"));
    }

    private static void isBadAt(JsonNode job, long number, String finding) {
        assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("FAILED");
        assertThat(job.at("/outcome/firstBad").asLong()).isEqualTo(number);
        assertThat(job.at("/outcome/finding").asText()).contains(finding);
    }

    private long head() {
        return shop.admin.get("api/v1/audit").json().at("/head/number").asLong();
    }

    private long posting(long number) throws SQLException {
        return shop.count("SELECT posting_seq FROM seal WHERE number = " + number);
    }

    private void keepAside(String table, String where) throws SQLException {
        shop.asOwner("CREATE TABLE aside AS SELECT * FROM " + table + " WHERE " + where, "DELETE FROM " + table + " WHERE " + where);
    }

    private void putBack(String table) throws SQLException {
        shop.asOwner("INSERT INTO " + table + " SELECT * FROM aside", "DROP TABLE aside");
    }

    private void swap(long one, long other) throws SQLException {
        long first = posting(one);
        long second = posting(other);
        shop.asOwner("UPDATE seal SET posting_seq = -1 WHERE number = " + one,
                "UPDATE seal SET posting_seq = " + first + " WHERE number = " + other,
                "UPDATE seal SET posting_seq = " + second + " WHERE number = " + one);
    }
}
