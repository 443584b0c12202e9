package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Tills sell and keep what was acknowledged to them; server, database and launcher are killed in turn, at a random moment.
 * After each restart every till tries its unsure sales again with the same id. {@code crash.rounds} makes it longer,
 * {@code crash.seed} repeats it.
 */
class CrashTest {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 3);
    private static final int TILLS = 8;
    private static final int ITEMS = 20;
    private static final int OPENING = 100_000;
    /** Sales before a kill, so that there is something to lose. */
    private static final int AT_LEAST = 50;
    private static final List<String> VICTIMS = List.of("server", "database", "launcher");

    private static Product product;

    /** The sales a till asked for: what it sent, and whether it was told that it is booked. */
    private final Map<UUID, String> asked = new ConcurrentHashMap<>();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();

    @BeforeAll
    static void open() {
        product = Product.start("crash");
        Api admin = product.as("admin");
        created(admin.post("api/v1/locations", "{\"code\":\"SHOP\",\"name\":\"Shop\"}"));
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < ITEMS; i++) {
            created(admin.post("api/v1/items", "{\"sku\":\"" + sku(i) + "\",\"name\":\"Thing " + i
                    + "\",\"unit\":\"EA\",\"costing\":\"" + (i % 2 == 0 ? "FIFO" : "AVERAGE") + "\"}"));
            lines.append(i == 0 ? "" : ",").append("{\"sku\":\"").append(sku(i)).append("\",\"quantity\":\"").append(OPENING)
                    .append("\",\"unitCost\":\"1.234567\"}");
        }
        created(admin.post("api/v1/movements", "{\"kind\":\"OPENING\",\"location\":\"SHOP\",\"lines\":[" + lines + "]}",
                "Idempotency-Key", UUID.randomUUID().toString()));
    }

    @AfterAll
    static void close() {
        product.close();
    }

    @Test
    void whatWasAcknowledgedIsThereOnceWhateverIsKilled() throws SQLException {
        long seed = Long.getLong("crash.seed", System.nanoTime());
        System.out.println("crash seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            String victim = VICTIMS.get(round % VICTIMS.size());
            killWhileSelling(victim, random.nextInt(2000), random.nextLong());
            Duration back = restart();
            retryAll();
            System.out.printf("crash round %d: killed %s, back after %.1f s, %d sales acknowledged so far%n",
                    round + 1, victim, back.toMillis() / 1000.0, acknowledged.size());
            assertThat(acknowledged).as("seed %d round %d: every sale is acknowledged in the end", seed, round + 1)
                    .containsExactlyInAnyOrderElementsOf(asked.keySet());
            nothingIsLostOrDoubled("seed " + seed + " round " + (round + 1));
        }
        everyDecisionFollowsTheOneBefore("seed " + seed);
    }

    // Selling

    private void killWhileSelling(String victim, long afterMillis, long seed) {
        ExecutorService tills = Executors.newFixedThreadPool(TILLS);
        List<CompletableFuture<Void>> days = IntStream.range(0, TILLS)
                .mapToObj(till -> CompletableFuture.runAsync(() -> sellUntilItBreaks(new Random(seed + till)), tills))
                .toList();
        int before = acknowledged.size();
        for (int tries = 0; tries < 600 && acknowledged.size() < before + AT_LEAST; tries++) {
            Launch.pause(100);
        }
        Launch.pause(afterMillis);
        switch (victim) {
            case "server" -> product.killServer();
            case "database" -> product.killDatabase();
            default -> product.killLauncher();
        }
        // A launcher's death takes nobody with it: the tills go on until the restart stops what was left behind.
        if (victim.equals("launcher")) {
            Launch.pause(500);
            product.killServer();
        }
        days.forEach(CompletableFuture::join);
        tills.shutdown();
    }

    private void sellUntilItBreaks(Random random) {
        Api till = product.as("cashier");
        boolean answered = true;
        while (answered) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            asked.put(id, basket(random));
            answered = sell(till, id);
        }
    }

    /** @return whether the till was told how it ended */
    private boolean sell(Api till, UUID id) {
        try {
            Api.Answer answer = till.send(till.request("api/v1/sales").timeout(Duration.ofSeconds(30))
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", id.toString())
                    .POST(BodyPublishers.ofString(asked.get(id))));
            if (answer.status() == 201 || answer.status() == 200) {
                acknowledged.add(id);
                return true;
            }
            assertThat(answer.status()).as(answer.body()).isGreaterThanOrEqualTo(500);
            return false;
        } catch (UncheckedIOException broken) {
            return false;
        }
    }

    private static String basket(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            lines.add("{\"sku\":\"" + sku(random.nextInt(ITEMS)) + "\",\"quantity\":\"" + (1 + random.nextInt(3))
                    + "\",\"unitPrice\":\"2.50\"}");
        }
        return "{\"location\":\"SHOP\",\"lines\":[" + String.join(",", lines) + "]}";
    }

    private Duration restart() {
        long begun = System.nanoTime();
        product.restart();
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private void retryAll() {
        Api till = product.as("cashier");
        asked.keySet().stream().filter(id -> !acknowledged.contains(id)).forEach(id -> sell(till, id));
        acknowledged.stream().limit(20).forEach(id ->
                assertThat(sell(till, id)).as("a second try of %s gets its answer", id).isTrue());
    }

    // What must hold

    private void nothingIsLostOrDoubled(String where) throws SQLException {
        try (Connection book = product.asApplication()) {
            assertThat(number(book, "SELECT COUNT(*) FROM posting WHERE kind = 'SALE'")).as(where + ": one posting a sale")
                    .isEqualTo(acknowledged.size());
            assertThat(number(book, "SELECT COUNT(*) FROM (SELECT posting_seq FROM journal_line GROUP BY posting_seq"
                    + " HAVING SUM(amount) <> 0) t")).as(where + ": balanced").isZero();
            assertThat(number(book, "SELECT COUNT(*) FROM stock_balance b WHERE on_hand <> (SELECT SUM(quantity) FROM movement m"
                    + " WHERE m.item_id = b.item_id AND m.location_id = b.location_id)")).as(where + ": balances").isZero();
            assertThat(number(book, "SELECT COUNT(*) FROM cost_pool p WHERE value <> (SELECT SUM(v.amount) FROM value_entry v"
                    + " WHERE v.item_id = p.item_id AND v.location_id = p.location_id) OR value <> (SELECT SUM(l.value)"
                    + " FROM cost_layer l WHERE l.pool_id = p.id)")).as(where + ": layers = value entries").isZero();
            assertThat(number(book, "SELECT (SELECT SUM(amount) FROM value_entry) - (SELECT SUM(amount) FROM journal_line"
                    + " WHERE account_code = '1200')")).as(where + ": stock = inventory account").isZero();
        }
    }

    /** For each item and queue the decisions cover the seals without gap or overlap, up to the last. */
    private void everyDecisionFollowsTheOneBefore(String where) throws SQLException {
        try (Connection book = product.asApplication()) {
            String undecided = "SELECT COUNT(*) FROM inbox_mark k WHERE k.seal < (SELECT MAX(s.number) FROM seal s"
                    + " JOIN movement m ON m.posting_seq = s.posting_seq WHERE m.item_id = k.item_id)";
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while ((number(book, "SELECT COUNT(*) FROM outbox") > 0 || number(book, undecided) > 0) && System.nanoTime() < until) {
                Launch.pause(200);
            }
            assertThat(number(book, undecided)).as(where + ": everything sold is decided upon").isZero();
            assertThat(number(book, "SELECT COUNT(*) FROM inbox_mark")).as(where + ": every item, both queues").isEqualTo(2L * ITEMS);
            assertThat(number(book, "SELECT COUNT(*) FROM decision d WHERE d.from_seal <> 0 AND NOT EXISTS (SELECT 1 FROM decision e"
                    + " WHERE e.consumer = d.consumer AND e.item_id = d.item_id AND e.to_seal = d.from_seal)"))
                    .as(where + ": no gap").isZero();
        }
    }

    private static long number(Connection book, String sql) throws SQLException {
        try (ResultSet row = book.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void created(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private static String sku(int number) {
        return "CRASH-" + number;
    }
}
