package entrepot.trading.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What goes into a series, against an exam that looks through every line before for each line. */
class FlowExamTest {

    private static final long SEED = Long.getLong("laws.seed", 20261128);
    private static final Predicate<FlowLine> NEW = line -> false;

    private static FlowFile file(List<String> lines) throws IOException {
        return FlowFile.read(new StringReader(RandomFlow.HEADER + String.join("\n", lines)), FlowMapping.FOUND, FlowKind.ORDERS);
    }

    private static Flow empty() {
        return Flow.of(FlowKind.ORDERS, List.of());
    }

    @Test
    void agreesWithTheExamThatLooksThroughEverything() throws IOException {
        int held = 0;
        for (int run = 0; run < 40; run++) {
            FlowFile file = file(new RandomFlow(SEED + run).lines(400, 0.1));
            FlowExam.Findings found = FlowExam.of(file, empty(), false, Long.MAX_VALUE, NEW);
            List<Long> naive = naive(file);
            assertThat(found.held()).as("seed " + (SEED + run)).extracting(one -> one.line().line()).containsExactlyElementsOf(naive);
            assertThat(found.added().size() + naive.size()).isEqualTo(file.lines().size());
            held += naive.size();
        }
        assertThat(held).isGreaterThan(100);
    }

    /** Numbers of the lines that are held. */
    private static List<Long> naive(FlowFile file) {
        List<Long> held = new ArrayList<>();
        List<long[]> good = new ArrayList<>();
        long last = Long.MIN_VALUE;
        for (FlowLine line : file.lines()) {
            long[] row = line.values();
            if (row == null || row[0] < last || !fits(row, good)) {
                held.add(line.line());
            } else {
                last = row[0];
                good.add(row);
            }
        }
        return held;
    }

    private static boolean fits(long[] row, Collection<long[]> before) {
        String action = FlowAction.of(row[1]).name();
        if (action.equals("TRADE")) {
            return row[4] > 0 && row[5] > 0;
        }
        long[] order = null;
        for (long[] one : before) {
            if (one[2] == row[2]) {
                switch (FlowAction.of(one[1]).name()) {
                    case "ADD", "MODIFY" -> order = new long[] {one[3], one[4], one[5]};
                    default -> order = order[2] == one[5] ? null : new long[] {order[0], order[1], order[2] - one[5]};
                }
            }
        }
        return switch (action) {
            case "ADD" -> order == null && row[4] > 0 && row[5] > 0;
            case "MODIFY" -> order != null && order[0] == row[3] && row[4] > 0 && row[5] > 0;
            default -> order != null && (row[3] == FlowLine.ABSENT || order[0] == row[3] && order[1] == row[4])
                    && (row[5] == FlowLine.ABSENT || row[5] > 0 && row[5] <= order[2]);
        };
    }

    @Test
    void theSameFileAgainAddsNothingAndALongerOneItsNewLines() throws IOException {
        for (int run = 0; run < 30; run++) {
            List<String> lines = new RandomFlow(SEED + run).lines(300, run % 3 * 0.05);
            FlowExam.Findings whole = FlowExam.of(file(lines), empty(), false, Long.MAX_VALUE, NEW);
            FlowExam.Findings part = FlowExam.of(file(lines.subList(0, 1 + 9 * run)), empty(), false, Long.MAX_VALUE, NEW);
            Set<String> known = part.held().stream().map(one -> one.line().line() + one.line().text()).collect(Collectors.toCollection(HashSet::new));
            FlowExam.Findings rest = FlowExam.of(file(lines), part.added(), false, Long.MAX_VALUE, line -> known.contains(line.line() + line.text()));
            String what = "seed " + (SEED + run);
            assertThat(Flow.joined(FlowKind.ORDERS, List.of(part.added(), rest.added())).hash()).as(what).isEqualTo(whole.added().hash());
            assertThat(rest.unchanged()).as(what).isEqualTo(part.added().size() + part.held().size());
            whole.held().forEach(one -> known.add(one.line().line() + one.line().text()));
            FlowExam.Findings again = FlowExam.of(file(lines), whole.added(), false, Long.MAX_VALUE, line -> known.contains(line.line() + line.text()));
            assertThat(again.unchanged()).as(what).isEqualTo(300);
        }
    }

