package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import org.junit.jupiter.api.Test;

@OnProduct
class MovementsTest {

    private final ShopFloor shop;

    MovementsTest(Product product) {
        shop = new ShopFloor(product);
    }

    @Test
    void whatWasLookedAtCanBePosted() {
        String body = "{\"kind\":\"RECEIPT\",\"location\":\"" + shop.place + "\",\"lines\":[{\"sku\":\"" + shop.fifo
                + "\",\"quantity\":\"1\",\"unitCost\":\"2.00\"}]}";
        assertThat(shop.admin.post("api/v1/movements?dryRun=true", body).status()).as("the first movement of an item at a place").isEqualTo(200);
        assertThat(shop.admin.post("api/v1/movements", body, key(newKey())).status()).isEqualTo(201);
    }

    @Test
    void aSaleUndoneIsAsIfItHadNotBeen() {
        shop.receive(shop.average, 3, "3.333333");
        Answer sale = shop.sell(shop.average, 2);
        Answer undone = shop.reverse(sale);
        assertThat(undone.status()).isEqualTo(201);
        assertThat(undone.json().get("cost").asText()).isEqualTo("-" + sale.json().get("cost").asText());
        assertThat(shop.onHand(shop.average)).isEqualTo("3");
        JsonNode rows = shop.admin.get("api/v1/items/" + shop.average + "/ledger").json().get("items");
        assertThat(rows.findValuesAsText("kind")).containsExactly("REVERSAL", "SALE", "RECEIPT");
        assertThat(rows.findValuesAsText("balance")).containsExactly("3", "1", "3");
        assertThat(rows.at("/1/reversedBy").asText()).isEqualTo(undone.json().get("id").asText());
        assertThat(rows.at("/0/reverses").asText()).isEqualTo(sale.json().get("id").asText());
        assertThat(shop.admin.get("api/v1/sales?item=" + shop.average).json().findValuesAsText("total"))
                .containsExactly("-10.00", "10.00");
    }

    @Test
    void aBasketOfManyLinesIsUndoneWithItsRows() {
        shop.receive(shop.fifo, 3, "1.00");
        shop.receive(shop.average, 3, "2.00");
        String line = "{\"sku\":\"%s\",\"quantity\":\"1\",\"unitPrice\":\"%s\",\"discount\":\"0.25\"}";
        Answer sale = shop.admin.post("api/v1/sales", "{\"location\":\"" + shop.place + "\",\"lines\":["
                + line.formatted(shop.fifo, "5.00") + "," + line.formatted(shop.average, "7.00") + "],\"tenders\":["
                + "{\"kind\":\"CASH\",\"amount\":\"1.50\"},{\"kind\":\"CARD\",\"amount\":\"10.00\"}]}", key(newKey()));
        Answer undone = shop.reverse(sale);
        assertThat(undone.status()).as(undone.body()).isEqualTo(201);
        JsonNode rows = shop.admin.get("api/v1/sales/" + undone.json().get("id").asText()).json();
        assertThat(rows.at("/sale/total").asText()).isEqualTo("-11.50");
        assertThat(rows.get("lines").findValuesAsText("net")).containsExactlyInAnyOrder("-4.75", "-6.75");
        assertThat(rows.get("tenders").findValuesAsText("amount")).containsExactly("-1.50", "-10.00");
    }

    @Test
    void aPostingIsUndoneOnce() {
        Answer receipt = shop.receive(shop.fifo, 3, "1");
        assertThat(shop.reverse(receipt).status()).isEqualTo(201);
        Answer again = shop.reverse(receipt);
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().get("code").asText()).isEqualTo("already-reversed");
    }

    @Test
    void goodsThatAreGoneCannotBeUndone() {
        Answer receipt = shop.receive(shop.fifo, 3, "1");
        shop.sell(shop.fifo, 1);
        Answer refused = shop.reverse(receipt);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().get("detail").asText()).startsWith("wanted 3 units");
    }

    @Test
    void theValueOfStockIsTheInventoryAccount() {
        shop.receive(shop.fifo, 3, "1.01");
        shop.receive(shop.average, 7, "0.333333");
        shop.sell(shop.average, 2);
        JsonNode valuation = shop.admin.get("api/v1/valuation?item=" + shop.average).json();
        assertThat(valuation.get("ties").asBoolean()).isTrue();
        assertThat(valuation.at("/items/0/value").asText()).isEqualTo("1.66");
        assertThat(shop.admin.get("api/v1/trial-balance").json().get("difference").asText()).isEqualTo("0.00");
    }

    @Test
    void stockAsOfADayBeforeIsWhatWasThere() {
        shop.receive(shop.fifo, 3, "1");
        String path = "api/v1/stock/as-of?item=" + shop.fifo + "&asOf=";
        assertThat(shop.admin.get(path + "2000-01-01").json().get("items")).isEmpty();
        assertThat(shop.admin.get(path + "9999-01-01").json().at("/items/0/quantity").asText()).isEqualTo("3");
        assertThat(shop.admin.get(path + "9999-01-01&knownAt=0").json().get("items")).isEmpty();
    }

    @Test
    void eachRolePostsItsOwnKinds() {
        String scrap = "{\"kind\":\"SCRAP\",\"reason\":\"wet\",\"location\":\"" + shop.place + "\",\"lines\":[{\"sku\":\""
                + shop.fifo + "\",\"quantity\":\"1\"}]}";
        assertThat(shop.product.as("cashier").post("api/v1/movements", scrap, key(newKey())).status()).isEqualTo(403);
        assertThat(shop.product.as("buyer").post("api/v1/movements", scrap, key(newKey())).status()).isEqualTo(403);
        assertThat(shop.product.as("storekeeper").post("api/v1/movements", scrap, key(newKey())).status()).isEqualTo(409);
    }

    @Test
    void aCashierSeesQuantitiesWithoutValues() {
        shop.receive(shop.fifo, 3, "1");
        JsonNode row = shop.product.as("cashier").get("api/v1/items/" + shop.fifo + "/balances").json().at("/items/0");
        assertThat(row.get("onHand").asText()).isEqualTo("3");
        assertThat(row.has("value")).isFalse();
        assertThat(shop.product.as("cashier").get("api/v1/valuation").status()).isEqualTo(403);
    }
}
