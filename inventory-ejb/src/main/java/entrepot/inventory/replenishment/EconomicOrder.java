package entrepot.inventory.replenishment;

/**
 * The lot that balances the cost of ordering against the cost of holding: Q = sqrt(2 K D / h).
 *
 * @param fixedCost   K, money for each order, above 0
 * @param holdingCost h, money for each unit and year, above 0
 * @param demand      D, units a year, 0 or more
 * @see "Snyder and Shen, Fundamentals of Supply Chain Theory, 2nd ed., Example 3.1: K 8, h 0.225, D 1300 gives 304.05"
 */
record EconomicOrder(double fixedCost, double holdingCost, double demand) {

    double quantity() {
        return Math.sqrt(2 * fixedCost * demand / holdingCost);
    }

    /** Money a year for ordering in lots of {@code quantity}, without the goods themselves. */
    double cost(double quantity) {
        return fixedCost * demand / quantity + holdingCost * quantity / 2;
    }
}
