package entrepot.inventory.export.server;

import entrepot.inventory.export.BatchHead;
import entrepot.kernel.Money;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.UUID;

/** A batch that was made. @param id chosen by the client; @param madeAt UTC */
public record BatchRow(
        long number, UUID id, long firstSeal, long lastSeal, LocalDate firstDay, LocalDate lastDay, long postings, long lines,
        Money debits, LocalDateTime madeAt, String madeBy) {

    public BatchHead head() {
        return new BatchHead(number, firstSeal, lastSeal, firstDay, lastDay, postings, lines, debits);
    }
}
