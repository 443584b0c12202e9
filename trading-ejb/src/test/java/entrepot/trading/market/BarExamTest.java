package entrepot.trading.market;

import static entrepot.trading.market.MarketFiles.*;
import static entrepot.trading.market.QuarantineReason.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarExamTest {

    private static final String HEAD = "date,open,high,low,close,volume";

    private static List<QuarantineReason> reasons(BarExam.Findings findings) {
        return findings.held().stream().map(HeldBar::reason).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"aapl", "aig", "bac", "bno", "eem", "ibm", "iwm", "qqq", "spy", "uso"})
    void everyRowOfARealFileHasOneFate(String symbol) {
        BarFile file = daily("lean/equity-daily-" + symbol + ".csv");
        BarExam.Findings findings = examined(SHARE, file);
        assertThat(findings.added().size() + findings.unchanged() + findings.held().size()).isEqualTo(file.lines().size());
        assertThat(findings.held()).isEmpty();
    }

    @Test
    void oilMaySettleBelowZeroAndAShareMayNot() {
        BarFile file = daily("commodities/wti-daily.csv");
        assertThat(examined(OIL, file).added()).anyMatch(bar -> bar.close() == -36.98);
        assertThat(examined(SHARE, file).held()).anySatisfy(held -> {
            assertThat(held.reason()).isEqualTo(FORBIDDEN_PRICE);
            assertThat(Adjustment.dayOf(held.bar().time())).isEqualTo(LocalDate.of(2020, 4, 20));
        });
    }

    @Test
    void aPriceInPenceAmongPoundsIsHeld() {
        BarExam.Findings findings = examined(SHARE, written("date,close", "2022-01-03,12.5", "2022-01-04,1234", "2022-01-05,12.6"));
        assertThat(reasons(findings)).containsExactly(JUMP);
        assertThat(findings.added()).extracting(Bar::close).containsExactly(12.5, 12.6);
    }

    @Test
    void aSplitThatIsKnownIsNoJump() {
        BarFile file = written("date,close", "2022-01-03,100", "2022-01-04,1");
        var split = new CorporateAction(LocalDate.of(2022, 1, 3), 1, 0.01, 100);
        assertThat(examined(SHARE, file).held()).hasSize(1);
        assertThat(BarExam.of(file.lines(), SHARE, Bars.of(List.of()), null, List.of(split), row -> false).held()).isEmpty();
    }

    @Test
    void aSymbolThatWentToAnotherCompanyIsNoJump() {
        assertThat(examined(SHARE, written("date,close", "1998-12-30,0.06", "2006-04-10,68")).held()).isEmpty();
    }

    @Test
    void contradictionsAreHeld() {
        BarExam.Findings findings = examined(SHARE, written(HEAD, "2022-01-03,2,1,3,2,0", "2022-01-04,9,3,1,2,0", "2022-01-05,2,3,1,9,0",
                "2022-01-06,2,3,1,2,-1", "2022-01-07,2,3,1,2,0"));
        assertThat(reasons(findings)).containsOnly(CONTRADICTORY).hasSize(4);
    }

    @Test
    void theFirstOfTwoForADayIsBelieved() {
        BarExam.Findings findings = examined(SHARE, written("date,close", "2022-01-03,1", "2022-01-03,1", "2022-01-03,2"));
        assertThat(findings.added()).hasSize(1);
        assertThat(reasons(findings)).containsExactly(DUPLICATE, CONFLICT);
    }

    @Test
    void aFileFromNewToOldIsTheSame() {
        BarExam.Findings findings = examined(SHARE, written("date,close", "2022-01-05,3", "2022-01-04,2", "2022-01-03,1"));
        assertThat(findings.added()).extracting(Bar::close).containsExactly(1.0, 2.0, 3.0);
    }

    @Test
    void theSameFileAgainAddsNothing() {
        BarFile file = written("date,close", "2022-01-03,1", "2022-01-03,1", "2022-01-04,900", "2022-01-05,x", "2022-01-06,1.1");
        BarExam.Findings first = examined(SHARE, file);
        BarExam.Findings again = BarExam.of(file.lines(), SHARE, Bars.of(first.added()), null, List.of(),
                row -> first.held().stream().anyMatch(held -> held.bar() == null ? held.text().equals(row.text()) : held.bar().equals(row.bar())));
        assertThat(again.added()).isEmpty();
        assertThat(again.held()).isEmpty();
        assertThat(again.unchanged()).isEqualTo(5);
    }

    @Test
    void anotherPriceForADayOfTheSeriesIsHeld() {
        Bars kept = Bars.of(examined(SHARE, written("date,close", "2022-01-03,1", "2022-01-04,2")).added());
        BarExam.Findings findings = BarExam.of(written("date,close", "2022-01-04,2.5", "2022-01-05,3").lines(), SHARE, kept, null, List.of(),
                row -> false);
        assertThat(reasons(findings)).containsExactly(CONFLICT);
        assertThat(findings.added()).extracting(Bar::close).containsExactly(3.0);
    }

    @Test
    void aJumpIsSeenAgainstTheSeriesToo() {
        Bar before = written("date,close", "2022-01-03,10").lines().get(0).bar();
        BarExam.Findings findings = BarExam.of(written("date,close", "2022-01-04,0.1").lines(), SHARE, Bars.of(List.of()), before, List.of(),
                row -> false);
        assertThat(reasons(findings)).containsExactly(JUMP);
    }

    @Test
    void theWeekAfterElevenSeptemberIsAGapAndAWeekendIsNone() {
        long[] times = bars(daily("lean/equity-daily-spy.csv")).times();
        assertThat(Gap.of(times, BarStep.DAY)).extracting(gap -> Adjustment.dayOf(gap.after())).containsExactly(LocalDate.of(2001, 9, 10));
        assertThat(Gap.of(bars(daily("commodities/gold-monthly.csv")).times(), BarStep.DAY)).isEmpty();
    }

    @Test
    void minutesMayPauseOverNightAndNotForMonths() {
        BarFile file = written(ColumnMapping.FOUND.in(ZoneOffset.UTC), BarStep.MINUTE, "time,close", "2022-01-03 15:00,1", "2022-01-03 15:01,1",
                "2022-01-03 15:02,1", "2022-01-04 09:00,1", "2022-01-04 09:01,1", "2022-01-04 09:30,1", "2022-03-04 09:00,1", "2022-03-04 09:01,1");
        assertThat(Gap.of(bars(file).times(), BarStep.MINUTE)).extracting(gap -> Instant.ofEpochMilli(gap.before()).toString())
                .containsExactly("2022-01-04T09:31:00Z", "2022-03-04T09:01:00Z");
    }
}
