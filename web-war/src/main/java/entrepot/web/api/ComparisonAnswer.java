package entrepot.web.api;

import entrepot.trading.comparison.Caution;
import entrepot.trading.comparison.Comparison;
import entrepot.trading.comparison.Difference;
import entrepot.trading.comparison.server.Compared;
import entrepot.trading.evidence.MonthlyReturns;
import entrepot.trading.tearsheet.server.TearSheetView;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Backtests beside each other as clients see them; {@code docs/comparing.md} has the formulas. Figures are decimals in strings; one that the bars cannot say is
 * absent, or null in a row.
 *
 * @param differing   names of the settings that are not the same everywhere; {@code shared} those that are
 * @param correlation of returns of days, a row a backtest
 * @param differences of each pair
 * @param best        absent where a mean cannot be said
 * @param months      a row a month, in the order of the backtests
 * @param hash        SHA-256 of days, worth, correlations and differences
 */
record ComparisonAnswer(List<Backtest> backtests, Common common, List<String> differing, Map<String, String> shared, List<List<BigDecimal>> correlation,
        List<Pair> differences, Best best, Bootstrap bootstrap, List<Month> months, Set<Caution> cautions, String hash, Map<String, String> links) {

    /** @param whole over all of its own time; @param common over the days in common */
    record Backtest(UUID id, TearSheetView.Kind kind, List<String> instruments, String strategy, Map<String, String> settings, String currency, String resultHash,
            Whole whole, Span common, Map<String, String> links) {}

    /** @param evidence absent where the backtest was run before there was any; then there is no Sharpe ratio either */
    record Whole(LocalDate from, LocalDate to, BacktestAnswer.Figures figures, BacktestAnswer.Figures benchmark, EvidenceAnswer evidence) {}

    record Span(Figures figures, Figures benchmark) {}

    record Figures(BigDecimal totalReturn, BigDecimal annualReturn, BigDecimal volatility, BigDecimal sharpe, BigDecimal probabilisticSharpe, BigDecimal maxDrawdown) {
        /** @param judged whether there is evidence: without it no Sharpe ratio is told */
        static Figures of(Comparison.Span span, boolean judged) {
            return new Figures(decimal(span.figures().totalReturn()), decimal(span.figures().annualReturn()), decimal(span.figures().volatility()),
                    judged ? decimal(span.figures().sharpe()) : null, judged ? decimal(span.probabilistic()) : null, decimal(span.figures().maxDrawdown()));
        }
    }

    /** @param leftOut days within that one has and another has not; @param daysPerYear what brings figures of a day to a year */
    record Common(LocalDate from, LocalDate to, int days, int leftOut, BigDecimal daysPerYear) {}

    /** What is above 0 speaks for {@code one}. @param mean of the returns of a day; @param sharpe of a day; @param sharpeError by the delta method */
    record Pair(UUID one, UUID other, Drawn mean, Drawn sharpe, BigDecimal sharpeError) {}

    /** @param luck probability that drawing alone makes a difference as large */
    record Drawn(BigDecimal difference, BigDecimal low, BigDecimal high, BigDecimal luck) {
        static Drawn of(Difference.Drawn drawn) {
            return new Drawn(decimal(drawn.value()), decimal(drawn.low()), decimal(drawn.high()), decimal(drawn.luck()));
        }
    }

    /** The highest mean against the first. @param luck probability that the best of as many without merit gains as much */
    record Best(UUID id, BigDecimal gain, BigDecimal luck) {}

    /** @param blockDays mean length of a block of days */
    record Bootstrap(int draws, int blockDays, long seed) {}

    record Month(YearMonth month, List<BigDecimal> returns) {}

    static ComparisonAnswer of(Compared compared) {
        Comparison found = compared.found();
        List<UUID> ids = compared.sheets().stream().map(TearSheetView::id).toList();
        List<ComparedSettings.Setting> settings = ComparedSettings.of(compared);
        String of = ids.stream().map(id -> "of=" + id).collect(Collectors.joining("&", "?", ""));
        String self = "/api/v1/backtests/comparison";
        return new ComparisonAnswer(IntStream.range(0, ids.size()).mapToObj(at -> backtest(compared, at)).toList(), common(found),
                settings.stream().filter(ComparedSettings.Setting::differs).map(ComparedSettings.Setting::name).toList(),
                settings.stream().filter(one -> !one.differs()).collect(Collectors.toMap(ComparedSettings.Setting::name, one -> one.values().get(0))),
                Arrays.stream(found.correlation()).map(ComparisonAnswer::decimals).toList(),
                found.differences().stream().map(one -> new Pair(ids.get(one.one()), ids.get(one.other()), Drawn.of(one.mean()), Drawn.of(one.sharpe()), decimal(one.error()))).toList(),
                best(found.best(), ids),
                new Bootstrap(found.draws(), found.blockDays(), found.seed()), months(found.months()), compared.cautions(), found.hash(),
                Map.of("self", self + of, "days", self + "/days.csv" + of, "differences", self + "/differences.csv" + of));
    }

    private static Backtest backtest(Compared compared, int at) {
        TearSheetView sheet = compared.sheets().get(at);
        TearSheetAnswer told = TearSheetAnswer.of(sheet);
        String self = (sheet.portfolio() ? "/api/v1/portfolio-backtests/" : "/api/v1/backtests/") + sheet.id();
        return new Backtest(sheet.id(), sheet.kind(), sheet.instruments(), sheet.strategy(), ComparedSettings.of(sheet), sheet.result().currency(), sheet.result().resultHash(),
                new Whole(told.from(), told.to(), told.figures(), told.benchmark(), told.evidence()),
                new Span(Figures.of(compared.found().spans().get(at), told.evidence() != null), Figures.of(compared.found().benchmarks().get(at), told.evidence() != null)),
                Map.of("self", self, "tearSheet", "/api/v1/tearsheets/" + sheet.id()));
    }

    private static Best best(Comparison.Best best, List<UUID> ids) {
        return best.isKnown() ? new Best(ids.get(best.account()), decimal(best.gain()), decimal(best.luck())) : null;
    }

    private static Common common(Comparison found) {
        long[] days = found.common().days();
        return new Common(day(days[0]), day(days[days.length - 1]), days.length, found.common().leftOut(), decimal(found.daysPerYear()));
    }

    static LocalDate day(long time) {
        return Instant.ofEpochMilli(time).atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static List<Month> months(List<MonthlyReturns> all) {
        YearMonth first = all.get(0).firstMonth();
        return IntStream.range(0, all.get(0).returns().length)
                .mapToObj(at -> new Month(first.plusMonths(at), decimals(all.stream().mapToDouble(one -> one.returns()[at]).toArray()))).toList();
    }

    private static List<BigDecimal> decimals(double[] values) {
        List<BigDecimal> decimals = new ArrayList<>();
        Arrays.stream(values).forEach(value -> decimals.add(decimal(value)));
        return decimals;
    }

    private static BigDecimal decimal(double value) {
        return BacktestAnswer.decimal(value);
    }
}
