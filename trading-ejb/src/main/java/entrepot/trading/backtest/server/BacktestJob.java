package entrepot.trading.backtest.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.trading.backtest.Backtest;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.market.Bars;
import entrepot.trading.market.server.MarketData;
import entrepot.trading.strategy.BuyAndHold;
import entrepot.trading.strategy.Strategy;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

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
        Bars bars = market.bars(asked.symbol(), asked.fromDay(), asked.toDay(), adjustedAsOf(asked));
        if (bars.size() < 2) {
            throw new IllegalStateException(asked.symbol() + " has " + bars.size() + " daily bars in that time; a backtest needs 2 or more");
        }
        run.log(bars.size() + " bars of " + asked.symbol() + "; " + asked.strategy().words() + "; " + asked.terms().words());
        BacktestResult strategy = one(run, bars, asked.strategy(), asked, 0);
        BacktestResult hold = strategy == null ? null : one(run, bars, new BuyAndHold(), asked, bars.size());
        if (hold == null) {
            return;
        }
        keeper.keep(row.number(), strategy, hold, market.instrument(asked.symbol()).orElseThrow().currency());
        run.progress(2L * bars.size(), 2L * bars.size());
        run.outcome(new Outcome(strategy.hash(), bars.size(), strategy.trades().size(), strategy.endValue(), hold.endValue()));
    }

    private static LocalDate adjustedAsOf(Experiment asked) {
        if (!asked.adjusted()) {
            return null;
        }
        return asked.toDay() == null ? ALL : asked.toDay();
    }

    private static BacktestResult one(JobRun run, Bars bars, Strategy strategy, Experiment asked, long before) {
        return new Backtest(bars, strategy, asked.terms()).run(bar -> {
            run.progress(before + bar, 2L * bars.size());
            return !run.stopAsked();
        });
    }
}
