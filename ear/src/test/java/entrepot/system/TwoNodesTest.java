package entrepot.system;

import static entrepot.system.Shelf.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api.Answer;
import entrepot.system.book.ShopFloor;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Two servers on one book. What holds for one holds over both, and what one leaves behind when it dies, the other takes over. The
 * second does from the start what one does for all, so that its death leaves something.
 */
@OnProduct
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TwoNodesTest {

    private static final int STOCK = 2_500;
    private static final int ITEMS = 40;
    /** The lease of a job is 20 seconds; the rest is for a machine that does other work meanwhile. */
    private static final Duration TAKEN_OVER_WITHIN = Duration.ofSeconds(60);
    private static final String POLICY = "api/v1/reservations/policy";
    private static final String SYMBOL = Names.fresh("TN");

    private static Product first;
    private static Product second;
    private static String hash;

    @BeforeAll
    static void join(Product product) throws SQLException {
        first = product;
        second = Product.joining(product, System.getProperty("product.name", "product") + "-second");
        DailyBars.lay(first, SYMBOL, 3000, 5);
        new ShopFloor(first).asOwner("UPDATE lease SET owner = (SELECT run FROM node WHERE url = '" + second.url() + "'),"
                + " until = UTC_TIMESTAMP(6) + INTERVAL 20 SECOND WHERE name IN ('pump', 'jobs')");
    }

    @AfterAll
    static void leave() {
        second.close();
    }

    private static Api at(Product node, String role) {
        return new Api(node.url(), node.anonymous().client(), first.account(role));
    }

    private static Api either(int number, String role) {
        return at(number % 2 == 0 ? first : second, role);
    }

    @Test
    @Order(1)
    void eachNamesBothAndOnlyItselfAsTheOneThatAnswers() {
        for (Product node : List.of(first, second)) {
            JsonNode nodes = at(node, "auditor").get("api/v1/operations").json().path("nodes");
            assertThat(nodes.findValuesAsText("url")).contains(first.url().toString(), second.url().toString());
            for (JsonNode one : nodes) {
                assertThat(one.path("here").asBoolean()).as(one.toString()).isEqualTo(one.path("url").asText().equals(node.url().toString()));
            }
            assertThat(node(second).path("status").asText()).isEqualTo("LIVES");
        }
    }

    @Test
    @Order(2)
    void sixtyFourTillsOverBothSellExactlyWhatIsThere() throws Exception {
        ShopFloor shop = new ShopFloor(first);
        assertThat(shop.receive(shop.fifo, STOCK, "1.37").status()).isEqualTo(201);
        AtomicInteger sold = new AtomicInteger();
        AtomicBoolean empty = new AtomicBoolean();
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        AtOnce.run(64, till -> {
            while (!empty.get()) {
                for (String answer : sellTen(either(till, "admin"), shop)) {
                    if (answer.contains("\"status\":201")) {
                        sold.incrementAndGet();
                    } else if (answer.contains("out-of-stock")) {
                        empty.set(true);
                    } else {
                        faults.add(answer);
                    }
                }
            }
        });
        assertThat(faults).isEmpty();
        assertThat(sold).hasValue(STOCK);
        assertThat(shop.onHand(shop.fifo)).isEqualTo("0");
        String item = " WHERE item_id = (SELECT id FROM item WHERE sku = '" + shop.fifo + "')";
        assertThat(shop.count("SELECT SUM(value) FROM cost_pool" + item)).as("an empty shelf is worth nothing").isZero();
        assertThat(shop.count("SELECT MAX(ordinal) - MIN(ordinal) + 1 - COUNT(*) FROM movement" + item)).as("gaps in the order of the pool").isZero();
    }

    private static List<String> sellTen(Api till, ShopFloor shop) {
        String lines = IntStream.range(0, 10)
                .mapToObj(sale -> "{\"id\":\"" + UUID.randomUUID() + "\"," + shop.sale(shop.fifo, 1).substring(1) + "\n")
                .collect(Collectors.joining());
        return till.send(till.request("api/v1/sales").header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(lines)))
                .body().lines().toList();
    }

    @Test
    @Order(3)
    void aSaleThatIsSentToBothIsPostedOnce() throws Exception {
        ShopFloor shop = new ShopFloor(first);
        assertThat(shop.receive(shop.average, 100, "2.00").status()).isEqualTo(201);
        List<String> keys = IntStream.range(0, 40).mapToObj(sale -> ShopFloor.newKey()).toList();
        Queue<String> postings = new ConcurrentLinkedQueue<>();
        AtOnce.run(16, till -> {
            for (String key : keys) {
                Answer answer = either(till, "cashier").post("api/v1/sales", shop.sale(shop.average, 1), ShopFloor.key(key));
                postings.add(answer.status() == 201 || answer.status() == 200 ? key + " " + answer.json().path("id").asText() : answer.body());
            }
        });
        assertThat(postings).hasSize(16 * keys.size());
        assertThat(Set.copyOf(postings)).as("one answer a key").hasSameSizeAs(keys);
        assertThat(shop.onHand(shop.average)).isEqualTo("60");
    }

    @Test
    @Order(4)
    void whatOneChangedTheOtherUsesAtOnce() {
        Api here = at(first, "admin");
        Api there = at(second, "admin");
        for (int round = 0; round < 5; round++) {
            ShopFloor shop = new ShopFloor(first);
            Answer received = there.post("api/v1/movements", "{\"kind\":\"RECEIPT\",\"location\":\"" + shop.place + "\",\"lines\":[{\"sku\":\""
                    + shop.fifo + "\",\"quantity\":\"3\",\"unitCost\":\"2.00\"}]}", ShopFloor.key(ShopFloor.newKey()));
            assertThat(received.status()).as(received.body()).isEqualTo(201);
            assertThat(here.get("api/v1/items/" + shop.fifo + "/balances").json().at("/items/0/onHand").asText()).isEqualTo("3");
            changePolicy(here, there);
            changePolicy(there, here);
        }
    }

    /** To the other of two, at one node; the second of two calls sets it back. */
    private static void changePolicy(Api one, Api other) {
        Answer before = other.get(POLICY);
        String wanted = before.json().path("sellReserved").asText().equals("WARN") ? "REFUSE" : "WARN";
        Answer changed = one.put(POLICY, "{\"sellReserved\":\"" + wanted + "\"}",
                "If-Match", before.response().headers().firstValue("ETag").orElseThrow());
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(other.get(POLICY).json().path("sellReserved").asText()).isEqualTo(wanted);
    }

    @Test
    @Order(5)
    void aSweepIsMadeByBoth() throws SQLException {
        JsonNode swept = over(askSweep());
        hash = swept.path("result").path("resultHash").asText();
        assertThat(hash).as(swept.toString()).matches("[0-9a-f]{64}");
        assertThat(makers(swept)).as("nodes that made chunks").isEqualTo(2);
    }

    @Test
    @Order(6)
    void whatADeadNodeLeavesTheOtherTakesOver() throws Exception {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("seed " + seed);
        ShopFloor shop = new ShopFloor(first);
        List<String> skus = items(shop);
        Set<UUID> asked = ConcurrentHashMap.newKeySet();
        AtomicInteger acknowledged = new AtomicInteger();
        Connection busy = sellWhatNobodyCanDecideOn(shop, skus.remove(ITEMS - 1), asked);
        acknowledged.incrementAndGet();
        UUID sweep = askSweep();
        AtomicBoolean open = new AtomicBoolean(true);
        CompletableFuture<Void> tills = CompletableFuture.runAsync(() -> AtOnce.run(8, till -> {
            Random random = new Random(seed + till);
            while (open.get()) {
                UUID id = new UUID(random.nextLong(), random.nextLong());
                asked.add(id);
                sell(till, id, shop.place, skus.get(random.nextInt(skus.size())));
                acknowledged.incrementAndGet();
            }
        }));
        eventually(() -> sweep(sweep), one -> one.path("chunksDone").asInt() > 0);
        eventually(acknowledged::get, sales -> sales >= 100);
        String owner = "SELECT COUNT(*) FROM job j JOIN node n ON n.run = j.lease_owner WHERE n.url = '" + second.url() + "' AND j.kind = 'sweep'";
        assertThat(shop.count(owner)).as("sweeps that run on the second").isEqualTo(1);
        assertThat(sweep(sweep).path("status").asText()).as("it is slow enough to lose its node").isEqualTo("RUNNING");

        long died = System.nanoTime();
        second.killLauncher();
        second.killServer();
        busy.close();
        open.set(false);
        tills.join();

        assertThat(acknowledged).hasValue(asked.size());
        assertThat(shop.count("SELECT COUNT(*) FROM movement m JOIN item i ON i.id = m.item_id WHERE m.kind = 'SALE' AND i.sku LIKE '" + shop.fifo
                + "-%'")).as("seed %d: acknowledged and missing, or doubled", seed).isEqualTo(asked.size());
        assertThat(shop.count("SELECT SUM(on_hand) DIV 1000000 FROM stock_balance b JOIN item i ON i.id = b.item_id WHERE i.sku LIKE '" + shop.fifo + "-%'"))
                .as("seed %d: on hand", seed).isEqualTo((long) ITEMS * STOCK - asked.size());
        String undecided = "SELECT (SELECT COUNT(*) FROM outbox) + (SELECT COUNT(*) FROM to_seal) + COUNT(*) FROM inbox_mark k JOIN (SELECT m.item_id,"
                + " MAX(s.number) last FROM seal s JOIN movement m ON m.posting_seq = s.posting_seq GROUP BY m.item_id) moved"
                + " ON moved.item_id = k.item_id WHERE k.seal < last";
        eventually(() -> shop.count(undecided), none -> none == 0);
        Duration decided = Duration.ofNanos(System.nanoTime() - died);
        JsonNode swept = over(sweep);
        Duration finished = Duration.ofNanos(System.nanoTime() - died);
        System.out.printf("after kill -9 of a node, %d sales: all decided on after %d s, its sweep was over after %d s%n", asked.size(), decided.toSeconds(),
                finished.toSeconds());
        assertThat(decided).isLessThan(TAKEN_OVER_WITHIN);
        assertThat(finished).isLessThan(TAKEN_OVER_WITHIN);
        assertThat(swept.path("result").path("resultHash").asText()).as(swept.toString()).isEqualTo(hash);
        assertThat(node(second).path("status").asText()).isEqualTo("SILENT");
    }

    @Test
    @Order(7)
    void theOneThatIsLeftMakesTheSameSweepAndTheBookIsClean() throws Exception {
        ShopFloor shop = new ShopFloor(first);
        JsonNode alone = over(askSweep());
        assertThat(makers(alone)).as("nodes that made chunks").isEqualTo(1);
        assertThat(alone.path("result").path("resultHash").asText()).isEqualTo(hash);
        assertThat(shop.run("ledger-check").path("status").asText()).isEqualTo("DONE");
        assertThat(shop.run("audit-verify").path("status").asText()).isEqualTo("DONE");
        assertThat(shop.count("SELECT MAX(number) - COUNT(*) FROM seal")).as("gaps between seals").isZero();
        assertThat(shop.count("SELECT COUNT(*) FROM (SELECT from_seal, to_seal, LEAD(from_seal) OVER (PARTITION BY consumer, item_id ORDER BY from_seal) next"
                + " FROM decision) d WHERE next <> to_seal")).as("decisions with a gap or an overlap").isZero();
    }

    /** Keeps the message of its sale in the queue of the node that was told: until the answer is closed, its decision waits for a lock. */
    private static Connection sellWhatNobodyCanDecideOn(ShopFloor shop, String sku, Set<UUID> asked) throws SQLException {
        String item = "(SELECT id FROM item WHERE sku = '" + sku + "')";
        eventually(() -> shop.count("SELECT COUNT(*) FROM inbox_mark WHERE seal > 0 AND item_id = " + item), queues -> queues == 2);
        Connection busy = first.asOwner();
        // A decision that ends at this moment is no reason to give up.
        busy.createStatement().execute("SET innodb_snapshot_isolation = OFF");
        busy.setAutoCommit(false);
        busy.createStatement().executeQuery("SELECT seal FROM inbox_mark WHERE item_id = " + item + " FOR UPDATE");
        UUID id = UUID.randomUUID();
        asked.add(id);
        sell(0, id, shop.place, sku);
        eventually(() -> shop.count("SELECT COUNT(*) FROM outbox o JOIN movement m ON m.posting_seq = o.posting_seq WHERE m.item_id = " + item),
                untold -> untold == 0);
        return busy;
    }

    private static List<String> items(ShopFloor shop) {
        List<String> skus = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            skus.add(shop.fifo + "-" + item);
            assertThat(shop.admin.post("api/v1/items", "{\"sku\":\"" + skus.get(item) + "\",\"name\":\"Thing\",\"unit\":\"EA\",\"costing\":\"FIFO\"}")
                    .status()).isEqualTo(201);
        }
        String lines = skus.stream().map(sku -> "{\"sku\":\"" + sku + "\",\"quantity\":\"" + STOCK + "\",\"unitCost\":\"2.00\"}")
                .collect(Collectors.joining(","));
        assertThat(shop.note("OPENING", "", lines).status()).isEqualTo(201);
        return skus;
    }

    /** At its own node; where that does not answer, at the first, with the same id, until it is booked. */
    private static void sell(int till, UUID id, String place, String sku) {
        String sale = "{\"location\":\"" + place + "\",\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":\"1\",\"unitPrice\":\"5.00\"}]}";
        int tries = 0;
        while (!booked(either(tries == 0 ? till : 0, "cashier"), id, sale)) {
            assertThat(++tries).as("tries of sale %s", id).isLessThan(100);
            Launch.pause(50);
        }
    }

    private static boolean booked(Api till, UUID id, String sale) {
        try {
            Answer answer = till.post("api/v1/sales", sale, ShopFloor.key(id.toString()));
            assertThat(answer.status()).as(answer.body()).isIn(200, 201, 503);
            return answer.status() < 300;
        } catch (UncheckedIOException dead) {
            return false;
        }
    }

    private static UUID askSweep() {
        UUID id = UUID.randomUUID();
        Answer asked = at(first, "quant").post("api/v1/sweeps", ("{\"instrument\": \"%s\", \"mean\": \"EXPONENTIAL\", \"axes\": [{\"name\": \"fast\","
                + " \"from\": \"1\", \"to\": \"30\"}, {\"name\": \"slow\", \"from\": \"31\", \"to\": \"303\"}],"
                + " \"split\": \"2015-12-31\", \"feeRate\": \"0.001\"}").formatted(SYMBOL), "Idempotency-Key", id.toString());
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        return id;
    }

    private static JsonNode sweep(UUID id) {
        return at(first, "quant").get("api/v1/sweeps/" + id).json();
    }

    private static JsonNode over(UUID sweep) {
        return eventually(() -> sweep(sweep), one -> one.path("status").asText().matches("DONE|FAILED|CANCELLED"));
    }

    /** How many nodes made chunks of it. */
    private static long makers(JsonNode swept) throws SQLException {
        return new ShopFloor(first).count("SELECT COUNT(DISTINCT c.node) FROM sweep_claim c JOIN sweep s ON s.number = c.sweep WHERE s.id = UNHEX('"
                + swept.path("id").asText().replace("-", "") + "')");
    }

    /** A node as the first sees it. */
    private static JsonNode node(Product product) {
        for (JsonNode node : at(first, "auditor").get("api/v1/operations").json().path("nodes")) {
            if (node.path("url").asText().equals(product.url().toString())) {
                return node;
            }
        }
        throw new IllegalStateException("no node at " + product.url());
    }
}
