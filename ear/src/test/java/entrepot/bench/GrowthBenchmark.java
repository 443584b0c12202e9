package entrepot.bench;

import entrepot.system.Product;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Protocol L1 in a book that grows: whether sales are posted as fast after millions of movements as in an empty book. */
@Tag("bench")
class GrowthBenchmark {

    private static final List<Integer> SIZES = Pattern.compile(",").splitAsStream(System.getProperty("bench.movements", "1000000"))
            .map(Integer::valueOf).toList();
    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SALES = Integer.getInteger("bench.sales", 10_000);
    private static final int OTHER_ITEMS = 90_000;

    private final Map<Integer, Map<String, List<Measured>>> results = new LinkedHashMap<>();

    @Test
    void postingInABookThatGrows() throws SQLException {
        measure(0);
        for (int movements : SIZES) {
            measure(movements);
        }
        Report.write("growth", text());
    }

    /** In a book of its own, which is filled before anything is posted. */
    private void measure(int movements) throws SQLException {
        try (Product product = Product.start("growth", PostingBenchmark.environment(GrownBook.MEMORY))) {
            if (movements > 0) {
                new GrownBook(product).fill(OTHER_ITEMS, movements);
            }
            Tills tills = new Tills(product, new Meter(product));
            new Behind(new BookSql(product)).hold();
            tills.stock();
            for (int warm = 0; warm < 3; warm++) {
                ways(tills).values().forEach(Supplier::get);
            }
            for (int round = 0; round < ROUNDS; round++) {
                ways(tills).forEach((way, run) -> results.computeIfAbsent(movements, none -> new LinkedHashMap<>())
                        .computeIfAbsent(way, none -> new ArrayList<>()).add(run.get()));
            }
        }
    }

    private static Map<String, Supplier<Measured>> ways(Tills tills) {
        Map<String, Supplier<Measured>> ways = new LinkedHashMap<>();
        ways.put("in process, groups of 256", () -> tills.inProcess("growth", Mix.SPREAD, 4, 256, SALES));
        ways.put("in process, one by one", () -> tills.inProcess("growth", Mix.SPREAD, Tills.CLIENTS, 1, SALES));
        return ways;
    }

    private String text() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, """
                ## Posting in a book that grows (L1)

                Sales of three lines over 50,000 items as in L1, each size in a book of its own, into which SQL has written the movements of 90,000 other
                items with their value entries and journal lines. %,d sales a round, %d rounds at each size after three that are not counted, one size
                after the other; medians. Seals, orders and prices that follow, proof and subtotals are held meanwhile. The database has %s of memory for its pages. Everything shares the machine: %s.

                | movements before | way | sales/s | range | of the empty book (asked: 80 %%) | statements a line | errors |
                |--:|---|--:|--:|--:|--:|--:|
                """, SALES, ROUNDS, GrownBook.MEMORY, Report.machine()));
        results.forEach((movements, ways) -> ways.forEach((way, rounds) -> text.append(String.format(Locale.ROOT, "| %,d | %s | %.0f | %s | %.0f %% | %.2f | %d |%n",
                movements, way, Measured.median(rounds), Measured.spread(rounds), 100 * Measured.median(rounds) / Measured.median(results.get(0).get(way)),
                Measured.middle(rounds).statementsPerLine(), rounds.stream().mapToLong(Measured::errors).sum()))));
        return text.toString();
    }
}
