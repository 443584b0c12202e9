package entrepot.trading.backtest;

import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.Exact;

/**
 * What a strategy is run with.
 *
 * @param startCash  above zero
 * @param multiplier money a unit for one point of the price: 1 for a share, 10 for an index future of 10 a point
 * @param margin     money held back for each unit while it is held, of which the account stays the owner
 */
public record Terms(double startCash, Stake stake, Costs costs, double multiplier, double margin) {

    public Terms {
        if (!(startCash > 0 && multiplier > 0 && margin >= 0)) {
            throw new IllegalArgumentException("startCash is " + startCash + ", multiplier is " + multiplier + ", margin is "
                    + margin + ", must be above 0, above 0, and 0 or more");
        }
    }

    /** All the money in one position, any fraction of a unit. */
    public static Terms allIn(double startCash, Costs costs) {
        return new Terms(startCash, new Stake.AllIn(0, 0), costs, 1, 0);
    }

    public static Terms units(double startCash, double units, Costs costs) {
        return new Terms(startCash, new Stake.Units(units), costs, 1, 0);
    }

    /** The same for what comes in lots, or is a future. @param lot millionths */
    Terms of(Contract contract, long lot) {
        Stake lots = stake instanceof Stake.AllIn all ? new Stake.AllIn(all.buffer(), Exact.decimal(lot, Exact.UNIT)) : stake;
        return new Terms(startCash, lots, costs, contract.multiplier(), contract.margin() / Math.pow(10, contract.currency().getDefaultFractionDigits()));
    }

    public Terms withCostsDoubled() {
        return new Terms(startCash, stake, costs.doubled(), multiplier, margin);
    }

    public String words() {
        return "startCash=" + startCash + " stake=(" + stake.words() + ") costs=(" + costs.words() + ") multiplier=" + multiplier
                + " margin=" + margin;
    }
}
