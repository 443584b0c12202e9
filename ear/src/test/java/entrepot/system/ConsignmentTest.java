package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Goods that lie with one and belong to another: a supplier's here, ours at a customer. */
@OnProduct
class ConsignmentTest {

    private final Product product;

    ConsignmentTest(Product product) {
        this.product = product;
    }

    @Test
    void goodsOfASupplierAreOwedWhenTheyAreSoldOrUsed() {
        Shelf shelf = new Shelf(product, 2);
        String head = "{\"supplier\":\"%s\",\"location\":\"%s\",".formatted(shelf.supplier, shelf.location);
        assertThat(post("storekeeper", "consignments/arrivals", head + line(shelf, 5, ",\"unitCost\":\"2.00\"")).status()).isEqualTo(201);
        assertThat(value(shelf)).as("not ours").isEqualTo("5.00");
        assertThat(site(shelf).get("available").asText()).isEqualTo("7");

        assertThat(sell(shelf.location, shelf, 8, "").status()).isEqualTo(409);
        assertThat(value(shelf)).as("a sale that is refused takes nothing").isEqualTo("5.00");
        assertThat(dryRun(shelf, 8).status()).isEqualTo(409);
        Api.Answer shown = dryRun(shelf, 3);
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.json().findValuesAsText("debit")).as("with its cost").contains("7.00");
        assertThat(theirs(shelf) + " " + value(shelf)).as("what is shown takes nothing").isEqualTo("5 5.00");
        Api.Answer sold = sell(shelf.location, shelf, 3, "");
        assertThat(sold.status()).as(sold.body()).isEqualTo(201);
        assertThat(sold.json().get("cost").asText()).as("two of ours, one of theirs").isEqualTo("7.00");
        assertThat(value(shelf)).isEqualTo("0.00");

