package entrepot.inventory.retail.server;

import java.time.LocalDateTime;
import java.util.UUID;

/**
 * An import as its row says.
 *
 * @param location       code of the place all goods lie at
 * @param createdAt      UTC
 * @param job            the last job for it, or null
 * @param findings       JSON of {@link Findings}, or null before the dry run
 * @param reconciliation JSON of {@link Reconciliation.Report}, or null before all is posted
 */
public record ImportBatch(
        UUID id,
        String kind,
        Status status,
        boolean keepDuplicates,
        String location,
        LocalDateTime createdAt,
        String createdBy,
        Long jobId,
        String findings,
        String reconciliation) {

    public enum Status { NEW, CHECKED, POSTING, POSTED, UNDOING, UNDONE }

    public String source() {
        return "import:" + id;
    }
}
