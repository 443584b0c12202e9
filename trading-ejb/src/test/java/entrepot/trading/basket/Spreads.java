package entrepot.trading.basket;

import entrepot.trading.market.Bar;
import entrepot.trading.market.Bars;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Made-up universes of instruments of which one combination comes back, or none. */
final class Spreads {

    private Spreads() {}

    /** The first is made of the others, in these proportions, but for a spread that comes back; from {@code breaks} on it walks away. */
    static Universe together(long seed, double[] proportions, int days, int breaks) {
        return universe(closes(seed, proportions, days, breaks), new SplittableRandom(seed));
    }

    static double[][] closes(long seed, double[] proportions, int days, int breaks) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] closes = new double[1 + proportions.length][days];
        double[] levels = random.doubles(proportions.length, 80, 120).toArray();
        double spread = 0;
        for (int day = 0; day < days; day++) {
            spread = (day < breaks ? 0.7 : 1) * spread + random.nextGaussian();
            closes[0][day] = 60 + spread;
            for (int at = 0; at < proportions.length; at++) {
                levels[at] = Math.max(20, levels[at] + random.nextGaussian());
                closes[1 + at][day] = Universes.cents(levels[at]);
                closes[0][day] += proportions[at] * levels[at];
            }
            closes[0][day] = Universes.cents(closes[0][day]);
        }
        return closes;
    }

    static double[][] walks(SplittableRandom random, int count, int days) {
        double[][] closes = new double[count][days];
        for (double[] one : closes) {
            double level = 200;
            for (int day = 0; day < days; day++) {
                level += random.nextGaussian();
                one[day] = level;
            }
        }
        return closes;
    }

    static Universe universe(double[][] closes, SplittableRandom random) {
        List<Member> members = new ArrayList<>();
        for (int at = 0; at < closes.length; at++) {
            double[] of = closes[at];
            List<Bar> bars = IntStream.range(0, of.length).mapToObj(day -> bar(day, of[day], Universes.cents(of[day] + 0.2 * random.nextGaussian()))).toList();
            members.add(new Member("S" + (char) ('A' + at), Bars.of(bars), List.of()));
        }
        return Universe.of(members);
    }

    private static Bar bar(int day, double close, double open) {
        return new Bar(day * Universes.DAY, open, Math.max(open, close), Math.min(open, close), close, 1000);
    }
}
