package entrepot.inventory.closing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class ClosedTest {

    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
    private static final YearMonth MARCH = YearMonth.of(2026, 3);
    private static final Closed NOTHING = new Closed(null, null);

    @Test
    void aMonthIsClosedSoftlyThenForAll() {
        Closed soft = close(NOTHING, JANUARY, PeriodStatus.SOFT);
        assertThat(soft.of(JANUARY)).isEqualTo(PeriodStatus.SOFT);
        assertThat(soft.of(FEBRUARY)).isEqualTo(PeriodStatus.OPEN);
        assertThat(close(soft, JANUARY, PeriodStatus.CLOSED).of(JANUARY)).isEqualTo(PeriodStatus.CLOSED);
    }

    @Test
    void aMonthThatIsNotOverStaysOpen() {
        refused(() -> close(NOTHING, MARCH, PeriodStatus.SOFT), "not-over");
    }

    @Test
    void monthsAreClosedInTheirOrder() {
        refused(() -> close(NOTHING, FEBRUARY, PeriodStatus.CLOSED), "earlier-open");
        refused(() -> close(close(NOTHING, JANUARY, PeriodStatus.SOFT), FEBRUARY, PeriodStatus.CLOSED), "earlier-open");
        Closed january = close(NOTHING, JANUARY, PeriodStatus.CLOSED);
        assertThat(close(january, FEBRUARY, PeriodStatus.CLOSED).of(FEBRUARY)).isEqualTo(PeriodStatus.CLOSED);
        refused(() -> close(january, JANUARY, PeriodStatus.CLOSED), "closed-already");
    }

    @Test
    void theLastClosedMonthIsOpenedFirst() {
        Closed both = close(close(NOTHING, JANUARY, PeriodStatus.CLOSED), FEBRUARY, PeriodStatus.SOFT);
        refused(() -> both.reopen(JANUARY), "later-closed");
        refused(() -> both.reopen(MARCH), "open-already");
        Closed again = both.reopen(FEBRUARY);
        assertThat(again.of(FEBRUARY)).isEqualTo(PeriodStatus.OPEN);
        assertThat(again.of(JANUARY)).isEqualTo(PeriodStatus.CLOSED);
        assertThat(again.reopen(JANUARY).of(JANUARY)).isEqualTo(PeriodStatus.OPEN);
    }

    private static Closed close(Closed closed, YearMonth month, PeriodStatus to) {
        return closed.close(month, to, JANUARY, MARCH);
    }

    private static void refused(Runnable act, String code) {
        assertThatExceptionOfType(Closed.Refused.class).isThrownBy(act::run).extracting(Closed.Refused::code).isEqualTo(code);
    }
}
