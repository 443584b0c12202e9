package entrepot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Api;
import entrepot.system.Product;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Protocol L2: a receipt dated before 22,364 later movements of its item, beside plain JDBC that reads and writes as much. */
@Tag("bench")
class BackdateBenchmark {

    private static final int LATER = Integer.getInteger("bench.later", 22_364);
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int BULK = 1000;

    /** All of the item is one lot, so that all that left since is of what comes before it. */
    private static final String LOTS = "SPECIFIC";
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 2);

    /** The last day with a hundred movements after it. */
    private static final String NEAR_END = "SELECT MAX(business_date) FROM (SELECT business_date, SUM(COUNT(*)) OVER (ORDER BY business_date DESC)"
            + " - COUNT(*) later FROM movement WHERE item_id = (SELECT id FROM item WHERE sku = '%s') GROUP BY business_date) days WHERE later >= 100";

    private Product product;
    private BookSql book;

    private record Row(
            String costing, double before, double ceiling, double nearEnd, double ordinary, long restated, long statements) {}

    @Test
    void beforeAllThatIsPosted() throws SQLException {
        try (Product started = Product.start("backdate", Map.of("ENTREPOT_SERVER_OPTIONS", "", "ENTREPOT_SERVER_MEMORY", "2g",
                "ENTREPOT_DB_MEMORY", "2G"))) {
            product = started;
            book = new BookSql(product);
            post("locations", "{\"code\":\"L2\",\"name\":\"Benchmark\"}");
            List<Row> rows = new ArrayList<>();
            for (String costing : List.of("FIFO", "LIFO", "AVERAGE", LOTS)) {
                rows.add(measure(costing));
            }
            Report.write("backdate", text(rows));
        }
    }

    private Row measure(String costing) throws SQLException {
        String sku = "L2-" + costing;
        post("items", "{\"sku\":\"" + sku + "\",\"name\":\"Backdated\",\"unit\":\"EA\",\"costing\":\"" + costing + "\""
                + (costing.equals(LOTS) ? ",\"tracking\":\"LOT\"" : "") + "}");
        fill(sku);
        receive(sku, FIRST.minusDays(1), "9.99"); // what comes first is compiled first
        List<Double> before = new ArrayList<>();
        List<Double> ceiling = new ArrayList<>();
        List<Double> nearEnd = new ArrayList<>();
        List<Double> ordinary = new ArrayList<>();
        long restated = 0;
        long statements = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (int one = 0; one < 20; one++) {
                ordinary.add(Timed.of(() -> receive(sku, day(LATER), "5.00")));
            }
            long said = book.statements();
            before.add(Timed.of(() -> receive(sku, FIRST.minusDays(1), "11.00")));
            statements = book.statements() - said;
            restated = book.number("SELECT COUNT(*) FROM value_entry WHERE kind <> 'DIRECT' AND posting_seq = (SELECT MAX(posting_seq)"
                    + " FROM value_entry WHERE kind <> 'DIRECT')");
            ceiling.add(ceiling(sku, restated));
            LocalDate near = LocalDate.parse(book.text(NEAR_END.formatted(sku)));
            for (int one = 0; one < 5; one++) {
                nearEnd.add(Timed.of(() -> receive(sku, near, "6.00")));
            }
        }
        return new Row(costing, Timed.median(before), Timed.median(ceiling), Timed.median(nearEnd), Timed.median(ordinary), restated, statements);
    }

    /** Receipts and issues in turn, four a day. */
    private void fill(String sku) {
        List<String> lines = new ArrayList<>();
        for (int number = 0; number < LATER; number++) {
            boolean comes = number % 2 == 0;
            lines.add(String.format(Locale.ROOT, "{\"id\":\"%s\",\"kind\":\"%s\",\"location\":\"L2\",\"businessDate\":\"%s\","
                    + "\"lines\":[{\"sku\":\"%s\"%s%s}]}", UUID.randomUUID(), comes ? "RECEIPT" : "ISSUE", day(number),
                    sku, quantity(sku, comes ? 10 : 9), comes ? ",\"unitCost\":\"" + (5 + number % 7) + ".37\"" : ""));
            if (lines.size() == BULK || number == LATER - 1) {
                assertThat(bulk(String.join("\n", lines) + "\n").lines()).allMatch(line -> line.contains("\"status\":201"));
                lines.clear();
            }
        }
    }

    private static String quantity(String sku, int units) {
        return ",\"quantity\":\"" + units + "\"" + (sku.endsWith(LOTS) ? ",\"lots\":[{\"lot\":\"ALL\",\"quantity\":\"" + units + "\"}]" : "");
    }

    private String bulk(String lines) {
        Api api = admin();
        return api.send(api.request("api/v1/movements").timeout(Duration.ofMinutes(5))
                .header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(lines))).body();
    }

    private static LocalDate day(int number) {
        return FIRST.plusDays(number * 900L / LATER);
    }

    /** Reads what the ledger has to read, and writes one entry for each it restated, in one transaction. */
    private double ceiling(String sku, long restated) throws SQLException {
        try (Connection owner = product.asOwner(); Statement sql = owner.createStatement()) {
            sql.execute("CREATE TABLE IF NOT EXISTS value_entry_beside LIKE value_entry");
            sql.execute("DELETE FROM value_entry_beside");
            owner.setAutoCommit(false);
            long begun = System.nanoTime();
            String of = " WHERE m.item_id = (SELECT id FROM item WHERE sku = '" + sku + "')";
            List<Object[]> entries = BookSql.rows(owner, "SELECT v.* FROM movement m JOIN value_entry v ON v.movement_id = m.id" + of).values();
            BookSql.rows(owner, "SELECT m.* FROM movement m" + of);
            BookSql.rows(owner, "SELECT m.id, j.account_code FROM movement m JOIN journal_line j ON j.posting_seq = m.posting_seq"
                    + " AND j.movement_id = m.id" + of);
            try (PreparedStatement insert = owner.prepareStatement("INSERT INTO value_entry_beside VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
                for (int row = 0; row < restated; row++) {
                    Object[] values = entries.get(row);
                    for (int column = 0; column < values.length; column++) {
                        insert.setObject(column + 1, values[column]);
                    }
                    insert.addBatch();
                }
                insert.executeBatch();
            }
            owner.commit();
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    private void receive(String sku, LocalDate day, String unitCost) {
        post("movements", "{\"kind\":\"RECEIPT\",\"location\":\"L2\",\"businessDate\":\"" + day + "\",\"lines\":[{\"sku\":\"" + sku + "\""
                + quantity(sku, 7) + ",\"unitCost\":\"" + unitCost + "\"}]}");
    }

    private void post(String noun, String body) {
        Api.Answer answer = admin().post("api/v1/" + noun, body, "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private Api admin() {
        return product.as("admin");
    }

    private static String text(List<Row> rows) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, """
                ## A posting dated before all others (L2)

                An item with %,d movements, receipts and issues in turn over two and a half years; a receipt is posted over HTTP with
                a date before all of them, and all that left since is restated in its transaction. The ceiling is plain JDBC that
                reads the same rows and writes as many value entries, in one transaction. *Near the end* is the same on the last
                day with a hundred movements after it; *ordinary* comes after all. Medians of %d rounds, in ms. SPECIFIC is by lot: all of
                the item is one. Client, server and database share the machine: %s.

                | costing | restated | before all | ceiling | times (asked: 20) | statements | near the end | ordinary | times (asked: 3) |
                |---|--:|--:|--:|--:|--:|--:|--:|--:|
                """, LATER, ROUNDS, Report.machine()));
        for (Row row : rows) {
            text.append(String.format(Locale.ROOT, "| %s | %,d | %.0f | %.0f | %.1f | %d | %.0f | %.1f | %.1f |%n", row.costing(),
                    row.restated(), row.before(), row.ceiling(), row.before() / row.ceiling(), row.statements(), row.nearEnd(),
                    row.ordinary(), row.nearEnd() / row.ordinary()));
        }
        return text.toString();
    }
}
