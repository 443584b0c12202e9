package entrepot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.bench.inside.BenchSeller;
import entrepot.bench.inside.BenchServlet;
import entrepot.bench.inside.Echo;
import entrepot.system.Api;
import entrepot.system.Product;
import entrepot.system.inside.Inside;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.flywaydb.core.Flyway;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.Test;

/**
 * How fast sales are posted, against what the same database can write: protocol and columns are explained in the report,
 * {@code docs/benchmarks.md}. Sales of three lines over 50,000 items; every way in turn, {@code bench.rounds} times.
 */
class PostingBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SCALE = Integer.getInteger("bench.sales", 4000);
    private static final int CLIENTS = 64;
    private static final int BULK = 1000;
    private static final List<String> PROJECTIONS = List.of("cost_pool", "cost_layer", "stock_balance");
    private static final List<String> COMPARED = List.of("posting", "movement", "value_entry", "journal_line", "audit_entry",
            "sale", "sale_line", "tender", "idempotency", "cost_pool", "cost_layer", "stock_balance");

    private final Map<String, List<Measured>> results = new LinkedHashMap<>();
    private final AtomicInteger seeds = new AtomicInteger(1);
    private Product product;
    private String token;

    @Test
    void postingAgainstTheCeiling() throws Exception {
        try (Product started = Product.start("bench", environment())) {
            product = started;
            token = token();
            stock();
            layCeiling();
            String compared = compare();
            warmUp();
            for (int round = 0; round < ROUNDS; round++) {
                round();
            }
            Report.write("posting", new PostingReport(results, compared, ROUNDS).text());
        }
    }

    private Map<String, String> environment() {
        Path archive = Path.of(System.getProperty("entrepot.home"), "ear/target/bench.ear").toAbsolutePath().normalize();
        Inside.Archive.with(BenchSeller.class, BenchServlet.class, Echo.class, Echo.Root.class, Mix.class)
                .as(ZipExporter.class).exportTo(archive.toFile(), true);
        return Map.of("ENTREPOT_ARCHIVE", archive.toString(), "ENTREPOT_SERVER_OPTIONS", "",
                "ENTREPOT_SERVER_MEMORY", "2g", "ENTREPOT_DB_MEMORY", "2G");
    }

    // What the rounds stand on

    private String token() {
        Api.Answer answer = product.as("admin").post("api/v1/tokens", "{\"label\":\"benchmark\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().path("token").asText();
    }

    /** 50,000 items and one layer of stock for each. */
    private void stock() throws SQLException {
        try (Connection owner = product.asOwner(); Statement sql = owner.createStatement()) {
            sql.execute("INSERT INTO location (id, code, name) VALUES (1, '" + Mix.LOCATION + "', 'Benchmark')");
            sql.execute("INSERT INTO item (id, sku, name, unit_code, costing) SELECT 9000000000 + seq, CONCAT('BENCH-', seq),"
                    + " CONCAT('Thing ', seq), 'EA', IF(seq % 2 = 0, 'FIFO', 'AVERAGE') FROM seq_1_to_" + Mix.ITEMS);
        }
        StringBuilder body = new StringBuilder();
        for (int first = 1; first <= Mix.ITEMS; first += 500) {
            List<String> lines = new ArrayList<>();
            for (int item = first; item < first + 500; item++) {
                lines.add("{\"sku\":\"BENCH-" + item + "\",\"quantity\":\"1000000\",\"totalCost\":\"" + (1_000_000 + item) + ".37\"}");
            }
            body.append("{\"id\":\"").append(new UUID(7, first)).append("\",\"kind\":\"OPENING\",\"location\":\"").append(Mix.LOCATION)
                    .append("\",\"lines\":[").append(String.join(",", lines)).append("]}\n");
        }
        assertThat(send("api/v1/movements", "application/x-ndjson", body.toString()).lines())
                .allMatch(line -> line.contains("\"status\":201"));
    }

    /** A schema of its own on the same server, with the same tables and the same stock. */
    private void layCeiling() throws SQLException {
        try (Connection root = product.asOwner(); Statement sql = root.createStatement()) {
            sql.execute("CREATE DATABASE IF NOT EXISTS ceiling");
        }
        Flyway.configure().dataSource(ceilingUrl(), product.book().owner().name(), product.book().owner().password())
                .locations("classpath:db/inventory", "classpath:db/trading").outOfOrder(true)
                .placeholders(Map.of("app", "entrepot_app@'%'", "company", "Ceiling", "currency", "GBP", "zone", "UTC"))
                .load().migrate();
    }

    private String ceilingUrl() {
        return product.book().url().replaceFirst("/entrepot(?=$|\\?)", "/ceiling");
    }

    private Connection ceiling() throws SQLException {
        String url = ceilingUrl() + (ceilingUrl().contains("?") ? "&" : "?") + "useBulkStmtsForInserts=true&useServerPrepStmts=true";
        return DriverManager.getConnection(url, product.book().owner().name(), product.book().owner().password());
    }

    /** The ceiling starts where the book stands. */
    private void levelCeiling() throws SQLException {
        try (Connection owner = ceiling(); Statement sql = owner.createStatement()) {
            for (String table : COMPARED) {
                sql.execute("TRUNCATE TABLE " + table);
            }
            for (String table : List.of("to_seal", "outbox")) {
                sql.execute("TRUNCATE TABLE " + table);
            }
            for (String table : PROJECTIONS) {
                sql.execute("INSERT INTO " + table + " SELECT * FROM entrepot." + table);
            }
        }
    }

    /** A small run, written by both, is the same to the byte. */
    private String compare() throws SQLException {
        levelCeiling();
        inProcess("compare", Mix.SPREAD, 1, 50, 500);
        RecordedSales sales;
        try (Connection book = product.asOwner()) {
            sales = RecordedSales.read(book, "compare");
        }
        new Ceiling(this::ceiling, sales).write(1);
        try (Connection owner = product.asOwner()) {
            for (String table : COMPARED) {
                String rows = "SELECT * FROM %s." + table + (PROJECTIONS.contains(table) ? "" : " WHERE " + key(table)
                        + " IN (SELECT seq FROM entrepot.posting WHERE reference LIKE 'compare%%')");
                assertThat(checksum(owner, String.format(rows, "ceiling"))).as("rows of " + table)
                        .isEqualTo(checksum(owner, String.format(rows, "entrepot")));
            }
        }
        return sales.size() + " sales, " + sales.rows() + " rows";
    }

    private static String key(String table) {
        return table.equals("posting") ? "seq" : "posting_seq";
    }

    private static List<String> checksum(Connection owner, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (ResultSet result = owner.createStatement().executeQuery(query)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                StringBuilder row = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    byte[] value = result.getBytes(i);
                    row.append(value == null ? "null" : Arrays.hashCode(value)).append('|');
                }
                rows.add(row.toString());
            }
        }
        Collections.sort(rows);
        return rows;
    }

    // The rounds

    private void warmUp() {
        for (int i = 0; i < 3; i++) {
            inProcess("warm", Mix.SPREAD, CLIENTS, 1, SCALE / 4);
            inProcess("warm", Mix.SPREAD, 4, 256, SCALE);
            single("warm", SCALE / 8);
            bulk("warm", Mix.SPREAD, SCALE);
            echo(SCALE);
        }
    }

    private void round() throws SQLException {
        levelCeiling();
        String reference = "grouped-" + seeds.get();
        note("in process, groups of 256", () -> inProcess(reference, Mix.SPREAD, 4, 256, SCALE));
        note("ceiling", ceilingOf(reference));
        note("in process, one by one", () -> inProcess("r", Mix.SPREAD, CLIENTS, 1, SCALE / 4));
        note("in process, one by one, skewed", () -> inProcess("r", Mix.SKEWED, CLIENTS, 1, SCALE / 4));
        note("in process, one by one, hot", () -> inProcess("r", Mix.HOT, CLIENTS, 1, SCALE / 4));
        note("in process, groups of 256, skewed", () -> inProcess("r", Mix.SKEWED, 4, 256, SCALE));
        note("in process, groups of 256, hot", () -> inProcess("r", Mix.HOT, 4, 256, SCALE));
        note("HTTP, NDJSON of 1,000", () -> bulk("r", Mix.SPREAD, SCALE));
        note("HTTP, one a request", () -> single("r", SCALE / 4));
        note("HTTP, echo of the same body", () -> echo(SCALE));
    }

    private Supplier<Measured> ceilingOf(String reference) throws SQLException {
        RecordedSales sales;
        try (Connection book = product.asOwner()) {
            sales = RecordedSales.read(book, reference);
        }
        Ceiling ceiling = new Ceiling(this::ceiling, sales);
        return () -> timed("ceiling", sales.size(), new long[0], () -> {
            ceiling.write(2);
            return 0L;
        });
    }

    private void note(String way, Supplier<Measured> run) {
        settle();
        Measured measured = run.get();
        System.out.printf("%-40s %8.0f sales/s%n", way, measured.rate());
        results.computeIfAbsent(way, first -> new ArrayList<>()).add(measured);
    }

    /** Nobody pays for what the way before left to be sealed, sent and decided. */
    private void settle() {
        try (Connection owner = product.asOwner()) {
            long until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            while (number(owner, "SELECT (SELECT COUNT(*) FROM to_seal) + (SELECT COUNT(*) FROM outbox)") > 0
                    && System.nanoTime() < until) {
                Thread.sleep(200);
            }
            Thread.sleep(1000);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    // The ways

    private Measured inProcess(String reference, Mix mix, int threads, int group, int sales) {
        String path = "inside/bench?mix=" + mix + "&threads=" + threads + "&group=" + group + "&sales=" + sales
                + "&reference=" + reference + "&seed=" + seeds.getAndIncrement();
        AtomicLong posted = new AtomicLong();
        List<Long> micros = new ArrayList<>();
        AtomicLong nanos = new AtomicLong();
        Measured outside = timed("in process", sales, new long[0], () -> {
            String[] words = product.anonymous().send(product.anonymous().request(path).timeout(Duration.ofMinutes(5)).GET())
                    .body().split(" ");
            posted.set(Long.parseLong(words[0]));
            nanos.set(Long.parseLong(words[1]));
            Arrays.stream(words).skip(3).mapToLong(Long::parseLong).forEach(micros::add);
            return Long.parseLong(words[2]);
        });
        return new Measured(outside.way(), posted.get(), nanos.get() / 1e9, Measured.sorted(micros), outside.statements(),
                outside.cpu(), outside.errors());
    }

    private Measured bulk(String reference, Mix mix, int sales) {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < sales / BULK; i++) {
            Random random = new Random(seeds.getAndIncrement());
            StringBuilder body = new StringBuilder();
            for (int sale = 0; sale < BULK; sale++) {
                body.append("{\"id\":\"").append(new UUID(random.nextLong(), random.nextLong())).append("\",")
                        .append(sale(random, mix, reference).substring(1)).append('\n');
            }
            bodies.add(body.toString());
        }
        return timed("bulk", bodies.size() * (long) BULK, new long[0], () -> clients(2, bodies.size(), i ->
                send("api/v1/sales", "application/x-ndjson", bodies.get(i)).lines()
                        .filter(line -> !line.contains("\"status\":201")).count()));
    }

    private Measured single(String reference, int sales) {
        return one("api/v1/sales", reference, sales, 201);
    }

    private Measured echo(int sales) {
        return one("inside/api/echo", "echo", sales, 200);
    }

    private Measured one(String path, String reference, int sales, int expected) {
        Random random = new Random(seeds.getAndIncrement());
        List<HttpRequest> requests = new ArrayList<>();
        Api api = product.anonymous();
        for (int i = 0; i < sales; i++) {
            requests.add(api.request(path).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                    .header("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString())
                    .POST(BodyPublishers.ofString(sale(random, Mix.SPREAD, reference))).build());
        }
        List<Long> micros = Collections.synchronizedList(new ArrayList<>());
        Measured measured = timed(path, sales, new long[0], () -> clients(CLIENTS, sales, i -> {
            long begun = System.nanoTime();
            int status = api.client().send(requests.get(i), java.net.http.HttpResponse.BodyHandlers.ofString()).statusCode();
            micros.add((System.nanoTime() - begun) / 1000);
            return status == expected ? 0L : 1L;
        }));
        return new Measured(path, sales, measured.seconds(), Measured.sorted(micros), measured.statements(), measured.cpu(), measured.errors());
    }

    private static String sale(Random random, Mix mix, String reference) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < Mix.LINES; i++) {
            lines.append(i == 0 ? "" : ",").append("{\"sku\":\"").append(mix.sku(random))
                    .append("\",\"quantity\":\"1\",\"unitPrice\":\"2.50\"}");
        }
        return "{\"location\":\"" + Mix.LOCATION + "\",\"channel\":\"BENCH\",\"reference\":\"" + reference + "\",\"lines\":[" + lines + "]}";
    }

    private interface Call {
        long errors(int number) throws IOException, InterruptedException;
    }

    private static long clients(int count, int calls, Call call) {
        AtomicInteger next = new AtomicInteger();
        AtomicLong errors = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(count);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            running.add(CompletableFuture.runAsync(() -> {
                for (int number = next.getAndIncrement(); number < calls; number = next.getAndIncrement()) {
                    errors.addAndGet(errors(call, number));
                }
            }, threads));
        }
        running.forEach(CompletableFuture::join);
        threads.shutdown();
        return errors.get();
    }

    private static long errors(Call call, int number) {
        try {
            return call.errors(number);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private String send(String path, String type, String body) {
        Api api = product.anonymous();
        return api.send(api.request(path).timeout(Duration.ofMinutes(5)).header("Authorization", "Bearer " + token)
                .header("Content-Type", type).POST(BodyPublishers.ofString(body))).body();
    }

    // Taking the time

    private Measured timed(String way, long sales, long[] micros, Supplier<Long> work) {
        double[] cpuBefore = cpu();
        long statementsBefore = statements();
        long begun = System.nanoTime();
        long errors = work.get();
        double seconds = (System.nanoTime() - begun) / 1e9;
        long statements = statements() - statementsBefore;
        double[] cpu = cpu();
        for (int i = 0; i < cpu.length; i++) {
            cpu[i] -= cpuBefore[i];
        }
        return new Measured(way, sales, seconds, micros, statements, cpu, errors);
    }

    private long statements() {
        try (Connection owner = product.asOwner()) {
            return number(owner, "SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'QUESTIONS'");
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static long number(Connection owner, String query) throws SQLException {
        try (ResultSet row = owner.createStatement().executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Seconds of client, server, database so far. */
    private double[] cpu() {
        return new double[] {
            cpu(ProcessHandle.current()), cpu(product.process("server")), cpu(product.process("database"))
        };
    }

    private static double cpu(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / 100.0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
