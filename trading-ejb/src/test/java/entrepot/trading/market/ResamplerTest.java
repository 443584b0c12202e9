package entrepot.trading.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Longer bars against others that are grouped by the calendar of Java, on random series, and cut at every bar. */
class ResamplerTest {

    private static final long SEED = 20261128;
    private static final int SERIES = 40;
    private static final long MINUTE = 60_000;
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Of minutes; near the days on which New York and Sydney put their clocks. */
    private static Bars minutes(Random random) {
        long time = ZonedDateTime.of(2024, random.nextBoolean() ? 3 : 11, 1 + random.nextInt(3), random.nextInt(24), random.nextInt(60), 0, 0, ZoneOffset.UTC)
                .toInstant().toEpochMilli();
        List<Bar> bars = new ArrayList<>();
        for (int at = 0; at < 150; at++) {
            time += MINUTE * (random.nextInt(4) > 0 ? 1 + random.nextInt(3) : 1 + random.nextInt(900));
            bars.add(bar(random, time));
        }
        return Bars.of(bars);
    }

    private static Bars days(Random random) {
        long day = -200 + random.nextInt(20_000);
        List<Bar> bars = new ArrayList<>();
        for (int at = 0; at < 150; at++) {
            day += 1 + random.nextInt(random.nextInt(5) > 0 ? 2 : 40);
            bars.add(bar(random, day * Adjustment.DAY));
        }
        return Bars.of(bars);
    }

    private static Bar bar(Random random, long time) {
        double low = 10 + random.nextInt(90);
        double high = low + random.nextInt(10);
        return new Bar(time, low + (high - low) * random.nextDouble(), high, low, low + (high - low) * random.nextDouble(), random.nextInt(1000));
    }

    /** Grouped and then folded, with the last group left out unless it is over. */
    private static List<Bar> naive(Bars bars, Timeframe every, ZoneId zone) {
        Map<Object, List<Bar>> groups = IntStream.range(0, bars.size()).mapToObj(bars::bar)
                .collect(Collectors.groupingBy(bar -> key(bar.time(), every, zone), LinkedHashMap::new, Collectors.toList()));
        List<Bar> made = new ArrayList<>(groups.values().stream().map(group -> folded(group, every, zone)).toList());
        if (!made.isEmpty() && !isOver(bars.time(bars.size() - 1), every, zone)) {
            made.remove(made.size() - 1);
        }
        return made;
    }

