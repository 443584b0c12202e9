package entrepot.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Api;
import entrepot.system.Product;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What lies in the shop before the first sale. */
final class Goods {

    static final int OPENING = 1_000_000;

    private Goods() {}

    static void lay(Product product) {
        Api admin = product.as("admin");
        created(admin.post("api/v1/locations", "{\"code\":\"SHOP\",\"name\":\"Shop\"}"));
        for (int item = 0; item < Basket.ITEMS; item++) {
            created(admin.post("api/v1/items", "{\"sku\":\"" + Basket.sku(item) + "\",\"name\":\"Thing " + item
                    + "\",\"unit\":\"EA\",\"costing\":\"" + (item % 2 == 0 ? "FIFO" : "AVERAGE") + "\"}"));
        }
        String lines = IntStream.range(0, Basket.ITEMS)
                .mapToObj(item -> "{\"sku\":\"" + Basket.sku(item) + "\",\"quantity\":\"" + OPENING + "\",\"unitCost\":\"1.234567\"}")
                .collect(Collectors.joining(","));
        created(admin.post("api/v1/movements", "{\"kind\":\"OPENING\",\"location\":\"SHOP\",\"lines\":[" + lines + "]}",
                "Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static void created(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
