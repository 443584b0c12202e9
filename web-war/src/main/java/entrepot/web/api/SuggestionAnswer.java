package entrepot.web.api;

import entrepot.inventory.replenishment.Reason;
import entrepot.inventory.replenishment.server.SuggestionBoard.Suggested;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A proposal, as a client reads it. Quantities are decimals of the item's unit; statistics are rounded to four places.
 *
 * @param quantity  to be ordered
 * @param suggested by the policy now; differs where a buyer wrote another quantity
 * @param reasons   the sum in words, in the order in which it is done
 * @param numbers   the same as numbers
 */
record SuggestionAnswer(
        long id, String sku, String name, String unit, String supplier, String supplierName, String location, String status,
        BigDecimal quantity, BigDecimal suggested, BigDecimal pack, BigDecimal minimumOrder, BigDecimal unitCost, BigDecimal cost,
        String currency, List<String> reasons, Numbers numbers, long fromSeal, long toSeal, Instant madeAt, Instant decidedAt,
        int version, String closedBy, String note, String order) {

    record Numbers(
            BigDecimal demandPerDay, BigDecimal demandDeviation, int historyDays, boolean thinHistory,
            BigDecimal leadTimeDays, BigDecimal leadTimeDeviation, boolean leadTimeLearnt, int receipts, int reviewDays,
            BigDecimal expected, BigDecimal deviation, String law, BigDecimal serviceLevel, BigDecimal safetyStock,
            BigDecimal reorderPoint, BigDecimal lot, BigDecimal lotDays, String lotRule, BigDecimal orderUpTo,
            BigDecimal expectedShort, BigDecimal onHand, BigDecimal onOrder, BigDecimal reserved, BigDecimal position, BigDecimal wanted) {

        static Numbers of(Reason r) {
            return new Numbers(
                    round(r.demandPerDay()), round(r.demandDeviation()), r.historyDays(), r.thinHistory(),
                    round(r.leadTimeDays()), round(r.leadTimeDeviation()), r.leadTimeLearnt(), r.receipts(), r.reviewDays(),
                    round(r.expected()), round(r.deviation()), r.law(), round(r.serviceLevel()), round(r.safetyStock()),
                    r.reorderPoint().decimal(), r.lot().decimal(), round(r.lotDays()), r.lotRule(), r.orderUpTo().decimal(),
                    round(r.expectedShort()), r.onHand().decimal(), r.onOrder().decimal(), r.reserved().decimal(), r.position().decimal(), r.wanted().decimal());
        }

        private static BigDecimal round(double value) {
            return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_UP);
        }
    }

    static SuggestionAnswer of(Suggested row, String currency) {
        return new SuggestionAnswer(row.id(), row.sku(), row.name(), row.unit(), row.supplier(), row.supplierName(), row.location(),
                row.status(), row.quantity().decimal(), row.suggested().decimal(), row.pack().decimal(), row.minimum().decimal(),
                row.unitCost(), row.cost() == null ? null : row.cost().decimal(), currency, row.reason().words(), Numbers.of(row.reason()),
                row.fromSeal(), row.toSeal(), row.madeAt().toInstant(ZoneOffset.UTC), row.decidedAt().toInstant(ZoneOffset.UTC),
                row.version(), row.closedBy(), row.note(), row.orderNumber());
    }
}