        Api.Answer used = post("storekeeper", "consignments/uses", head + line(shelf, 2, ""));
        assertThat(used.status()).as(used.body()).isEqualTo(201);
        assertThat(value(shelf)).isEqualTo("4.00");
        assertThat(post("buyer", "consignments/returns", head + line(shelf, 3, "")).status()).isEqualTo(409);
        assertThat(post("buyer", "consignments/returns", head + line(shelf, 2, "")).status()).isEqualTo(201);
        JsonNode settled = product.as("accountant").get("api/v1/consignments/settlement?supplier=" + shelf.supplier).json().get("items");
        assertThat(settled).extracting(one -> one.get("quantity").asText() + " " + one.get("amount").asText()).containsExactly("1 2.00", "2 4.00");
        assertThat(product.as("buyer").get("api/v1/consignments?supplier=" + shelf.supplier).json().get("theirs")).isEmpty();
    }

    @Test
    void goodsOfASupplierAreCountedAndWhatIsMissingOfThemIsOwed() {
        Shelf shelf = new Shelf(product, 2);
        String head = "{\"supplier\":\"%s\",\"location\":\"%s\",".formatted(shelf.supplier, shelf.location);
        assertThat(post("storekeeper", "consignments/arrivals", head + line(shelf, 5, ",\"unitCost\":\"2.00\"")).status()).isEqualTo(201);
        JsonNode looked = counted(shelf, "3");
        assertThat(looked.at("/items/0/expected").asText() + " " + looked.at("/items/0/theirs").asText()).isEqualTo("7 5");
        assertThat(value(shelf)).as("all of ours is missing").isEqualTo("0.00");
        assertThat(theirs(shelf)).as("two of theirs became ours, and were written off").isEqualTo("3");
        JsonNode settled = product.as("accountant").get("api/v1/consignments/settlement?supplier=" + shelf.supplier).json().get("items");
        assertThat(settled).extracting(one -> one.get("quantity").asText() + " " + one.get("amount").asText()).containsExactly("2 4.00");
        counted(shelf, "4");
        assertThat(theirs(shelf)).as("found where nothing is ours").isEqualTo("4");
        assertThat(value(shelf)).isEqualTo("0.00");
    }

    /** As one count from the sheet to the posting. @return what was looked at */
    private JsonNode counted(Shelf shelf, String units) {
        String count = "api/v1/counts/" + UUID.randomUUID();
        Api.Answer made = product.as("storekeeper").post("api/v1/counts", "{\"location\":\"" + shelf.location + "\"}", "Idempotency-Key", count.substring(14));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        for (int round = 0; round < 2; round++) {
            product.as("storekeeper").put(count + "/lines", "{\"lines\":[{\"sku\":\"" + shelf.sku + "\",\"quantity\":\"" + units + "\"}]}");
            product.as("storekeeper").post(count + "/submit", "{}");
        }
        Api.Answer review = product.as("accountant").get(count + "/review");
        String tag = review.response().headers().firstValue("ETag").orElseThrow();
        Api.Answer shown = product.as("accountant").post(count + "/approve?dryRun=true", "{\"otherwise\":\"THEFT\"}");
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        Api.Answer approved = product.as("accountant").post(count + "/approve", "{\"otherwise\":\"THEFT\"}", "Idempotency-Key", UUID.randomUUID().toString(),
                "If-Match", tag);
        assertThat(approved.status()).as(approved.body()).isEqualTo(201);
        return review.json();
    }

    private String theirs(Shelf shelf) {
        return product.as("buyer").get("api/v1/consignments?supplier=" + shelf.supplier).json().at("/theirs/0/onHand").asText();
    }

    @Test
    void ourGoodsAtACustomerAreSoldToHimAlone() {
        Shelf shelf = new Shelf(product, 10);
        String customer = shelf.location.replace("LOC", "CUS");
        assertThat(product.as("admin").post("api/v1/customers", "{\"code\":\"%s\",\"name\":\"A shop\"}".formatted(customer)).status()).isEqualTo(201);
        String place = shelf.location + "-C";
        String body = "{\"code\":\"%s\",\"name\":\"At the shop\",\"site\":\"%s\",\"status\":\"CONSIGNED\"%s}";
        assertThat(product.as("admin").post("api/v1/locations", body.formatted(place, shelf.location, "")).status()).isEqualTo(422);
        assertThat(product.as("admin").post("api/v1/locations", body.formatted(place, shelf.location, ",\"customer\":\"" + customer + "\"")).status())
                .isEqualTo(201);
        assertThat(post("storekeeper", "movements", ("{\"kind\":\"TRANSFER\",\"location\":\"%s\",\"to\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"4\"}]}")
                .formatted(shelf.location, place, shelf.sku)).status()).isEqualTo(201);
        assertThat(value(shelf)).as("still ours").isEqualTo("25.00");
        assertThat(site(shelf).get("available").asText()).isEqualTo("6");
        assertThat(sell(place, shelf, 1, "").json().get("code").asText()).isEqualTo("consigned");
        assertThat(sell(place, shelf, 1, "\"customer\":\"" + customer + "\",").status()).isEqualTo(201);
        assertThat(product.as("buyer").get("api/v1/consignments?customer=" + customer).json().get("ours").get(0).get("onHand").asText()).isEqualTo("3");
    }

    private static String line(Shelf shelf, int units, String more) {
        return "\"lines\":[{\"sku\":\"%s\",\"quantity\":\"%d\"%s}]}".formatted(shelf.sku, units, more);
    }

    private Api.Answer sell(String place, Shelf shelf, int units, String more) {
        return post("cashier", "sales", "{\"location\":\"%s\",%s\"lines\":[{\"sku\":\"%s\",\"quantity\":\"%d\",\"unitPrice\":\"5.00\"}]}"
                .formatted(place, more, shelf.sku, units));
    }

    private Api.Answer dryRun(Shelf shelf, int units) {
        return post("cashier", "sales?dryRun=true", "{\"location\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"%d\",\"unitPrice\":\"5.00\"}]}"
                .formatted(shelf.location, shelf.sku, units));
    }

    private Api.Answer post(String role, String path, String body) {
        return product.as(role).post("api/v1/" + path, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private JsonNode site(Shelf shelf) {
        return product.as("cashier").get("api/v1/availability?sku=" + shelf.sku).json().get("items").get(0);
    }

    private String value(Shelf shelf) {
        JsonNode rows = product.as("accountant").get("api/v1/valuation?by=item&item=" + shelf.sku).json().get("items");
        return rows.isEmpty() ? "0.00" : rows.get(0).get("value").asText();
    }
}
