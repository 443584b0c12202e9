package entrepot.trading.backtest;

import entrepot.trading.market.Bars;
import entrepot.trading.strategy.Decisions;
import entrepot.trading.strategy.Strategy;
import java.util.function.IntPredicate;

/**
 * One strategy over one series, bar by bar: what was decided at the close before is filled at the open, then the account is
 * valued at the close. A decision at the last close is not filled.
 */
public final class Backtest {

    private static final int PART = 1 << 16;

    private final Bars bars;
    private final Strategy strategy;
    private final Terms terms;

    public Backtest(Bars bars, Strategy strategy, Terms terms) {
        if (bars.size() < 2) {
            throw new IllegalArgumentException(bars.size() + " bars, must be 2 or more");
        }
        this.bars = bars;
        this.strategy = strategy;
        this.terms = terms;
    }

    public BacktestResult run() {
        return run(bar -> true);
    }

    /** @param goOn asked now and then with the bar it is at; @return null where it said no */
    public BacktestResult run(IntPredicate goOn) {
        Decisions decisions = strategy.on(bars);
        Account account = new Account(terms);
        double[] equity = new double[bars.size()];
        int[] held = new int[bars.size()];
        int wanted = 0;
        int next = decisions.next(-1, 0);
        for (int bar = 0; bar < equity.length; bar++) {
            if (bar % PART == 0 && !goOn.test(bar)) {
                return null;
            }
            if (next < bar) {
                wanted = decisions.wanted(next, wanted);
                trade(account, bar, wanted, decisions.share(next));
                next = decisions.next(next, wanted);
            }
            equity[bar] = account.worth(bars.close(bar));
            held[bar] = account.holds() ? wanted : 0;
        }
        return BacktestResult.of(bars, strategy.words(), terms, account, equity, held);
    }

    private void trade(Account account, int bar, int wanted, double share) {
        if (account.holds()) {
            account.close(bar, bars.open(bar));
        }
        if (wanted != 0) {
            account.open(bar, wanted, bars.open(bar), share);
        }
    }
}
