package entrepot.trading.backtest.server;

import entrepot.trading.backtest.Backtest;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.PairBacktest;
import entrepot.trading.backtest.PairResult;
import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.backtest.Terms;
import entrepot.trading.pair.PairBars;
import entrepot.trading.pair.PairDecisions;
import entrepot.trading.strategy.BuyAndHold;
import java.util.Currency;
import java.util.function.IntPredicate;

/** A question about a pair, and the same under less kind conditions. Beside it stands buying and holding the first instrument. */
final class PairRun {

    private final Experiment asked;
    private final PairBars bars;
    private final Currency currency;
    private final IntPredicate goOn;

    /** @param goOn asked now and then with the bars of all runs that are through */
    PairRun(Experiment asked, PairBars bars, Currency currency, IntPredicate goOn) {
        this.asked = asked;
        this.bars = bars;
        this.currency = currency;
        this.goOn = goOn;
    }

    /** All that is kept. */
    record Found(PairResult pair, BacktestResult hold, Scrutiny scrutiny) {}

    /** @return null where it was stopped */
    Found run() {
        PairDecisions decisions = PairDecisions.of(asked.pair().rule(), bars);
        PairResult pair = once(decisions, asked.terms(), 0);
        PairResult costsDoubled = once(decisions, asked.terms().withCostsDoubled(), 1);
        PairResult oneBarLate = once(decisions.late(), asked.terms(), 2);
        if (pair == null || costsDoubled == null || oneBarLate == null) {
            return null;
        }
        BacktestResult hold = new Backtest(bars.one(), new BuyAndHold(), asked.terms()).run();
        return new Found(pair, hold, Scrutiny.of(pair.result(), hold, costsDoubled.result(), oneBarLate.result(), pair.permutation()));
    }

    private PairResult once(PairDecisions decisions, Terms terms, int before) {
        int done = 2 * bars.size() * before;
        return new PairBacktest(bars, decisions, asked.pair().rule(), asked.words(), terms, currency).run(bar -> goOn.test(done + bar));
    }
}
