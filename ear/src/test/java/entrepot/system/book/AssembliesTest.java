package entrepot.system.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Wheels become a cart: its worth is what they cost, whenever that is known, and comes apart again to the penny. */
@OnProduct
class AssembliesTest {

    private final Product product;
    private final ShopFloor floor;
    private final String cart;

    AssembliesTest(Product product) {
        this.product = product;
        this.floor = new ShopFloor(product);
        this.cart = floor.fifo.replace("F-", "C-");
        created(floor.admin.post("api/v1/items", "{\"sku\":\"%s\",\"name\":\"Cart\",\"unit\":\"EA\",\"costing\":\"FIFO\"}".formatted(cart)));
    }

    @Test
    void whatIsMadeFollowsItsPartsAndComesApartAgain() throws Exception {
        Answer wheels = created(floor.receive(floor.fifo, 10, "1.00"));
        created(floor.receive(floor.average, 10, "3.00"));
        bill(0, "\"labour\":\"2.00\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"4\"},{\"sku\":\"%s\",\"quantity\":\"1\",\"scrap\":\"0.5\"}]");

        JsonNode cost = floor.admin.get("api/v1/bills/" + cart + "/cost?location=" + floor.place + "&quantity=2").json().get("cost");
        assertThat(cost.get("cost").asText()).isEqualTo("21.00");
        assertThat(cost.get("parts").get(0).get("layers").get(0).get("quantity").asText()).isEqualTo("8");
        JsonNode used = floor.admin.get("api/v1/bills/" + floor.average + "/used-in").json().get("items").get(0);
        assertThat(used.get("sku").asText() + " " + used.get("quantity").asText()).isEqualTo(cart + " 1.5");

        JsonNode preview = make("?dryRun=true", "2").json();
        assertThat(preview.get("journal")).hasSizeGreaterThan(2);
        Answer made = created(make("", "2"));
        assertThat(worth(cart)).isEqualTo("21.00");
        assertThat(floor.onHand(floor.average)).isEqualTo("7");
        created(floor.sell(cart, 1));

        created(floor.admin.post("api/v1/landed-costs", ("{\"receipts\":[\"%s\"],\"amount\":\"5.00\",\"by\":\"QUANTITY\"}")
                .formatted(wheels.json().get("id").asText()), ShopFloor.key(ShopFloor.newKey())));
        assertThat(worth(cart)).as("8 of 10 wheels are in two carts, one of them is left").isEqualTo("12.50");
        long movement = floor.count("SELECT m.id FROM movement m JOIN item i ON i.id = m.item_id WHERE m.kind = 'ASSEMBLY' AND i.sku = '" + cart + "'");
        JsonNode why = floor.admin.get("api/v1/costs/" + movement).json();
        assertThat(why.toString()).as("explained by its parts").contains(floor.fifo, floor.average);

        created(floor.admin.post("api/v1/disassemblies", "{\"sku\":\"%s\",\"quantity\":\"1\",\"location\":\"%s\"}".formatted(cart, floor.place),
                ShopFloor.key(ShopFloor.newKey())));
        assertThat(worth(cart)).isEqualTo("0.00");
        assertThat(floor.onHand(floor.fifo)).isEqualTo("6");
        holds();
        created(floor.note("RECEIPT", "\"businessDate\":\"" + LocalDate.now().minusDays(3) + "\",",
                "{\"sku\":\"" + floor.average + "\",\"quantity\":\"1\",\"unitCost\":\"3.00\"}"));
        holds();
        assertThat(floor.run("rebuild-projections").get("status").asText()).as("each item rebuilds to what it is").isEqualTo("DONE");
        assertThat(floor.reverse(made).status()).as("one of them was sold").isEqualTo(409);
    }

