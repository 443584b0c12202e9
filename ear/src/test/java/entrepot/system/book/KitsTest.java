package entrepot.system.book;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import org.junit.jupiter.api.Test;

/** Two cups and a tin of tea are one breakfast: sold on one line, promised as far as the scarcer goes, and brought back. */
@OnProduct
class KitsTest {

    private final Product product;
    private final ShopFloor floor;
    private final String kit;

    KitsTest(Product product) {
        this.product = product;
        this.floor = new ShopFloor(product);
        this.kit = floor.fifo.replace("F-", "K-");
        created(floor.admin.post("api/v1/items", "{\"sku\":\"%s\",\"name\":\"Breakfast\",\"unit\":\"EA\",\"costing\":\"FIFO\"}".formatted(kit)));
        Answer bill = product.as("buyer").put("api/v1/bills/" + kit, ("{\"kind\":\"KIT\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"2\"},"
                + "{\"sku\":\"%s\",\"quantity\":\"1\"}]}").formatted(floor.fifo, floor.average), "If-Match", "\"0\"");
        assertThat(bill.status()).as(bill.body()).isEqualTo(200);
        created(floor.receive(floor.fifo, 10, "1.00"));
        created(floor.receive(floor.average, 4, "3.00"));
    }

    @Test
    void aKitIsSoldAsOneAndItsPartsLeave() throws Exception {
        assertThat(available()).as("four tins of tea").isEqualTo("4");
        assertThat(floor.receive(kit, 1, "1.00").json().get("code").asText()).isEqualTo("kit");

        Answer sold = created(sell("{\"sku\":\"%s\",\"quantity\":\"2\",\"unitPrice\":\"9.99\"},{\"sku\":\"%s\",\"quantity\":\"1\",\"unitPrice\":\"2.00\"}"
                .formatted(kit, floor.fifo)));
        JsonNode sale = floor.admin.get("api/v1/sales/" + sold.json().get("id").asText()).json();
        assertThat(sale.toString()).contains("\"kits\":[{\"line\":0,\"sku\":\"" + kit + "\"");
        assertThat(floor.onHand(floor.fifo) + " " + floor.onHand(floor.average)).isEqualTo("5 2");
        assertThat(floor.count("SELECT SUM(s.net) FROM sale_line s JOIN posting p ON p.seq = s.posting_seq WHERE p.id = UNHEX(REPLACE('"
                + sold.json().get("id").asText() + "', '-', ''))")).isEqualTo(2198);
        assertThat(available()).isEqualTo("2");

        Answer tooMany = sell("{\"sku\":\"%s\",\"quantity\":\"1\",\"unitPrice\":\"2.00\"},{\"sku\":\"%s\",\"quantity\":\"3\",\"unitPrice\":\"9.99\"}"
                .formatted(floor.fifo, kit));
        assertThat(tooMany.status()).as(tooMany.body()).isEqualTo(409);
        assertThat(tooMany.json().get("errors")).extracting(error -> error.get("pointer").asText()).containsOnly("/lines/1/quantity");

        created(product.as("cashier").post("api/v1/returns", ("{\"location\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"1\","
                + "\"returnOf\":{\"sale\":\"%s\",\"line\":0}}]}").formatted(floor.place, kit, sold.json().get("id").asText()),
                ShopFloor.key(ShopFloor.newKey())));
        assertThat(floor.onHand(floor.fifo) + " " + floor.onHand(floor.average)).isEqualTo("7 3");
    }

    @Test
    void thePiecesOfAKitAreNamedAndAllThatIsMissingIsTold() {
        String pump = kit.replace("K-", "N-");
        String set = kit.replace("K-", "S-");
        created(floor.admin.post("api/v1/items", "{\"sku\":\"%s\",\"name\":\"Pump\",\"unit\":\"EA\",\"costing\":\"SPECIFIC\",\"tracking\":\"SERIAL\"}".formatted(pump)));
        created(floor.admin.post("api/v1/items", "{\"sku\":\"%s\",\"name\":\"Set\",\"unit\":\"EA\",\"costing\":\"FIFO\"}".formatted(set)));
        assertThat(product.as("buyer").put("api/v1/bills/" + set, ("{\"kind\":\"KIT\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"1\"},"
                + "{\"sku\":\"%s\",\"quantity\":\"2\"}]}").formatted(floor.fifo, pump), "If-Match", "\"0\"").status()).isEqualTo(200);
        created(floor.note("RECEIPT", "", "{\"sku\":\"%s\",\"quantity\":\"2\",\"unitCost\":\"7.00\",\"lots\":[{\"lot\":\"P1\"},{\"lot\":\"P2\"}]}".formatted(pump)));
        String line = "{\"sku\":\"" + set + "\",\"quantity\":\"1\",\"unitPrice\":\"20.00\"%s}";
        Answer refused = sell(line.formatted("") + "," + line.formatted(",\"parts\":[{\"sku\":\"" + pump + "\",\"lots\":[{\"lot\":\"P1\"},{\"lot\":\"P9\"}]}]"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors")).extracting(error -> error.get("pointer").asText() + " " + error.get("code").asText())
                .containsExactly("/lines/0/parts lot-missing", "/lines/1/parts/0/lots/1/lot unknown-lot");
        Answer sold = created(sell(line.formatted(",\"parts\":[{\"sku\":\"" + pump + "\",\"lots\":[{\"lot\":\"P1\"},{\"lot\":\"P2\"}]}]")));
        assertThat(sold.json().get("cost").asText()).isEqualTo("15.00");
        assertThat(floor.onHand(pump)).isEqualTo("0");
    }

    @Test
    void aReservedKitKeepsItsPartsAndIsSoldFromThem() {
        Answer kept = created(product.as("cashier").post("api/v1/reservations", "{\"lines\":[{\"sku\":\"%s\",\"location\":\"%s\",\"quantity\":\"3\"}]}"
                .formatted(kit, floor.place), ShopFloor.key(ShopFloor.newKey())));
        String id = kept.json().at("/reservation/id").asText();
        assertThat(kept.json().get("lines")).extracting(line -> line.get("kit").asText() + " " + line.get("held").asText()).containsExactly(kit + " 6", kit + " 3");
        assertThat(available()).isEqualTo("1");
        assertThat(sell("{\"sku\":\"%s\",\"quantity\":\"2\",\"unitPrice\":\"5.00\"}".formatted(floor.average)).json().get("code").asText()).isEqualTo("reserved");
        created(sell("{\"sku\":\"%s\",\"quantity\":\"3\",\"unitPrice\":\"9.99\",\"reservation\":{\"id\":\"%s\",\"line\":0}}".formatted(kit, id)));
        assertThat(product.as("cashier").get("api/v1/reservations/" + id).json().at("/reservation/status").asText()).isEqualTo("FULFILLED");
        assertThat(available()).isEqualTo("1");
    }

    private String available() {
        JsonNode sites = product.as("cashier").get("api/v1/availability?sku=" + kit).json().get("items");
        assertThat(sites).hasSize(1);
        assertThat(sites.get(0).get("promisable").asText()).isEqualTo(sites.get(0).get("available").asText());
        return sites.get(0).get("available").asText();
    }

    private Answer sell(String lines) {
        return product.as("cashier").post("api/v1/sales", "{\"location\":\"%s\",\"lines\":[%s]}".formatted(floor.place, lines), ShopFloor.key(ShopFloor.newKey()));
    }

    private static Answer created(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }
}
