package entrepot.trading.backtest.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.FlowBacktest;
import entrepot.trading.backtest.OrderedBacktest;
import entrepot.trading.backtest.ResultHash;
import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.backtest.Terms;
import entrepot.trading.backtest.Traded;
import entrepot.trading.broker.Execution;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.flow.FlowKind;
import entrepot.trading.market.Bars;
import entrepot.trading.market.server.FlowBoard;
import entrepot.trading.market.server.FlowSeries;
import entrepot.trading.market.server.MarketData;
import entrepot.trading.pair.PairBars;
import entrepot.trading.strategy.BuyAndHold;
import entrepot.trading.strategy.Late;
import entrepot.trading.strategy.Learned;
import entrepot.trading.strategy.Strategy;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Runs one backtest. It begins anew after a crash, since it takes seconds; what is kept is kept once. */
@ApplicationScoped
public class BacktestJob implements JobKind {

    static final String KIND = "backtest";
    private static final LocalDate ALL = LocalDate.of(9999, 12, 31);

    @Inject
    private BacktestTable table;

    @EJB
    private BacktestKeeper keeper;

    @EJB
    private MarketData market;

    @EJB
    private FlowBoard flows;

    @Inject
    private TradedSource source;

    record Wanted(UUID backtest) {}

    record Outcome(String resultHash, int bars, int trades, double endValue, double holdValue) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return "Run a backtest";
    }

    @Override
    public Set<String> runners() {
        return Set.of("quant");
    }

    @Override
    public void run(JobRun run) {
        BacktestRow row = table.find(run.parameters(Wanted.class).backtest()).orElseThrow();
        Experiment asked = row.experiment();
        if (asked.replay() != null) {
            replay(run, row, asked);
            return;
        }
        if (asked.pair() != null) {
            pair(run, row, asked);
            return;
        }
        Traded traded = source.traded(asked.symbol(), asked.bars(), asked.fromDay(), asked.toDay(), adjustedAsOf(asked));
        Bars bars = traded.bars();
        if (bars.size() < 2) {
            throw new IllegalStateException(asked.symbol() + " has " + bars.size() + (asked.bars().isDaily() ? " daily bars" : " bars of " + asked.bars().settings())
                    + " in that time; a backtest needs 2 or more");
        }
        checkVolume(asked, bars);
        if (asked.making() != null) {
            making(run, row, asked, bars);
            return;
        }
        run.log(bars.size() + " bars of " + asked.symbol() + "; " + asked.bars().settings() + "; " + asked.sized().words() + "; " + asked.terms().words() + "; orders "
                + asked.orders().words() + "; execution " + asked.execution().settings());
        String currency = traded.currency().getCurrencyCode();
        Runs runs = new Runs(run, traded, asked.learned());
        LearnedRun learned = asked.learned() == null ? null : LearnedRun.of(asked, traded.decided(), runs.learning());
        if (runs.isStopped()) {
            return;
        }
        Strategy sized = learned == null ? asked.sized() : learned.strategy();
        BacktestResult strategy = runs.next(sized, asked.terms(), asked.orders(), asked.execution());
        BacktestResult hold = runs.next(new BuyAndHold(), asked.terms(), OrderPlan.MARKET, Execution.IDEAL);
        BacktestResult costsDoubled = runs.next(sized, asked.terms().withCostsDoubled(), asked.orders(), asked.execution().doubled());
        BacktestResult oneBarLate = runs.next(new Late(sized), asked.terms(), asked.orders(), asked.execution());
        List<BacktestResult> sets = learned == null ? List.of()
                : learned.sets().stream().map(one -> runs.next(one, asked.terms(), asked.orders(), asked.execution())).collect(Collectors.toList());
        if (runs.isStopped()) {
            return;
        }
        Scrutiny scrutiny = Scrutiny.of(strategy, traded.series().rolls(), hold, costsDoubled, oneBarLate);
        if (learned == null) {
            keeper.keep(row, strategy, hold, scrutiny, currency, traded.dataHash());
        } else {
            keeper.keep(row, strategy, hold, scrutiny, currency, traded.dataHash(), learned, sets);
        }
        run.progress(runs.all(), runs.all());
        run.outcome(new Outcome(strategy.hash(), bars.size(), strategy.trades().size(), strategy.endValue(), hold.endValue()));
    }

    private void pair(JobRun run, BacktestRow row, Experiment asked) {
        String other = asked.pair().other();
        PairBars bars = PairBars.of(market.source(asked.symbol(), asked.bars(), asked.fromDay(), asked.toDay(), adjustedAsOf(asked)),
                market.source(other, asked.bars(), asked.fromDay(), asked.toDay(), adjustedAsOf(asked))).of(asked.bars()).since(asked.fromDay());
        if (bars.size() < 2) {
            throw new IllegalStateException(asked.symbol() + " and " + other + " have " + bars.size()
                    + (asked.bars().isDaily() ? " days" : " bars of " + asked.bars().settings()) + " in common in that time;"
                    + " a backtest needs 2 or more");
        }
        run.log(bars.size() + " bars that both have; " + asked.bars().settings() + "; " + asked.words() + "; " + asked.terms().words());
        String currency = market.instrument(asked.symbol()).orElseThrow().currency();
        long all = 6L * bars.size();
        PairRun.Found found = new PairRun(asked, bars, Currency.getInstance(currency), done -> {
            run.progress(done, all);
            return !run.stopAsked();
        }).run();
        if (found == null) {
            return;
        }
        BacktestResult result = found.pair().result();
        keeper.keep(row, found.pair(), found.hold(), found.scrutiny(), currency);
        run.progress(all, all);
        run.outcome(new Outcome(found.pair().hash(), bars.size(), result.trades().size(), result.endValue(), found.hold().endValue()));
    }

    private void making(JobRun run, BacktestRow row, Experiment asked, Bars bars) {
        run.log(bars.size() + " bars of " + asked.symbol() + "; " + asked.bars().settings() + "; " + asked.words() + "; " + asked.terms().words());
        String currency = market.instrument(asked.symbol()).orElseThrow().currency();
        long all = 3L * bars.size();
        MakingRun.Found found = new MakingRun(asked, bars, Currency.getInstance(currency), done -> {
            run.progress(done, all);
            return !run.stopAsked();
        }).run();
        if (found == null) {
            return;
        }
        BacktestResult made = found.making();
        keeper.keep(row, made, found.hold(), found.scrutiny(), currency, ResultHash.of(made.bars()));
        run.progress(all, all);
        run.outcome(new Outcome(made.hash(), bars.size(), made.trades().size(), made.endValue(), found.hold().endValue()));
    }

    private void replay(JobRun run, BacktestRow row, Experiment asked) {
        FlowKind kind = asked.replay().kind();
        long rows = flows.list(asked.symbol()).stream().filter(one -> one.kind() == kind).mapToLong(FlowSeries::size).sum();
        long before = asked.toDay() == null ? Long.MAX_VALUE : FlowBacktest.begin(asked.toDay().plusDays(1));
        run.log(rows + " rows of " + asked.symbol() + "; " + asked.words() + "; " + asked.terms().words());
        String currency = market.instrument(asked.symbol()).orElseThrow().currency();
        FlowRun.Found found = new FlowRun(asked, new FlowParts(flows, asked.symbol(), kind, rows, before), Currency.getInstance(currency), done -> {
            run.progress(done, FlowRun.PASSES * rows);
            return !run.stopAsked();
        }).run();
        if (found == null) {
            return;
        }
        BacktestResult made = found.flow().result();
        keeper.keep(row, found.flow(), found.hold(), found.scrutiny(), currency);
        run.progress(FlowRun.PASSES * rows, FlowRun.PASSES * rows);
        run.outcome(new Outcome(found.flow().hash(), made.bars().size(), made.trades().size(), made.endValue(), found.hold().endValue()));
    }

    private static void checkVolume(Experiment asked, Bars bars) {
        if (asked.execution().participation() > 0 && IntStream.range(0, bars.size()).noneMatch(bar -> bars.volume(bar) > 0)) {
            throw new IllegalStateException("none of the " + bars.size() + " bars of " + asked.symbol() + " has a volume, so no order would be filled;"
                    + " set participation to 0, which does not look at volume");
        }
    }

    private static LocalDate adjustedAsOf(Experiment asked) {
        if (!asked.adjusted()) {
            return null;
        }
        return asked.toDay() == null ? ALL : asked.toDay();
    }

    /** One run after the other over the same bars; after a stop all that follow are null. */
    private static final class Runs {
        private static final long PLAIN = 4;
        /** Learning takes about as long as so many runs. */
        private static final long LEARNING = 100;

        private final JobRun run;
        private final Traded traded;
        private final Bars bars;
        private final long all;
        private long done;

        private Runs(JobRun run, Traded traded, Learned learned) {
            this.run = run;
            this.traded = traded;
            this.bars = traded.bars();
            this.all = (learned == null ? PLAIN : PLAIN + LEARNING + learned.family().sets().size()) * bars.size();
        }

        private long all() {
            return all;
        }

        private boolean isStopped() {
            return run.stopAsked();
        }

        private IntPredicate learning() {
            done += LEARNING * bars.size();
            return bar -> {
                run.progress(LEARNING * bar, all);
                return !run.stopAsked();
            };
        }

        private BacktestResult next(Strategy strategy, Terms terms, OrderPlan orders, Execution execution) {
            long before = done;
            done += bars.size();
            IntPredicate goOn = bar -> {
                run.progress(before + bar, all);
                return !run.stopAsked();
            };
            return OrderedBacktest.run(traded, strategy, terms, orders, execution, goOn);
        }
    }
}