    @Test
    void aPartReceivedForAnEarlierDayChangesWhatWasMade() throws Exception {
        created(floor.receive(floor.fifo, 4, "2.00"));
        bill(0, "\"lines\":[{\"sku\":\"%s\",\"quantity\":\"4\"},{\"sku\":\"%s\",\"quantity\":\"0.000001\"}]");
        created(floor.receive(floor.average, 1, "0.00"));
        Answer made = created(make("", "1"));
        created(floor.note("RECEIPT", "\"businessDate\":\"" + LocalDate.now().minusDays(3) + "\",",
                "{\"sku\":\"" + floor.fifo + "\",\"quantity\":\"4\",\"unitCost\":\"0.50\"}"));
        assertThat(worth(cart)).isEqualTo("2.00");
        holds();
        created(floor.reverse(made));
        assertThat(worth(cart)).isEqualTo("0.00");
        assertThat(worth(floor.fifo)).isEqualTo("10.00");
        holds();
    }

    @Test
    void aBillIsNotMadeOfItselfAndNotOverwritten() {
        bill(0, "\"lines\":[{\"sku\":\"%s\",\"quantity\":\"4\"},{\"sku\":\"%s\",\"quantity\":\"1\"}]");
        Answer circle = floor.admin.put("api/v1/bills/" + floor.fifo,
                "{\"kind\":\"ASSEMBLY\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"1\"}]}".formatted(cart), "If-Match", "\"0\"");
        assertThat(circle.status()).isEqualTo(422);
        assertThat(circle.json().get("errors").get(0).get("pointer").asText()).isEqualTo("/lines/0/sku");
        assertThat(floor.admin.put("api/v1/bills/" + cart, "{\"kind\":\"KIT\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"1\"}]}".formatted(floor.fifo),
                "If-Match", "\"0\"").status()).isEqualTo(412);
        Answer none = make("", "1");
        assertThat(none.status()).as(none.body()).isEqualTo(409);
        assertThat(none.json().get("errors").get(0).get("pointer").asText()).isEqualTo("/lines/0/quantity");
    }

    private Answer make(String query, String quantity) {
        return product.as("storekeeper").post("api/v1/assemblies" + query, "{\"sku\":\"%s\",\"quantity\":\"%s\",\"location\":\"%s\"}"
                .formatted(cart, quantity, floor.place), ShopFloor.key(ShopFloor.newKey()));
    }

    private void bill(int version, String more) {
        Answer answer = product.as("buyer").put("api/v1/bills/" + cart, ("{\"kind\":\"ASSEMBLY\"," + more + "}").formatted(floor.fifo, floor.average),
                "If-Match", "\"" + version + "\"");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private String worth(String sku) {
        JsonNode rows = floor.admin.get("api/v1/valuation?by=item&item=" + sku).json().get("items");
        return rows.isEmpty() ? "0.00" : rows.get(0).get("value").asText();
    }

    /** What moved, what it is worth and what the books say of it are one, and nothing came or went when it was taken apart. */
    private void holds() throws Exception {
        String items = "(SELECT id FROM item WHERE sku IN ('" + cart + "', '" + floor.fifo + "', '" + floor.average + "'))";
        assertThat(floor.count("SELECT (SELECT SUM(value) FROM cost_pool WHERE item_id IN " + items + ")"
                + " - (SELECT SUM(amount) FROM value_entry WHERE item_id IN " + items + ")")).isZero();
        assertThat(floor.count("SELECT COALESCE(SUM(v.amount), 0) FROM movement m JOIN value_entry v ON v.movement_id = m.id"
                + " WHERE m.kind = 'DISASSEMBLY' AND m.item_id IN " + items)).isZero();
        assertThat(floor.count("SELECT COUNT(*) FROM (SELECT posting_seq FROM journal_line GROUP BY posting_seq HAVING SUM(amount) <> 0) off")).isZero();
        assertThat(floor.count("SELECT COUNT(*) FROM (SELECT j.posting_seq FROM journal_line j JOIN account_mapping a ON a.role = 'INVENTORY' AND a.account_code = j.account_code"
                + " WHERE j.posting_seq IN (SELECT posting_seq FROM movement WHERE item_id IN " + items + ") GROUP BY j.posting_seq"
                + " HAVING SUM(j.amount) <> (SELECT COALESCE(SUM(v.amount), 0) FROM value_entry v WHERE v.posting_seq = j.posting_seq)) off")).isZero();
    }

    private static Answer created(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }
}
