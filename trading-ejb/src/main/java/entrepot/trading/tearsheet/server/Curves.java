package entrepot.trading.tearsheet.server;

import entrepot.platform.sql.ColumnPart;
import entrepot.trading.backtest.server.Curve;
import entrepot.trading.basket.server.BasketCurve;
import entrepot.trading.tearsheet.AccountCurve;
import java.util.Optional;
import java.util.function.IntFunction;

/** Joins the parts in which a curve is kept. */
final class Curves {

    private final long[] times;
    private final double[] worth;
    private final double[] benchmark;
    private final double[] exposure;
    private int size;

    private Curves(int bars) {
        this.times = new long[bars];
        this.worth = new double[bars];
        this.benchmark = new double[bars];
        this.exposure = new double[bars];
    }

    static AccountCurve of(double start, int bars, IntFunction<Optional<Curve>> parts) {
        Curves joined = new Curves(bars);
        for (int part = 0; part < ColumnPart.parts(bars); part++) {
            Curve read = parts.apply(part).orElseThrow();
            joined.add(read.times(), read.equity(), read.hold(), read.held());
        }
        return new AccountCurve(joined.times, start, joined.worth, joined.benchmark, joined.exposure);
    }

    static AccountCurve ofPortfolio(double start, int days, IntFunction<Optional<BasketCurve>> parts) {
        Curves joined = new Curves(days);
        for (int part = 0; part < ColumnPart.parts(days); part++) {
            BasketCurve read = parts.apply(part).orElseThrow();
            joined.add(read.times(), read.equity(), read.hold(), gross(read.weights(), read.size()));
        }
        return new AccountCurve(joined.times, start, joined.worth, joined.benchmark, joined.exposure);
    }

    private void add(long[] moments, double[] accounts, double[] holds, double[] held) {
        System.arraycopy(moments, 0, times, size, moments.length);
        System.arraycopy(accounts, 0, worth, size, moments.length);
        System.arraycopy(holds, 0, benchmark, size, moments.length);
        System.arraycopy(held, 0, exposure, size, moments.length);
        size += moments.length;
    }

    private static double[] gross(double[][] weights, int days) {
        double[] gross = new double[days];
        for (double[] member : weights) {
            for (int day = 0; day < days; day++) {
                gross[day] += Math.abs(member[day]);
            }
        }
        return gross;
    }
}
