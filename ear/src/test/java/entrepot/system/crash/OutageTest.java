package entrepot.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Api;
import entrepot.system.Launch;
import entrepot.system.OnProduct;
import entrepot.system.OtherDatabase;
import entrepot.system.Product;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * An instance on a database that runs already, with users somebody else made. It lives and cannot work while its database is
 * away, or where it has no connection left. Profile crash keeps it away for a minute.
 */
@OnProduct
class OutageTest {

    private static final Duration AWAY = Duration.ofSeconds(Boolean.getBoolean("crash.long") ? 60 : 5);
    private static final int ITEMS = 500;
    private static final int CONNECTIONS = 12;
    private static final String SALE =
            "{\"location\":\"SHOP\",\"lines\":[{\"sku\":\"OUT-1\",\"quantity\":\"1\",\"unitPrice\":\"2.50\"}]}";

    private static Gate gate;
    private static String direct;
    private static Product product;

    @BeforeAll
    static void start(Product host) {
        direct = host.book().url().replaceFirst("/entrepot$", "/outage");
        gate = new Gate(URI.create(direct.substring("jdbc:".length())).getPort());
        Map<String, String> environment = new HashMap<>(
                OtherDatabase.make(host, "outage", "jdbc:mariadb://127.0.0.1:" + gate.port() + "/entrepot"));
        environment.put("ENTREPOT_SERVER_OPTIONS",
                "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Dentrepot.db.connections=" + CONNECTIONS);
        product = Product.start("outage", environment);
        created(product.as("admin").post("api/v1/locations", "{\"code\":\"SHOP\",\"name\":\"Shop\"}"));
        Api admin = product.as("admin");
        IntStream.range(0, ITEMS).parallel().forEach(item -> created(admin.post("api/v1/items",
                "{\"sku\":\"OUT-" + item + "\",\"name\":\"Thing\",\"unit\":\"EA\",\"costing\":\"FIFO\"}")));
    }

    @AfterAll
    static void stop() {
        product.close();
        gate.close();
    }

    @Test
    void aDatabaseThatRunsAlreadyIsMigratedAndUsed() throws SQLException {
        assertThat(product.as("admin").get("api/v1/locations").status()).isEqualTo(200);
        assertThat(product.data().resolve("run/database.pid")).doesNotExist();
        try (Connection application = product.asApplication();
                ResultSet row = application.createStatement().executeQuery("SELECT DATABASE()")) {
            row.next();
            assertThat(row.getString(1)).isEqualTo("outage");
        }
    }

    @Test
    void anOutageLosesNoMessageAndMakesNoDeadLetter() throws SQLException {
        try (Connection beside = DriverManager.getConnection(direct, "outage_owner", "chosen-by-somebody-1")) {
            beside.createStatement().execute("LOCK TABLES inbox_mark WRITE");
            stock();
            await("the queues have all messages", () -> count("SELECT COUNT(*) FROM outbox"));
            gate.shut();
            beside.createStatement().execute("UNLOCK TABLES");
        }
        UUID sale = UUID.randomUUID();
        long until = System.nanoTime() + AWAY.toNanos();
        while (System.nanoTime() < until) {
            saysTryAgain(sell(sale));
            Launch.pause(500);
        }
        gate.open();
        long open = System.nanoTime();
        await("sold again", () -> sell(sale).status() == 201 ? 0 : 1);
        System.out.printf("outage of %d s: sold again after %d ms%n", AWAY.toSeconds(), (System.nanoTime() - open) / 1_000_000);
        await("all decided", () -> count("SELECT " + 2 * ITEMS + " - COUNT(*) FROM inbox_mark WHERE seal > 0"));
        System.out.printf("%d messages that waited are decided %d ms after%n", 2 * ITEMS, (System.nanoTime() - open) / 1_000_000);
        assertThat(product.as("admin").get("api/v1/dead-letters").json().get("total").asInt()).isZero();
        assertThat(sell(sale).status()).as("it was booked once").isEqualTo(200);
    }

    @Test
    void whoGetsNoConnectionIsToldToTryAgain() throws SQLException {
        ExecutorService threads = Executors.newFixedThreadPool(40);
        List<CompletableFuture<Api.Answer>> asked = new ArrayList<>();
        try (Connection beside = DriverManager.getConnection(direct, "outage_owner", "chosen-by-somebody-1")) {
            beside.createStatement().execute("LOCK TABLES location WRITE");
            for (int i = 0; i < 40; i++) {
                asked.add(CompletableFuture.supplyAsync(() -> product.as("admin").get("api/v1/locations"), threads));
            }
            long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(25);
            while (asked.stream().noneMatch(CompletableFuture::isDone) && System.nanoTime() < until) {
                Launch.pause(100);
            }
            beside.createStatement().execute("UNLOCK TABLES");
        }
        Map<Integer, List<Api.Answer>> answers =
                asked.stream().map(CompletableFuture::join).collect(Collectors.groupingBy(Api.Answer::status));
        threads.shutdown();
        System.out.println("pool of " + CONNECTIONS + " dry, 40 asked: " + Stream.of(200, 503)
                .map(status -> status + " × " + answers.getOrDefault(status, List.of()).size()).toList());
        assertThat(answers.keySet()).containsExactlyInAnyOrder(200, 503);
        answers.get(503).forEach(OutageTest::saysTryAgain);
        assertThat(product.as("admin").get("api/v1/locations").status()).isEqualTo(200);
    }

    /** One posting of all items: a message an item for each of the two queues. */
    private static void stock() {
        String lines = IntStream.range(0, ITEMS)
                .mapToObj(item -> "{\"sku\":\"OUT-" + item + "\",\"quantity\":\"1000\",\"unitCost\":\"1.25\"}")
                .collect(Collectors.joining(","));
        created(product.as("admin").post("api/v1/movements", "{\"kind\":\"OPENING\",\"location\":\"SHOP\",\"lines\":[" + lines + "]}",
                "Idempotency-Key", UUID.randomUUID().toString()));
    }

    private static Api.Answer sell(UUID id) {
        return product.as("cashier").post("api/v1/sales", SALE, "Idempotency-Key", id.toString());
    }

    private static void saysTryAgain(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(503);
        assertThat(answer.response().headers().firstValue("Retry-After")).contains("5");
    }

    private static void await(String what, Supplier<? extends Number> left) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(180);
        while (left.get().longValue() > 0) {
            assertThat(System.nanoTime()).as("%s, left %s", what, left.get()).isLessThan(until);
            Launch.pause(100);
        }
    }

    private static long count(String sql) {
        try (Connection book = product.asApplication(); ResultSet row = book.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static void created(Api.Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
