package entrepot.trading.backtest.server;

import entrepot.trading.backtest.Performance;
import entrepot.trading.replay.FlowFigures;
import entrepot.trading.replay.ParentFigures;
import java.time.LocalDateTime;
import java.util.List;

/**
 * What a backtest found, beside what buying and holding would have on the same terms.
 *
 * @param currency  of the instrument
 * @param carried   of a pair; null of any other
 * @param flow      of a recorded market; null over bars
 * @param parent    of a parent order there; null of any other
 * @param firstTime milliseconds of the epoch, UTC
 */
public record BacktestFigures(String currency, int bars, long firstTime, long lastTime, String dataHash, String resultHash,
        double endValue, double holdValue, Performance performance, Performance hold, List<Year> years, Carried carried, FlowFigures flow,
        ParentFigures parent, LocalDateTime finishedAt) {

    /** Gained in a calendar year, UTC, as a share. */
    public record Year(int year, double strategy, double hold) {}
}
