package entrepot.trading.strategy;

import entrepot.trading.market.Bars;
import java.util.List;

/**
 * Takes the logarithm of the price for an Ornstein-Uhlenbeck process and bets that it comes back. At each bar the process is fitted
 * anew to the closes of the window up to it, by the regression {@code x(t) = a + b x(t-1) + e}: mean {@code m = a / (1 - b)},
 * deviation {@code s = sd(e) / √(1 - b²)}, half-life {@code ln 2 / -ln b}, score {@code (x - m) / s}. Where {@code b} is not between
 * 0 and 1 or the half-life is too long, it does not come back, and nothing is held.
 *
 * @param window closes of a fit, 10 or more
 * @param enter  score beyond which a position is opened, above {@code exit}
 * @param exit   score at which it is closed
 * @param life   longest half-life, bars, above 0
 * @see "Uhlenbeck and Ornstein, Physical Review 36, 1930; Avellaneda and Lee, Statistical Arbitrage in the US Equities Market,
 *     Quantitative Finance 10(7), 2010, appendix: 60 bars, in at 1.25, out at 0.5; half-life: Chan, Algorithmic Trading, 1st ed. 2013,
 *     chapter 2"
 */
public record OrnsteinUhlenbeck(int window, double enter, double exit, double life, Side side) implements Strategy {

    public OrnsteinUhlenbeck {
        if (!(exit < enter)) {
            throw new Misfit("exit", "must be below enter, " + enter + ", is " + exit);
        }
    }

    @Override
    public Decisions on(Bars bars) {
        return Reversion.around0(enter, exit, side).of(score(bars));
    }

    @Override
    public List<Sight> sights(Bars bars) {
        return List.of(Sight.number("(log(close) - m) / s", score(bars)));
    }

    private double[] score(Bars bars) {
        double[] logs = bars.closes();
        for (int bar = 0; bar < logs.length; bar++) {
            logs[bar] = logs[bar] > 0 ? StrictMath.log(logs[bar]) : Double.NaN;
        }
        double[] score = new double[logs.length];
        for (int bar = 0; bar < logs.length; bar++) {
            score[bar] = bar + 1 < window ? Double.NaN : score(logs, bar + 1 - window, bar);
        }
        return score;
    }

    /** Of the last of the window; not a number where it does not come back. */
    private double score(double[] x, int first, int last) {
        int pairs = last - first;
        double before = 0;
        double after = 0;
        for (int at = first; at < last; at++) {
            before += x[at] - x[first];
            after += x[at + 1] - x[first];
        }
        before /= pairs;
        after /= pairs;
        double square = 0;
        double product = 0;
        double total = 0;
        for (int at = first; at < last; at++) {
            double dx = x[at] - x[first] - before;
            double dy = x[at + 1] - x[first] - after;
            square += dx * dx;
            product += dx * dy;
            total += dy * dy;
        }
        double b = product / square;
        if (!(b > 0 && b < 1 && Math.log(2) / -StrictMath.log(b) <= life)) {
            return Double.NaN;
        }
        double mean = x[first] + (after - b * before) / (1 - b);
        double noise = Math.max(0, total - b * product) / (pairs - 2);
        return (x[last] - mean) / Math.sqrt(noise / (1 - b * b));
    }

    @Override
    public String words() {
        return "ornstein-uhlenbeck window=" + window + " enter=" + enter + " exit=" + exit + " life=" + life + " side=" + side;
    }
}
