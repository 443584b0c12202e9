package entrepot.trading.basket.server;

import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.backtest.server.BacktestFigures;
import entrepot.trading.evidence.Moments;
import entrepot.trading.evidence.SharpeEvidence;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Currency;
import java.util.List;

/**
 * What a portfolio made, beside equal weights in all of its instruments on the same days and terms.
 *
 * @param days      that at least one instrument has
 * @param firstTime milliseconds of the epoch, UTC
 * @param start     minor units of the currency, as {@code end}, {@code cash} at the end and {@code holdEnd}
 * @param borrow    minor units, paid for shorts; @param liquidations how often everything was closed for want of margin
 * @param turnover  a year: half of what was bought and sold, over the mean worth
 * @param beyond    shape of the returns of days less those of equal weights
 */
public record BasketFigures(String currency, int days, long firstTime, long lastTime, String dataHash, String resultHash, long start, long end, long cash,
        long holdEnd, long borrow, int liquidations, double turnover, double holdTurnover, Performance performance, Performance hold, List<BacktestFigures.Year> years, Scrutiny scrutiny,
        Moments beyond, LocalDateTime finishedAt) {

    /** Mean over deviation of the returns beyond equal weights, a year; not a number where there are none. */
    public double informationRatio() {
        return beyond.sharpe() * Math.sqrt(performance.barsPerYear());
    }

    /** Probability that the ratio is above 0. */
    public double beyondProbability() {
        return SharpeEvidence.of(beyond).probabilistic(0);
    }

    /** Of minor units. */
    public BigDecimal money(long minor) {
        return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits());
    }
}
