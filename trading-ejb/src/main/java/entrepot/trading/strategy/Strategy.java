package entrepot.trading.strategy;

import entrepot.trading.market.Bars;

/** A rule that turns prices into what to hold. */
public interface Strategy {

    /** What it would have decided over these bars. Cutting the bars must change no decision before the cut. */
    Decisions on(Bars bars);

    /** Name and parameters, stable: part of what a result is known by. */
    String words();
}
