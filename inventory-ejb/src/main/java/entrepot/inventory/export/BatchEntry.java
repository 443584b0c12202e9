package entrepot.inventory.export;

import entrepot.inventory.ledger.PostingKind;
import entrepot.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What one posting has in the journal of one day: it balances by itself. */
public record BatchEntry(LocalDate day, long seal, UUID posting, PostingKind kind, String reference, String reason, List<Line> lines) {

    /** @param amount debit positive */
    public record Line(int number, String account, Money amount, String sku, String location) {}

    public BatchEntry {
        lines = List.copyOf(lines);
    }

    /** Kind, document and reason, as one text. */
    String story() {
        String story = kind + (reference == null ? "" : " " + reference) + (reason == null ? "" : " (" + reason + ")");
        return Beans.line(story);
    }
}
