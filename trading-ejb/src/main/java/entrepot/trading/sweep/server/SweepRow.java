package entrepot.trading.sweep.server;

import entrepot.platform.sql.StoredJson;
import entrepot.trading.sweep.Sweep;
import java.time.LocalDateTime;
import java.util.UUID;

/** @param symbol stands for all of a portfolio; @param symbols of a portfolio, or null; @param asked JSON of {@link SweepAsked} */
record SweepRow(long number, UUID id, String symbol, String symbols, String asked, long jobId, LocalDateTime createdAt, String createdBy) {

    Sweep sweep() {
        return StoredJson.read(asked, SweepAsked.class).sweep();
    }
}
