package entrepot.inventory.consign;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/**
 * A row of the log of suppliers' goods.
 *
 * @param id       of the row
 * @param document chosen by the client, or the receipt that it became
 * @param line     of the document, from 0
 * @param comes    whether there is so much more of them, or less
 * @param undoes   the row that it undoes, or null
 */
public record ConsignedEvent(
        long id, UUID document, int line, ConsignmentNote.Kind kind, long supplier, Taken.Line goods, boolean comes, LocalDate day, String reference,
        Instant at, String actor,
        Long undoes) {

    public static final String SQL = "INSERT INTO consigned_event (id, document, line_no, kind, supplier_id, item_id, location_id, lot_id, quantity,"
            + " unit_cost, on_day, reference, at, actor, undoes) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    public List<Object> values() {
        long quantity = goods.quantity().millionths();
        return Arrays.asList(id, document, line, kind.name(), supplier, goods.item().value(), goods.location().value(), goods.lotId(),
                comes ? quantity : -quantity, goods.unitCost(), day, reference, at.atOffset(ZoneOffset.UTC).toLocalDateTime(), actor, undoes);
    }
}
