package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The journals printed in the guides are those of the running book. */
@OnProduct
class BookExamplesTest {

    private final ShopFloor shop;

    BookExamplesTest(Product product) {
        shop = new ShopFloor(product);
    }

    @Test
    void aSaleBecomesCostOfSales() throws IOException {
        String guide = guide("how-a-sale-becomes-cost-of-sales");
        assertThat(guide).contains(journal(shop.receive(shop.fifo, 10, "2.00")));
        assertThat(guide).contains(journal(shop.receive(shop.fifo, 10, "2.50")));
        Answer sale = shop.sell(shop.fifo, 12);
        assertThat(guide).contains(journal(sale));
        assertThat(guide).contains(journal(comeBack(sale, 2)));
        shop.receive(shop.average, 10, "2.00");
        shop.receive(shop.average, 10, "2.50");
        assertThat(guide).contains(journal(shop.sell(shop.average, 12)));
    }

    @Test
    void whatIsUndoneCancels() throws IOException {
        String guide = guide("undo");
        Answer receipt = shop.receive(shop.fifo, 10, "2.00");
        Answer sale = shop.sell(shop.fifo, 3);
        assertThat(guide).contains(journal(sale));
        assertThat(guide).contains(journal(shop.reverse(sale)));
        assertThat(shop.reverse(sale).status()).isEqualTo(409);
        shop.sell(shop.fifo, 4);
        Answer refused = shop.reverse(receipt);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(guide).contains("> " + refused.json().at("/errors/0/detail").asText().replace(shop.fifo, "BEANS").replace(shop.place, "SHOP"));
    }

    private Answer comeBack(Answer sale, int quantity) {
        return shop.admin.post("api/v1/returns", "{\"location\":\"" + shop.place + "\",\"lines\":[{\"sku\":\"" + shop.fifo + "\",\"quantity\":\""
                + quantity + "\",\"returnOf\":{\"sale\":\"" + sale.json().get("id").asText() + "\",\"line\":0}}]}", key(newKey()));
    }

    /** As the guides print it. */
    private String journal(Answer posting) {
        assertThat(posting.status()).as(posting.body()).isEqualTo(201);
        StringBuilder table = new StringBuilder("| Account | Debit | Credit |\n|---|---:|---:|\n");
        for (JsonNode line : shop.admin.get(posting.json().at("/links/journal").asText().substring(1)).json().get("items")) {
            table.append("| ").append(line.get("account").asText()).append(' ').append(line.get("accountName").asText())
                    .append(" | ").append(line.path("debit").asText("")).append(" | ").append(line.path("credit").asText("")).append(" |\n");
        }
        return table.toString();
    }

    private static String guide(String name) throws IOException {
        return Files.readString(Path.of("../docs", name + ".md"));
    }
}
