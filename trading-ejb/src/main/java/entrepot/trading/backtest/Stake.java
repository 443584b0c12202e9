package entrepot.trading.backtest;

/** How large a position is when it is opened; it stays so until it is closed. */
public sealed interface Stake {

    /** Units to open, 0 where there is no money for any. @param price of one unit, multiplier included, above zero */
    double units(double equity, double price, Costs costs);

    String words();

    /**
     * As much as the account is worth.
     *
     * @param buffer share kept aside
     * @param lot    units come in whole lots of this size; 0 for any fraction
     */
    record AllIn(double buffer, double lot) implements Stake {
        @Override
        public double units(double equity, double price, Costs costs) {
            double units = costs.affordable(equity * (1 - buffer), price);
            return lot == 0 ? units : Math.floor(units / lot) * lot;
        }

        @Override
        public String words() {
            return "all-in buffer=" + buffer + " lot=" + lot;
        }
    }

    /** Always as many, whether or not the account could pay for them: a future needs a margin only. */
    record Units(double units) implements Stake {
        @Override
        public double units(double equity, double price, Costs costs) {
            return units;
        }

        @Override
        public String words() {
            return "units=" + units;
        }
    }
}
