package entrepot.trading.tearsheet;

import java.time.LocalDate;
import java.util.SplittableRandom;

/** Made-up accounts. */
final class Curved {

    private static final long DAY = 86_400_000;

    private Curved() {}

    /** Some years of days with gaps, now and then of months; the account never falls to 0. */
    static AccountCurve random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int size = 2 + random.nextInt(900);
        long[] times = new long[size];
        double[] worth = new double[size];
        double[] benchmark = new double[size];
        double[] exposure = new double[size];
        long day = 9_000 + random.nextInt(4_000);
        double account = 10_000;
        double other = 10_000;
        for (int bar = 0; bar < size; bar++) {
            day += 1 + (random.nextInt(60) == 0 ? random.nextInt(400) : random.nextInt(3));
            account *= random.nextInt(4) == 0 ? 1 : Math.exp(0.02 * random.nextGaussian());
            other *= Math.exp(0.01 * random.nextGaussian());
            times[bar] = day * DAY + random.nextInt(2) * 72_000_000L;
            worth[bar] = account;
            benchmark[bar] = other;
            exposure[bar] = random.nextInt(3) - 1;
        }
        return new AccountCurve(times, 10_000, worth, benchmark, exposure);
    }

    static AccountCurve of(double start, Object... daysAndWorth) {
        int size = daysAndWorth.length / 2;
        long[] times = new long[size];
        double[] worth = new double[size];
        for (int bar = 0; bar < size; bar++) {
            times[bar] = LocalDate.parse((String) daysAndWorth[2 * bar]).toEpochDay() * DAY;
            worth[bar] = ((Number) daysAndWorth[2 * bar + 1]).doubleValue();
        }
        return new AccountCurve(times, start, worth, worth, new double[size]);
    }
}