    @Test
    void anotherRowAtAMomentThatIsThereIsHeld() throws IOException {
        Flow series = FlowExam.of(file(List.of("1700000000000000000,ADD,1,BUY,10,5", "1700000000000000009,ADD,2,BUY,10,5")), empty(), false, Long.MAX_VALUE, NEW).added();
        FlowExam.Findings found = FlowExam.of(file(List.of("1700000000000000000,ADD,1,BUY,10,6", "1700000000000000003,ADD,3,BUY,10,5")), series, false, Long.MAX_VALUE, NEW);
        assertThat(found.held()).extracting(FlowExam.HeldLine::reason).containsExactly(FlowReason.CONFLICT, FlowReason.CONFLICT);
        assertThat(found.held().get(0).detail()).isEqualTo("the series has another size there, and is only added to at its end");
    }

    @Test
    void whatAnEventDoesNotSayIsTakenFromTheOrder() throws IOException {
        Flow flow = FlowExam.of(file(List.of("1700000000000000000,ADD,7,SELL,10.5,5", "1700000000000000001,EXECUTE,7,,,2", "1700000000000000002,CANCEL,7,,,",
                "1700000000000000003,CLEAR,,,,")), empty(), false, Long.MAX_VALUE, NEW).added();
        assertThat(flow.value(1, FlowKind.PRICE)).isEqualTo(10_500_000_000L);
        assertThat(flow.value(2, FlowKind.SIDE)).isEqualTo(-1);
        assertThat(flow.value(2, FlowKind.SIZE)).isEqualTo(3_000_000);
        assertThat(flow.size()).isEqualTo(4);
    }

    @Test
    void quotesAreHeldWhereTheBidIsAboveTheAsk() throws IOException {
        FlowFile file = FlowFile.read(new StringReader("t;bid_size;bid;ask;ask size\n2024-03-04T14:30:00.000000001Z;1;10;11;2\n2024-03-04T14:30:01Z;1;12;11;2\n"
                + "2024-03-04T14:30:02Z;1;0;11;2\n2024-03-04T14:30:03Z;-1;10;11;2\n"), new FlowMapping(false, ';', Map.of("time", "t"), null, null), FlowKind.QUOTES);
        FlowExam.Findings found = FlowExam.of(file, Flow.of(FlowKind.QUOTES, List.of()), false, Long.MAX_VALUE, NEW);
        assertThat(found.held()).extracting(FlowExam.HeldLine::reason)
                .containsExactly(FlowReason.CONTRADICTORY, FlowReason.FORBIDDEN_PRICE, FlowReason.WRONG_SIZE);
        assertThat(found.added().time(0)).isEqualTo(1_709_562_600_000_000_001L);
    }

    @Test
    void oneWrongMomentHoldsBackItsOwnLineAlone() throws IOException {
        FlowExam.Findings found = FlowExam.of(file(List.of("1700000000000000000,ADD,1,BUY,10,5", "1700000000000000900,ADD,2,BUY,0,5",
                "1700000000000000002,ADD,3,BUY,10,5", "1900000000000000000,ADD,4,BUY,10,5", "1700000000000000003,CANCEL,3,,,")), empty(), false, 1_700_000_001_000_000_000L, NEW);
        assertThat(found.held()).extracting(FlowExam.HeldLine::detail).containsExactly("price is 0, must be above 0", "it has not happened yet");
        assertThat(found.added().size()).isEqualTo(3);
    }

    @Test
    void whatNamesNoOrderIsTheSameTheSecondTime() throws IOException {
        List<String> lines = List.of("1700000000000000000,ADD,1,BUY,10,5", "1700000000000000001,TRADE,77,,10,5", "1700000000000000001,TRADE,78,SELL,10,4",
                "1700000000000000002,CLEAR,9,BUY,1,1", "1700000000000000002,ADD,1,BUY,10,5");
        Flow series = FlowExam.of(file(lines), empty(), false, Long.MAX_VALUE, NEW).added();
        assertThat(series.size()).isEqualTo(5);
        assertThat(List.of(series.value(1, FlowKind.ORDER), series.value(1, FlowKind.SIDE), series.value(3, FlowKind.ORDER), series.value(3, FlowKind.SIZE)))
                .as("a trade names no order, and what clears the book nothing else").containsOnly(0L);
        assertThat(FlowExam.of(file(lines), series, false, Long.MAX_VALUE, NEW).unchanged()).isEqualTo(5);
    }
}
