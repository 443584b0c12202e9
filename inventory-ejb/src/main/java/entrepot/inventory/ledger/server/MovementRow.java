package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Grounds;
import entrepot.inventory.ledger.Lot;
import entrepot.inventory.ledger.Movement;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.Turn;
import entrepot.kernel.ItemId;
import entrepot.kernel.LocationId;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/** A row of the table of movements. */
public record MovementRow(
        long id, long postingSeq, int lineNo, PostingKind kind, long itemId, long locationId, long poolId, long quantity,
        LocalDate businessDate, long ordinal, Long sourceMovementId, Basis basis, Long stated, Long counted, BigDecimal unitCost, LocalDate forDate,
        Long lotId, String lotCode, LocalDate lotExpires, PostingKind undone, Long pieces) {

    static final String COLUMNS = "m.id, m.posting_seq, m.line_no, m.kind, m.item_id, m.location_id, m.pool_id, m.quantity,"
            + " m.business_date, m.ordinal, m.source_movement_id, m.basis, m.stated, m.counted, m.unit_cost, m.for_date,"
            + " m.lot_id, t.code lot_code, t.expires lot_expires,"
            + " IF(m.kind = 'REVERSAL', (SELECT u.kind FROM movement u WHERE u.id = m.source_movement_id), NULL) undone, m.pieces";

    static final String ROWS = "movement m LEFT JOIN lot t ON t.id = m.lot_id";

    /** The same for all movements of a posting that go together. */
    String together() {
        String line = postingSeq + "/" + lineNo + "/" + lotId;
        return kind.isAssembly() ? String.valueOf(postingSeq) : kind == PostingKind.SCOPE_CHANGE ? line + "/" + locationId : line;
    }

    /**
     * @param direct what it was worth when it was posted, minor units; null where it has no value
     * @param pair   a number that all that go together with it share
     * @param turn   of a change of terms, or null
     */
    Movement movement(Long direct, long pair, Turn turn, Currency currency) {
        Quantity moved = new Quantity(quantity);
        var stored = new Grounds.Stored(
                id, poolId, locationId, forDate == null ? businessDate : forDate, ordinal, moved, sourceMovementId, pair, currency);
        var step = new Grounds(basis, stated, counted, unitCost)
                .step(stored, kind, direct == null ? null : new Money(direct, currency), turn);
        return new Movement(lineNo, new ItemId(itemId), new LocationId(locationId), moved, step, businessDate,
                lotId == null ? null : new Lot(lotId, new ItemId(itemId), lotCode, lotExpires), pieces);
    }
}
