package entrepot.trading.sweep.server;

import entrepot.platform.sql.StoredJson;
import entrepot.trading.sweep.Sweep;
import java.time.LocalDateTime;
import java.util.UUID;

/** @param symbol of a pair the first, of a portfolio what stands for all; @param symbols of these, or null; @param asked JSON of {@link SweepAsked} */
record SweepRow(long number, UUID id, String symbol, String symbols, String asked, long jobId, LocalDateTime createdAt, String createdBy) {

    Sweep sweep() {
        return StoredJson.read(asked, SweepAsked.class).sweep();
    }
}
