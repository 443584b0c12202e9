package entrepot.system.volume;

import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import entrepot.system.book.ShopFloor;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Projections are rebuilt while the shop sells: the same state, no sale lost or refused, none waits long. */
@OnProduct
class RebuildUnderLoadTest {

    private static final int CLIENTS = 4;
    private static final int REBUILDS = 4;
    private static final int HISTORY = 2000;
    private static final long LONGEST_MILLIS = 5000;

    private final Product product;
    private final ShopFloor shop;
    private final ShopFloor quiet;
    private final Queue<Long> millis = new ConcurrentLinkedQueue<>();
    private final Queue<String> refused = new ConcurrentLinkedQueue<>();
    private final AtomicInteger sold = new AtomicInteger();
    private final AtomicInteger received = new AtomicInteger();
    private final AtomicBoolean over = new AtomicBoolean();

    RebuildUnderLoadTest(Product product) {
        this.product = product;
        this.shop = new ShopFloor(product);
        this.quiet = new ShopFloor(product);
    }

    @Test
    void theBookIsTheSameThoughTheShopGoesOnSelling() throws Exception {
        longHistory();
        quiet.receive(quiet.fifo, 5, "2.00");
        List<Thread> threads = new ArrayList<>();
        for (int client = 0; client < CLIENTS; client++) {
            String sku = client % 2 == 0 ? shop.fifo : shop.average;
            threads.add(new Thread(() -> sells(sku)));
        }
        threads.add(new Thread(this::comesToNewPlaces));
        threads.forEach(Thread::start);
        try {
            for (int time = 0; time < REBUILDS; time++) {
                isIdentical(shop.run("rebuild-projections"));
            }
            shop.asOwner("UPDATE stock_balance SET on_hand = on_hand + 7 WHERE item_id = (SELECT id FROM item WHERE sku = '" + quiet.fifo + "')");
            assertThat(shop.run("rebuild-projections").at("/outcome/different").asInt()).as("the one that was wrong").isEqualTo(1);
        } finally {
            over.set(true);
            for (Thread thread : threads) {
                thread.join();
            }
        }
        List<Long> sorted = millis.stream().sorted().toList();
        System.out.printf("%d sales while rebuilding, ms: median %d, 99 %% %d, longest %d; %d receipts at new places%n", sold.get(),
                sorted.get(sorted.size() / 2), sorted.get(sorted.size() * 99 / 100), sorted.get(sorted.size() - 1), received.get());
        assertThat(refused).isEmpty();
        assertThat(sorted.get(sorted.size() - 1)).as("the longest a sale took, ms").isLessThan(LONGEST_MILLIS);
        nothingIsLost();
        subtotalsAreWritten();
        JsonNode once = isIdentical(shop.run("rebuild-projections"));
        assertThat(isIdentical(shop.run("rebuild-projections")).at("/outcome/after")).isEqualTo(once.at("/outcome/before"));
        assertThat(shop.run("ledger-check").get("status").asText()).isEqualTo("DONE");
    }

    /** Those of each block that is full: one that is written between two rebuildings is in the second hash only. */
    private void subtotalsAreWritten() throws SQLException, InterruptedException {
        while (shop.count("SELECT (SELECT COUNT(*) FROM to_seal) + (SELECT COUNT(*) FROM seal) DIV 1024 - (SELECT COUNT(*) FROM subtotal_block)") > 0) {
            Thread.sleep(200);
        }
    }

    /** Receipts and issues in turn, of one item, so that its rebuilding takes a while. */
    private void longHistory() {
        StringBuilder lines = new StringBuilder();
        for (int number = 0; number < HISTORY; number++) {
            boolean comes = number % 2 == 0;
            lines.append("{\"id\":\"").append(newKey()).append("\",\"kind\":\"").append(comes ? "RECEIPT" : "ISSUE")
                    .append("\",\"location\":\"").append(shop.place).append("\",\"lines\":[{\"sku\":\"").append(shop.fifo).append("\",\"quantity\":\"")
                    .append(comes ? 20 : 10).append(comes ? "\",\"unitCost\":\"" + (1 + number % 7) + ".37\"}]}" : "\"}]}").append('\n');
        }
        Answer answer = shop.admin.send(shop.admin.request("api/v1/movements").timeout(Duration.ofMinutes(3))
                .header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(lines.toString())));
        assertThat(answer.body().lines()).hasSize(HISTORY).allMatch(line -> line.contains("\"status\":201"));
        assertThat(shop.receive(shop.average, 10_000, "3.33").status()).isEqualTo(201);
    }

    private void sells(String sku) {
        while (!over.get()) {
            long begun = System.nanoTime();
            Answer answer = shop.sell(sku, 1);
            millis.add((System.nanoTime() - begun) / 1_000_000);
            if (answer.status() == 201) {
                sold.incrementAndGet();
            } else {
                refused.add(answer.status() + " " + answer.body());
            }
        }
    }

    /** The first goods of an item at a place make a new pool. */
    private void comesToNewPlaces() {
        Api admin = product.as("admin");
        while (!over.get()) {
            String place = "N-" + newKey().substring(0, 8).toUpperCase();
            admin.post("api/v1/locations", "{\"code\":\"" + place + "\",\"name\":\"New place\"}");
            Answer answer = admin.post("api/v1/movements", "{\"kind\":\"RECEIPT\",\"location\":\"" + place + "\",\"lines\":[{\"sku\":\""
                    + shop.fifo + "\",\"quantity\":\"3\",\"unitCost\":\"2.00\"}]}", ShopFloor.key(newKey()));
            if (answer.status() == 201) {
                received.incrementAndGet();
            } else {
                refused.add(answer.status() + " " + answer.body());
            }
        }
    }

    private void nothingIsLost() throws SQLException {
        String item = "(SELECT id FROM item WHERE sku IN ('" + shop.fifo + "', '" + shop.average + "'))";
        assertThat(shop.count("SELECT COUNT(*) FROM sale_line WHERE item_id IN " + item)).isEqualTo(sold.get());
        long there = shop.count("SELECT SUM(on_hand) FROM stock_balance WHERE item_id IN " + item);
        assertThat(there).isEqualTo((HISTORY * 5L + 10_000 + 3L * received.get() - sold.get()) * 1_000_000);
        assertThat(shop.count("SELECT SUM(quantity) FROM movement WHERE item_id IN " + item)).isEqualTo(there);
    }

    private static JsonNode isIdentical(JsonNode job) {
        assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("DONE");
        assertThat(job.at("/outcome/after")).as(job.toString()).isEqualTo(job.at("/outcome/before"));
        assertThat(job.at("/outcome/refused").asInt()).isZero();
        return job;
    }
}
