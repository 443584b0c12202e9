package entrepot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Launch;
import entrepot.system.Product;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Protocol L3: stock of a past day as known at another, beside plain sums over the same tables. */
@Tag("bench")
class AsOfBenchmark {

    private static final int ITEMS = Integer.getInteger("bench.items", 90_000);
    private static final List<Integer> SIZES = Pattern.compile(",").splitAsStream(System.getProperty("bench.movements", "1000000"))
            .map(Integer::valueOf).toList();
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final LocalDate AS_OF = GrownBook.FIRST.plusDays(GrownBook.DAYS / 2);
    private static final List<String> BOOK = List.of("movement", "value_entry", "journal_line");

    private Product product;
    private BookSql book;

    private record Row(int movements, double subtotals, double all, double scan, double known, double list, double one, double none) {}

    @Test
    void ofAPastDay() throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (int movements : SIZES) {
            try (Product started = Product.start("asof", Map.of("ENTREPOT_SERVER_OPTIONS", "", "ENTREPOT_SERVER_MEMORY", "2g",
                    "ENTREPOT_DB_MEMORY", GrownBook.MEMORY))) {
                product = started;
                book = new BookSql(product);
                new GrownBook(product).fill(ITEMS, movements);
                double subtotals = subtotals();
                agrees();
                rows.add(measure(movements, subtotals));
            }
        }
        Report.write("as-of", text(rows));
    }

    /** @return seconds until all blocks of seals have subtotals */
    private double subtotals() throws SQLException {
        long begun = System.nanoTime();
        while (book.number("SELECT COUNT(*) FROM subtotal_block") < book.number("SELECT COUNT(*) FROM seal") / 1024) {
            Launch.pause(500);
        }
        return (System.nanoTime() - begun) / 1e9;
    }

    /** The same figure by a plain sum. */
    private void agrees() throws SQLException {
        long known = known();
        long expected = book.number("SELECT SUM(e.amount) FROM value_entry e JOIN seal s ON s.posting_seq = e.posting_seq AND s.number <= " + known
                + " WHERE e.business_date <= '" + AS_OF + "'");
        JsonNode answer = get("valuation?by=LOCATION&asOf=" + AS_OF + "&knownAt=" + known);
        assertThat(new BigDecimal(answer.get("total").asText()).movePointRight(2).longValueExact()).isEqualTo(expected);
        assertThat(answer.get("ties").asBoolean()).isTrue();
        assertThat(new BigDecimal(answer.at("/items/0/value").asText()).movePointRight(2).longValueExact()).isEqualTo(expected);
    }

    /** Of a third of the seals, dated before and after. */
    private long known() throws SQLException {
        return book.number("SELECT MAX(number) * 2 DIV 3 FROM seal");
    }

    // The measurement

    private Row measure(int movements, double subtotals) throws SQLException {
        String day = "asOf=" + AS_OF;
        String known = "&knownAt=" + known();
        String item = "asOf=" + AS_OF + "&knownAt=" + known();
        List<List<Double>> times = new ArrayList<>();
        for (int way = 0; way < 6; way++) {
            times.add(new ArrayList<>());
        }
        for (int round = 0; round < ROUNDS + 1; round++) {
            double[] took = {Timed.of(() -> get("valuation?by=LOCATION&" + day)), scan(), Timed.of(() -> get("valuation?by=LOCATION&" + day + known)),
                Timed.of(() -> list("asOf=" + AS_OF)), each(one -> get("stock/as-of?" + item + "&item=L3-" + String.format("%06d", one * 7 + 1))),
                each(one -> get("stock/as-of?" + item + "&item=NONE-" + one))};
            for (int way = 0; way < took.length && round > 0; way++) {
                times.get(way).add(took[way]);
            }
        }
        return new Row(movements, subtotals, Timed.median(times.get(0)), Timed.median(times.get(1)), Timed.median(times.get(2)), Timed.median(times.get(3)),
                Timed.median(times.get(4)), Timed.median(times.get(5)));
    }

    /** Once through each of the tables the answer is made of. */
    private double scan() throws SQLException {
        try (Connection owner = product.asOwner(); Statement sql = owner.createStatement()) {
            long begun = System.nanoTime();
            for (String table : BOOK) {
                sql.executeQuery("SELECT SUM(" + (table.equals("movement") ? "quantity" : "amount") + ") FROM " + table + " USE INDEX ()").close();
            }
            return (System.nanoTime() - begun) / 1e6;
        }
    }

    private void list(String day) {
        String after = "";
        int rows = 0;
        do {
            JsonNode page = get("stock/as-of?limit=1000&" + day + after);
            rows += page.get("items").size();
            after = page.path("next").isTextual() ? "&after=" + page.get("next").asText().replace("~", "%7E") : null;
        } while (after != null);
        assertThat(rows).isGreaterThan(ITEMS / 2);
    }

    private JsonNode get(String question) {
        Api.Answer answer = product.as("admin").get("api/v1/" + question);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private interface One {
        void ask(int number);
    }

    private static double each(One question) {
        List<Double> times = new ArrayList<>();
        for (int number = 0; number < 200; number++) {
            int one = number;
            times.add(Timed.of(() -> question.ask(one)));
        }
        return Timed.median(times);
    }

    private static String text(List<Row> rows) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, """
                ## Stock of a past day (L3)

                %,d items, three movements a posting, one in fifty dated twenty days back; asked for the middle day, as known when two thirds
                of the postings were sealed. *All* is the value of all stock by location with the totals of stock and inventory account, over
                HTTP, from the subtotals that are written behind the postings for each 1,024 seals (*subtotals*: until all were); the
                *scan* is plain `SUM` once through movements, value entries and journal, by the owner of the database. *List* is
                each item's quantity and value, all pages of 1,000. *One* is one item (median of 200), *none* the same question about
                an item that is not there. The database has %s of memory for its pages, more than the book takes. Medians of %d rounds,
                in ms. Everything shares the machine: %s.

                | movements | subtotals, s | all | all as known | scan | times (asked: 1.5) | list | one as known | none | beyond (asked: 5) |
                |--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
                """, ITEMS, GrownBook.MEMORY, ROUNDS, Report.machine()));
        for (Row row : rows) {
            text.append(String.format(Locale.ROOT, "| %,d | %.0f | %.0f | %.0f | %.0f | %.2f, %.2f | %.0f | %.1f | %.1f | %.1f |%n", row.movements(),
                    row.subtotals(), row.all(), row.known(), row.scan(), row.all() / row.scan(), row.known() / row.scan(), row.list(), row.one(), row.none(),
                    row.one() - row.none()));
        }
        if (rows.size() > 1) {
            Row first = rows.get(0);
            Row last = rows.get(rows.size() - 1);
            text.append(String.format(Locale.ROOT, "%nFrom %,d to %,d movements: %.1f times (asked: 10).%n", first.movements(), last.movements(),
                    last.known() / first.known()));
        }
        return text.toString();
    }
}
