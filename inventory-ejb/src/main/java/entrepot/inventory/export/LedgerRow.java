package entrepot.inventory.export;

import entrepot.inventory.ledger.Grounds;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.valuation.Basis;
import entrepot.inventory.valuation.CostFlow;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A line of the journal or the quantity of a movement, at the posting and line to which it belongs in the end: what
 * corrected, charged or recounted an earlier movement belongs to that one.
 *
 * @param line      -1 for what belongs to no movement
 * @param stock     whether the account is one of inventory
 * @param account   null for a quantity
 * @param from      the movement that this one returned or undid, or null
 * @param otherwise the inventory account that its category has today
 */
public record LedgerRow(
        LocalDate day, long seq, int line, String account, boolean stock, Money amount, Quantity quantity, UUID posting,
        PostingKind kind, String reference, Long movement, Quantity moved, Basis basis, Long from, Long pool, String place,
        Long item, String sku, CostFlow flow, String otherwise) {

    LedgerEntry.Item goods() {
        return new LedgerEntry.Item(item, sku, flow);
    }

    boolean isGoods() {
        return movement != null && (account == null || stock);
    }

    private Basis ground() {
        return basis != null ? basis : Grounds.usual(kind, moved, from, true);
    }

    boolean arrives() {
        return ground() == Basis.ARRIVES || ground() == Basis.COMES_OVER;
    }

    /** Whose goods leave first, or null: those of the flow. */
    Long takesFrom() {
        Basis ground = ground();
        return ground == Basis.GOES_BACK || ground == Basis.GOES_BACK_AT_FLOW || ground == Basis.TAKEN_OUT ? from : null;
    }
}
