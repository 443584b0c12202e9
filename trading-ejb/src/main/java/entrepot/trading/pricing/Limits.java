package entrepot.trading.pricing;

import java.math.BigDecimal;

/**
 * Where a price may lie.
 *
 * @param margin    floor as a share on top of the unit cost: 0.2 keeps the price at 120 percent of it; above -1
 * @param least     floor in major units a unit, or null
 * @param most      ceiling in major units a unit, or null
 * @param mostRatio ceiling as a multiple of the base price, or null; one of the two ceilings must be given
 */
public record Limits(BigDecimal margin, BigDecimal least, BigDecimal most, BigDecimal mostRatio) {

    public Limits {
        if (margin.compareTo(BigDecimal.ONE.negate()) <= 0) {
            throw new IllegalArgumentException("margin is " + margin + ", must be above -1");
        }
        if (most == null && mostRatio == null) {
            throw new IllegalArgumentException("a ceiling is missing: give a price, a multiple of the base price, or both");
        }
        positive("least", least);
        positive("most", most);
        positive("mostRatio", mostRatio);
    }

    /** The higher of the two floors. */
    public BigDecimal floor(BigDecimal unitCost) {
        BigDecimal onCost = unitCost.multiply(BigDecimal.ONE.add(margin));
        return least == null ? onCost : onCost.max(least);
    }

    /** The lower of the ceilings given. */
    public BigDecimal ceiling(BigDecimal base) {
        BigDecimal ofBase = mostRatio == null ? most : base.multiply(mostRatio);
        return most == null ? ofBase : ofBase.min(most);
    }

    private static void positive(String name, BigDecimal value) {
        if (value != null && value.signum() <= 0) {
            throw new IllegalArgumentException(name + " is " + value + ", must be above 0");
        }
    }
}
