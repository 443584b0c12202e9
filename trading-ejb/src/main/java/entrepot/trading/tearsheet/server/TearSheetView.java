package entrepot.trading.tearsheet.server;

import entrepot.trading.backtest.Performance;
import entrepot.trading.backtest.Terms;
import entrepot.trading.backtest.server.Judged;
import entrepot.trading.market.BarPlan;
import entrepot.trading.tearsheet.TearSheet;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;

/**
 * A finished backtest of any kind with its tear sheet.
 *
 * @param judged   its figures and how far they can be believed
 * @param strategy in words that are the same for the same strategy
 * @param adjusted whether splits and dividends are worked into the prices; of a portfolio they are booked instead
 * @param recorded whether it traded in a recorded market, where bars are of any length
 * @param bars     how long they are elsewhere
 * @param seed     null where nothing is drawn by lot
 */
public record TearSheetView(UUID id, Kind kind, Judged judged, List<String> instruments, String strategy, Terms terms, boolean adjusted, boolean recorded, BarPlan bars, Long seed,
        LocalDateTime createdAt, String createdBy, Result result, List<Data> data, TearSheet sheet) {

    /** What it was asked as. */
    public enum Kind {
        BACKTEST, PORTFOLIO
    }

    /**
     * What came of it.
     *
     * @param firstTime milliseconds of the epoch, UTC, as {@code lastTime}
     * @param dataHash  SHA-256 of all data; @param hold of the benchmark: buying and holding, or equal weights
     */
    public record Result(String currency, int bars, long firstTime, long lastTime, String dataHash, String resultHash, double endValue, double holdValue,
            Performance hold) {}

    /** A version of data. @param name of the instruments that it is of */
    public record Data(String name, String hash) {}

    /** Whether what it says of bars needs their times beside their days. */
    public boolean timed() {
        return recorded || bars.isTimed();
    }

    public boolean portfolio() {
        return kind == Kind.PORTFOLIO;
    }
}
