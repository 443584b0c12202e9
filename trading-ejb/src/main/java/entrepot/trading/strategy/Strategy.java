package entrepot.trading.strategy;

import entrepot.trading.market.Bars;
import java.util.List;

/** A rule that turns prices into what to hold. */
public interface Strategy {

    /** What it would have decided over these bars. Cutting the bars must change no decision before the cut. */
    Decisions on(Bars bars);

    /** What it looks at to decide, at the close of each bar; as little of later bars as its decisions. */
    default List<Sight> sights(Bars bars) {
        return List.of();
    }

    /** Name and parameters, stable: part of what a result is known by. */
    String words();
}
