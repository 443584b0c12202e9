package entrepot.inventory.lot.server;

import entrepot.inventory.ledger.Tracking;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import java.time.LocalDate;

/**
 * What lies of a lot at a place, ours or a supplier's.
 *
 * @param expires the last day of sale, or null
 * @param days    until then, negative where it is over; null where it has none
 * @param value   its own cost, or its part of what it is valued together with; null for those who may not see costs, and of
 *     suppliers' goods
 * @param pieces  of catch-weight goods of ours, else null
 * @param supplier code: whose it is; null where it is ours
 */
public record LotLine(
        String sku, String name, String unit, Tracking tracking, String lot, LocalDate expires, Integer days, String location,
        Quantity onHand, Money value, String supplier, Long pieces, String key) {

    LotLine withoutValue() {
        return new LotLine(sku, name, unit, tracking, lot, expires, days, location, onHand, null, supplier, pieces, key);
    }
}
