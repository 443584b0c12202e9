package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** A standard cost from the first setting to the next, and stock at the lower of cost and net realisable value. */
@OnProduct
class RevaluationTest {

    private final ShopFloor shop;
    private final String standard;

    RevaluationTest(Product product) {
        shop = new ShopFloor(product);
        standard = shop.fifo.replace("F-", "S-");
        Answer made = shop.admin.post("api/v1/items",
                "{\"sku\":\"" + standard + "\",\"name\":\"At a standard\",\"unit\":\"EA\",\"costing\":\"STANDARD\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    @Test
    void goodsCountAtTheStandardAndTheRestIsVariance() throws InterruptedException {
        Answer early = shop.receive(standard, 10, "5.50");
        assertThat(early.status()).isEqualTo(422);
        assertThat(early.body()).contains("no-standard-cost");
        set("5.00", LocalDate.now().minusDays(3));
        shop.receive(standard, 10, "5.50");
        assertThat(value(standard, LocalDate.now())).isEqualTo("50.00");
        shop.sell(standard, 4);
        set("6.00", LocalDate.now());
        assertThat(value(standard, LocalDate.now())).as("six of them").isEqualTo("36.00");
        JsonNode last = shop.admin.get("api/v1/standard-costs?limit=1000&item=" + standard).json().get("items");
        assertThat(last.findValuesAsText("change")).contains("6.00");
        shop.receive(standard, 1, "5.00");
        assertThat(value(standard, LocalDate.now())).isEqualTo("42.00");
        Answer late = shop.note("RECEIPT", "\"businessDate\":\"" + LocalDate.now().minusDays(2) + "\",",
                "{\"sku\":\"" + standard + "\",\"quantity\":\"2\",\"unitCost\":\"4.00\"}");
        assertThat(late.status()).as(late.body()).isEqualTo(201);
        assertThat(value(standard, LocalDate.now().minusDays(2))).isEqualTo("10.00");
        assertThat(value(standard, LocalDate.now())).as("the standard of today is on them too").isEqualTo("54.00");
        agrees();
    }

    @Test
    void aStandardIsOfAnItemThatHasOneAndOfAPriceAboveZero() {
        Answer refused = standards("{\"sku\":\"" + shop.fifo + "\",\"unitCost\":\"1\"},{\"sku\":\"NONE\",\"unitCost\":\"1\"}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("not-standard", "unknown-item", "/lines/0", "/lines/1");
        assertThat(standards("{\"sku\":\"" + standard + "\",\"unitCost\":\"0\"}").body()).contains("/lines/0/unitCost");
    }

    @Test
    void stockIsWrittenDownToWhatItBringsAndBackToItsCost() throws InterruptedException {
        shop.receive(shop.fifo, 10, "1.00");
        shop.receive(shop.fifo, 10, "9.00");
        Answer down = writeDown(shop.fifo, "2.00", "Price list of the season's end");
        assertThat(down.status()).as(down.body()).isEqualTo(201);
        assertThat(value(shop.fifo, LocalDate.now())).as("20 at 2.00, though the first layer cost less").isEqualTo("40.00");
        assertThat(writeDown(shop.fifo, "2.00", "again").body()).contains("no-change");
        shop.sell(shop.fifo, 10);
        assertThat(value(shop.fifo, LocalDate.now())).as("each layer bears in proportion").isEqualTo("36.00");
        assertThat(writeDown(shop.fifo, "50.00", "It sells after all").status()).isEqualTo(201);
        assertThat(value(shop.fifo, LocalDate.now())).as("never above cost (IAS 2.33)").isEqualTo("90.00");
        JsonNode told = shop.admin.get("api/v1/write-downs?from=" + LocalDate.now()).json();
        assertThat(told.toString()).contains("-60.00", "54.00", "Price list of the season's end");
        agrees();
    }

    @Test
    void ofGoodsValuedLotByLotOneLotIsWrittenDown() throws InterruptedException {
        String sku = shop.fifo.replace("F-", "L-");
        shop.admin.post("api/v1/items", "{\"sku\":\"" + sku + "\",\"name\":\"By lot\",\"unit\":\"EA\",\"costing\":\"SPECIFIC\",\"tracking\":\"LOT\"}");
        shop.note("RECEIPT", "", "{\"sku\":\"" + sku + "\",\"quantity\":\"5\",\"unitCost\":\"4.00\",\"lots\":[{\"lot\":\"A\",\"quantity\":\"2\"},"
                + "{\"lot\":\"B\",\"quantity\":\"3\"}]}");
        Answer unnamed = writeDown(sku, "1.00", "Wet");
        assertThat(unnamed.body()).contains("lot-missing", "/lines/0/lot");
        Answer down = shop.admin.post("api/v1/write-downs", body(sku, "1.00", "Wet").replace("\"location\"", "\"lot\":\"B\",\"location\""), key(newKey()));
        assertThat(down.status()).as(down.body()).isEqualTo(201);
        JsonNode lots = shop.admin.get("api/v1/stock/as-of?by=lot&item=" + sku).json().get("items");
        assertThat(lots.findValuesAsText("lot")).containsExactly("A", "B");
        assertThat(lots.findValuesAsText("value")).containsExactly("8.00", "3.00");
        assertThat(shop.admin.get("api/v1/stock/as-of?by=lot&lot=B&item=" + sku).json().get("items")).hasSize(1);
        assertThat(shop.admin.get("api/v1/stock/as-of?lot=B&item=" + sku).body()).contains("not-by-lot");
        assertThat(shop.admin.get("api/v1/stock/as-of?by=lot&knownAt=0&item=" + sku).json().get("items")).isEmpty();
        assertThat(shop.admin.get("api/v1/write-downs?from=" + LocalDate.now()).json().get("items").get(0).get("lot").asText()).isEqualTo("B");
        agrees();
    }

    @Test
    void aWriteDownNeedsEvidenceAndStock() {
        Answer refused = shop.admin.post("api/v1/write-downs", body(shop.average, "2.00", "x").replace("\"reason\":\"x\",", ""), key(newKey()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("reason-missing", "nothing-on-hand");
    }

    @Test
    void aSecondTryIsAnsweredAsTheFirst() {
        shop.receive(shop.average, 4, "3.00");
        String key = newKey();
        String body = body(shop.average, "1.00", "Damaged in the flood");
        Answer first = shop.admin.post("api/v1/write-downs", body, key(key));
        Answer second = shop.admin.post("api/v1/write-downs", body, key(key));
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(second.status()).as(second.body()).isEqualTo(200);
        assertThat(value(shop.average, LocalDate.now())).isEqualTo("4.00");
    }

    private void set(String unitCost, LocalDate day) {
        Answer answer = shop.admin.post("api/v1/standard-costs", "{\"businessDate\":\"" + day + "\",\"reason\":\"Yearly\",\"lines\":[{\"sku\":\""
                + standard + "\",\"unitCost\":\"" + unitCost + "\"}]}", key(newKey()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private Answer standards(String lines) {
        return shop.admin.post("api/v1/standard-costs", "{\"lines\":[" + lines + "]}", key(newKey()));
    }

    private Answer writeDown(String sku, String netValue, String reason) {
        return shop.admin.post("api/v1/write-downs", body(sku, netValue, reason), key(newKey()));
    }

    private String body(String sku, String netValue, String reason) {
        return "{\"reason\":\"" + reason + "\",\"lines\":[{\"sku\":\"" + sku + "\",\"location\":\"" + shop.place
                + "\",\"netRealisableValue\":\"" + netValue + "\"}]}";
    }

    private String value(String sku, LocalDate day) {
        JsonNode items = shop.admin.get("api/v1/stock/as-of?asOf=" + day + "&item=" + sku).json().get("items");
        return items.isEmpty() ? "0.00" : items.get(0).get("value").asText();
    }

    private void agrees() throws InterruptedException {
        assertThat(shop.run("rebuild-projections").at("/outcome/different").asInt()).isZero();
        assertThat(shop.run("ledger-check").get("status").asText()).isEqualTo("DONE");
    }
}
