package entrepot.trading.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TrialsTest {

    private static final Evidence.Circumstances KIND = new Evidence.Circumstances(100, false, 1, 0.9, 0.8, 0.01, null);

    @Test
    void theSpreadOfTrialsIsThatOfAllTheirCells() {
        SplittableRandom random = new SplittableRandom(31);
        double[] cells = random.doubles(40, -0.1, 0.1).toArray();
        Moments sweep = Moments.of(Arrays.copyOf(cells, 37));
        List<Trial> trials = List.of(new Trial(37, sweep.mean(), sweep.deviation() * sweep.deviation(), 0, null),
                one(cells[37], 1), one(cells[38], 2), one(cells[39], 3));
        double deviation = Moments.of(cells).deviation();
        assertThat(Trials.of(trials).variance()).as("seed 31").isCloseTo(deviation * deviation, within(1e-15));
        assertThat(Trials.of(trials).count()).isEqualTo(40);
    }

    @Test
    void trialsThatAreTheSameCountAsOneAndThoseThatAreNotAsMany() {
        assertThat(Trials.of(List.of(one(0.1, 1), one(0.1, 1), one(0.1, 1))).effective()).isCloseTo(1, within(1e-12));
        List<Trial> different = new ArrayList<>();
        for (int seed = 0; seed < 50; seed++) {
            different.add(one(0.1, seed));
        }
        assertThat(Trials.of(different).effective()).isBetween(48.0, 50.0);
    }

    @Test
    void aTrialThatDidNotMoveCountsAndSaysNothingOfTheSpread() {
        Trials found = Trials.of(List.of(one(0.1, 1), one(0.3, 2), new Trial(1, Double.NaN, 0, 0, new MonthlyReturns(24_000, new double[60]))));
        assertThat(found.count()).isEqualTo(3);
        assertThat(found.variance()).isCloseTo(0.02, within(1e-15));
        assertThat(Trials.of(List.of(one(0.1, 1)))).isEqualTo(new Trials(1, 1, 0, 0));
    }

    @Test
    void aMonthIsWhatItsLastBarSaysAndOneWithoutBarsGainsNothing() {
        long[] times = {day("2020-01-03"), day("2020-01-31"), day("2020-03-02"), day("2020-03-31")};
        MonthlyReturns found = MonthlyReturns.of(times, new double[] {100, 110, 90, 121});
        assertThat(found.first()).isEqualTo(12 * 2020);
        assertThat(found.returns()).containsExactly(new double[] {0.1, 0, 0.1}, within(1e-12));
    }

    @Test
    void monthsAreComparedWhereBothHaveThem() {
        double[] gains = new SplittableRandom(32).doubles(30, -1, 1).toArray();
        MonthlyReturns early = new MonthlyReturns(100, Arrays.copyOf(gains, 20));
        MonthlyReturns late = new MonthlyReturns(105, Arrays.stream(gains, 5, 30).map(gain -> -2 * gain).toArray());
        assertThat(early.correlation(late)).isCloseTo(-1, within(1e-12));
        assertThat(early.correlation(new MonthlyReturns(109, gains))).as("11 months").isNaN();
    }

    @Test
    void moreTrialsTurnAGoodResultIntoLuck() {
        Moments returns = new Moments(1_000, 0.001, 0.01, 0, 3);
        assertThat(Evidence.of(returns, new Trials(1, 1, 0, 0), KIND).verdict()).isEqualTo(Verdict.BEYOND_LUCK);
        Evidence after = Evidence.of(returns, new Trials(100, 100, 0, 0.001), KIND);
        assertThat(after.verdict()).isEqualTo(Verdict.LUCK);
        assertThat(after.doubts()).containsExactly(Doubt.DEFLATED);
        assertThat(after.probabilistic()).isGreaterThan(0.999);
    }

    @Test
    void everyDoubtIsTold() {
        Moments returns = new Moments(50, 0.001, 0.01, 0, 3);
        Evidence found = Evidence.of(returns, new Trials(1, 1, 0, 0), new Evidence.Circumstances(29, true, 0.1, 0, -0.1, 0.06, Doubt.QUOTES_ON_BARS));
        assertThat(found.doubts()).as("one of how orders are filled").containsExactlyElementsOf(EnumSet.complementOf(EnumSet.of(Doubt.UNMOVED_MARKET)));
        assertThat(found.minimumTrackRecord()).isBetween(270.0, 274.0);
    }

    @Test
    void whatSaysNothingIsNotCalledLuck() {
        Trials one = new Trials(1, 1, 0, 0);
        assertThat(Evidence.of(Moments.of(new double[40]), one, KIND).verdict()).isEqualTo(Verdict.SILENT);
        Evidence lost = Evidence.of(new Moments(1_000, -0.001, 0.01, 0, 3), one, KIND);
        assertThat(lost.verdict()).isEqualTo(Verdict.NO_GAIN);
        assertThat(lost.doubts()).containsExactly(Doubt.DEFLATED);
        assertThat(Evidence.of(new Moments(1_000, 0.001, 0.01, 0, 3), one, new Evidence.Circumstances(3, false, 1, 1, 1, 0, null)).verdict())
                .isEqualTo(Verdict.DOUBTFUL);
    }

    @Test
    void aTrialIsToldOfBarsOfAnotherLengthByTheRootOfTime() {
        Trial minutes = new Trial(37, 0.01, 0.0004, 0.5, null);
        Trial days = minutes.of(100 * 252, 252);
        assertThat(days.sharpe()).isCloseTo(0.1, within(1e-15));
        assertThat(days.variance()).isCloseTo(0.04, within(1e-15));
        assertThat(days.of(252, 100 * 252).sharpe()).isCloseTo(0.01, within(1e-15));
        assertThat(days.together()).isEqualTo(0.5);
        assertThat(minutes.of(250.1, 252.4)).as("the same bars with other holidays").isSameAs(minutes);
        assertThat(minutes.of(Double.NaN, 252)).isSameAs(minutes);
        assertThat(minutes.of(Double.POSITIVE_INFINITY, 252)).isSameAs(minutes);
    }

    private static Trial one(double sharpe, long seed) {
        return new Trial(1, sharpe, 0, 0, new MonthlyReturns(24_000, new SplittableRandom(seed).doubles(200, -0.1, 0.1).toArray()));
    }

    private static long day(String day) {
        return Instant.parse(day + "T00:00:00Z").truncatedTo(ChronoUnit.DAYS).toEpochMilli();
    }
}
