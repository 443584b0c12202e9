package entrepot.web.api;

import entrepot.platform.job.Job;
import entrepot.trading.backtest.server.BacktestFigures;
import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.Plan;
import entrepot.trading.basket.RuleKind;
import entrepot.trading.basket.server.BasketFigures;
import entrepot.trading.basket.server.BasketView;
import entrepot.trading.basket.server.MemberRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A portfolio backtest as clients see it. Figures are decimals in strings. @param result absent until the job is through */
record BasketAnswer(UUID id, Asked asked, Job.Status status, int percent, String failure, LocalDateTime createdAt, String createdBy, Result result,
        Map<String, String> links) {

    /** @param seed always "none": nothing is drawn by lot */
    record Asked(List<String> instruments, LocalDate from, LocalDate to, RuleKind rule, Map<String, String> ruleSettings, Map<String, String> settings,
            BigDecimal startCash, BigDecimal feeRate, BigDecimal feePerOrder, BigDecimal slippage, String seed) {
        static Asked of(BasketExperiment asked) {
            Map<String, String> settings = new LinkedHashMap<>();
            Plan.PARAMETERS.forEach(one -> settings.put(one.name(), asked.plan().value(one)));
            return new Asked(asked.symbols(), asked.fromDay(), asked.toDay(), asked.rule().kind(), asked.rule().values(), settings, decimal(asked.startCash()),
                    decimal(asked.feeRate()), decimal(asked.perOrder()), decimal(asked.slippage()), "none");
        }
    }

    /**
     * @param dataHash SHA-256 of the data of all instruments; each has its own below
     * @param turnover a year: half of what was bought and sold, over the mean worth
     * @param borrow   paid for shorts; {@code liquidations}, times everything was closed for want of margin
     * @param hold     equal weights in all instruments, made anew on the same days
     */
    record Result(String currency, int days, Instant firstDay, Instant lastDay, String dataHash, String resultHash, BigDecimal startValue, BigDecimal endValue,
            BigDecimal endCash, BigDecimal borrow, int liquidations, BigDecimal turnover, BacktestAnswer.Figures portfolio, BigDecimal holdEndValue, BigDecimal holdTurnover,
            BacktestAnswer.Figures hold, Beyond beyond, EvidenceAnswer evidence, List<Year> years, List<Part> instruments) {
        static Result of(BasketView view, List<MemberRow> members) {
            BasketFigures found = view.result();
            return new Result(found.currency(), found.days(), Instant.ofEpochMilli(found.firstTime()), Instant.ofEpochMilli(found.lastTime()), found.dataHash(),
                    found.resultHash(), found.money(found.start()), found.money(found.end()), found.money(found.cash()), found.money(found.borrow()), found.liquidations(), decimal(found.turnover()),
                    BacktestAnswer.Figures.of(found.performance(), view.evidence().found().probabilistic()), found.money(found.holdEnd()),
                    decimal(found.holdTurnover()), BacktestAnswer.Figures.of(found.hold(), view.evidence().holdProbabilistic()),
                    new Beyond(decimal(found.informationRatio()), decimal(found.beyondProbability())), EvidenceAnswer.of(view.evidence(), found.performance()), found.years().stream().map(Year::of).toList(),
                    members.stream().map(row -> Part.of(row, found)).toList());
        }
    }

    /** Beyond equal weights. @param informationRatio a year: mean over deviation of the returns less those of equal weights; absent where there are none */
    record Beyond(BigDecimal informationRatio, BigDecimal probability) {}

    record Year(int year, BigDecimal portfolio, BigDecimal hold) {
        static Year of(BacktestFigures.Year year) {
            return new Year(year.year(), decimal(year.strategy()), decimal(year.hold()));
        }
    }

    /** @param dataHash SHA-256 of its bars, splits and dividends; @param borrow paid for shorts; @param profit sold - bought - fees - borrow + dividends + splits + worth at the end */
    record Part(String instrument, int bars, Instant firstBar, Instant lastBar, int actions, String dataHash, BigDecimal bought, BigDecimal sold,
            BigDecimal fees, BigDecimal borrow, BigDecimal dividends, BigDecimal splits, BigDecimal worth, BigDecimal profit) {
        static Part of(MemberRow row, BasketFigures in) {
            return new Part(row.symbol(), row.bars(), Instant.ofEpochMilli(row.firstTime()), Instant.ofEpochMilli(row.lastTime()), row.actions(), row.dataHash(),
                    in.money(row.bought()), in.money(row.sold()), in.money(row.fees()), in.money(row.borrow()), in.money(row.dividends()), in.money(row.splits()), in.money(row.worth()),
                    in.money(row.profit()));
        }
    }

    static BasketAnswer of(BasketView view, List<MemberRow> members) {
        String self = "/api/v1/portfolio-backtests/" + view.id();
        return new BasketAnswer(view.id(), Asked.of(view.experiment()), view.job().status(), view.job().percent(), view.job().failure(), view.createdAt(),
                view.createdBy(), view.result() == null ? null : Result.of(view, members), links(view, self));
    }

    private static Map<String, String> links(BasketView view, String self) {
        Map<String, String> links = new TreeMap<>(Map.of("self", self, "job", "/api/v1/jobs/" + view.job().id(), "orders", self + "/orders",
                "decisions", self + "/decisions", "bookings", self + "/bookings", "days", self + "/days.csv", "tearSheet", "/api/v1/tearsheets/" + view.id()));
        if (view.experiment().rule().kind().tradesSpread()) {
            links.put("spread", self + "/spread.csv");
        }
        return links;
    }

    private static BigDecimal decimal(double value) {
        return BacktestAnswer.decimal(value);
    }
}
