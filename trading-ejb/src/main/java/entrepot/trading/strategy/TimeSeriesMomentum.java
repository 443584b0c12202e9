package entrepot.trading.strategy;

import entrepot.trading.market.Bars;
import java.util.Arrays;
import java.util.List;

/**
 * Holds the sign of what the instrument itself has made over a long time, looked at again now and then. Of the return, no interest
 * taken off; of a price of 0 or less there is none, and nothing is held.
 *
 * @param lookback bars of the return; @param hold bars until it is looked at again; both 1 or more
 * @see "Moskowitz, Ooi and Pedersen, Time Series Momentum, J. Financial Economics 104(2), 2012, section 3: 12 months, held for 1"
 */
public record TimeSeriesMomentum(int lookback, int hold, Side side) implements Strategy {

    @Override
    public Decisions on(Bars bars) {
        int[] targets = new int[bars.size()];
        for (int bar = lookback; bar < targets.length; bar++) {
            boolean looked = (bar - lookback) % hold == 0;
            targets[bar] = looked ? side.of(sign(bars.close(bar - lookback), bars.close(bar))) : targets[bar - 1];
        }
        return new Targets(targets);
    }

    @Override
    public List<Sight> sights(Bars bars) {
        double[] made = new double[bars.size()];
        Arrays.setAll(made, bar -> bar < lookback ? Double.NaN : bars.close(bar) / bars.close(bar - lookback) - 1);
        return List.of(Sight.number("close / close[" + lookback + "] - 1", made));
    }

    private static int sign(double before, double now) {
        return before > 0 && now > 0 ? Integer.signum(Double.compare(now, before)) : 0;
    }

    @Override
    public String words() {
        return "momentum lookback=" + lookback + " hold=" + hold + " side=" + side;
    }
}
