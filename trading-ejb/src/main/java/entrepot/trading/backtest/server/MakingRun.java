package entrepot.trading.backtest.server;

import entrepot.trading.backtest.Backtest;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.OrderedBacktest;
import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.backtest.Scrutiny.Again;
import entrepot.trading.backtest.Terms;
import entrepot.trading.broker.Execution;
import entrepot.trading.market.Bars;
import entrepot.trading.strategy.BuyAndHold;
import java.util.Currency;
import java.util.function.IntPredicate;

/** A question about market making, and the same under less kind conditions. Beside it stands buying and holding. */
final class MakingRun {

    private final Experiment asked;
    private final Bars bars;
    private final Currency currency;
    private final IntPredicate goOn;

    /** @param goOn asked now and then with the bars of all runs that are through */
    MakingRun(Experiment asked, Bars bars, Currency currency, IntPredicate goOn) {
        this.asked = asked;
        this.bars = bars;
        this.currency = currency;
        this.goOn = goOn;
    }

    /** All that is kept. */
    record Found(BacktestResult making, BacktestResult hold, Scrutiny scrutiny) {}

    /** @return null where it was stopped */
    Found run() {
        BacktestResult making = once(asked.terms(), asked.execution(), 0, 0);
        BacktestResult costsDoubled = making == null ? null : once(asked.terms().withCostsDoubled(), asked.execution().doubled(), 0, 1);
        BacktestResult oneBarLate = costsDoubled == null ? null : once(asked.terms(), asked.execution(), 1, 2);
        if (oneBarLate == null) {
            return null;
        }
        BacktestResult hold = new Backtest(bars, new BuyAndHold(), asked.allIn()).run();
        return new Found(making, hold, Scrutiny.untimed(making, hold, Again.of(costsDoubled), Again.of(oneBarLate)));
    }

    private BacktestResult once(Terms terms, Execution execution, int late, int before) {
        int done = bars.size() * before;
        return OrderedBacktest.making(bars, asked.making(), terms, execution, currency, late).run(bar -> goOn.test(done + bar));
    }
}
