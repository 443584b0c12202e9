package entrepot.trading.strategy;

import entrepot.trading.market.Bars;

/** Decisions that were made before, over the same bars: what takes long to decide is decided once. @param words of the strategy that made them */
public record Decided(String words, Decisions decisions) implements Strategy {

    @Override
    public Decisions on(Bars bars) {
        if (bars.size() != decisions.length()) {
            throw new IllegalArgumentException("decided over " + decisions.length() + " bars, not over these " + bars.size());
        }
        return decisions;
    }
}
