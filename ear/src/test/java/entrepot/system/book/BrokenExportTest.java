package entrepot.system.book;

import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What cannot be read to its end is no file: the answer says so, and nobody takes its first half for all of it. */
@OnProduct
class BrokenExportTest {

    private static final int RECEIPTS = 600;

    private final ShopFloor shop;

    BrokenExportTest(Product product) {
        shop = new ShopFloor(product);
    }

    @Test
    void aJournalThatBreaksAfterItsFirstThousandLinesIsRefusedAsAWhole() throws SQLException {
        String lines = IntStream.range(0, RECEIPTS).mapToObj(receipt -> "{\"id\":\"" + newKey() + "\",\"kind\":\"RECEIPT\",\"location\":\"" + shop.place
                + "\",\"lines\":[{\"sku\":\"" + shop.fifo + "\",\"quantity\":\"1\",\"unitCost\":\"1.00\"}]}\n").collect(Collectors.joining());
        Answer posted = shop.admin.send(shop.admin.request("api/v1/movements").header("Content-Type", "application/x-ndjson")
                .POST(BodyPublishers.ofString(lines)));
        assertThat(posted.body().lines()).hasSize(RECEIPTS).allMatch(line -> line.contains("\"status\":201"));
        Answer whole = csv("api/v1/journal?item=" + shop.fifo);
        assertThat(whole.body().lines()).hasSize(1 + 2 * RECEIPTS);
        String last = "seq = (SELECT * FROM (SELECT MAX(m.posting_seq) FROM movement m JOIN item i ON i.id = m.item_id WHERE i.sku = '" + shop.fifo + "') x)";
        shop.asOwner("UPDATE posting SET kind = 'NONSENSE' WHERE " + last);
        try {
            Answer broken = csv("api/v1/journal?item=" + shop.fifo);
            assertThat(broken.status()).as(broken.body().substring(0, Math.min(200, broken.body().length()))).isEqualTo(500);
            assertThat(broken.body()).contains("incident").doesNotContain(shop.fifo);
        } finally {
            shop.asOwner("UPDATE posting SET kind = 'RECEIPT' WHERE " + last);
        }
        assertThat(csv("api/v1/journal?item=" + shop.fifo).body()).isEqualTo(whole.body());
    }

    private Answer csv(String path) {
        return shop.admin.send(shop.admin.request(path).header("Accept", "text/csv").GET());
    }
}
