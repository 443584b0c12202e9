package entrepot.trading.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowExam;
import entrepot.trading.flow.FlowFile;
import entrepot.trading.flow.FlowKind;
import entrepot.trading.flow.FlowMapping;
import entrepot.trading.flow.FlowReason;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bars of trades against others that are grouped or counted in lists, on random trades, and cut at every trade. */
class TradeBarsTest {

    private static final long SEED = 20261128;
    private static final long BEGIN = Flow.nanos(Instant.parse("2024-07-01T13:29:59.999999999Z"));

    /** Some in one millisecond, some on the end of a minute. */
    private static Flow trades(Random random, int count) {
        List<long[]> rows = new ArrayList<>();
        long time = BEGIN;
        for (int row = 0; row < count; row++) {
            time += switch (random.nextInt(5)) {
                case 0 -> 0;
                case 1 -> random.nextInt(400_000);
                case 2 -> 60_000_000_000L - Math.floorMod(time, 60_000_000_000L);
                default -> (long) (random.nextDouble() * 40_000_000_000L);
            };
            rows.add(new long[] {time, (100 + random.nextInt(50)) * 10_000_000L, (1 + random.nextInt(900)) * 10_000L, random.nextInt(3) - 1});
        }
        return Flow.of(FlowKind.TRADES, rows);
    }

    private static List<Bar> made(Flow flow, BarPlan plan) {
        List<Bar> made = new ArrayList<>();
        TradeBars.each(row -> flow.slice((int) row, (int) Math.min(flow.size(), row + 7)), 0, plan, Long.MAX_VALUE, made::add);
        return made;
    }

    private static List<Bar> naive(Flow flow, BarPlan plan) {
        return plan.every() instanceof TickLength ticks ? counted(flow, ticks) : grouped(flow, plan);
    }

    private static List<Bar> grouped(Flow flow, BarPlan plan) {
        Duration length = plan.every().isOfDays() ? null : Duration.parse(plan.every().toString());
        Map<Long, List<Integer>> groups = IntStream.range(0, flow.size()).boxed().collect(Collectors.groupingBy(row -> {
            var at = Flow.moment(flow.time(row)).atZone(plan.clock());
            return length == null ? at.toLocalDate().toEpochDay() * 86_400_000
                    : (at.toLocalDate().atStartOfDay(plan.clock()).plus(length.multipliedBy(at.toLocalTime().toNanoOfDay() / length.toNanos() + 1))).toInstant().toEpochMilli();
        }, LinkedHashMap::new, Collectors.toList()));
        List<Bar> bars = new ArrayList<>(groups.entrySet().stream().map(group -> bar(flow, group.getKey(), group.getValue())).toList());
        if (!bars.isEmpty()) {
            bars.remove(bars.size() - 1);
        }
        return bars;
    }

    private static List<Bar> counted(Flow flow, TickLength every) {
        List<Bar> bars = new ArrayList<>();
        int from = 0;
        for (int to = 1; to <= flow.size(); to++) {
            long had = every.volume() ? IntStream.range(from, to).mapToLong(row -> flow.value(row, FlowKind.TRADE_SIZE)).sum() : to - from;
            long time = (flow.time(to - 1) + 999_999) / 1_000_000;
            if (had >= every.count() && bars.stream().noneMatch(bar -> bar.time() == time)) {
                bars.add(bar(flow, time, IntStream.range(from, to).boxed().toList()));
                from = to;
            }
        }
        return bars;
    }

    private static Bar bar(Flow flow, long time, List<Integer> rows) {
        double[] prices = rows.stream().mapToDouble(row -> flow.value(row, FlowKind.TRADE_PRICE) / 1e9).toArray();
        return new Bar(time, prices[0], Arrays.stream(prices).max().orElseThrow(), Arrays.stream(prices).min().orElseThrow(), prices[prices.length - 1],
                rows.stream().mapToLong(row -> flow.value(row, FlowKind.TRADE_SIZE)).sum() / 1e6);
    }

