package entrepot.system.volume;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Api;
import entrepot.system.AtOnce;
import entrepot.system.Api.Answer;
import entrepot.system.Launch;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import entrepot.system.book.ShopFloor;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Many tills at once: exactly what is there is sold, and nobody is told of a lock. */
@OnProduct
class TillsAtOnceTest {

    private static final int STOCK = 10_000;

    /** Each changes every count before it: who never pauses lets nobody approve. */
    private static final long BETWEEN_LATE = 200;

    private final ShopFloor shop;
    private final Product product;
    private final Queue<String> faults = new ConcurrentLinkedQueue<>();

    TillsAtOnceTest(Product product) {
        this.product = product;
        this.shop = new ShopFloor(product);
    }

    /** A till sends ten sales of one unit at a time, each answered for itself. */
    @Test
    void sixtyFourTillsSellExactlyWhatIsThere() throws SQLException {
        assertThat(shop.receive(shop.fifo, STOCK, "1.37").status()).isEqualTo(201);
        AtomicInteger sold = new AtomicInteger();
        Queue<Long> millis = new ConcurrentLinkedQueue<>();
        AtomicBoolean empty = new AtomicBoolean();
        long begun = System.nanoTime();
        AtOnce.run(64, till -> {
            while (!empty.get()) {
                long asked = System.nanoTime();
                List<String> answers = sellTen();
                millis.add((System.nanoTime() - asked) / 1_000_000);
                sold.addAndGet((int) answers.stream().filter(answer -> answer.contains("\"status\":201")).count());
                if (answers.stream().anyMatch(answer -> answer.contains("out-of-stock"))) {
                    empty.set(true);
                }
            }
        });
        List<Long> sorted = millis.stream().sorted().toList();
        System.out.printf("64 tills sold %d of one item in %.1f s; ms for ten: median %d, 99 %% %d, longest %d%n", sold.get(),
                (System.nanoTime() - begun) / 1e9, sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100),
                sorted.get(sorted.size() - 1));
        assertThat(faults).isEmpty();
        assertThat(sold).hasValue(STOCK);
        assertThat(shop.onHand(shop.fifo)).isEqualTo("0");
        assertThat(shop.count("SELECT SUM(value) FROM cost_pool WHERE item_id = (SELECT id FROM item WHERE sku = '" + shop.fifo + "')"))
                .as("an empty shelf is worth nothing").isZero();
    }

    private List<String> sellTen() {
        String line = "{\"id\":\"%s\"," + shop.sale(shop.fifo, 1).substring(1) + "\n";
        String lines = IntStream.range(0, 10).mapToObj(sale -> line.formatted(newKey())).collect(Collectors.joining());
        Answer answer = shop.admin.send(shop.admin.request("api/v1/sales")
                .header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(lines)));
        List<String> answers = answer.body().lines().toList();
        answers.stream().filter(one -> !one.contains("\"status\":201") && !one.contains("out-of-stock")).forEach(faults::add);
        return answers;
    }

    @Test
    void basketsInAnyOrderStopNobody() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        List<ShopFloor> floors = IntStream.range(0, 10).mapToObj(number -> new ShopFloor(product)).toList();
        List<String> skus = floors.stream().flatMap(floor -> List.of(floor.fifo, floor.average).stream()).toList();
        skus.forEach(sku -> assertThat(shop.receive(sku, STOCK, "2.11").status()).isEqualTo(201));
        AtomicIntegerArray sold = new AtomicIntegerArray(skus.size());
        AtOnce.run(16, till -> {
            Random random = new Random(seed + till);
            for (int sale = 0; sale < 25; sale++) {
                List<Integer> basket = new ArrayList<>(IntStream.range(0, skus.size()).boxed().toList());
                Collections.shuffle(basket, random);
                basket = basket.subList(0, 2 + random.nextInt(skus.size() - 1));
                if (answered(sell(skus, basket)).status() == 201) {
                    basket.forEach(sold::incrementAndGet);
                }
            }
        });
        assertThat(faults).as("seed %d", seed).isEmpty();
        for (int item = 0; item < skus.size(); item++) {
            assertThat(shop.onHand(skus.get(item))).as("seed %d: %s", seed, skus.get(item)).isEqualTo(Integer.toString(STOCK - sold.get(item)));
        }
    }

    @Test
    void salesCountsAndLateReceiptsOfOneItemAddUp() throws Exception {
        assertThat(shop.receive(shop.fifo, STOCK, "3.33").status()).isEqualTo(201);
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger sold = new AtomicInteger();
        AtomicInteger received = new AtomicInteger();
        AtomicInteger counted = new AtomicInteger();
        AtOnce.run(6, number -> {
            if (number == 0) {
                try {
                    for (int count = 0; count < 5; count++) {
                        counted.addAndGet(countOneLess());
                    }
                } finally {
                    over.set(true);
                }
            }
            while (!over.get()) {
                if (number == 1) {
                    received.addAndGet(answered(late()).status() == 201 ? 3 : 0);
                    Launch.pause(BETWEEN_LATE);
                } else {
                    sold.addAndGet(answered(shop.sell(shop.fifo, 1)).status() == 201 ? 1 : 0);
                }
            }
        });
        System.out.printf("one item at once: sold %d, received late %d, counted %d%n", sold.get(), received.get(), counted.get());
        assertThat(faults).isEmpty();
        assertThat(List.of(sold.get(), received.get())).doesNotContain(0);
        String item = " WHERE item_id = (SELECT id FROM item WHERE sku = '" + shop.fifo + "')";
        long recounted = shop.count("SELECT COALESCE(SUM(quantity), 0) DIV 1000000 FROM movement" + item + " AND basis = 'RECOUNTED'");
        assertThat(shop.onHand(shop.fifo)).as("what came before a count that is posted was counted")
                .isEqualTo(Long.toString(STOCK - sold.get() + received.get() + counted.get() + recounted));
        assertThat(shop.count("SELECT (SELECT SUM(value) FROM cost_pool" + item + ") - (SELECT SUM(amount) FROM value_entry" + item + ")")).isZero();
        assertThat(shop.run("ledger-check").get("status").asText()).isEqualTo("DONE");
    }

    /**
     * Counts one unit fewer than the sheet expects when it is handed in. A receipt of before the count may come between looking and
     * approving: then the accountant is told to look again. @return the difference that was posted
     */
    private int countOneLess() {
        Api storekeeper = product.as("storekeeper");
        Api accountant = product.as("accountant");
        String count = storekeeper.post("api/v1/counts", "{\"location\":\"" + shop.place + "\",\"skus\":[\"" + shop.fifo + "\"]}", key(newKey()))
                .json().get("id").asText();
        int seen = Integer.parseInt(shop.onHand(shop.fifo)) - 1;
        answered(storekeeper.put("api/v1/counts/" + count + "/lines",
                "{\"lines\":[{\"sku\":\"" + shop.fifo + "\",\"quantity\":\"" + seen + "\"}]}"));
        answered(storekeeper.post("api/v1/counts/" + count + "/submit", "{}"));
        Answer review;
        Answer approved;
        do {
            review = accountant.get("api/v1/counts/" + count + "/review");
            approved = accountant.post("api/v1/counts/" + count + "/approve", "{\"otherwise\":\"THEFT\"}",
                    "Idempotency-Key", newKey(), "If-Match", review.response().headers().firstValue("ETag").orElseThrow());
        } while (approved.status() == 412);
        assertThat(answered(approved).status()).as(approved.body()).isEqualTo(201);
        return review.json().at("/items/0/difference").asInt();
    }

    private Answer late() {
        return shop.note("RECEIPT", "\"businessDate\":\"" + LocalDate.now().minusDays(5) + "\",\"wasCounted\":true,",
                "{\"sku\":\"" + shop.fifo + "\",\"quantity\":\"3\",\"unitCost\":\"2.50\"}");
    }

    private Answer sell(List<String> skus, List<Integer> basket) {
        String lines = String.join(",", basket.stream()
                .map(item -> "{\"sku\":\"" + skus.get(item) + "\",\"quantity\":\"1\",\"unitPrice\":\"5.00\"}").toList());
        return shop.admin.post("api/v1/sales", "{\"location\":\"" + shop.place + "\",\"lines\":[" + lines + "]}", key(newKey()));
    }

    /** Everybody is told something he can work with. */
    private Answer answered(Answer answer) {
        if (answer.status() >= 500 || answer.status() >= 400 && !answer.body().contains("out-of-stock")) {
            faults.add(answer.status() + " " + answer.body());
        }
        return answer;
    }
}
