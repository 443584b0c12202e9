package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A site with bins: goods are looked at, put away, damaged, picked, sold and brought back, and are worth the same all the while. */
@OnProduct
class PlacesTest {

    private final Product product;

    PlacesTest(Product product) {
        this.product = product;
    }

    @Test
    void goodsMoveThroughASiteWithoutMovingValue() throws Exception {
        Shelf shelf = new Shelf(product, 10);
        place(shelf, "-NEAR", "AVAILABLE", 1);
        place(shelf, "-FAR", "AVAILABLE", 2);
        place(shelf, "-BAD", "DAMAGED", 9);
        place(shelf, "-IN", "INSPECTION", 8);

        note("RECEIPT", shelf.location + "-IN", "", shelf.sku, "20", ",\"unitCost\":\"4.00\"");
        assertThat(value(shelf)).isEqualTo("105.00");
        JsonNode waiting = product.as("storekeeper").get("api/v1/places/put-away?site=" + shelf.location).json().get("items");
        assertThat(waiting).extracting(row -> row.get("to").asText()).containsOnly(shelf.location + "-NEAR");
        move(shelf, "-IN", "-BAD", "2");
        move(shelf, "-IN", "-FAR", "18");
        move(shelf, "", "-NEAR", "10");
        assertThat(value(shelf)).as("inside a site no value moves").isEqualTo("105.00");

        JsonNode site = product.as("cashier").get("api/v1/availability?sku=" + shelf.sku).json().get("items").get(0);
        assertThat(site.get("onHand").asText()).isEqualTo("30");
        assertThat(site.get("notForSale").asText()).isEqualTo("2");
        assertThat(site.get("available").asText()).isEqualTo("28");

        Api.Answer kept = product.as("cashier").post("api/v1/reservations", ("{\"lines\":[{\"sku\":\"%s\",\"location\":\"%s\",\"quantity\":\"12\"}]}")
                .formatted(shelf.sku, shelf.location), "Idempotency-Key", UUID.randomUUID().toString());
        String id = kept.json().get("reservation").get("id").asText();
        assertThat(product.as("storekeeper").get("api/v1/reservations/" + id + "/pick-list").json().get("items"))
                .extracting(pick -> pick.get("place").asText() + " " + pick.get("quantity").asText())
                .containsExactly(shelf.location + "-NEAR 10", shelf.location + "-FAR 2");

        assertThat(sell(shelf, "-BAD", 1, "").json().get("code").asText()).isEqualTo("not-for-sale");
        assertThat(sell(shelf, "-FAR", 17, "").json().get("code").asText()).isEqualTo("reserved");
        Api.Answer sold = sell(shelf, "-NEAR", 10, ",\"reservation\":{\"id\":\"%s\",\"line\":0}".formatted(id));
        assertThat(sold.status()).as(sold.body()).isEqualTo(201);
        assertThat(value(shelf)).as("the oldest of the site were sold").isEqualTo("80.00");

        Api.Answer back = product.as("cashier").post("api/v1/returns", ("{\"location\":\"%s\",\"grade\":\"DAMAGED\",\"lines\":[{\"sku\":\"%s\","
                + "\"quantity\":\"1\",\"returnOf\":{\"sale\":\"%s\",\"line\":0}}]}").formatted(shelf.location, shelf.sku, sold.json().get("id").asText()),
                "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(back.status()).as(back.body()).isEqualTo(201);
        assertThat(product.as("buyer").get("api/v1/places?place=" + shelf.location + "-BAD").json().get("items").get(0).get("onHand").asText())
                .isEqualTo("3");

        note("RECEIPT", shelf.location + "-FAR", "\"businessDate\":\"" + LocalDate.now().minusDays(30) + "\",", shelf.sku, "5", ",\"unitCost\":\"1.00\"");
        assertThat(value(shelf)).as("five came at 1.00 before what was sold at 2.50").isEqualTo("94.25");
        assertThat(onHand(shelf)).isEqualTo("26");
        holds(shelf);
    }

    @Test
    void anOrderIsReceivedToAPlaceOfItsSiteAndDamageNeedsAReason() {
        Shelf shelf = new Shelf(product, 100);
        place(shelf, "-BAD", "DAMAGED", 9);
        shelf.sell(90);
        String order = shelf.order();
        String path = "api/v1/purchase-orders/" + order + "/receipts";
        String damaged = "{\"place\":\"%s-BAD\",%s\"lines\":[{\"line\":0,\"quantity\":\"2\"}]}";
        assertThat(post("storekeeper", path, damaged.formatted(shelf.location, "")).json().get("code").asText()).isEqualTo("reason-missing");
        assertThat(post("storekeeper", path, damaged.formatted("NOWHERE", "")).json().get("code").asText()).isEqualTo("unknown-place");
        assertThat(post("storekeeper", path, damaged.formatted(shelf.location, "\"reason\":\"crushed\",")).status()).isEqualTo(201);
        assertThat(shelf.order(order).get("lines").get(0).get("received").asText()).startsWith("2");
    }

    @Test
    void aDeliveryThatIsPartlyDamagedIsReceivedAtOnce() {
        Shelf shelf = new Shelf(product, 100);
        shelf.sell(90);
        String order = shelf.order();
        int ordered = (int) Double.parseDouble(shelf.order(order).get("lines").get(0).get("ordered").asText());
        String path = "api/v1/purchase-orders/" + order + "/receipts";
        String line = "{\"lines\":[{\"line\":0,\"quantity\":\"%d\",\"delivered\":\"%d\",\"damaged\":\"2\",\"reason\":\"Crushed\"%s}]}";
        assertThat(post("storekeeper", path, line.formatted(5, 8, "")).json().get("code").asText()).isEqualTo("no-place");
        place(shelf, "-BAD", "DAMAGED", 9);
        Api.Answer tooMany = post("storekeeper", path, line.formatted(7, 8, ""));
        assertThat(tooMany.json().get("errors").get(0).get("pointer").asText()).as(tooMany.body()).isEqualTo("/lines/0/delivered");
        assertThat(post("storekeeper", path, line.formatted(5, 8, "")).status()).isEqualTo(201);
        assertThat(product.as("buyer").get("api/v1/places?place=" + shelf.location + "-BAD").json().get("items").get(0).get("onHand").asText()).isEqualTo("2");
        assertThat(post("storekeeper", path, line.formatted(ordered - 7, ordered - 5, ",\"kept\":false")).status()).isEqualTo(201);
        JsonNode now = shelf.order(order);
        assertThat(now.get("lines").get(0).get("received").asText()).as("what goes back is not received").startsWith(String.valueOf(ordered));
        assertThat(now.get("discrepancies")).extracting(one -> one.get("damaged").asText() + " " + one.get("refused").asText() + " "
                + one.get("missing").asText()).containsExactly("2 0 1", "2 2 0");
        assertThat(value(shelf)).as("two are damaged, and ours").isEqualTo("%.2f".formatted((10 + ordered) * 2.5));
    }

    @Test
    void aPlaceStaysAtItsSiteAndKeepsItsStatusWhileGoodsLieThere() {
        Shelf shelf = new Shelf(product, 1);
        place(shelf, "-A", "AVAILABLE", 1);
        note("RECEIPT", shelf.location + "-A", "", shelf.sku, "1", ",\"unitCost\":\"1.00\"");
        String body = "{\"name\":\"A\",\"status\":\"%s\",\"site\":\"%s\"}";
        assertThat(product.as("admin").put("api/v1/locations/" + shelf.location + "-A", body.formatted("DAMAGED", shelf.location), "If-Match", "\"0\"")
                .status()).isEqualTo(409);
        assertThat(product.as("admin").post("api/v1/locations", "{\"code\":\"%s-B\",\"name\":\"B\",\"site\":\"%s-A\"}"
                .formatted(shelf.location, shelf.location)).status()).isEqualTo(422);
    }

    private void place(Shelf shelf, String code, String status, int sequence) {
        Api.Answer answer = product.as("admin").post("api/v1/locations", ("{\"code\":\"%s%s\",\"name\":\"A bin\",\"site\":\"%s\",\"status\":\"%s\","
                + "\"zone\":\"HALL\",\"pickSequence\":%d}").formatted(shelf.location, code, shelf.location, status, sequence));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private void move(Shelf shelf, String from, String to, String quantity) {
        note("TRANSFER", shelf.location + from, "\"to\":\"" + shelf.location + to + "\",", shelf.sku, quantity, "");
    }

    private void note(String kind, String place, String more, String sku, String quantity, String cost) {
        Api.Answer answer = post("admin", "api/v1/movements", ("{\"kind\":\"%s\",\"location\":\"%s\",%s\"lines\":[{\"sku\":\"%s\",\"quantity\":\"%s\"%s}]}")
                .formatted(kind, place, more, sku, quantity, cost));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private Api.Answer sell(Shelf shelf, String place, int units, String more) {
        return post("cashier", "api/v1/sales", ("{\"location\":\"%s%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"%d\",\"unitPrice\":\"5.00\"%s}]}")
                .formatted(shelf.location, place, shelf.sku, units, more));
    }

    private Api.Answer post(String role, String path, String body) {
        return product.as(role).post(path, body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    private String value(Shelf shelf) {
        JsonNode rows = product.as("accountant").get("api/v1/valuation?by=item&item=" + shelf.sku).json().get("items");
        assertThat(rows).as("one row for the site").hasSize(1);
        String value = rows.get(0).get("value").asText();
        assertThat(product.as("buyer").get("api/v1/items/" + shelf.sku + "/balances").json().get("items"))
                .singleElement().satisfies(row -> assertThat(row.get("value").asText()).isEqualTo(value));
        return value;
    }

    private String onHand(Shelf shelf) {
        return product.as("buyer").get("api/v1/items/" + shelf.sku + "/balances").json().get("items").get(0).get("onHand").asText();
    }

    /** The laws hold, and what is rebuilt from the movements alone is what was there. */
    private void holds(Shelf shelf) throws Exception {
        try (var database = product.asApplication(); var statement = database.prepareStatement(
                "SELECT COUNT(*), SUM(p.on_hand) - (SELECT SUM(m.quantity) FROM movement m WHERE m.item_id = i.id),"
                        + " SUM(p.value) - (SELECT SUM(v.amount) FROM value_entry v WHERE v.item_id = i.id)"
                        + " FROM item i JOIN cost_pool p ON p.item_id = i.id WHERE i.sku = ? GROUP BY i.id")) {
            statement.setString(1, shelf.sku);
            var row = statement.executeQuery();
            assertThat(row.next()).isTrue();
            assertThat(row.getLong(1)).as("pools").isEqualTo(1);
            assertThat(row.getLong(2)).isZero();
            assertThat(row.getLong(3)).isZero();
        }
        for (String kind : new String[] {"ledger-check", "rebuild-projections"}) {
            Api.Answer job = product.as("admin").post("api/v1/jobs", "{\"kind\":\"" + kind + "\"}");
            assertThat(job.status()).as(job.body()).isIn(201, 202);
            JsonNode ended = Shelf.eventually(() -> product.as("admin").get("api/v1/jobs/" + job.json().get("id").asText()).json(),
                    seen -> seen.get("status").asText().matches("DONE|FAILED|CANCELLED"));
            assertThat(ended.get("status").asText()).as(ended.toString()).isEqualTo("DONE");
            assertThat(ended.at("/outcome/different").asInt(0)).as(ended.toString()).isZero();
        }
    }
}