    @ParameterizedTest
    @CsvSource({"PT1M,", "PT5M,", "PT30M,America/New_York", "PT12H,Asia/Kolkata", "P1D,Asia/Tokyo", "1ticks,", "7ticks,", "50ticks,", "2.5volume,", "20volume,"})
    void barsAreThoseOfTheListsAndOfEveryCut(String every, String zone) {
        BarPlan plan = new BarPlan(true, Every.read(every), zone == null ? null : ZoneId.of(zone));
        for (long seed = SEED; seed < SEED + 15; seed++) {
            Flow flow = trades(new Random(seed), every.equals("P1D") || every.equals("PT12H") ? 6_000 : 250);
            List<Bar> whole = made(flow, plan);
            List<Bar> expected = naive(flow, plan);
            String what = every + ", seed " + seed;
            assertThat(whole).as(what).hasSameSizeAs(expected).isNotEmpty();
            for (int bar = 0; bar < whole.size(); bar++) {
                assertThat(whole.get(bar)).as(what + ", bar " + bar).usingRecursiveComparison().withComparatorForType((one, other) -> Math.abs(one - other) < 1e-9 ? 0 : 1, Double.class)
                        .isEqualTo(expected.get(bar));
            }
            for (int cut = 0; cut < flow.size(); cut += 1 + flow.size() / 500) {
                List<Bar> part = made(flow.slice(0, cut), plan);
                assertThat(part).as(what + ", cut at " + cut).isEqualTo(whole.subList(0, part.size()));
            }
        }
    }

    @Test
    void whatIsTradedAtTheEndOfAMinuteBelongsToTheNext() {
        Flow flow = Flow.of(FlowKind.TRADES, LongStream.of(-1, 0, 59_999_999_999L, 60_000_000_000L)
                .mapToObj(after -> new long[] {BEGIN + 1 + after, 5_000_000_000L + after, 1_000_000, 0}).toList());
        BarPlan minutes = new BarPlan(true, Every.read("PT1M"), null);
        assertThat(made(flow.slice(0, 3), minutes)).hasSize(1);
        assertThat(made(flow, minutes)).extracting(Bar::time, Bar::volume).containsExactly(
                tuple(Instant.parse("2024-07-01T13:30:00Z").toEpochMilli(), 1.0),
                tuple(Instant.parse("2024-07-01T13:31:00Z").toEpochMilli(), 2.0));
    }

    @Test
    void aFileOfTradesMayBeWithoutTheSideAndHoldsWhatNobodyTrades() throws IOException {
        String file = "time,price,size\n1700000000000000001,10.5,3\n1700000000000000002,0,3\n1700000000000000003,10.5,0\n1700000000000000000,10.5,1\n1700000000000000003,11,2\n";
        FlowExam.Findings found = FlowExam.of(read(file), Flow.of(FlowKind.TRADES, List.of()), false, Long.MAX_VALUE, line -> false);
        assertThat(found.held()).extracting(FlowExam.HeldLine::reason).containsExactly(FlowReason.FORBIDDEN_PRICE, FlowReason.WRONG_SIZE, FlowReason.OUT_OF_ORDER);
        assertThat(found.added().size()).isEqualTo(2);
        assertThat(found.added().value(1, FlowKind.TRADE_PRICE)).isEqualTo(11_000_000_000L);
        assertThat(found.added().value(1, FlowKind.TAKER)).isZero();

        Flow sided = FlowExam.of(read("time,price,size,side\n1700000000000000001,10.5,3,SELL\n"), Flow.of(FlowKind.TRADES, List.of()), false, Long.MAX_VALUE, line -> false).added();
        assertThat(sided.value(0, FlowKind.TAKER)).isEqualTo(-1);
        assertThat(FlowExam.of(read("time,price,size\n1700000000000000001,10.5,3\n"), sided, false, Long.MAX_VALUE, line -> false).unchanged()).as("it does not say").isEqualTo(1);
        assertThat(Flow.unpacked(FlowKind.TRADES, 2, found.added().packed()).hash()).isEqualTo(found.added().hash());
    }

    private static FlowFile read(String file) throws IOException {
        return FlowFile.read(new StringReader(file), FlowMapping.FOUND, FlowKind.TRADES);
    }
}
