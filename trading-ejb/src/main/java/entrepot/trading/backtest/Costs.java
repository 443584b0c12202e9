package entrepot.trading.backtest;

import entrepot.kernel.Money;
import entrepot.trading.portfolio.FeeSchedule;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * What trading costs, in the money of the account.
 *
 * @param feeRate  share of the value, e.g. 0.001 for 0.1 % a side
 * @param perUnit  for each unit traded
 * @param perOrder for each order filled
 * @param slippage share of the price by which a fill is worse than the open: buying dearer, selling cheaper
 */
public record Costs(double feeRate, FeeBasis basis, double perUnit, double perOrder, double slippage) {

    public static final Costs NONE = rate(0);

    public Costs {
        share("feeRate", feeRate);
        share("slippage", slippage);
        if (!(perUnit >= 0 && perOrder >= 0)) {
            throw new IllegalArgumentException("perUnit is " + perUnit + ", perOrder is " + perOrder + ", must be 0 or more");
        }
    }

    private static void share(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " is " + value + ", must be from 0 to 1");
        }
    }

    public static Costs rate(double feeRate) {
        return new Costs(feeRate, FeeBasis.VALUE, 0, 0, 0);
    }

    /** All of it twice; a share stays at most 1. */
    public Costs doubled() {
        return new Costs(Math.min(1, 2 * feeRate), basis, 2 * perUnit, 2 * perOrder, Math.min(1, 2 * slippage));
    }

    /** Rate and fee an order in exact money; there is none by unit in it. */
    public FeeSchedule fees(Currency currency) {
        return new FeeSchedule(Math.round(feeRate * FeeSchedule.BILLION), 0, Money.rounded(BigDecimal.valueOf(perOrder), currency).minor(), 0, 0);
    }

    /** @param side 1 where bought, -1 where sold */
    public double fillPrice(double price, int side) {
        return price + side * slippage * Math.abs(price);
    }

    double openingFee(double units, double value) {
        double rate = basis == FeeBasis.VALUE ? feeRate : feeRate / (1 - feeRate);
        return rate * Math.abs(value) + perUnit * units + perOrder;
    }

    double closingFee(double units, double value) {
        return feeRate * Math.abs(value) + perUnit * units + perOrder;
    }

    /** Units of {@code price} each that a stake pays for, fees included. */
    double affordable(double stake, double price) {
        double perUnitPaid = price * (basis == FeeBasis.VALUE ? 1 + feeRate : 1 / (1 - feeRate)) + perUnit;
        return Math.max(0, (stake - perOrder) / perUnitPaid);
    }

    String words() {
        return "feeRate=" + feeRate + " basis=" + basis + " perUnit=" + perUnit + " perOrder=" + perOrder + " slippage=" + slippage;
    }
}
