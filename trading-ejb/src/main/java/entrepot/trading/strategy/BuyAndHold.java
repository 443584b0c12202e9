package entrepot.trading.strategy;

import entrepot.trading.market.Bars;

/** Buys as soon as it can and never sells: what any other strategy is held against. */
public record BuyAndHold() implements Strategy {

    @Override
    public Decisions on(Bars bars) {
        return new Always(bars.size());
    }

    @Override
    public String words() {
        return "buy-and-hold";
    }

    private record Always(int length) implements Decisions {
        @Override
        public int next(int last, int held) {
            return held == 0 ? Math.min(last + 1, length) : length;
        }

        @Override
        public int wanted(int bar, int held) {
            return 1;
        }
    }
}