    private static Object key(long time, Timeframe every, ZoneId zone) {
        if (every.isOfDays()) {
            LocalDate day = day(time, zone);
            return switch (every.unit()) {
                case WEEKS -> Math.floorDiv(ChronoUnit.WEEKS.between(LocalDate.of(1969, 12, 29), day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))),
                        (long) every.count());
                case MONTHS -> Math.floorDiv(day.getYear() * 12L + day.getMonthValue() - 1, (long) every.count());
                default -> Math.floorDiv(day.toEpochDay(), (long) every.count());
            };
        }
        ZonedDateTime within = Instant.ofEpochMilli(time - 1).atZone(zone);
        return List.of(within.toLocalDate(), within.getOffset(), (within.getHour() * 60 + within.getMinute()) / every.count());
    }

    private static LocalDate day(long time, ZoneId zone) {
        return zone == null ? LocalDateTime.ofInstant(Instant.ofEpochMilli(time), ZoneOffset.UTC).toLocalDate()
                : Instant.ofEpochMilli(time - 1).atZone(zone).toLocalDate();
    }

    private static Bar folded(List<Bar> group, Timeframe every, ZoneId zone) {
        Bar last = group.get(group.size() - 1);
        return new Bar(every.isOfDays() ? day(last.time(), zone).toEpochDay() * Adjustment.DAY : end(last.time(), every, zone), group.get(0).open(),
                group.stream().mapToDouble(Bar::high).max().orElseThrow(), group.stream().mapToDouble(Bar::low).min().orElseThrow(), last.close(),
                group.stream().mapToDouble(Bar::volume).sum());
    }

    /** Minute by minute, as long as it is the same group. */
    private static long end(long time, Timeframe every, ZoneId zone) {
        long end = time;
        while (key(end + MINUTE, every, zone).equals(key(time, every, zone))) {
            end += MINUTE;
        }
        return end;
    }

    private static boolean isOver(long last, Timeframe every, ZoneId zone) {
        if (!every.isOfDays()) {
            return last == end(last, every, zone);
        }
        return zone == null && !key(last, every, null).equals(key(last + Adjustment.DAY, every, null));
    }

    private static Bars resample(Bars bars, Timeframe every, ZoneId zone) {
        return new BarPlan(false, every, zone).of(bars);
    }

    private static List<Bar> list(Bars bars) {
        return IntStream.range(0, bars.size()).mapToObj(bars::bar).toList();
    }

    private static void holds(Bars bars, Timeframe every, ZoneId zone, String seed) {
        List<Bar> whole = list(resample(bars, every, zone));
        assertThat(whole).as(seed).isEqualTo(naive(bars, every, zone));
        for (int cut = 0; cut <= bars.size(); cut++) {
            Bars known = bars.slice(0, cut);
            List<Bar> part = list(resample(known, every, zone));
            assertThat(part).as(seed + " cut at " + cut).isEqualTo(whole.subList(0, part.size()));
            if (cut % 15 == 1) {
                assertThat(part).as(seed + " cut at " + cut).isEqualTo(naive(known, every, zone));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"PT1M,UTC", "PT5M,UTC", "PT5M,America/New_York", "PT90M,Asia/Kolkata", "PT4H,America/New_York", "PT8H,Australia/Lord_Howe", "PT12H,Australia/Sydney",
            "P1D,America/New_York", "P2D,Asia/Tokyo", "P1W,America/New_York", "P1M,Australia/Sydney"})
    void minutesAreWhatTheCalendarGroups(String every, String zone) {
        for (long seed = SEED; seed < SEED + SERIES; seed++) {
            holds(minutes(new Random(seed)), Timeframe.of(every), ZoneId.of(zone), every + " in " + zone + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"P1D", "P3D", "P1W", "P2W", "P1M", "P3M", "P6M", "P1Y", "P5Y"})
    void daysAreWhatTheCalendarGroups(String every) {
        for (long seed = SEED; seed < SEED + SERIES; seed++) {
            holds(days(new Random(seed)), Timeframe.of(every), null, every + ", seed " + seed);
        }
    }

    @Test
    void aDayIsThereOnceAnotherHasBegunAndAWeekWithItsSunday() {
        Bars friday = Bars.ofPrices(new long[] {at("2024-07-05T19:59:00Z"), at("2024-07-05T20:00:00Z"), at("2024-07-08T13:31:00Z")}, new double[] {1, 2, 3});
        assertThat(resample(friday.slice(0, 2), Timeframe.DAY, NEW_YORK).size()).isZero();
        assertThat(list(resample(friday, Timeframe.DAY, NEW_YORK))).containsExactly(new Bar(at("2024-07-05T00:00:00Z"), 1, 2, 1, 2, 0));
        Bars days = Bars.ofPrices(new long[] {at("2024-07-06T00:00:00Z"), at("2024-07-07T00:00:00Z")}, new double[] {1, 2});
        assertThat(resample(days.slice(0, 1), Timeframe.of("P1W"), null).size()).isZero();
        assertThat(list(resample(days, Timeframe.of("P1W"), null))).containsExactly(new Bar(at("2024-07-07T00:00:00Z"), 1, 2, 1, 2, 0));
    }

    private static long at(String moment) {
        return Instant.parse(moment).toEpochMilli();
    }

    @Test
    void aLengthIsWrittenAsItIsReadOrRefusedWithWhatIsPossible() {
        for (String text : List.of("PT1M", "PT5M", "PT90M", "PT1H", "PT12H", "P1D", "P7D", "P1W", "P1M", "P3M", "P1Y", "P10Y", "500ticks", "10000volume", "0.5volume")) {
            assertThat(Every.read(text).toString()).isEqualTo(text);
        }
        assertThat(Every.read("PT60M")).hasToString("PT1H");
        assertThat(Every.read("P12M")).hasToString("P1Y");
        for (String text : List.of("", "P", "PT", "PT7M", "PT24H", "PT0M", "P0D", "P5M", "P18M", "PT5S", "5", "0ticks", "1.5ticks", "0volume", "P1DT1H")) {
            assertThatThrownBy(() -> Every.read(text)).as(text).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("PT5M");
        }
    }

    @Test
    void aPlanIsReadAsItWasWritten() {
        for (BarPlan plan : List.of(BarPlan.DAILY, BarPlan.of("PT5M"), new BarPlan(false, Timeframe.of("P1W"), NEW_YORK), new BarPlan(true, Every.read("500ticks"), null))) {
            assertThat(BarPlan.read(plan.settings())).isEqualTo(plan);
        }
        assertThat(BarPlan.read(null)).isEqualTo(BarPlan.DAILY);
        Bars days = days(new Random(SEED));
        assertThat(BarPlan.DAILY.of(days)).isSameAs(days);
        assertThat(BarPlan.of("P1M").of(days.slice(0, 0)).size()).isZero();
    }
}
