package entrepot.inventory.lot.server;

import entrepot.inventory.consign.ConsignmentNote;
import entrepot.inventory.ledger.PostingKind;
import entrepot.inventory.ledger.Tracking;
import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A lot: what is left of it, and who has the rest.
 *
 * @param places      with what lies there now
 * @param customers   who bought it and did not bring it back
 * @param corrections of its last day, oldest first
 * @param consigned   how it came, went and became ours as goods of suppliers, oldest first
 */
public record LotView(Head lot, List<LotLine> places, List<Holder> customers, List<Correction> corrections, List<Consigned> consigned) {

    /**
     * @param quantity so much more or less is the supplier's here
     * @param undoing  whether it undoes an earlier one of its kind
     * @param posting  the receipt that it became, what undid that, or the count that found it; or null
     */
    public record Consigned(
            LocalDate on, ConsignmentNote.Kind kind, String supplier, String supplierName, String location, Quantity quantity, String reference,
            String actor, boolean undoing, UUID posting) {}

    /** The last day was written wrong. @param was null: none */
    public record Correction(LocalDate was, LocalDate becomes, String reason, String actor, LocalDateTime recordedAt, UUID posting) {}

    public record Head(long id, String sku, String name, String unit, Tracking tracking, String lot, LocalDate expires, Integer days) {}

    /** @param code null: sold to nobody known by name */
    public record Holder(String code, String name, Quantity quantity, LocalDate last) {}

    /**
     * @param source   what made the posting, as a purchase order; or null
     * @param customer code, or null
     */
    public record Step(
            LocalDate businessDate, PostingKind kind, String location, Quantity quantity, UUID posting, String reference, String source,
            String customer, String customerName, long movement) {

        /** What to give as the place to go on after. */
        public String key() {
            return businessDate + "~" + movement;
        }
    }
}
