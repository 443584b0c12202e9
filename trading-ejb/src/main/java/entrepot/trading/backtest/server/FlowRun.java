package entrepot.trading.backtest.server;

import entrepot.trading.backtest.Backtest;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.FlowBacktest;
import entrepot.trading.backtest.FlowResult;
import entrepot.trading.backtest.Scrutiny;
import entrepot.trading.backtest.Scrutiny.Again;
import entrepot.trading.backtest.Terms;
import entrepot.trading.flow.Flow;
import entrepot.trading.strategy.BuyAndHold;
import java.util.Currency;
import java.util.function.LongPredicate;

/** A question to a recorded market, and the same under less kind conditions. Beside it stands buying and holding at the mid. */
final class FlowRun {

    /** Of the flow: its hash, and three runs. */
    static final int PASSES = 4;

    private final Experiment asked;
    private final FlowParts flow;
    private final Currency currency;
    private final LongPredicate goOn;

    /** @param goOn asked now and then with the rows of all passes that are through */
    FlowRun(Experiment asked, FlowParts flow, Currency currency, LongPredicate goOn) {
        this.asked = asked;
        this.flow = flow;
        this.currency = currency;
        this.goOn = goOn;
    }

    /** All that is kept. */
    record Found(FlowResult flow, BacktestResult hold, Scrutiny scrutiny) {}

    /** @return null where it was stopped */
    Found run() {
        String dataHash = Flow.hash(flow.kind(), flow, goOn);
        FlowResult found = dataHash == null ? null : once(dataHash, asked.terms(), 0, 1);
        Again costsDoubled = found == null ? null : again(dataHash, asked.terms().withCostsDoubled(), 0, 2);
        Again oneClockLate = costsDoubled == null ? null : again(dataHash, asked.terms(), asked.replay().clock(), 3);
        if (oneClockLate == null) {
            return null;
        }
        BacktestResult hold = new Backtest(found.result().bars(), new BuyAndHold(), asked.allIn()).run();
        return new Found(found, hold, Scrutiny.untimed(found.result(), hold, costsDoubled, oneClockLate));
    }

    /** Of all its orders and fills nothing is kept. */
    private Again again(String dataHash, Terms terms, long late, int before) {
        FlowResult found = once(dataHash, terms, late, before);
        return found == null ? null : Again.of(found.result());
    }

    private FlowResult once(String dataHash, Terms terms, long late, int before) {
        long done = flow.rows() * before;
        return new FlowBacktest(asked, currency, dataHash).run(flow, terms, late, row -> goOn.test(done + row));
    }
}
