package entrepot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Launch;
import entrepot.system.Product;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Protocol L4: an opening and a count of 20,000 lines and a receipt of 10,000 pieces, one request each, beside plain JDBC that writes the same rows. */
@Tag("bench")
class LargeDocumentsBenchmark {

    private static final int LINES = Integer.getInteger("bench.lines", 20_000);
    private static final int PIECES = Integer.getInteger("bench.pieces", 10_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 2);

    /** Statements a second that an idle server sends. */
    private static final int QUIET = 60;

    private final Map<String, Row> rows = new LinkedHashMap<>();
    private Product product;
    private BookSql book;
    private Beside beside;
    private boolean warm;
    private String opened;

    private static final class Row {
        private final List<Double> product = new ArrayList<>();
        private final List<Double> ceiling = new ArrayList<>();
        private final List<Double> empty = new ArrayList<>();
        private long written;
        private long statements;
    }

    private interface Act {
        void run() throws SQLException;
    }

    private interface Where {
        Map<String, String> rows() throws SQLException;
    }

    @Test
    void oneRequestEach() throws SQLException {
        try (Product started = Product.start("large", Map.of("ENTREPOT_SERVER_OPTIONS", System.getProperty("bench.options", ""), "ENTREPOT_SERVER_MEMORY", "2g",
                "ENTREPOT_DB_MEMORY", "1G"))) {
            product = started;
            book = new BookSql(product);
            beside = new Beside(started);
            fill();
            new Behind(book).hold();
            warm = true;
            opening("opening import, first of a server");
            for (int round = 0; round <= ROUNDS; round++) {
                warm = round > 0;
                undo();
                opening("opening import");
            }
            for (int round = 0; round <= ROUNDS; round++) {
                warm = round > 0;
                count(round);
                pieces("L4-TOGETHER", round);
                pieces("L4-OWN", round);
            }
            Report.write("large", text(errors()));
        }
    }

    private void fill() throws SQLException {
        created(admin().post("api/v1/locations", "{\"code\":\"L4\",\"name\":\"Benchmark\"}"));
        book.execute("INSERT INTO item (id, sku, name, unit_code, costing) SELECT 1000000000 + seq, CONCAT('L4-', LPAD(seq, 6, '0')), 'Item', 'EA', 'FIFO'"
                + " FROM seq_0_to_" + (LINES - 1));
        created(admin().post("api/v1/items", "{\"sku\":\"L4-TOGETHER\",\"name\":\"Pieces\",\"unit\":\"EA\",\"costing\":\"FIFO\",\"tracking\":\"SERIAL\"}"));
        created(admin().post("api/v1/items", "{\"sku\":\"L4-OWN\",\"name\":\"Pieces\",\"unit\":\"EA\",\"costing\":\"SPECIFIC\",\"tracking\":\"SERIAL\"}"));
    }

    // The documents

    private void opening(String name) throws SQLException {
        String id = opened(line -> sku(line) + ",L4,1000,1.00", "1200," + LINES + "000.00,\n3000,," + LINES + "000.00\n");
        measure(name, () -> done(admin().post("api/v1/opening-imports/" + id + "/post", "{}")),
                () -> written(id, Map.of("opening_import", "id = UNHEX('" + hex(id) + "')")));
        assertThat(admin().get("api/v1/opening-imports/" + id).json().get("status").asText()).isEqualTo("POSTED");
        opened = id;
    }

    private void undo() throws SQLException {
        String id = UUID.randomUUID().toString();
        measure("opening undone", () -> created(admin().send(request("admin", "api/v1/movements/" + opened + "/reverse")
                        .header("Content-Type", "application/json").header("Idempotency-Key", id)
                        .POST(BodyPublishers.ofString("{\"businessDate\":\"2025-12-31\",\"reason\":\"Benchmark\"}")))),
                () -> written(id, Map.of()));
    }

    private String opened(IntFunction<String> line, String balances) {
        String id = UUID.randomUUID().toString();
        created(admin().post("api/v1/opening-imports", "{\"businessDate\":\"2025-12-31\"}", "Idempotency-Key", id));
        csv(id + "/stock", "sku,location,quantity,unitCost\n" + lines(LINES, line));
        csv(id + "/trial-balance", "account,debit,credit\n" + balances);
        return id;
    }

