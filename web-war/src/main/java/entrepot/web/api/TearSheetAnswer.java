package entrepot.web.api;

import entrepot.trading.backtest.Costs;
import entrepot.trading.backtest.server.BacktestEvidence;
import entrepot.trading.backtest.server.Judged;
import entrepot.trading.tearsheet.AccountCurve;
import entrepot.trading.tearsheet.Decline;
import entrepot.trading.tearsheet.Months;
import entrepot.trading.tearsheet.Rolling;
import entrepot.trading.tearsheet.TearSheet;
import entrepot.trading.tearsheet.TradeSummary;
import entrepot.trading.tearsheet.server.TearSheetView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A tear sheet as clients see it. Figures are decimals in strings; one that the bars cannot say is absent, or null among the months of a year.
 *
 * @param benchmark buying and holding, or of a portfolio equal weights
 * @param every     how long a bar is; absent in a recorded market
 * @param evidence  absent where the backtest was run before there was any; then there is no Sharpe ratio either
 * @param seed      "none" where nothing is drawn by lot
 */
record TearSheetAnswer(UUID id, TearSheetView.Kind kind, List<String> instruments, String strategy, LocalDateTime createdAt, String createdBy, String currency, int bars, String every,
        LocalDate from, LocalDate to, BigDecimal startCash, BigDecimal endValue, BacktestAnswer.Figures figures, BigDecimal benchmarkEndValue,
        BacktestAnswer.Figures benchmark, EvidenceAnswer evidence, List<Year> months, Window rolling, List<Fall> declines, Trades trades, Assumed costs,
        List<Data> data, String dataHash, String seed, String resultHash, Map<String, String> links) {

    /** @param months January first */
    record Year(int year, List<BigDecimal> months, BigDecimal total, BigDecimal benchmark) {
        static Year of(Months.Year year) {
            return new Year(year.year(), Arrays.stream(year.months()).mapToObj(BacktestAnswer::decimal).toList(), decimal(year.total()), decimal(year.benchmark()));
        }
    }

    /** Of the last returns. @param window how many */
    record Window(int window, BigDecimal volatility, BigDecimal sharpe) {
        static Window of(Rolling rolling, boolean judged) {
            return new Window(rolling.window(), decimal(rolling.lastVolatility()), judged ? decimal(rolling.lastSharpe()) : null);
        }
    }

    /** @param high day of it, absent where it fell from the start; @param healed absent where it is not yet as high again */
    record Fall(BigDecimal depth, LocalDate high, LocalDate low, LocalDate healed) {
        static Fall of(Decline decline, AccountCurve curve) {
            return new Fall(decimal(decline.depth()), day(curve, decline.top()), day(curve, decline.bottom()), day(curve, decline.healed()));
        }

        private static LocalDate day(AccountCurve curve, int bar) {
            return bar < 0 ? null : TearSheetAnswer.day(curve.times()[bar]);
        }
    }

    record Trades(int closed, BigDecimal winners, BigDecimal average, BigDecimal best, BigDecimal worst) {
        static Trades of(TradeSummary trades) {
            return new Trades(trades.count(), decimal(trades.winners()), decimal(trades.average()), decimal(trades.best()), decimal(trades.worst()));
        }
    }

    /** @param feeRate share of the value, a side; @param slippage share of the price */
    record Assumed(BigDecimal feeRate, BigDecimal feePerOrder, BigDecimal slippage) {
        static Assumed of(Costs costs) {
            return new Assumed(decimal(costs.feeRate()), decimal(costs.perOrder()), decimal(costs.slippage()));
        }
    }

    record Data(String of, String dataHash) {}

    static TearSheetAnswer of(TearSheetView view) {
        TearSheetView.Result found = view.result();
        TearSheet sheet = view.sheet();
        Judged judged = view.judged();
        BacktestEvidence evidence = judged.evidence();
        String self = "/api/v1/tearsheets/" + view.id();
        return new TearSheetAnswer(view.id(), view.kind(), view.instruments(), view.strategy(), view.createdAt(), view.createdBy(), found.currency(), found.bars(), view.recorded() ? null : view.bars().every().toString(),
                day(found.firstTime()), day(found.lastTime()), decimal(sheet.curve().start()), decimal(found.endValue()),
                BacktestAnswer.Figures.of(judged.performance(), evidence == null ? Double.NaN : evidence.found().probabilistic()), decimal(found.holdValue()),
                BacktestAnswer.Figures.of(found.hold(), evidence == null ? Double.NaN : evidence.holdProbabilistic()),
                evidence == null ? null : EvidenceAnswer.of(evidence, judged.performance()), sheet.years().stream().map(Year::of).toList(),
                Window.of(sheet.rolling(), evidence != null), sheet.declines().stream().map(fall -> Fall.of(fall, sheet.curve())).toList(),
                Trades.of(sheet.trades()), Assumed.of(view.terms().costs()), view.data().stream().map(data -> new Data(data.name(), data.hash())).toList(),
                found.dataHash(), view.seed() == null ? "none" : view.seed().toString(), found.resultHash(),
                Map.of("self", self, "pdf", self + "/pdf", "days", self + "/days.csv", "months", self + "/months.csv"));
    }

    private static LocalDate day(long time) {
        return Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static BigDecimal decimal(double value) {
        return BacktestAnswer.decimal(value);
    }
}
