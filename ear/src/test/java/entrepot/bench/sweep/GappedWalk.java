package entrepot.bench.sweep;

import entrepot.trading.market.Bars;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SplittableRandom;
import org.ta4j.core.BarSeries;
import org.ta4j.core.BaseBarSeriesBuilder;
import org.ta4j.core.num.DoubleNum;

/**
 * A random walk by minutes, the same for whoever is measured. An open is not the close before, since that would hide a fill at
 * the wrong bar.
 */
final class GappedWalk {

    private static final long BEGIN = Instant.parse("2020-01-01T00:00:00Z").toEpochMilli();
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final long[] times;
    private final double[] open;
    private final double[] high;
    private final double[] low;
    private final double[] close;

    GappedWalk(int size) {
        SplittableRandom random = new SplittableRandom(42);
        times = new long[size];
        open = new double[size];
        high = new double[size];
        low = new double[size];
        close = new double[size];
        double log = Math.log(100);
        for (int bar = 0; bar < size; bar++) {
            times[bar] = BEGIN + bar * MINUTE.toMillis();
            open[bar] = Math.exp(log + 0.0002 * random.nextGaussian());
            log += 0.0005 * random.nextGaussian();
            close[bar] = Math.exp(log);
            high[bar] = Math.max(open[bar], close[bar]);
            low[bar] = Math.min(open[bar], close[bar]);
        }
    }

    Bars bars() {
        return Bars.of(times, open, high, low, close, new double[times.length]);
    }

    BarSeries ta4j() {
        BarSeries series = new BaseBarSeriesBuilder().withNumTypeOf(DoubleNum.class).build();
        for (int bar = 0; bar < times.length; bar++) {
            series.addBar(MINUTE, Instant.ofEpochMilli(times[bar]).atZone(ZoneOffset.UTC), open[bar], high[bar], low[bar], close[bar], 0);
        }
        return series;
    }
}
