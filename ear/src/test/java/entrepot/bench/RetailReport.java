package entrepot.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The section on the retail import, in words and tables. */
record RetailReport(JsonNode batch, Duration dryRun, Measured posting, List<Double> ceiling) {

    String text() {
        JsonNode found = batch.path("findings");
        long rows = found.path("posted").asLong();
        double ours = rows / posting.seconds();
        double most = ceiling.stream().sorted().skip(ceiling.size() / 2).findFirst().orElseThrow();
        StringBuilder text = new StringBuilder();
        text.append("""
                ## Two years of real retail (L5)

                Both files of Online Retail II are uploaded, looked through by a dry run and posted day by day, with the purchases of
                the declared rule (`docs/imports.md`). The time is that of the posting job: reading, planning and buying, posting,
                telling the queues, reconciling, and the ledger's laws over the whole book. The ceiling is plain JDBC that writes a
                stretch of the same postings once more, row by row as they stand, into tables beside the book's with all other
                postings in them, in transactions of 256 postings by bulk inserts over two connections. Client, server and database share the
                machine:
                """).append(Report.machine()).append(".\n\n");
        text.append(String.format(Locale.ROOT, """
                | | measured |
                |---|--:|
                | rows in the files | %,d |
                | rows posted | %,d |
                | rows rejected, each with its reason | %,d |
                | dry run over all rows | %d s |
                | posting, to the reconciliation | %.0f s |
                | processor time of that: client, server, database | %.0f s, %.0f s, %.0f s |
                | rows a second | %.0f |
                | ceiling, lines a second, median of %d | %.0f |
                | of the ceiling (asked: 40 %%) | %.0f %% |
                | figures of the reconciliation that tie | %d of %d |
                | units sold from what the policy had bought | %.2f %% |

                """, found.path("rows").asLong(), rows, found.path("rows").asLong() - rows, dryRun.toSeconds(), posting.seconds(),
                posting.cpu()[0], posting.cpu()[1], posting.cpu()[2], ours,
                ceiling.size(), most, 100 * ours / most, ties(true), ties(true) + ties(false), 100 * found.path("fillRate").asDouble()));
        text.append("What became of the rows:\n\n| rows | amount | fate |\n|--:|--:|---|\n");
        long[] noStock = new long[1];
        for (JsonNode reason : found.path("reasons")) {
            if (reason.path("code").asText().isEmpty()) {
                text.append(String.format(Locale.ROOT, "| %,d | %,.2f | %s: %s |%n", reason.path("rows").asLong(),
                        reason.path("amount").asDouble(), reason.path("fate").asText(), reason.path("meaning").asText()));
            } else {
                noStock[0] += reason.path("rows").asLong();
            }
        }
        text.append(String.format(Locale.ROOT, "| %,d | | NOT_A_STOCK_ITEM, by code in the account |%n", noStock[0]));
        text.append("\nThe demand panel, step by step, each equal to the reference (`DemandPanelTest`):\n\n| left | step |\n|--:|---|\n");
        found.path("panel").forEach(step ->
                text.append(String.format(Locale.ROOT, "| %s | %s |%n", step.path("value").asText(), step.path("step").asText())));
        return text.toString();
    }

    private long ties(boolean holding) {
        long count = 0;
        for (JsonNode tie : batch.path("reconciliation").path("ties")) {
            count += tie.path("holds").asBoolean() == holding ? 1 : 0;
        }
        return count;
    }
}
