package entrepot.trading.backtest.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.trading.backtest.Backtest;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.OrderedBacktest;
import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.backtest.Terms;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.market.Bars;
import entrepot.trading.market.server.MarketData;
import entrepot.trading.pair.PairBars;
import entrepot.trading.strategy.BuyAndHold;
import entrepot.trading.strategy.Late;
import entrepot.trading.strategy.Strategy;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntPredicate;

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
        if (asked.pair() != null) {
            pair(run, row, asked);
            return;
        }
        Bars bars = market.bars(asked.symbol(), asked.fromDay(), asked.toDay(), adjustedAsOf(asked));
        if (bars.size() < 2) {
            throw new IllegalStateException(asked.symbol() + " has " + bars.size() + " daily bars in that time; a backtest needs 2 or more");
        }
        run.log(bars.size() + " bars of " + asked.symbol() + "; " + asked.sized().words() + "; " + asked.terms().words() + "; orders "
                + asked.orders().words());
        Runs runs = new Runs(run, bars, Currency.getInstance(market.instrument(asked.symbol()).orElseThrow().currency()));
        BacktestResult strategy = runs.next(asked.sized(), asked.terms(), asked.orders());
        BacktestResult hold = runs.next(new BuyAndHold(), asked.terms(), OrderPlan.MARKET);
        BacktestResult costsDoubled = runs.next(asked.sized(), asked.terms().withCostsDoubled(), asked.orders());
        BacktestResult oneBarLate = runs.next(new Late(asked.sized()), asked.terms(), asked.orders());
        if (oneBarLate == null) {
            return;
        }
        keeper.keep(row, strategy, hold, Scrutiny.of(strategy, hold, costsDoubled, oneBarLate),
                market.instrument(asked.symbol()).orElseThrow().currency());
        run.progress(Runs.ALL * bars.size(), Runs.ALL * bars.size());
        run.outcome(new Outcome(strategy.hash(), bars.size(), strategy.trades().size(), strategy.endValue(), hold.endValue()));
    }

    private void pair(JobRun run, BacktestRow row, Experiment asked) {
        String other = asked.pair().other();
        PairBars bars = PairBars.of(market.bars(asked.symbol(), asked.fromDay(), asked.toDay(), adjustedAsOf(asked)),
                market.bars(other, asked.fromDay(), asked.toDay(), adjustedAsOf(asked)));
        if (bars.size() < 2) {
            throw new IllegalStateException(asked.symbol() + " and " + other + " have " + bars.size() + " days in common in that time;"
                    + " a backtest needs 2 or more");
        }
        run.log(bars.size() + " days that both have; " + asked.words() + "; " + asked.terms().words());
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

    private static LocalDate adjustedAsOf(Experiment asked) {
        if (!asked.adjusted()) {
            return null;
        }
        return asked.toDay() == null ? ALL : asked.toDay();
    }

    /** One run after the other over the same bars; after a stop all that follow are null. */
    private static final class Runs {
        private static final long ALL = 4;

        private final JobRun run;
        private final Bars bars;
        private final Currency currency;
        private long done;

        private Runs(JobRun run, Bars bars, Currency currency) {
            this.run = run;
            this.bars = bars;
            this.currency = currency;
        }

        private BacktestResult next(Strategy strategy, Terms terms, OrderPlan orders) {
            long before = done;
            done += bars.size();
            IntPredicate goOn = bar -> {
                run.progress(before + bar, ALL * bars.size());
                return !run.stopAsked();
            };
            return orders.equals(OrderPlan.MARKET) ? new Backtest(bars, strategy, terms).run(goOn)
                    : new OrderedBacktest(bars, strategy, terms, orders, currency).run(goOn);
        }
    }
}