    /** One in ten differs by a unit. */
    private void count(int round) throws SQLException {
        String id = UUID.randomUUID().toString();
        created(storekeeper().post("api/v1/counts", "{\"location\":\"L4\",\"most\":" + LINES + "}", "Idempotency-Key", id));
        String body = lines(LINES, line -> counted(sku(line), 1000 - round - (line % 10 == 0 ? 1 : 0)));
        measure("count: lines", () -> ok(put("api/v1/counts/" + id + "/lines", body)),
                () -> Map.of("stock_count_line", "count_id = UNHEX('" + hex(id) + "')", "stock_count_entry", "count_id = UNHEX('" + hex(id) + "')"));
        measure("count: handed in", () -> ok(storekeeper().post("api/v1/counts/" + id + "/submit", "{}")), Map::of);
        if (storekeeper().get("api/v1/counts/" + id).json().get("status").asText().equals("RECOUNT")) {
            throw new IllegalStateException("nothing should differ that much");
        }
        String tag = admin("accountant").get("api/v1/counts/" + id + "/review?limit=1").response().headers().firstValue("ETag").orElseThrow();
        String posting = UUID.randomUUID().toString();
        measure("count: approved", () -> created(admin("accountant").send(request("accountant", "api/v1/counts/" + id + "/approve")
                        .header("Content-Type", "application/json").header("Idempotency-Key", posting).header("If-Match", tag)
                        .POST(BodyPublishers.ofString("{\"otherwise\":\"OTHER\"}")))),
                () -> written(posting, Map.of("stock_count_result", "posting_seq = " + seq(posting))));
    }

    private void pieces(String sku, int round) throws SQLException {
        String id = UUID.randomUUID().toString();
        String body = received(sku, piece -> "R" + round + "-" + piece);
        measure(sku.equals("L4-OWN") ? "pieces, each at its own cost" : "pieces, valued together",
                () -> created(admin().send(request("admin", "api/v1/movements").header("Content-Type", "application/json")
                        .header("Idempotency-Key", id).POST(BodyPublishers.ofString(body)))),
                () -> written(id, Map.of("lot", "id IN (SELECT lot_id FROM movement WHERE posting_seq = " + seq(id) + ")",
                        "lot_stock", "lot_id IN (SELECT lot_id FROM movement WHERE posting_seq = " + seq(id) + ")")));
    }

    private static String received(String sku, IntFunction<String> code) {
        return "{\"kind\":\"RECEIPT\",\"location\":\"L4\",\"lines\":[{\"sku\":\"" + sku + "\",\"quantity\":\"" + PIECES
                + "\",\"unitCost\":\"12.34\",\"lots\":[" + IntStream.range(0, PIECES)
                        .mapToObj(piece -> "{\"lot\":\"" + code.apply(piece) + "\"}").collect(Collectors.joining(",")) + "]}]}";
    }

    // All errors in one answer

