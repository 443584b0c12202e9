package entrepot.trading.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.evidence.Moments;
import entrepot.trading.tearsheet.AccountCurve;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final long DAY = 86_400_000;

    /** Several accounts with days that some of them do not have, and now and then two bars of a day. */
    private static List<AccountCurve> made(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<AccountCurve> curves = new ArrayList<>();
        int count = 2 + random.nextInt(4);
        int size = 30 + random.nextInt(200);
        double[] market = random.doubles(size + 40).map(value -> 0.02 * (value - 0.49)).toArray();
        for (int account = 0; account < count; account++) {
            List<Long> times = new ArrayList<>();
            List<Double> worths = new ArrayList<>();
            double worth = 100 + 900 * random.nextDouble();
            double start = worth;
            for (int day = random.nextInt(20); day < size + random.nextInt(20); day++) {
                worth *= 1 + market[day] + 0.01 * random.nextGaussian();
                if (random.nextInt(10) > 0) {
                    times.add((12_000L + day) * DAY + 1000);
                    worths.add(worth);
                }
                if (random.nextInt(10) == 0) {
                    times.add((12_000L + day) * DAY + 50_000_000);
                    worths.add(worth * 1.001);
                }
            }
            double[] values = worths.stream().mapToDouble(Double::doubleValue).toArray();
            curves.add(new AccountCurve(times.stream().mapToLong(Long::longValue).toArray(), start, values, values, new double[values.length]));
        }
        return curves;
    }

    private static AccountCurve of(LocalDate from, double... returns) {
        double[] worth = new double[returns.length + 1];
        worth[0] = 100;
        for (int day = 0; day < returns.length; day++) {
            worth[day + 1] = worth[day] * (1 + returns[day]);
        }
        long[] times = new long[worth.length];
        Arrays.setAll(times, day -> (from.toEpochDay() + day) * DAY);
        return new AccountCurve(times, 100, worth, worth, new double[worth.length]);
    }

    private static AccountCurve normal(SplittableRandom random, int days, double mean, double deviation) {
        return of(LocalDate.of(1990, 1, 1), random.doubles(days).map(any -> mean + deviation * random.nextGaussian()).toArray());
    }

    @Test
    void aSlowTwinFindsTheSame() {
        for (long seed = 1; seed <= 12; seed++) {
            List<AccountCurve> curves = made(seed);
            Comparison found = Comparison.of(curves);
            NaiveComparison twin = new NaiveComparison(curves);
            String what = "seed " + seed;
            assertThat(Arrays.stream(found.common().days()).mapToObj(day -> Instant.ofEpochMilli(day).atOffset(ZoneOffset.UTC).toLocalDate())).as(what)
                    .containsExactlyElementsOf(twin.days);
            List<double[][]> samples = twin.samples(found.blockDays(), found.draws(), found.seed());
            assertThat(found.differences()).as(what).hasSize(curves.size() * (curves.size() - 1) / 2);
            for (Difference difference : found.differences()) {
                int one = difference.one();
                int other = difference.other();
                assertThat(found.correlation()[one][other]).as(what).isCloseTo(twin.correlation(one, other), within(1e-12)).isEqualTo(found.correlation()[other][one]);
                agrees(what, difference.mean(), samples, sample -> NaiveComparison.mean(sample[one]) - NaiveComparison.mean(sample[other]), twin.returns);
                agrees(what, difference.sharpe(), samples, sample -> NaiveComparison.sharpe(sample[one]) - NaiveComparison.sharpe(sample[other]), twin.returns);
            }
            best(what, found, samples, twin);
        }
    }

    private static void agrees(String what, Difference.Drawn found, List<double[][]> samples, ToDoubleFunction<double[][]> figure, double[][] seen) {
        double value = figure.applyAsDouble(seen);
        double[] drawn = samples.stream().mapToDouble(figure).sorted().toArray();
        long asFar = Arrays.stream(drawn).filter(one -> Math.abs(one - value) >= Math.abs(value)).count();
        assertThat(found.value()).as(what).isCloseTo(value, within(1e-12));
        assertThat(found.luck()).as(what).isCloseTo((1.0 + asFar) / (1 + drawn.length), within(1e-12));
        assertThat(found.low()).as(what).isBetween(drawn[(int) (0.025 * drawn.length) - 1] - 1e-9, drawn[(int) (0.025 * drawn.length) + 1] + 1e-9);
        assertThat(found.high()).as(what).isBetween(drawn[(int) (0.975 * drawn.length) - 2] - 1e-9, drawn[(int) (0.975 * drawn.length) + 1] + 1e-9);
    }

    private static void best(String what, Comparison found, List<double[][]> samples, NaiveComparison twin) {
        double[] gains = Arrays.stream(twin.returns).mapToDouble(one -> NaiveComparison.mean(one) - NaiveComparison.mean(twin.returns[0])).toArray();
        double most = Arrays.stream(gains).max().orElseThrow();
        long asMuch = samples.stream().filter(sample -> {
            double highest = Double.NEGATIVE_INFINITY;
            for (int one = 1; one < gains.length; one++) {
                highest = Math.max(highest, NaiveComparison.mean(sample[one]) - NaiveComparison.mean(sample[0]) - gains[one]);
            }
            return highest >= most;
        }).count();
        assertThat(gains[found.best().account()]).as(what).isEqualTo(most);
        assertThat(found.best().gain()).as(what).isCloseTo(most, within(1e-12));
        assertThat(found.best().luck()).as(what).isCloseTo((1.0 + asMuch) / (1 + samples.size()), within(1e-12));
    }

    @Test
    void twoThatAreTheSameDifferByNothingAndThatIsSurelyLuck() {
        AccountCurve one = normal(new SplittableRandom(5), 400, 0.0005, 0.01);
        Comparison found = Comparison.of(List.of(one, one));
        Difference difference = found.differences().get(0);
        assertThat(difference.mean()).isEqualTo(new Difference.Drawn(0, 0, 0, 1));
        assertThat(difference.sharpe()).isEqualTo(new Difference.Drawn(0, 0, 0, 1));
        assertThat(difference.error()).isZero();
        assertThat(found.best()).isEqualTo(new Comparison.Best(0, 0, 1));
        assertThat(found.correlation()[0][1]).isCloseTo(1, within(1e-12));
        assertThat(found.hash()).isEqualTo(Comparison.of(List.of(one, one)).hash());
    }

    /**
     * Of normal returns without memory the variance of the difference of two Sharpe ratios is {@code (2 - 2ρ + (SR1² + SR2² - 2 SR1 SR2 ρ²) / 2) / T}: Memmel 2003, who
     * corrects Jobson and Korkie 1981; Ledoit and Wolf 2008, section 3.
     */
    @Test
    void ofNormalReturnsTheErrorIsMemmels() {
        int days = 20_000;
        SplittableRandom random = new SplittableRandom(11);
        double[] first = new double[days];
        double[] second = new double[days];
        for (int day = 0; day < days; day++) {
            double common = random.nextGaussian();
            first[day] = 0.002 + 0.01 * (0.8 * common + 0.6 * random.nextGaussian());
            second[day] = 0.001 + 0.02 * (0.8 * common + 0.6 * random.nextGaussian());
        }
        Difference found = Comparison.of(List.of(of(LocalDate.of(1960, 1, 1), second), of(LocalDate.of(1960, 1, 1), first))).differences().get(0);
        double rho = 0.64;
        double one = Moments.of(first).sharpe();
        double other = Moments.of(second).sharpe();
        double error = Math.sqrt((2 - 2 * rho + (one * one + other * other - 2 * one * other * rho * rho) / 2) / days);
        assertThat(found.error()).as("seed 11").isCloseTo(error, within(0.1 * error));
        assertThat(found.sharpe().high() - found.sharpe().low()).as("1.96 errors to each side").isCloseTo(2 * 1.96 * error, within(0.25 * error));
        assertThat(found.sharpe().luck()).isLessThan(0.01);
    }

    /** The probability that is told is uniform where there is no difference: below 5 % in about 5 % of cases. */
    @Test
    void ofEqualSkillFewAreToldToDiffer() {
        SplittableRandom random = new SplittableRandom(3);
        int told = 0;
        for (int time = 0; time < 200; time++) {
            Comparison found = Comparison.of(List.of(normal(random, 250, 0, 0.01), normal(random, 250, 0, 0.01)));
            told += found.differences().get(0).mean().luck() < 0.05 ? 1 : 0;
        }
        assertThat(told).as("of 200, seed 3").isBetween(3, 24);
    }

    @Test
    void whoeverPicksTheBestOfManyIsLessSure() {
        SplittableRandom random = new SplittableRandom(8);
        List<AccountCurve> curves = new ArrayList<>(List.of(normal(random, 500, 0, 0.01)));
        for (int account = 1; account < 8; account++) {
            curves.add(normal(random, 500, 0.0002, 0.01));
        }
        Comparison found = Comparison.of(curves);
        Difference alone = found.against(0).get(found.best().account() - 1);
        assertThat(alone.one()).isEqualTo(found.best().account());
        assertThat(found.best().luck()).as("seed 8").isGreaterThan(alone.mean().luck());
    }

    @Test
    void anAccountWhoseMoneyIsGoneIsToldAsNotKnown() {
        AccountCurve gone = new AccountCurve(new long[] {0, DAY, 2 * DAY, 3 * DAY}, 100, new double[] {100, 50, -10, -10}, new double[] {100, 101, 102, 103}, new double[4]);
        AccountCurve other = of(LocalDate.of(1970, 1, 1), 0.01, -0.01, 0.02);
        Comparison found = Comparison.of(List.of(gone, other));
        assertThat(found.differences().get(0).mean().luck()).isNaN();
        assertThat(found.differences().get(0).sharpe().value()).isNaN();
        assertThat(found.correlation()[0][1]).isNaN();
        assertThat(found.best()).isEqualTo(new Comparison.Best(-1, Double.NaN, Double.NaN));
        assertThat(Comparison.of(List.of(other, gone)).best().isKnown()).as("also where the first has a mean").isFalse();
        assertThat(found.spans().get(0).figures().maxDrawdown()).isCloseTo(1.1, within(1e-12));
    }

    @Test
    void whatCannotBeComparedIsRefused() {
        AccountCurve one = of(LocalDate.of(2020, 1, 1), 0.01, 0.02, 0.01);
        assertThatThrownBy(() -> Comparison.of(List.of(one))).hasMessage("1 accounts, must be 2 to 8");
        assertThatThrownBy(() -> Comparison.of(List.of(one, of(LocalDate.of(2020, 1, 3), 0.01, 0.02)))).hasMessage("2 days in common, must be 3 or more");
        assertThatThrownBy(() -> Comparison.of(List.of(one, of(LocalDate.of(2021, 1, 3), 0.01, 0.02)))).hasMessage("0 days in common, must be 3 or more");
    }

    @Test
    void daysThatNotAllHaveAreCounted() {
        AccountCurve one = new AccountCurve(new long[] {DAY, 2 * DAY, 3 * DAY, 4 * DAY, 6 * DAY}, 1, new double[] {1, 2, 3, 4, 5}, new double[] {1, 1, 1, 1, 1}, new double[5]);
        AccountCurve other = new AccountCurve(new long[] {0, DAY, 3 * DAY, 4 * DAY, 5 * DAY, 6 * DAY, 7 * DAY}, 1, new double[] {1, 2, 3, 4, 5, 6, 7}, new double[] {1, 1, 1, 1, 1, 1, 1}, new double[7]);
        CommonDays found = CommonDays.of(List.of(one, other));
        assertThat(found.days()).containsExactly(DAY, 3 * DAY, 4 * DAY, 6 * DAY);
        assertThat(found.worth()[0]).containsExactly(1, 3, 4, 5);
        assertThat(found.worth()[1]).containsExactly(1, 1.5, 2, 3);
        assertThat(found.leftOut()).isEqualTo(2);
    }

    @Test
    void eightOfTenThousandDaysTakeLessThanASecondOfOneProcessor() {
        SplittableRandom random = new SplittableRandom(2);
        List<AccountCurve> curves = new ArrayList<>();
        for (int account = 0; account < Comparison.MOST; account++) {
            curves.add(normal(random, 10_000, 0.0003, 0.01));
        }
        Comparison.of(curves);
        ThreadMXBean processor = ManagementFactory.getThreadMXBean();
        long begun = processor.getCurrentThreadCpuTime();
        Comparison.of(curves).hash();
        Duration took = Duration.ofNanos(processor.getCurrentThreadCpuTime() - begun);
        System.out.println("eight accounts of 10,000 days compared in " + took.toMillis() + " ms");
        assertThat(took).isLessThan(Duration.ofSeconds(1));
    }
}
