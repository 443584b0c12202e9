package entrepot.trading.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SeriesExamTest {

    private static final long MINUTE = 60_000;
    private static final TradingCalendar NYSE = BuiltInCalendars.find("NYSE").orElseThrow();
    private static final TradingCalendar CME = BuiltInCalendars.find("CME-EQUITY").orElseThrow();

    @Test
    void aDayWithoutABarIsAGapAndAHolidayIsNone() {
        long[] times = days("2023-06-30", "2023-07-03", "2023-07-05", "2023-07-07", "2023-07-08", "2023-07-11");
        SeriesExam exam = SeriesExam.of(times, BarStep.DAY, NYSE);
        assertThat(exam.gaps()).extracting(gap -> Adjustment.dayOf(gap.after()) + " " + Adjustment.dayOf(gap.before()))
                .containsExactly("2023-07-05 2023-07-07", "2023-07-07 2023-07-11");
        assertThat(exam).extracting(SeriesExam::sessions, SeriesExam::missing, SeriesExam::outside).as("the Saturday is outside").containsExactly(7, 2, 1L);
        assertThat(SeriesExam.of(times, BarStep.DAY, null)).isEqualTo(new SeriesExam(List.of(), null, null, null, null));
    }

    @Test
    void theWeekOfSeptember2001IsNoGapWithACalendarAndOneWithout() {
        long[] times = days("2001-09-05", "2001-09-06", "2001-09-07", "2001-09-10", "2001-09-17", "2001-09-18", "2001-09-19");
        assertThat(SeriesExam.of(times, BarStep.DAY, NYSE).gaps()).isEmpty();
        assertThat(SeriesExam.of(times, BarStep.DAY, null).gaps()).hasSize(1);
    }

    /** What really traded says whether our rules of New York are right. */
    @ParameterizedTest
    @ValueSource(strings = {"lean/equity-daily-spy.csv", "lean/equity-daily-aapl.csv", "lean/equity-daily-ibm.csv", "lean/equity-daily-bac.csv"})
    void realSeriesOfNewYorkHaveABarInEverySessionAndNoneOutside(String file) {
        long[] times = MarketFiles.bars(MarketFiles.daily(file)).times();
        SeriesExam exam = SeriesExam.of(times, BarStep.DAY, NYSE);
        assertThat(exam).isEqualTo(new SeriesExam(List.of(), null, times.length, 0, 0L));
    }

    @Test
    void minutesMayPauseOvernightNotFromTheOpeningOn() {
        long[] good = LongStream.concat(minutes("2023-07-03T13:31:00Z", 210), minutes("2023-07-05T13:31:00Z", 390)).toArray();
        assertThat(SeriesExam.of(good, BarStep.MINUTE, NYSE)).isEqualTo(new SeriesExam(List.of(), null, 2, 0, 0L));
        long[] late = LongStream.concat(minutes("2023-07-03T13:31:00Z", 210), minutes("2023-07-05T13:37:00Z", 384)).toArray();
        assertThat(SeriesExam.of(late, BarStep.MINUTE, NYSE).gaps()).as("six minutes late").hasSize(1);
        long[] beyond = LongStream.concat(minutes("2023-07-03T13:31:00Z", 215), minutes("2023-07-05T13:31:00Z", 390)).toArray();
        assertThat(SeriesExam.of(beyond, BarStep.MINUTE, NYSE).outside()).as("after 13:00").isEqualTo(5);
    }

    @Test
    void anEndOfASeriesIsBehindByTheSessionsThatEndedSince() {
        long friday = day("2023-06-30");
        assertThat(behind(NYSE, BarStep.DAY, friday, "2023-07-03T16:59:59.999Z")).isZero();
        assertThat(behind(NYSE, BarStep.DAY, friday, "2023-07-03T17:00:00Z")).isEqualTo(1);
        assertThat(behind(NYSE, BarStep.DAY, friday, "2023-07-05T19:00:00Z")).isEqualTo(1);
        assertThat(behind(NYSE, BarStep.DAY, day("2023-07-01"), "2023-07-05T20:00:00Z")).as("a Saturday").isEqualTo(2);
        assertThat(behind(CME, BarStep.MINUTE, at("2024-03-10T22:01:00Z"), "2024-03-11T21:00:00Z")).as("its session itself").isZero();
        assertThat(behind(CME, BarStep.MINUTE, at("2024-03-10T22:00:00Z"), "2024-03-11T21:00:00Z")).as("it ended as the session began").isEqualTo(1);
    }

    /** A second implementation that asks the calendar about each session and each minute. */
    @Test
    void bothWaysOfCountingAgree() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            TradingCalendar calendar = random.nextBoolean() ? NYSE : CME;
            BarStep step = random.nextInt(3) == 0 ? BarStep.MINUTE : BarStep.DAY;
            long[] times = step == BarStep.DAY ? someDays(random) : someMinutes(random);
            SeriesExam exam = SeriesExam.of(times, step, calendar);
            SeriesExam slow = slowly(times, step, calendar);
            assertThat(exam).as("seed %d, %s %s", seed, calendar.code(), step).isEqualTo(slow);
        }
    }

    private static SeriesExam slowly(long[] times, BarStep step, TradingCalendar calendar) {
        List<Long> inside = new ArrayList<>();
        List<LocalDate> of = new ArrayList<>();
        for (long time : times) {
            LocalDate utc = Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate();
            LocalDate day = step == BarStep.MINUTE ? calendar.day(time - 1).orElse(null) : calendar.isSession(utc) ? utc : null;
            if (day != null) {
                inside.add(time);
                of.add(day);
            }
        }
        List<Long> pauses = new ArrayList<>();
        for (int at = 1; at < inside.size(); at++) {
            pauses.add(pause(inside.get(at - 1), inside.get(at), of.get(at - 1), of.get(at), step, calendar));
        }
        long usual = pauses.isEmpty() ? 0 : pauses.stream().sorted().toList().get(pauses.size() / 2);
        List<Gap> gaps = new ArrayList<>();
        Gap longest = null;
        long most = 0;
        for (int at = 0; at < pauses.size(); at++) {
            if (pauses.get(at) > (step == BarStep.DAY ? 0 : 5 * usual)) {
                Gap gap = new Gap(inside.get(at), inside.get(at + 1));
                gaps.add(gap);
                longest = pauses.get(at) > most ? gap : longest;
                most = Math.max(most, pauses.get(at));
            }
        }
        int sessions = of.isEmpty() ? 0 : calendar.sessions(of.get(0), of.get(of.size() - 1)).size();
        return new SeriesExam(gaps, longest, sessions, sessions - (int) of.stream().distinct().count(), (long) times.length - inside.size());
    }

    private static long pause(long one, long other, LocalDate first, LocalDate last, BarStep step, TradingCalendar calendar) {
        if (step == BarStep.DAY) {
            return calendar.sessions(first.plusDays(1), last.minusDays(1)).size();
        }
        return LongStream.iterate(one, time -> time < other, time -> time + MINUTE).filter(time -> calendar.day(time).isPresent()).count() * MINUTE;
    }

    private static long[] someDays(Random random) {
        long first = LocalDate.of(1998 + random.nextInt(25), 1, 1).toEpochDay();
        return LongStream.range(first, first + 300).filter(day -> random.nextInt(10) > 1).map(day -> day * Adjustment.DAY).toArray();
    }

    private static long[] someMinutes(Random random) {
        long first = LocalDate.of(2013 + random.nextInt(10), 1 + random.nextInt(12), 1 + random.nextInt(28)).toEpochDay() * Adjustment.DAY;
        int hole = random.nextInt(3000);
        return LongStream.range(0, 4000).filter(minute -> random.nextInt(20) > 0 && (minute < hole || minute > hole + 300)).map(minute -> first + minute * MINUTE).toArray();
    }

    private static int behind(TradingCalendar calendar, BarStep step, long bar, String now) {
        return Sessions.around(calendar, step, bar, at(now)).behind(bar, at(now));
    }

    private static LongStream minutes(String first, int count) {
        return LongStream.range(0, count).map(minute -> at(first) + minute * MINUTE);
    }

    private static long[] days(String... days) {
        return Arrays.stream(days).mapToLong(SeriesExamTest::day).toArray();
    }

    private static long day(String day) {
        return LocalDate.parse(day).toEpochDay() * Adjustment.DAY;
    }

    private static long at(String moment) {
        return Instant.parse(moment).toEpochMilli();
    }
}
