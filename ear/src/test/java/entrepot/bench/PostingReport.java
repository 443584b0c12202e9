package entrepot.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The section on posting, in words and one table. */
record PostingReport(Map<String, List<Measured>> results, String compared, int rounds, Behind.Rates behind, Map<String, Profile> profiles) {

    static final String CEILING = "ceiling";
    static final String EMPTY = "ceiling, into empty tables";

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("""
                ## Posting against the ceiling of the same database (L1)

                One sale is 3 lines: 3 movements, 3 value entries, 8 journal lines, 3 pool, layer and balance rows, the rows of the
                sale, an audit line, a key, 2 outbox rows. 50,000 items, `innodb_flush_log_at_trx_commit=1`, no binary log. The ceiling is
                plain JDBC that writes the rows of the run before it once more into tables beside the book's, made like them and with all
                other postings in them, in transactions of 256 sales by bulk inserts over two connections, with no business logic; and, to
                compare, into empty ones. Client, server and database share the machine. Sealing, telling the queues and deciding are held meanwhile and measured by
                themselves at the end; proof and subtotals, which go over the book all the time, are held too. Groups: 4 threads, 256 sales a call. One by one: 64 threads or connections. Calls are
                timed at the caller; CPU and statements are of the middle round.

                """);
        text.append("Machine: ").append(Report.machine()).append(". ").append(rounds)
                .append(rounds == 1 ? " round" : " rounds").append(", each way in turn. The same bytes in both after a small run: ")
                .append(compared).append(".\n\n");
        text.append("| way | sales/s, median | range | of the ceiling | p50 ms | p99 ms | p99.9 ms | CPU s client, server, database | statements a line | errors |\n");
        text.append("|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|\n");
        double ceiling = Measured.median(results.get(CEILING));
        results.forEach((way, measured) -> text.append(row(way, measured, ceiling)));
        text.append(ratios(ceiling));
        text.append(String.format(Locale.ROOT, "%nBehind the postings, alone: %.0f sales sealed a second (%,d waited),"
                + " %.0f decisions a second of replenishment and repricing (%,d).%n",
                behind.seals(), behind.sealed(), behind.decisions(), behind.decided()));
        text.append("\nWhere the server's time goes, after the rounds: each sample of its threads, and of what they allocate, counts for the"
                + " innermost\nmethod of the product at that moment, with all that it called of others (JDBC, JSON, container).\n");
        profiles.forEach((way, profile) -> text.append("\n").append(way).append(":\n\n").append(profile.text()));
        return text.toString();
    }

    private static String row(String way, List<Measured> rounds, double ceiling) {
        Measured middle = Measured.middle(rounds);
        long errors = rounds.stream().mapToLong(Measured::errors).sum();
        boolean posts = !way.contains("echo");
        return String.format(Locale.ROOT, "| %s | %.0f | %s | %s | %s | %s | %s | %.1f, %.1f, %.1f | %s | %d |%n",
                way, Measured.median(rounds), Measured.spread(rounds),
                posts ? String.format(Locale.ROOT, "%.0f %%", 100 * Measured.median(rounds) / ceiling) : "",
                millis(middle, 0.5), millis(middle, 0.99), millis(middle, 0.999),
                middle.cpu()[0], middle.cpu()[1], middle.cpu()[2],
                posts ? String.format(Locale.ROOT, "%.2f", middle.statementsPerLine()) : "", errors);
    }

    private static String millis(Measured measured, double quantile) {
        return measured.micros().length == 0 ? "" : String.format(Locale.ROOT, "%.1f", measured.millis(quantile));
    }

    private String ratios(double ceiling) {
        double single = Measured.median(results.get("HTTP, one a request"));
        double echo = Measured.median(results.get("HTTP, echo of the same body"));
        return String.format(Locale.ROOT, """

                | bar of the protocol | asked | measured |
                |---|--:|--:|
                | in process, groups, of the ceiling | 50 %% | %.0f %% |
                | in process, one by one, of the ceiling | 50 %% | %.0f %% |
                | NDJSON over HTTP, of the ceiling | 40 %% | %.0f %% |
                | one a request over HTTP, of the echo, or of the ceiling | 50 %% or 25 %% | %.0f %% or %.0f %% |
                | hot of spread, groups | 50 %% | %.0f %% |
                | hot of spread, one by one | 50 %% | %.0f %% |

                Of the ceiling into empty tables: groups %.0f %%, one by one %.0f %%, NDJSON %.0f %%, one a request %.0f %%.
                """,
                100 * median("in process, groups of 256") / ceiling, 100 * median("in process, one by one") / ceiling,
                100 * median("HTTP, NDJSON of 1,000") / ceiling, 100 * single / echo, 100 * single / ceiling,
                100 * median("in process, groups of 256, hot") / median("in process, groups of 256"),
                100 * median("in process, one by one, hot") / median("in process, one by one"),
                100 * median("in process, groups of 256") / median(EMPTY), 100 * median("in process, one by one") / median(EMPTY),
                100 * median("HTTP, NDJSON of 1,000") / median(EMPTY), 100 * single / median(EMPTY));
    }

    private double median(String way) {
        return Measured.median(results.get(way));
    }
}
