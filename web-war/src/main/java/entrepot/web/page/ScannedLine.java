package entrepot.web.page;

import entrepot.inventory.ledger.Tracking;
import entrepot.web.api.LotBody;
import java.util.List;

/**
 * A line of a form that is filled by scanning, as it stands in its fields.
 *
 * @param row     names its fields; never that of another line on the page
 * @param amount  what one unit costs, or is sold for
 * @param receipt what it goes back to, as {@code posting/line}; or empty
 * @param tracking how the item is tracked: {@code LOT} and {@code SERIAL} have a field for it
 * @param expires the last day of the lot, as it is typed
 * @param pieces  of catch-weight goods, as they are typed; of others null
 */
public record ScannedLine(long row, String sku, String name, String unit, String quantity, String amount, String receipt, String tracking,
        String lot, String expires, String pieces) {

    /** Of goods that need no lot named. */
    ScannedLine(long row, String sku, String name, String unit, String quantity, String amount, String receipt) {
        this(row, sku, name, unit, quantity, amount, receipt, null, null, null, null);
    }

    public boolean isOfLots() {
        return Tracking.LOT.name().equals(tracking) || Tracking.SERIAL.name().equals(tracking);
    }

    /** What the line names, for a document; null where it names none. */
    List<LotBody> lots(String typed) {
        return !isOfLots() || lot == null ? null : List.of(new LotBody(lot, expires, typed));
    }

    public boolean isCatchWeight() {
        return pieces != null;
    }

    /** For a document; null where they are no whole number, or not counted. */
    Long countedPieces() {
        return Scanner.whole(pieces);
    }

    /** @param more pieces, or null */
    ScannedLine with(String other, Long more) {
        Long counted = countedPieces();
        return new ScannedLine(row, sku, name, unit, other, amount, receipt, tracking, lot, expires,
                more == null ? pieces : String.valueOf((counted == null ? 0 : counted) + more));
    }
}
