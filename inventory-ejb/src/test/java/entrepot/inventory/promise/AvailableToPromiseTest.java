package entrepot.inventory.promise;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.kernel.Quantity;
import java.time.LocalDate;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AvailableToPromiseTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

    @Test
    void whatComesCanBePromisedFromItsDayOn() {
        AvailableToPromise atp = AvailableToPromise.of(TODAY, units(10), Map.of(day(5), units(20)), Map.of());
        assertThat(atp.on(TODAY)).isEqualTo(units(10));
        assertThat(atp.on(day(4))).isEqualTo(units(10));
        assertThat(atp.on(day(5))).isEqualTo(units(30));
        assertThat(atp.earliest(units(11))).contains(day(5));
        assertThat(atp.earliest(units(31))).isEmpty();
    }

    @Test
    void aPromiseForLaterThatNothingCoversIsTakenFromWhatIsOnHand() {
        AvailableToPromise atp = AvailableToPromise.of(TODAY, units(10), Map.of(day(5), units(20)), Map.of(day(7), units(25)));
        assertThat(atp.on(TODAY)).isEqualTo(units(5));
        assertThat(atp.on(day(6))).isEqualTo(units(5));
    }

    @Test
    void aPromiseThatIsCoveredLeavesWhatIsOnHand() {
        AvailableToPromise atp = AvailableToPromise.of(TODAY, units(10), Map.of(day(5), units(20)), Map.of(day(7), units(15)));
        assertThat(atp.on(TODAY)).isEqualTo(units(10));
        assertThat(atp.on(day(7))).isEqualTo(units(15));
    }

    @Test
    void anOverduePromiseIsForTodayAndAnOverdueOrderForNoDay() {
        AvailableToPromise atp = AvailableToPromise.of(TODAY, units(10), Map.of(day(-3), units(99)), Map.of(day(-1), units(4)));
        assertThat(atp.days()).hasSize(1);
        assertThat(atp.on(TODAY)).isEqualTo(units(6));
        assertThat(atp.on(day(-1))).isEqualTo(units(0));
    }

    @Test
    void moreThanThereIsPromisedLeavesNothing() {
        assertThat(AvailableToPromise.of(TODAY, units(3), Map.of(), Map.of(TODAY, units(5))).on(TODAY)).isEqualTo(units(0));
    }

    /** Law: taking all that can be promised for a day leaves no day below zero that was not, and a unit more does. */
    @Test
    void allThatCanBePromisedBreaksNoPromiseAndOneMoreDoes() {
        long seed = 4;
        var random = new Random(seed);
        for (int history = 0; history < 2000; history++) {
            Map<LocalDate, Quantity> coming = some(random);
            Map<LocalDate, Quantity> promised = some(random);
            Quantity onHand = units(random.nextInt(60));
            LocalDate day = day(random.nextInt(12));
            AvailableToPromise atp = AvailableToPromise.of(TODAY, onHand, coming, promised);
            if (lowest(atp).compareTo(Quantity.ZERO) >= 0) {
                String story = "seed " + seed + " history " + history;
                promised.merge(day, atp.on(day), Quantity::plus);
                assertThat(lowest(AvailableToPromise.of(TODAY, onHand, coming, promised))).as(story).isGreaterThanOrEqualTo(Quantity.ZERO);
                promised.merge(day, units(1), Quantity::plus);
                assertThat(lowest(AvailableToPromise.of(TODAY, onHand, coming, promised))).as(story).isLessThan(Quantity.ZERO);
            }
        }
    }

    private static Quantity lowest(AvailableToPromise atp) {
        return atp.days().stream().map(AvailableToPromise.Day::projected).min(Quantity::compareTo).orElseThrow();
    }

    private static Map<LocalDate, Quantity> some(Random random) {
        Map<LocalDate, Quantity> some = new TreeMap<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            some.put(day(random.nextInt(10)), units(random.nextInt(30)));
        }
        return some;
    }

    private static LocalDate day(int after) {
        return TODAY.plusDays(after);
    }

    private static Quantity units(int units) {
        return Quantity.units(units);
    }
}
