package entrepot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Api;
import entrepot.system.Product;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Protocol L4: a count of 20,000 lines, entered in one request and approved in one, beside plain JDBC that does the same to the same rows. */
@Tag("bench")
class CountBenchmark {

    private static final int LINES = Integer.getInteger("bench.lines", 20_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int DOCUMENT = 500;
    private static final List<String> WRITTEN =
            List.of("posting", "movement", "value_entry", "journal_line", "audit_entry", "stock_count_result");

    private final List<Double> made = new ArrayList<>();
    private final List<Double> entered = new ArrayList<>();
    private final List<Double> enteredBeside = new ArrayList<>();
    private final List<Double> submitted = new ArrayList<>();
    private final List<Double> reviewed = new ArrayList<>();
    private final List<Double> approved = new ArrayList<>();
    private final List<Double> approvedBeside = new ArrayList<>();
    private final List<Double> refused = new ArrayList<>();
    private long statements;
    private Product product;

    @Test
    void aWholeWarehouseInOneDocument() throws SQLException {
        try (Product started = Product.start("count", Map.of("ENTREPOT_SERVER_OPTIONS", "", "ENTREPOT_SERVER_MEMORY", "2g", "ENTREPOT_DB_MEMORY", "1G"))) {
            product = started;
            fill();
            for (int round = 0; round < ROUNDS; round++) {
                measure(round);
            }
            Report.write("count", text());
        }
    }

    private void fill() {
        send("POST", "api/v1/locations", "{\"code\":\"L4\",\"name\":\"Benchmark\"}", "application/json", 201);
        send("POST", "api/v1/items/bulk", lines(LINES, item -> "{\"sku\":\"" + sku(item) + "\",\"name\":\"Counted\",\"unit\":\"EA\",\"costing\":\""
                + (item % 2 == 0 ? "FIFO" : "AVERAGE") + "\"}"), "application/x-ndjson", 200);
        String receipts = IntStream.range(0, LINES / DOCUMENT).mapToObj(document -> "{\"id\":\"" + UUID.randomUUID()
                + "\",\"kind\":\"OPENING\",\"location\":\"L4\",\"lines\":[" + IntStream.range(document * DOCUMENT, (document + 1) * DOCUMENT)
                .mapToObj(item -> "{\"sku\":\"" + sku(item) + "\",\"quantity\":\"1000\",\"unitCost\":\"" + (1 + item % 50) + ".37\"}")
                .collect(Collectors.joining(",")) + "]}").collect(Collectors.joining("\n"));
        assertThat(send("POST", "api/v1/movements", receipts, "application/x-ndjson", 200).body().lines()).allMatch(line -> line.contains("\"status\":201"));
    }

    /** One line in ten differs by one. */
    private void measure(int round) throws SQLException {
        String id = UUID.randomUUID().toString();
        String count = "api/v1/counts/" + id;
        made.add(time(() -> send("POST", "api/v1/counts", "{\"location\":\"L4\"}", "application/json", 201, "Idempotency-Key", id)));
        String wrong = lines(LINES, item -> "{\"sku\":\"NO-" + item + "\",\"quantity\":\"1\"}");
        refused.add(time(() -> assertThat(send("PUT", count + "/lines", wrong, "application/x-ndjson", 422).json().get("errors")).hasSize(LINES)));
        String lines = lines(LINES, item -> "{\"sku\":\"" + sku(item) + "\",\"quantity\":\"" + (1000 - (item % 10 == 0 ? round + 1 : 0)) + "\"}");
        entered.add(time(() -> send("PUT", count + "/lines", lines, "application/x-ndjson", 200)));
        enteredBeside.add(beside(List.of("stock_count_line", "stock_count_entry"), "count_id = UNHEX('" + id.replace("-", "") + "')"));
        submitted.add(time(() -> assertThat(send("POST", count + "/submit", "{}", "application/json", 200).json().get("status").asText()).isEqualTo("SUBMITTED")));
        Api.Answer[] review = new Api.Answer[1];
        reviewed.add(time(() -> review[0] = accountant("GET", count + "/review?only=DIFFERENCES", "", 200)));
        assertThat(review[0].json().get("right").asInt()).isEqualTo(LINES - LINES / 10);
        String tag = review[0].response().headers().firstValue("ETag").orElseThrow();
        long said = statements();
        approved.add(time(() -> accountant("POST", count + "/approve", "{\"otherwise\":\"OTHER\"}", 201, "Idempotency-Key", UUID.randomUUID().toString(), "If-Match", tag)));
        statements = statements() - said;
        approvedBeside.add(approvedBeside(id));
    }

    /** Reads pools, layers and balances of all lines, writes the rows the approval wrote and brings the pools up to date, in one transaction. */
    private double approvedBeside(String id) throws SQLException {
        long seq = number("SELECT MAX(posting_seq) FROM stock_count_result WHERE count_id = UNHEX('" + id.replace("-", "") + "')");
        try (Connection owner = product.asOwner()) {
            List<List<Object[]>> written = new ArrayList<>();
            for (String table : WRITTEN) {
                empty(owner, table);
                written.add(read(owner, "SELECT * FROM " + table + " WHERE " + (table.equals("posting") ? "seq" : "posting_seq") + " = " + seq));
            }
            for (String table : List.of("cost_pool", "cost_layer", "stock_balance")) {
                empty(owner, table);
                try (Statement sql = owner.createStatement()) {
                    sql.execute("INSERT INTO " + table + "_beside SELECT * FROM " + table);
                }
            }
            owner.setAutoCommit(false);
            long begun = System.nanoTime();
            List<Object[]> pools = read(owner, "SELECT * FROM cost_pool_beside FOR UPDATE");
            List<Object[]> layers = read(owner, "SELECT * FROM cost_layer_beside");
            List<Object[]> balances = read(owner, "SELECT * FROM stock_balance_beside");
            for (int table = 0; table < WRITTEN.size(); table++) {
                insert(owner, WRITTEN.get(table) + "_beside", written.get(table));
            }
            upsert(owner, "cost_pool_beside", pools, "ordinal = VALUES(ordinal) + 1");
            upsert(owner, "cost_layer_beside", layers.subList(0, LINES / 10), "quantity = VALUES(quantity) - 1");
            upsert(owner, "stock_balance_beside", balances, "on_hand = VALUES(on_hand) - 1");
            owner.commit();
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    /** Writes the same rows again into tables beside. */
    private double beside(List<String> tables, String where) throws SQLException {
        try (Connection owner = product.asOwner()) {
            List<List<Object[]>> rows = new ArrayList<>();
            for (String table : tables) {
                empty(owner, table);
                rows.add(read(owner, "SELECT * FROM " + table + " WHERE " + where));
            }
            owner.setAutoCommit(false);
            long begun = System.nanoTime();
            for (int table = 0; table < tables.size(); table++) {
                insert(owner, tables.get(table) + "_beside", rows.get(table));
            }
            owner.commit();
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    private static void empty(Connection owner, String table) throws SQLException {
        try (Statement sql = owner.createStatement()) {
            sql.execute("CREATE TABLE IF NOT EXISTS " + table + "_beside LIKE " + table);
            sql.execute("TRUNCATE TABLE " + table + "_beside");
        }
    }

    private static void insert(Connection owner, String table, List<Object[]> rows) throws SQLException {
        if (!rows.isEmpty()) {
            batch(owner, insertInto(table, rows), rows);
        }
    }

    private static void upsert(Connection owner, String table, List<Object[]> rows, String otherwise) throws SQLException {
        batch(owner, insertInto(table, rows) + " ON DUPLICATE KEY UPDATE " + otherwise, rows);
    }

    private static String insertInto(String table, List<Object[]> rows) {
        return "INSERT INTO " + table + " VALUES (" + String.join(", ", Collections.nCopies(rows.get(0).length, "?")) + ")";
    }

    private static void batch(Connection owner, String statement, List<Object[]> rows) throws SQLException {
        try (PreparedStatement sql = owner.prepareStatement(statement)) {
            for (Object[] row : rows) {
                for (int column = 0; column < row.length; column++) {
                    sql.setObject(column + 1, row[column]);
                }
                sql.addBatch();
            }
            sql.executeBatch();
        }
    }

    private static List<Object[]> read(Connection owner, String query) throws SQLException {
        List<Object[]> rows = new ArrayList<>();
        try (Statement sql = owner.createStatement(); ResultSet row = sql.executeQuery(query)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                Object[] values = new Object[columns];
                for (int column = 0; column < columns; column++) {
                    values[column] = row.getObject(column + 1);
                }
                rows.add(values);
            }
        }
        return rows;
    }

    private static String sku(int item) {
        return String.format(Locale.ROOT, "L4-%05d", item);
    }

    private static String lines(int number, IntFunction<String> line) {
        return IntStream.range(0, number).mapToObj(line).collect(Collectors.joining("\n"));
    }

    private Api.Answer send(String method, String path, String body, String type, int status, String... headers) {
        return send(product.as("admin"), method, path, body, type, status, headers);
    }

    private Api.Answer accountant(String method, String path, String body, int status, String... headers) {
        return send(product.as("accountant"), method, path, body, "application/json", status, headers);
    }

    private static Api.Answer send(Api api, String method, String path, String body, String type, int status, String... headers) {
        var request = api.request(path).timeout(Duration.ofMinutes(5)).header("Content-Type", type)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        Api.Answer answer = api.send(headers.length == 0 ? request : request.headers(headers));
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        return answer;
    }

    private static double time(Runnable act) {
        long begun = System.nanoTime();
        act.run();
        return (System.nanoTime() - begun) / 1e6;
    }

    private long statements() throws SQLException {
        return number("SELECT variable_value FROM information_schema.global_status WHERE variable_name = 'QUESTIONS'");
    }

    private long number(String query) throws SQLException {
        try (Connection owner = product.asOwner(); Statement sql = owner.createStatement(); ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static double median(List<Double> times) {
        List<Double> sorted = new ArrayList<>(times);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    private String text() {
        return String.format(Locale.ROOT, """
                ## A count of %,d lines in one document (L4)

                A warehouse of %,d items, FIFO and average in turn, is counted as one document: made, entered over HTTP in one request of
                NDJSON, handed in, reviewed and approved in one posting; one line in ten differs. The ceiling is plain JDBC that writes the
                same rows in one transaction with bulk inserts, and for the approval reads and updates the same pools, layers and balances.
                It sends these updates row by row, which the product does not, so that the approval's ceiling is lower than it could be.
                A document in which every line is wrong is refused with all %,d errors in one answer. Medians of %d rounds, in ms. Client,
                server and database share the machine: %s.

                | step | product | ceiling | times (asked: 3) |
                |---|--:|--:|--:|
                | make the document | %.0f | | |
                | refuse it, every line wrong | %.0f | | |
                | enter all lines | %.0f | %.0f | %.1f |
                | hand it in | %.0f | | |
                | review it | %.0f | | |
                | approve and post it (%,d statements) | %.0f | %.0f | %.1f |
                """, LINES, LINES, LINES, ROUNDS, Report.machine(), median(made), median(refused), median(entered), median(enteredBeside),
                median(entered) / median(enteredBeside), median(submitted), median(reviewed), statements, median(approved), median(approvedBeside),
                median(approved) / median(approvedBeside));
    }
}
