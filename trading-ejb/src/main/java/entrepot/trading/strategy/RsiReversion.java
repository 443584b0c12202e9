package entrepot.trading.strategy;

import entrepot.trading.indicator.Catalogue;
import entrepot.trading.market.Bars;
import java.util.List;
import java.util.Map;

/**
 * Long after Wilder's relative strength index fell below {@code low}, until it has reached {@code exit}; short above {@code high}.
 *
 * @param n    bars of the index, 1 or more
 * @param low  0 to 100, below {@code exit}, which is below {@code high}
 * @see "Wilder, New Concepts in Technical Trading Systems, 1st ed. 1978: 14 bars, 30 and 70; the exit at 50, where rises and falls are as
 *     large, is ours"
 */
public record RsiReversion(int n, double low, double high, double exit, Side side) implements Strategy {

    public RsiReversion {
        if (!(low < exit && exit < high)) {
            throw new Misfit("exit", "must be above low, " + low + ", and below high, " + high + ", is " + exit);
        }
    }

    @Override
    public Decisions on(Bars bars) {
        return new Reversion(low, high, exit, exit, side).of(index(bars));
    }

    private double[] index(Bars bars) {
        return Catalogue.find("rsi").orElseThrow().over(Map.of("n", (double) n), bars.closes())[0];
    }

    @Override
    public List<Sight> sights(Bars bars) {
        return List.of(Sight.number("rsi(" + n + ")", index(bars)));
    }

    @Override
    public String words() {
        return "rsi n=" + n + " low=" + low + " high=" + high + " exit=" + exit + " side=" + side;
    }
}
