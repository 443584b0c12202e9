package entrepot.trading.strategy;

import entrepot.trading.market.Bars;

/** Another strategy whose every decision comes one bar too late: what works only at once is often not there to be had. */
public record Late(Strategy strategy) implements Strategy {

    @Override
    public Decisions on(Bars bars) {
        Decisions prompt = strategy.on(bars);
        return new Decisions() {
            @Override
            public int length() {
                return prompt.length();
            }

            @Override
            public int next(int last, int held) {
                return Math.min(length(), prompt.next(Math.max(-1, last - 1), held) + 1);
            }

            @Override
            public int wanted(int bar, int held) {
                return prompt.wanted(bar - 1, held);
            }

            @Override
            public double share(int bar) {
                return bar == 0 ? 1 : prompt.share(bar - 1);
            }
        };
    }

    @Override
    public String words() {
        return "one bar late: " + strategy.words();
    }
}
