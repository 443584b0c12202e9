package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

/** A new item of a new supplier at a new location, with goods on the shelf. */
public final class Shelf {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Product product;
    public final String sku = code("SKU");
    final String supplier = code("SUP");
    final String location = code("LOC");

    public Shelf(Product product, int units) {
        this.product = product;
        created("api/v1/locations", "{\"code\":\"%s\",\"name\":\"Shelf %s\"}".formatted(location, location));
        created("api/v1/suppliers", "{\"code\":\"%s\",\"name\":\"A supplier\",\"leadTimeDays\":5}".formatted(supplier));
        created("api/v1/items", ("{\"sku\":\"%s\",\"name\":\"A thing\",\"unit\":\"EA\",\"costing\":\"FIFO\",\"supplier\":\"%s\","
                + "\"purchaseCost\":\"2.50\",\"currency\":\"GBP\",\"pack\":\"12\"}").formatted(sku, supplier));
        post("storekeeper", "api/v1/movements", ("{\"kind\":\"OPENING\",\"location\":\"%s\",\"lines\":"
                + "[{\"sku\":\"%s\",\"quantity\":\"%d\",\"unitCost\":\"2.50\"}]}").formatted(location, sku, units));
    }

    private static String code(String what) {
        return what + "-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    }

    private void created(String path, String body) {
        Api.Answer answer = product.as("admin").post(path, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private void post(String role, String path, String body) {
        Api.Answer answer = product.as(role).post(path, body, "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    public void sell(int units) {
        post("cashier", "api/v1/sales", ("{\"location\":\"%s\",\"channel\":\"POS\",\"lines\":"
                + "[{\"sku\":\"%s\",\"quantity\":\"%d\",\"unitPrice\":\"5.00\"}]}").formatted(location, sku, units));
    }

    /** All suggestions of the item in this status. */
    JsonNode suggestions(String status) {
        return product.as("buyer").get("api/v1/replenishment/suggestions?sku=" + sku + "&status=" + status).json().get("items");
    }

    JsonNode suggestion() {
        return eventually(() -> suggestions("OPEN"), open -> open.size() == 1).get(0);
    }

    /** The order that the one suggestion becomes. */
    String order() {
        Api.Answer answer = confirm(UUID.randomUUID(), suggestion().get("id").asLong());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("orders").get(0).asText();
    }

    Api.Answer confirm(UUID key, long suggestion) {
        return product.as("buyer").post("api/v1/replenishment/suggestions/confirm",
                "{\"ids\":[%d],\"order\":true}".formatted(suggestion), "Idempotency-Key", key.toString());
    }

    Api.Answer receive(String order, UUID key, int units) {
        return product.as("storekeeper").post("api/v1/purchase-orders/" + order + "/receipts",
                "{\"lines\":[{\"line\":0,\"quantity\":\"%d\"}]}".formatted(units), "Idempotency-Key", key.toString());
    }

    JsonNode order(String order) {
        return product.as("buyer").get("api/v1/purchase-orders/" + order).json();
    }

    public static <T> T eventually(Callable<T> look, Predicate<T> wanted) {
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                T seen = look.call();
                if (wanted.test(seen) || Instant.now().isAfter(end)) {
                    assertThat(seen).matches(wanted, "wanted within " + PATIENCE);
                    return seen;
                }
                Thread.sleep(100);
            } catch (Exception failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
