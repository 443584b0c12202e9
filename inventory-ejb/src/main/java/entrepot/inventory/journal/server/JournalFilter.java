package entrepot.inventory.journal.server;

import java.time.LocalDate;
import java.util.UUID;

/** Which lines to show; null: no condition. */
public record JournalFilter(String account, LocalDate from, LocalDate to, UUID posting, String sku) {

    public static final JournalFilter ALL = new JournalFilter(null, null, null, null, null);

    public static JournalFilter posting(UUID posting) {
        return new JournalFilter(null, null, null, posting, null);
    }
}
