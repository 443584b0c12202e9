package entrepot.trading.strategy;

import entrepot.trading.indicator.Catalogue;
import entrepot.trading.market.Bars;
import java.util.List;
import java.util.Map;

/**
 * Long after a close below the lower Bollinger band, until it is back; short above the upper one. The bands are {@code k} population
 * deviations of the closes of the window around their mean.
 *
 * @param n    bars of the window, 2 or more
 * @param k    deviations, above {@code exit}
 * @param exit deviations short of the mean at which a position ends, 0 for the mean itself
 * @see "Bollinger, Bollinger on Bollinger Bands, 1st ed. 2001: 20 bars, 2 deviations"
 */
public record BollingerReversion(int n, double k, double exit, Side side) implements Strategy {

    public BollingerReversion {
        if (!(exit < k)) {
            throw new Misfit("exit", "must be below k, " + k + ", is " + exit);
        }
    }

    @Override
    public Decisions on(Bars bars) {
        return Reversion.around0(k, exit, side).of(score(bars));
    }

    private double[] score(Bars bars) {
        return Catalogue.find("zscore").orElseThrow().over(Map.of("n", (double) n, "deviation", "population"), bars.closes())[0];
    }

    @Override
    public List<Sight> sights(Bars bars) {
        return List.of(Sight.number("zscore(" + n + ", population)", score(bars)));
    }

    @Override
    public String words() {
        return "bollinger n=" + n + " k=" + k + " exit=" + exit + " side=" + side;
    }
}
