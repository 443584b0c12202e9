package entrepot.trading.backtest;

import entrepot.trading.market.Bars;
import entrepot.trading.strategy.Decisions;
import entrepot.trading.strategy.Strategy;

/** Wants what it was told, bar by bar. */
record Planned(int... targets) implements Decisions, Strategy {

    @Override
    public Decisions on(Bars bars) {
        return this;
    }

    @Override
    public String words() {
        return "planned";
    }

    @Override
    public int length() {
        return targets.length;
    }

    @Override
    public int wanted(int bar, int held) {
        return targets[bar];
    }
}
