package entrepot.system.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A book at average cost beside the statutory one at FIFO: the same goods, another cost of sales, and the journal between. */
@OnProduct
class ValuationBooksTest {

    private final ShopFloor shop;
    private final String code;

    ValuationBooksTest(Product product) {
        shop = new ShopFloor(product);
        code = shop.fifo.replace("F-", "B");
    }

    @Test
    void theSameGoodsCostOtherwiseAndTheJournalTakesOneToTheOther() throws InterruptedException {
        Answer opened = open(code, "AVERAGE");
        assertThat(opened.status()).as(opened.body()).isEqualTo(201);
        value();
        BigDecimal others = adjustment(effect(LocalDate.now()), "5000");
        shop.receive(shop.fifo, 10, "1.00");
        shop.receive(shop.fifo, 10, "3.00");
        shop.sell(shop.fifo, 10);
        value();
        assertThat(row().get("statutory").asText()).isEqualTo("30.00");
        assertThat(row().get("book").asText()).as("20 units worth 40.00, half of them sold").isEqualTo("20.00");
        JsonNode effect = effect(LocalDate.now());
        BigDecimal stock = new BigDecimal(effect.at("/closing/difference").asText()).subtract(new BigDecimal(effect.at("/opening/difference").asText()));
        assertThat(adjustment(effect, "1200")).isEqualByComparingTo(stock);
        assertThat(sum(effect)).as("it balances").isZero();
        assertThat(adjustment(effect, "5000").subtract(others)).as("sold for 20.00 by the average, for 10.00 by FIFO").isEqualByComparingTo("10.00");
        shop.note("RECEIPT", "\"businessDate\":\"" + LocalDate.now().minusDays(1) + "\",",
                "{\"sku\":\"" + shop.fifo + "\",\"quantity\":\"20\",\"unitCost\":\"2.00\"}");
        assertThat(shop.admin.get("api/v1/valuation-books/" + code).json().at("/book/behind").asInt()).isPositive();
        value();
        assertThat(row().get("book").asText()).as("40 units worth 80.00, 30 left").isEqualTo("60.00");
        assertThat(row().get("statutory").asText()).as("ten left at 2.00").isEqualTo("60.00");
    }

    @Test
    void aBookIsOfAKnownCostingAndHasACodeOfItsOwn() {
        Answer wrong = open("no code", "SPECIFIC");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("costing", "code");
        assertThat(open(code, "LIFO").status()).isEqualTo(201);
        assertThat(open(code, "LIFO").status()).isEqualTo(409);
        assertThat(shop.admin.get("api/v1/valuation-books/NONE").status()).isEqualTo(404);
    }

    private Answer open(String book, String costing) {
        return shop.admin.post("api/v1/valuation-books", "{\"code\":\"" + book + "\",\"name\":\"Management\",\"costing\":\"" + costing + "\"}");
    }

    private void value() throws InterruptedException {
        JsonNode job = shop.run("valuation-books");
        assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("DONE");
    }

    private JsonNode row() {
        String after = shop.fifo.substring(0, shop.fifo.length() - 1) + "~A";
        JsonNode items = shop.admin.get("api/v1/valuation-books/" + code + "/stock?limit=1&after=" + after.replace("~", "%7E")).json().get("items");
        assertThat(items.get(0).get("sku").asText()).isEqualTo(shop.fifo);
        return items.get(0);
    }

    private JsonNode effect(LocalDate from) {
        return shop.admin.get("api/v1/valuation-books/" + code + "?from=" + from).json().get("effect");
    }

    private static BigDecimal adjustment(JsonNode effect, String account) {
        for (JsonNode line : effect.get("adjustments")) {
            if (line.get("account").asText().equals(account)) {
                return new BigDecimal(line.get("amount").asText());
            }
        }
        return BigDecimal.ZERO;
    }

    private static BigDecimal sum(JsonNode effect) {
        BigDecimal sum = BigDecimal.ZERO;
        for (JsonNode line : effect.get("adjustments")) {
            sum = sum.add(new BigDecimal(line.get("amount").asText()));
        }
        return sum;
    }
}
