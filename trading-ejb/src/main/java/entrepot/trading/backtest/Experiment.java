package entrepot.trading.backtest;

import entrepot.trading.indicator.Mean;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Reading;
import entrepot.trading.strategy.Side;
import java.time.LocalDate;

/**
 * What a person asks: would this crossover have worked on that series, for this money and these costs? Nothing in it is drawn
 * by lot, so it has no seed.
 *
 * @param fromDay  first day of bars, or null for all
 * @param toDay    last one, or null for all
 * @param adjusted whether splits and dividends known on the last day are worked into the prices
 * @param feeRate  share of the value traded, a side
 * @param perOrder fee for each order filled
 * @param slippage share of the price
 */
public record Experiment(String symbol, LocalDate fromDay, LocalDate toDay, boolean adjusted, Mean mean, int fast, int slow, Side side,
        Reading reading, double startCash, double feeRate, double perOrder, double slippage) {

    public Crossover strategy() {
        return new Crossover(mean, fast, slow, side, reading);
    }

    public Terms terms() {
        return Terms.allIn(startCash, new Costs(feeRate, FeeBasis.VALUE, 0, perOrder, slippage));
    }
}
