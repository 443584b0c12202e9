package entrepot.inventory.replenishment;

import entrepot.kernel.Quantity;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * Every number behind a suggestion, so that a buyer can do the sum again.
 *
 * @param demandPerDay      units a day
 * @param demandDeviation   standard deviation of a day, units
 * @param historyDays       days looked at
 * @param thinHistory       fewer days than the policy wants
 * @param leadTimeDays      mean days from order to shelf
 * @param leadTimeDeviation its standard deviation, days
 * @param leadTimeLearnt    from receipts, or as stated by the supplier
 * @param receipts          receipts so far
 * @param reviewDays        days until the next look
 * @param expected          units expected to sell in lead time and review period
 * @param deviation         standard deviation of that
 * @param law               the distribution used
 * @param serviceLevel      share of cycles without a stock-out
 * @param safetyStock       reorder point less expected, units
 * @param reorderPoint      order when the position is at or below it
 * @param lot               units ordered beyond the reorder point
 * @param lotDays           days of demand in the lot
 * @param lotRule           how the lot came about
 * @param orderUpTo         reorder point and lot
 * @param expectedShort     units expected to be missing in a cycle at the reorder point
 * @param reserved          for customers and not taken yet
 * @param wanted            order-up-to level less position, before minimum and packs
 */
public record Reason(
        double demandPerDay,
        double demandDeviation,
        int historyDays,
        boolean thinHistory,
        double leadTimeDays,
        double leadTimeDeviation,
        boolean leadTimeLearnt,
        int receipts,
        int reviewDays,
        double expected,
        double deviation,
        String law,
        double serviceLevel,
        double safetyStock,
        Quantity reorderPoint,
        Quantity lot,
        double lotDays,
        String lotRule,
        Quantity orderUpTo,
        double expectedShort,
        Quantity onHand,
        Quantity onOrder,
        Quantity reserved,
        Quantity wanted,
        Quantity pack,
        Quantity minimum,
        Quantity order) {

    /** One that was kept before anything was reserved does not say so. */
    public Reason {
        reserved = reserved == null ? Quantity.ZERO : reserved;
    }

    public Quantity position() {
        return onHand.plus(onOrder).minus(reserved);
    }

    /** The same in sentences, in the order in which the sum is done. */
    public List<String> words() {
        if (demandPerDay == 0 && !order.isPositive()) {
            return List.of("Nothing sold in the " + days(historyDays) + " looked at, so nothing is ordered.");
        }
        var words = new ArrayList<String>();
        words.add("Sells " + number(demandPerDay) + " a day (deviation " + number(demandDeviation) + ") over "
                + days(historyDays) + (thinHistory ? ", a short history read with care." : "."));
        words.add("An order takes " + number(leadTimeDays) + " days (deviation " + number(leadTimeDeviation) + ", "
                + (leadTimeLearnt ? "learnt from " + receipts + " receipts" : "as the supplier states") + ") and the next look is in "
                + days(reviewDays) + ": " + number(expected) + " are expected to sell until then.");
        words.add("For no stock-out in " + number(100 * serviceLevel) + " % of cycles the reorder point is " + reorderPoint
                + ", of which " + number(safetyStock) + " are safety stock (" + law + " demand, deviation " + number(deviation) + ").");
        words.add("On hand " + onHand + " and on order " + onOrder + (reserved.isZero() ? "" : ", less " + reserved + " reserved,") + " make a position of " + position() + ", "
                + (position().compareTo(reorderPoint) <= 0 ? "at or below" : "above") + " the reorder point.");
        if (order.isPositive()) {
            words.add("A lot of " + lot + " lasts " + number(lotDays) + " days (" + lotRule + "), so order up to " + orderUpTo
                    + ": " + wanted + rounded() + ".");
        }
        return words;
    }

    private String rounded() {
        String least = minimum.isZero() ? "" : ", with the minimum of " + minimum;
        return order.equals(wanted) ? "" : least + (least.isEmpty() ? ", in" : " and") + " packs of " + pack + " that is " + order;
    }

    private static String days(int days) {
        return days == 1 ? "1 day" : days + " days";
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).setScale(Math.abs(value) < 10 ? 2 : 1, RoundingMode.HALF_UP).stripTrailingZeros().toPlainString();
    }
}
