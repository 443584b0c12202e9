package entrepot.bench.sweep;

import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseStrategy;
import org.ta4j.core.Position;
import org.ta4j.core.TradingRecord;
import org.ta4j.core.analysis.cost.LinearTransactionCostModel;
import org.ta4j.core.analysis.cost.ZeroCostModel;
import org.ta4j.core.backtest.BarSeriesManager;
import org.ta4j.core.backtest.TradeOnNextOpenModel;
import org.ta4j.core.indicators.SMAIndicator;
import org.ta4j.core.indicators.helpers.ClosePriceIndicator;
import org.ta4j.core.rules.CrossedDownIndicatorRule;
import org.ta4j.core.rules.CrossedUpIndicatorRule;

/** The crossover as a user of ta4j writes it. */
final class Ta4jCrossover {

    private final BarSeries series;
    private final BarSeriesManager manager;

    Ta4jCrossover(BarSeries series, double fee) {
        this.series = series;
        this.manager =
                new BarSeriesManager(series, new LinearTransactionCostModel(fee), new ZeroCostModel(), new TradeOnNextOpenModel());
    }

    TradingRecord run(int fast, int slow) {
        ClosePriceIndicator close = new ClosePriceIndicator(series);
        SMAIndicator fastMean = new SMAIndicator(close, fast);
        SMAIndicator slowMean = new SMAIndicator(close, slow);
        return manager.run(new BaseStrategy(new CrossedUpIndicatorRule(fastMean, slowMean),
                new CrossedDownIndicatorRule(fastMean, slowMean), slow));
    }

    /** What an account that pays a share of its money at each side has in the end, having begun with 1. */
    double money(TradingRecord record, double fee) {
        double money = 1;
        for (Position position : record.getPositions()) {
            money *= (1 - fee) * (1 - fee) * price(position, false) / price(position, true);
        }
        Position open = record.getCurrentPosition();
        return open.isOpened() ? money * (1 - fee) * series.getLastBar().getClosePrice().doubleValue() / price(open, true) : money;
    }

    /** The same where the fee is a share of the value traded and fills are worse by slippage. */
    double money(TradingRecord record, double fee, double slippage) {
        double in = 1 / ((1 + fee) * (1 + slippage));
        double out = (1 - fee) * (1 - slippage);
        double money = 1;
        for (Position position : record.getPositions()) {
            money *= in * out * price(position, false) / price(position, true);
        }
        Position open = record.getCurrentPosition();
        return open.isOpened() ? money * in * series.getLastBar().getClosePrice().doubleValue() / price(open, true) : money;
    }

    private static double price(Position position, boolean entry) {
        return (entry ? position.getEntry() : position.getExit()).getPricePerAsset().doubleValue();
    }
}
