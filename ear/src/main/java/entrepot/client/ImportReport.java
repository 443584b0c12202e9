package entrepot.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;

/** Prints what became of the rows of an import, and how it ties to the journal. */
final class ImportReport {

    private final PrintStream out;

    ImportReport(PrintStream out) {
        this.out = out;
    }

    void findings(JsonNode batch) {
        JsonNode found = batch.path("findings");
        out.printf("%nWhat becomes of each row, %s to %s%n", found.path("firstDay").asText(), found.path("lastDay").asText());
        out.printf("%12s %14s %16s%n", "rows", "units", batch.path("currency").asText());
        long noStock = 0;
        for (JsonNode reason : found.path("reasons")) {
            if (reason.path("code").asText().isEmpty()) {
                line(reason, reason.path("fate").asText() + ": " + reason.path("meaning").asText());
            } else {
                noStock += reason.path("rows").asLong();
            }
        }
        out.printf("%,12d %31s  NOT_A_STOCK_ITEM, by code:%n", noStock, "");
        found.path("reasons").forEach(reason -> {
            if (!reason.path("code").asText().isEmpty()) {
                line(reason, "    " + reason.path("code").asText());
            }
        });
        out.printf("%,12d rows in the files, of which %,d are posted%n%n", found.path("rows").asLong(), found.path("posted").asLong());
        out.println("Demand panel, step by step");
        found.path("panel").forEach(step -> out.printf("%,16.2f  %s%n", step.path("value").asDouble(), step.path("step").asText()));
        JsonNode policy = found.path("policy");
        out.printf("%nThe declared buying served %.2f %% of units from stock; %,d of %,d sale lines would have run out.%n%n",
                100 * found.path("fillRate").asDouble(), policy.path("stockOuts").asLong(), policy.path("saleLines").asLong());
    }

    private void line(JsonNode reason, String words) {
        out.printf("%,12d %,14d %,16.2f  %s%n", reason.path("rows").asLong(), reason.path("units").asLong(),
                reason.path("amount").asDouble(), words);
    }

    void reconciliation(JsonNode batch) {
        out.println("Reconciliation: the files and the declared purchases against the book");
        for (JsonNode tie : batch.path("reconciliation").path("ties")) {
            out.printf("%-8s %-50s %20s %20s%n", tie.path("holds").asBoolean() ? "ties" : "DIFFERS",
                    tie.path("figure").asText(), tie.path("files").asText(), tie.path("book").asText());
        }
    }
}
