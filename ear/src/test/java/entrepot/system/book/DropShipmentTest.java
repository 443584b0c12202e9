package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods that a supplier ships to a customer, in a running server. */
@OnProduct
class DropShipmentTest {

    private final Api accountant;
    private final Api buyer;
    private final ShopFloor shop;
    private final String name;
    private String order;

    DropShipmentTest(Product product) {
        shop = new ShopFloor(product);
        accountant = product.as("accountant");
        buyer = product.as("buyer");
        name = shop.place.substring(2);
    }

    /** Ten at 2.00, for which the customer pays 5.00 each; two at 1.00 lie on our own shelf. */
    @BeforeEach
    void ordered() {
        made(shop.receive(shop.fifo, 2, "1.00"));
        shop.admin.post("api/v1/suppliers", "{\"code\":\"S" + name + "\",\"name\":\"Supplier\",\"leadTimeDays\":5}");
        shop.admin.post("api/v1/customers", "{\"code\":\"C" + name + "\",\"name\":\"Customer\"}");
        order = newKey();
        made(buyer.post("api/v1/purchase-orders", ("{\"supplier\":\"S%s\",\"customer\":\"C%s\",\"orderedOn\":\"2026-11-01\",\"lines\":[{\"sku\":\"%s\","
                + "\"quantity\":\"10\",\"unitCost\":\"2.00\",\"salePrice\":\"5.00\"}]}").formatted(name, name, shop.fifo), key(order)));
    }

    @Test
    void theSupplierIsOwedTheCustomerOwesAndOurShelfStaysWhatItIs() {
        String id = newKey();
        Answer delivered = delivered(id, "10");
        made(delivered);
        assertThat(delivered(id, "10").status()).as("a second try").isEqualTo(200);
        JsonNode sale = delivered.json().get("sale");
        assertThat(sale.get("cost").asText()).isEqualTo("20.00");
        assertThat(journal(delivered, "receipt")).containsOnly(Map.entry("1200", "20.00"), Map.entry("2000", "-20.00"));
        assertThat(journal(delivered, "sale")).contains(Map.entry("1200", "-20.00"), Map.entry("5000", "20.00"), Map.entry("4000", "-50.00"),
                Map.entry("1100", "50.00"));
        Map<String, String> held = new HashMap<>();
        buyer.get("api/v1/items/" + shop.fifo + "/balances").json().get("items").forEach(one ->
                held.put(one.get("location").asText(), one.get("onHand").asText() + " worth " + one.get("value").asText()));
        assertThat(held).containsEntry(shop.place, "2 worth 2.00").containsEntry("DROP-SHIP", "0 worth 0.00");
        assertThat(buyer.get("api/v1/purchase-orders/" + order).json().get("status").asText()).isEqualTo("RECEIVED");
    }

    @Test
    void aLaterPriceOfTheSupplierIsCostOfSales() {
        Answer delivered = delivered(newKey(), "10");
        Answer entered = buyer.post("api/v1/supplier-invoices", ("{\"supplier\":\"S%s\",\"number\":\"1\",\"date\":\"2026-11-20\",\"lines\":[{\"order\":"
                + "{\"id\":\"%s\",\"line\":0},\"quantity\":\"10\",\"unitPrice\":\"2.03\"}]}").formatted(name, order), key(newKey()));
        made(entered);
        assertThat(entered.json().at("/invoice/status").asText()).isEqualTo("POSTED");
        Map<String, BigDecimal> sums = new HashMap<>();
        accountant.get("api/v1/journal?posting=" + entered.json().at("/invoice/posting").asText()).json().get("items").forEach(line ->
                sums.merge(line.get("account").asText(), new BigDecimal(line.get("amount").asText()), BigDecimal::add));
        assertThat(sums.get("5000")).isEqualByComparingTo("0.30");
        assertThat(sums.get("2000")).isEqualByComparingTo("20.00");
        assertThat(sums.get("2100")).isEqualByComparingTo("-20.30");
        assertThat(sums.getOrDefault("1200", BigDecimal.ZERO)).isEqualByComparingTo("0");
        assertThat(delivered.status()).isEqualTo(201);
    }

