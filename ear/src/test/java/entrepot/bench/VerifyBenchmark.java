package entrepot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Launch;
import entrepot.system.Product;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How fast the whole chain is verified, beside plain JDBC that reads the same rows and the same file. */
@Tag("bench")
class VerifyBenchmark {

    private static final int SALES = Integer.getInteger("bench.sales", 20_000);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int BULK = 1000;
    private static final int GROUP = 500;
    private static final int ITEMS = 100;
    private static final List<String> TABLES = List.of("movement", "value_entry", "journal_line", "sale", "sale_line", "tender",
            "purchase_order_receipt");

    private Product product;
    private BookSql book;

    @Test
    void theWholeChain() throws SQLException, IOException {
        try (Product started = Product.start("verify", Map.of("ENTREPOT_SERVER_OPTIONS", "", "ENTREPOT_SERVER_MEMORY", "2g",
                "ENTREPOT_DB_MEMORY", "2G"))) {
            product = started;
            book = new BookSql(product);
            stock();
            sell();
            while (book.number("SELECT COUNT(*) FROM to_seal") > 0) {
                Launch.pause(200);
            }
            Launch.pause(2000);
            verify();
            List<Double> verified = new ArrayList<>();
            List<Double> ceiling = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                verified.add(verify());
                ceiling.add(read());
            }
            Report.write("verify", text(book.number("SELECT COUNT(*) FROM seal"), Timed.median(verified), Timed.median(ceiling)));
        }
    }

    private void stock() {
        post("locations", "{\"code\":\"V\",\"name\":\"Benchmark\"}");
        List<String> lines = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            post("items", "{\"sku\":\"V-" + item + "\",\"name\":\"Thing\",\"unit\":\"EA\",\"costing\":\"FIFO\"}");
            lines.add("{\"id\":\"" + UUID.randomUUID() + "\",\"kind\":\"OPENING\",\"location\":\"V\",\"lines\":[{\"sku\":\"V-" + item
                    + "\",\"quantity\":\"1000000\",\"unitCost\":\"1.37\"}]}");
        }
        bulk("movements", lines);
    }

    /** Three lines and one tender each. */
    private void sell() {
        List<String> lines = new ArrayList<>();
        for (int sale = 0; sale < SALES; sale++) {
            StringBuilder line = new StringBuilder("{\"id\":\"" + UUID.randomUUID() + "\",\"location\":\"V\",\"lines\":[");
            for (int each = 0; each < 3; each++) {
                line.append(each == 0 ? "" : ",").append("{\"sku\":\"V-").append((sale * 7 + each * 31) % ITEMS)
                        .append("\",\"quantity\":\"1\",\"unitPrice\":\"5.00\"}");
            }
            lines.add(line + "]}");
            if (lines.size() == BULK || sale == SALES - 1) {
                bulk("sales", lines);
                lines.clear();
            }
        }
    }

    private void bulk(String noun, List<String> lines) {
        Api api = product.as("admin");
        Api.Answer answer = api.send(api.request("api/v1/" + noun).timeout(Duration.ofMinutes(5))
                .header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(String.join("\n", lines) + "\n")));
        assertThat(answer.body().lines()).allMatch(line -> line.contains("\"status\":201"));
    }

    private void post(String noun, String body) {
        Api.Answer answer = product.as("admin").post("api/v1/" + noun, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    /** @return seconds of the job */
    private double verify() {
        Api admin = product.as("admin");
        String id = admin.post("api/v1/audit/verify", "{}").json().get("id").asText();
        JsonNode job = admin.get("api/v1/jobs/" + id).json();
        while (!job.has("finishedAt")) {
            Launch.pause(100);
            job = admin.get("api/v1/jobs/" + id).json();
        }
        assertThat(job.at("/outcome/intact").asBoolean()).as(job.toString()).isTrue();
        return Duration.between(Instant.parse(job.get("startedAt").asText()), Instant.parse(job.get("finishedAt").asText())).toNanos() / 1e9;
    }

    /** Every row that verifying has to look at, and the file; nothing is made of them. */
    private double read() throws SQLException, IOException {
        long begun = System.nanoTime();
        try (Connection owner = product.asOwner(); Statement sql = owner.createStatement()) {
            long last = 0;
            List<String> seqs;
            do {
                seqs = new ArrayList<>();
                try (ResultSet row = sql.executeQuery("SELECT s.*, a.body FROM seal s JOIN audit_entry a ON a.posting_seq = s.posting_seq"
                        + " WHERE s.number > " + last + " ORDER BY s.number LIMIT " + GROUP)) {
                    while (row.next()) {
                        last = row.getLong(1);
                        seqs.add(row.getString(2));
                        row.getString(5);
                    }
                }
                if (!seqs.isEmpty()) {
                    String of = "seq IN (" + String.join(",", seqs) + ")";
                    drain(sql, "SELECT * FROM posting WHERE " + of);
                    for (String table : TABLES) {
                        drain(sql, "SELECT * FROM " + table + " WHERE posting_" + of);
                    }
                }
            } while (!seqs.isEmpty());
        }
        try (var lines = Files.lines(product.data().resolve("seals/seals.log"))) {
            assertThat(lines.mapToLong(String::length).sum()).isPositive();
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void drain(Statement sql, String query) throws SQLException {
        try (ResultSet row = sql.executeQuery(query)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int column = 1; column <= columns; column++) {
                    row.getObject(column);
                }
            }
        }
    }

    private static String text(long postings, double verified, double ceiling) {
        return String.format(Locale.ROOT, """
                ## Verifying the whole chain (L7)

                %,d postings, sales of three lines and one tender: the job `audit-verify` walks all seals, works each hash out again, reads all
                rows of each posting back, and compares them with what was sealed and with the file outside the database. The ceiling is
                plain JDBC that reads the same rows in the same groups, and the file, and makes nothing of them. Medians of %d rounds after
                one to warm up. Client, server and database share the machine: %s.

                | | seconds | postings a second |
                |---|--:|--:|
                | verify | %.2f | %.0f |
                | reading the same rows | %.2f | %.0f |
                | times | %.1f | |
                """, postings, ROUNDS, Report.machine(), verified, postings / verified, ceiling, postings / ceiling, verified / ceiling);
    }
}