    /** One in ten lines is wrong; how many errors each answer has. */
    private Map<String, Integer> errors() throws SQLException {
        Map<String, Integer> told = new LinkedHashMap<>();
        book.execute("UPDATE stock_count SET status = 'CANCELLED' WHERE status IN ('OPEN', 'RECOUNT', 'SUBMITTED')");
        String count = UUID.randomUUID().toString();
        created(storekeeper().post("api/v1/counts", "{\"location\":\"L4\",\"most\":" + LINES + "}", "Idempotency-Key", count));
        Api.Answer lines = put("api/v1/counts/" + count + "/lines", lines(LINES, line -> counted(line % 10 == 0 ? "NONE-" + line : sku(line), 1)));
        told.put("count", lines.json().get("errors").size());
        Api.Answer pieces = admin().send(request("admin", "api/v1/movements").header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(received("L4-OWN", piece -> "E-" + (piece % 10 == 0 ? 0 : piece)))));
        told.put("pieces", pieces.json().get("errors").size());
        String opening = opened(line -> (line % 10 == 0 ? "NONE-" + line : sku(line)) + ",L4,1,1.00", "1200," + (LINES - LINES / 10) + ".00,\n3000,,"
                + (LINES - LINES / 10) + ".00\n");
        done(admin().post("api/v1/opening-imports/" + opening + "/check", "{}"));
        told.put("opening", admin().get("api/v1/opening-imports/" + opening).json().get("findings").asInt());
        return told;
    }

    // The measurement

    private void measure(String name, Act act, Where where) throws SQLException {
        Row row = warm ? rows.computeIfAbsent(name, fresh -> new Row()) : new Row();
        settle();
        long said = book.statements();
        row.product.add(name.equals(System.getProperty("bench.profile")) ? profiled(act) : took(act));
        row.statements = book.statements() - said;
        Beside.Written written = beside.write(where.rows());
        row.ceiling.add(written.full());
        row.empty.add(written.empty());
        row.written = written.rows();
    }

    private static double took(Act act) throws SQLException {
        long begun = System.nanoTime();
        act.run();
        return (System.nanoTime() - begun) / 1e6;
    }

    private double profiled(Act act) throws SQLException {
        double[] took = new double[1];
        System.out.println(Profile.of("document", product, () -> took[0] = took(act)).text());
        return took[0];
    }

    /** Until nobody works on what the document before has set off. */
    private void settle() throws SQLException {
        long before;
        long now = book.statements();
        do {
            before = now;
            Launch.pause(1000);
            now = book.statements();
        } while (now - before > QUIET);
    }

    /** What a posting leaves in the book, and {@code more}. */
    private Map<String, String> written(String posting, Map<String, String> more) throws SQLException {
        long seq = seq(posting);
        String pools = " IN (SELECT pool_id FROM (SELECT DISTINCT pool_id FROM movement WHERE posting_seq = " + seq + ") its)"; // made once, not for each row
        Map<String, String> which = new LinkedHashMap<>(Map.of("posting", "seq = " + seq));
        for (String table : List.of("idempotency", "movement", "value_entry", "journal_line", "audit_entry")) {
            which.put(table, "posting_seq = " + seq);
        }
        which.put("cost_pool", "id" + pools);
        which.put("cost_layer", "pool_id" + pools);
        which.put("stock_balance", "(item_id, location_id) IN (SELECT item_id, location_id FROM movement WHERE posting_seq = " + seq + ")");
        which.putAll(more);
        return which;
    }

    private long seq(String posting) throws SQLException {
        return book.number("SELECT seq FROM posting WHERE id = UNHEX('" + hex(posting) + "')");
    }

    private static String hex(String id) {
        return id.replace("-", "");
    }

    // Requests

    private static String sku(int line) {
        return String.format("L4-%06d", line);
    }

    private static String counted(String sku, int quantity) {
        return "{\"sku\":\"" + sku + "\",\"quantity\":\"" + quantity + "\"}";
    }

    private static String lines(int many, IntFunction<String> line) {
        return IntStream.range(0, many).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    private Api admin() {
        return product.as("admin");
    }

    private Api admin(String role) {
        return product.as(role);
    }

    private Api storekeeper() {
        return product.as("storekeeper");
    }

    private HttpRequest.Builder request(String role, String path) {
        return product.as(role).request(path).timeout(Duration.ofMinutes(10));
    }

    private Api.Answer put(String path, String lines) {
        return storekeeper().send(request("storekeeper", path).header("Content-Type", "application/x-ndjson").PUT(BodyPublishers.ofString(lines)));
    }

    private void csv(String path, String text) {
        ok(admin().send(request("admin", "api/v1/opening-imports/" + path).header("Content-Type", "text/csv").PUT(BodyPublishers.ofString(text))));
    }

    private void done(Api.Answer queued) {
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        JsonNode job;
        do {
            Launch.pause(20);
            job = admin().get("api/v1/jobs/" + queued.json().get("job").asText()).json();
        } while (job.get("status").asText().matches("QUEUED|RUNNING"));
        assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("DONE");
    }

    private static void ok(Api.Answer answer) {
        assertThat(answer.status()).as(start(answer)).isEqualTo(200);
    }

    private static void created(Api.Answer answer) {
        assertThat(answer.status()).as(start(answer)).isEqualTo(201);
    }

    private static String start(Api.Answer answer) {
        return answer.body().substring(0, Math.min(2000, answer.body().length()));
    }

    private String text(Map<String, Integer> errors) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, """
                ## Large documents (L4)

                An opening of %,d lines (the job, with its checks), a count of %,d lines (one in ten differs) and receipts of %,d serial
                numbers, one request each over HTTP. The ceiling is plain JDBC that writes the rows the document left in the book into
                tables made like it, with the rows of all documents before in them, as bulk inserts in one transaction, in the same run;
                and, to compare, into empty ones. Seals, orders and prices that follow a document,
                proof and subtotals are held meanwhile. Medians of %d rounds after one that is not counted, in ms, for which the opening is undone and done again; and
                once the first that a server does. Everything shares the machine: %s.

                | document | rows | product | ceiling | times (asked: 3) | ceiling, empty tables | times | statements |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|
                """, LINES, LINES, PIECES, ROUNDS, Report.machine()));
        rows.forEach((name, row) -> text.append(row.written == 0
                ? String.format(Locale.ROOT, "| %s | | %.0f | | | | | %,d |%n", name, Timed.median(row.product), row.statements)
                : String.format(Locale.ROOT, "| %s | %,d | %.0f | %.0f | %.1f | %.0f | %.1f | %,d |%n", name, row.written, Timed.median(row.product),
                        Timed.median(row.ceiling), Timed.median(row.product) / Timed.median(row.ceiling),
                        Timed.median(row.empty), Timed.median(row.product) / Timed.median(row.empty), row.statements)));
        text.append(String.format(Locale.ROOT, "%nWith one line in ten wrong, one answer tells all: %s.%n", errors.entrySet().stream()
                .map(one -> String.format(Locale.ROOT, "%s %,d", one.getKey(), one.getValue())).collect(Collectors.joining(", "))));
        return text.toString();
    }
}