    @Test
    void aDryRunShowsBothPostingsAndWritesNone() {
        Answer shown = buyer.post("api/v1/purchase-orders/" + order + "/deliveries?dryRun=true", delivery("\"quantity\":\"4\""));
        assertThat(shown.status()).as(shown.body()).isEqualTo(200);
        assertThat(shown.json().at("/receipt/journal/0/debit").asText()).isEqualTo("8.00");
        assertThat(shown.json().at("/sale/cost").asText()).isEqualTo("8.00");
        assertThat(buyer.get("api/v1/purchase-orders/" + order).json().get("status").asText()).isEqualTo("ORDERED");
        Answer refused = buyer.post("api/v1/purchase-orders/" + order + "/deliveries?dryRun=true", delivery("\"quantity\":\"40\""));
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/lines/0/quantity");
    }

    @Test
    void theCustomerHasThePiecesThatTheSupplierNames() {
        String sku = "N-" + name;
        made(shop.admin.post("api/v1/items", "{\"sku\":\"" + sku + "\",\"name\":\"Pump\",\"unit\":\"EA\",\"costing\":\"SPECIFIC\",\"tracking\":\"SERIAL\"}"));
        order = newKey();
        made(buyer.post("api/v1/purchase-orders", ("{\"supplier\":\"S%s\",\"customer\":\"C%s\",\"orderedOn\":\"2026-11-01\",\"lines\":[{\"sku\":\"%s\","
                + "\"quantity\":\"2\",\"unitCost\":\"2.00\",\"salePrice\":\"5.00\"}]}").formatted(name, name, sku), key(order)));
        Answer unnamed = buyer.post("api/v1/purchase-orders/" + order + "/deliveries", delivery("\"quantity\":\"2\""), key(newKey()));
        assertThat(unnamed.status() + unnamed.body()).startsWith("422").contains("lot-missing");
        Answer delivered = buyer.post("api/v1/purchase-orders/" + order + "/deliveries",
                delivery("\"quantity\":\"2\",\"lots\":[{\"lot\":\"N1\"},{\"lot\":\"N2\"}]"), key(newKey()));
        made(delivered);
        JsonNode piece = accountant.get("api/v1/lots/" + sku + "/N2").json();
        assertThat(piece.at("/places")).isEmpty();
        assertThat(piece.at("/customers/0/code").asText()).isEqualTo("C" + name);
    }

    @Test
    void whereOneIsRefusedNeitherIsPosted() {
        Answer received = shop.admin.post("api/v1/purchase-orders/" + order + "/receipts", "{\"lines\":[{\"line\":0,\"quantity\":\"1\"}]}", key(newKey()));
        assertThat(received.body()).contains("is shipped to C" + name);
        assertThat(delivered(newKey(), "20").body()).contains("over-receipt");
        Answer unpriced = buyer.post("api/v1/purchase-orders", ("{\"supplier\":\"S%s\",\"customer\":\"C%s\",\"lines\":[{\"sku\":\"%s\","
                + "\"quantity\":\"10\"}]}").formatted(name, name, shop.fifo), key(newKey()));
        assertThat(unpriced.body()).contains("/lines/0/salePrice");
        assertThat(buyer.get("api/v1/purchase-orders/" + order).json().get("status").asText()).isEqualTo("ORDERED");
    }

    private Answer delivered(String id, String quantity) {
        return buyer.post("api/v1/purchase-orders/" + order + "/deliveries", delivery("\"quantity\":\"" + quantity + "\""), key(id));
    }

    private static String delivery(String line) {
        return "{\"businessDate\":\"2026-11-10\",\"lines\":[{\"line\":0," + line + "}]}";
    }

    private Map<String, String> journal(Answer delivered, String which) {
        Map<String, String> lines = new HashMap<>();
        accountant.get("api/v1/journal?posting=" + delivered.json().at("/" + which + "/id").asText()).json().get("items").forEach(line ->
                lines.put(line.get("account").asText(), line.get("amount").asText()));
        return lines;
    }

    private static void made(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
