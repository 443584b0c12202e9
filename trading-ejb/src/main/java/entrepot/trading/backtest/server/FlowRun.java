package entrepot.trading.backtest.server;

import entrepot.trading.backtest.Backtest;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.FlowBacktest;
import entrepot.trading.backtest.FlowResult;
import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.backtest.Terms;
import entrepot.trading.flow.Flow;
import entrepot.trading.strategy.BuyAndHold;
import java.util.Currency;
import java.util.function.LongPredicate;

/** A question to a recorded market, and the same under less kind conditions. Beside it stands buying and holding at the mid. */
final class FlowRun {

    static final int RUNS = 3;

    private final Experiment asked;
    private final FlowParts flow;
    private final FlowBacktest backtest;
    private final LongPredicate goOn;

    /** @param goOn asked now and then with the rows of all runs that are through */
    FlowRun(Experiment asked, FlowParts flow, Currency currency, LongPredicate goOn) {
        this.asked = asked;
        this.flow = flow;
        this.backtest = new FlowBacktest(asked, currency, Flow.hash(flow.kind(), flow));
        this.goOn = goOn;
    }

    /** All that is kept. */
    record Found(FlowResult flow, BacktestResult hold, Scrutiny scrutiny) {}

    /** @return null where it was stopped */
    Found run() {
        FlowResult found = once(asked.terms(), 0, 0);
        FlowResult costsDoubled = found == null ? null : once(asked.terms().withCostsDoubled(), 0, 1);
        FlowResult oneClockLate = costsDoubled == null ? null : once(asked.terms(), asked.replay().clock(), 2);
        if (oneClockLate == null) {
            return null;
        }
        BacktestResult hold = new Backtest(found.result().bars(), new BuyAndHold(), asked.allIn()).run();
        return new Found(found, hold, Scrutiny.untimed(found.result(), hold, costsDoubled.result(), oneClockLate.result()));
    }

    private FlowResult once(Terms terms, long late, int before) {
        long done = flow.rows() * before;
        return backtest.run(flow, terms, late, row -> goOn.test(done + row));
    }
}
