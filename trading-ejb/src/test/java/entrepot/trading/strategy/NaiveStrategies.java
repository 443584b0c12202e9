package entrepot.trading.strategy;

import entrepot.trading.econometrics.HalfLife;
import entrepot.trading.market.Bars;
import java.util.Arrays;
import java.util.Map;
import java.util.function.IntFunction;

/** The rules of {@code docs/strategies.md} as slow as they read: everything again from the prices at each bar. */
final class NaiveStrategies {

    private final Bars bars;
    private final Map<String, String> settings;

    NaiveStrategies(Bars bars, Map<String, String> settings) {
        this.bars = bars;
        this.settings = settings;
    }

    int[] targets(BuiltIn builtIn) {
        return switch (builtIn) {
            case BUY_AND_HOLD -> all(bar -> held -> 1);
            case CROSSOVER -> crossover();
            case CHANNEL -> all(this::channel);
            case MOMENTUM -> momentum();
            case BOLLINGER -> all(bar -> held -> back(held, band(bar), -number("k"), number("k"), -number("exit"), number("exit")));
            case RSI -> all(bar -> held -> back(held, strength(bar), number("low"), number("high"), number("exit"), number("exit")));
            case ORNSTEIN_UHLENBECK -> all(bar -> held -> back(held, process(bar), -number("enter"), number("enter"), -number("exit"), number("exit")));
            case LEARNED -> new NaiveLearned(bars, settings).targets();
        };
    }

    private interface Held {
        int next(int held);
    }

    private int[] all(IntFunction<Held> rule) {
        int[] targets = new int[bars.size()];
        for (int bar = 0; bar < targets.length; bar++) {
            targets[bar] = rule.apply(bar).next(bar == 0 ? 0 : targets[bar - 1]);
        }
        return targets;
    }

    private int whole(String name) {
        return Integer.parseInt(settings.get(name));
    }

    private double number(String name) {
        return Double.parseDouble(settings.get(name));
    }

    private boolean shorts() {
        return settings.get("side").equals("LONG_SHORT");
    }

    private int allowed(int wanted) {
        return wanted < 0 && !shorts() ? 0 : wanted;
    }

    private int back(int held, double score, double low, double high, double leaveLong, double leaveShort) {
        if (Double.isNaN(score)) {
            return 0;
        }
        if (held == 1 && score < leaveLong) {
            return 1;
        }
        if (held == -1 && score > leaveShort) {
            return -1;
        }
        return allowed(score < low ? 1 : score > high ? -1 : 0);
    }

    private Held channel(int bar) {
        int entry = whole("entry");
        int exit = whole("exit");
        double close = bars.close(bar);
        return held -> {
            if (bar >= entry && close > highest(bar, entry)) {
                return 1;
            }
            if (bar >= entry && close < lowest(bar, entry)) {
                return allowed(-1);
            }
            boolean leaves = held == 1 && close < lowest(bar, exit) || held == -1 && close > highest(bar, exit);
            return leaves ? 0 : held;
        };
    }

    private double highest(int bar, int count) {
        return Arrays.stream(bars.highs(), bar - count, bar).max().orElseThrow();
    }

    private double lowest(int bar, int count) {
        return Arrays.stream(bars.lows(), bar - count, bar).min().orElseThrow();
    }

    private int[] momentum() {
        int lookback = whole("lookback");
        return all(bar -> held -> {
            if (bar < lookback || (bar - lookback) % whole("hold") != 0) {
                return held;
            }
            double before = bars.close(bar - lookback);
            double made = bars.close(bar) - before;
            return before <= 0 || bars.close(bar) <= 0 ? 0 : allowed(made > 0 ? 1 : made < 0 ? -1 : 0);
        });
    }

    private double band(int bar) {
        int n = whole("n");
        if (bar + 1 < n) {
            return Double.NaN;
        }
        double[] window = Arrays.copyOfRange(bars.closes(), bar + 1 - n, bar + 1);
        double mean = Arrays.stream(window).average().orElseThrow();
        double square = Arrays.stream(window).map(one -> (one - mean) * (one - mean)).average().orElseThrow();
        return Arrays.stream(window).allMatch(one -> one == window[0]) ? 0 : (window[n - 1] - mean) / Math.sqrt(square);
    }

    private double strength(int bar) {
        int n = whole("n");
        if (bar < n) {
            return Double.NaN;
        }
        double up = 0;
        double down = 0;
        for (int at = 1; at <= bar; at++) {
            double rise = Math.max(0, bars.close(at) - bars.close(at - 1));
            double fall = Math.max(0, bars.close(at - 1) - bars.close(at));
            up = at <= n ? up + rise / n : (up * (n - 1) + rise) / n;
            down = at <= n ? down + fall / n : (down * (n - 1) + fall) / n;
        }
        return up + down == 0 ? 50 : 100 * up / (up + down);
    }

    /** By the regression of differences on levels, which the other one does not use. */
    private double process(int bar) {
        int window = whole("window");
        if (bar + 1 < window) {
            return Double.NaN;
        }
        double[] x = Arrays.stream(bars.closes(), bar + 1 - window, bar + 1).map(Math::log).toArray();
        HalfLife life = HalfLife.of(x);
        double b = life.persistence();
        if (!(b > 0 && b < 1 && life.exact() <= number("life"))) {
            return Double.NaN;
        }
        double a = 0;
        for (int at = 1; at < window; at++) {
            a += (x[at] - b * x[at - 1]) / (window - 1);
        }
        double squares = 0;
        for (int at = 1; at < window; at++) {
            squares += Math.pow(x[at] - a - b * x[at - 1], 2);
        }
        return (x[window - 1] - a / (1 - b)) / Math.sqrt(squares / (window - 3) / (1 - b * b));
    }

    /** Means of as many prices as there are where they are read by level. */
    private int[] crossover() {
        int fast = whole("fast");
        int slow = whole("slow");
        boolean level = settings.get("reading").equals("LEVEL");
        int[] targets = new int[bars.size()];
        int before = 0;
        for (int bar = level ? fast : slow - 1; bar < targets.length; bar++) {
            int sign = Double.compare(Math.rint(1e9 * mean(bar, fast, level)), Math.rint(1e9 * mean(bar, slow, level)));
            boolean crossed = sign != 0 && before == -sign;
            targets[bar] = level || crossed ? allowed(sign) : targets[bar - 1 < 0 ? 0 : bar - 1];
            before = sign == 0 ? before : sign;
        }
        return targets;
    }

    private double mean(int bar, int period, boolean partial) {
        if (settings.get("mean").equals("SIMPLE")) {
            return Arrays.stream(bars.closes(), Math.max(0, bar + 1 - period), bar + 1).average().orElseThrow();
        }
        int from = partial ? 0 : period - 1;
        double mean = Arrays.stream(bars.closes(), 0, from + 1).average().orElseThrow();
        for (int at = from + 1; at <= bar; at++) {
            mean += 2.0 / (period + 1) * (bars.close(at) - mean);
        }
        return mean;
    }
}
