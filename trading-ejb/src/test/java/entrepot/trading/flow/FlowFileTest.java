package entrepot.trading.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.platform.csv.CsvRefused;
import java.io.IOException;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FlowFileTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    private static FlowFile read(String text, FlowMapping mapping, FlowKind kind) throws IOException {
        return FlowFile.read(new StringReader(text), mapping, kind);
    }

    /** The layout and its first kinds of lines as LOBSTER describes them: time, type, order, size, price, direction. */
    @Test
    void aMessageFileOfLobsterIsRead() throws IOException {
        FlowFile file = read("34200.004241176,1,16113575,18,5853300,1\n34200.025551909,4,16113575,10,5853300,1\n34200.201743,3,16113575,8,5853300,1\n"
                + "34200.3,5,0,7,5853400,-1\n34200.4,7,0,0,-1,-1\n", new FlowMapping(true, ',', Map.of(), LocalDate.of(2012, 6, 21), NEW_YORK), FlowKind.ORDERS);
        assertThat(file.lines().get(0).values()).containsExactly(1_340_285_400_004_241_176L, FlowAction.ADD.ordinal(), 16113575, 1, 585_330_000_000L, 18_000_000);
        assertThat(file.lines().get(2).values()).containsExactly(1_340_285_400_201_743_000L, FlowAction.CANCEL.ordinal(), 16113575, 1, 585_330_000_000L, FlowLine.ABSENT);
        assertThat(file.lines().get(4).problem()).isEqualTo("action '7' is none of 1 to 5");
        FlowExam.Findings found = FlowExam.of(file, Flow.of(FlowKind.ORDERS, List.of()), false, Long.MAX_VALUE, line -> false);
        assertThat(found.added().size()).isEqualTo(4);
        assertThat(found.held()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"1709562600,1709562600000000000", "1709562600.5,1709562600500000000", "1709562600123,1709562600123000000", "1709562600123456,1709562600123456000",
            "1709562600123456789,1709562600123456789", "2024-03-04T14:30:00Z,1709562600000000000", "2024-03-04 09:30:00.25-05:00,1709562600250000000"})
    void aMomentIsReadToTheNanosecond(String text, long nanos) {
        assertThat(new FlowClock(null, null).read(text)).contains(nanos);
    }

    @Test
    void aMomentThatCanBeMistakenIsNone() {
        assertThat(new FlowClock(null, null).read("2024-03-04T14:30:00")).isEmpty();
        assertThat(new FlowClock(null, NEW_YORK).read("2024-03-04T09:30:00")).contains(1_709_562_600_000_000_000L);
        assertThat(new FlowClock(null, null).read("34200.5")).isEmpty();
        assertThat(new FlowClock(LocalDate.of(2024, 3, 4), NEW_YORK).read("34200")).contains(1_709_562_600_000_000_000L);
        assertThat(new FlowClock(LocalDate.of(2024, 3, 4), NEW_YORK).read("86400")).isEmpty();
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThatThrownBy(() -> read("time,bid,ask\n1,2,3\n", FlowMapping.FOUND, FlowKind.QUOTES)).isInstanceOf(CsvRefused.class)
                .hasMessage("the columns [bidSize, askSize] are not in the header [time, bid, ask]; say which they are, such as bidSize=time");
        assertThatThrownBy(() -> read("1,1,1,1,1,1\n", new FlowMapping(true, ',', Map.of(), null, null), FlowKind.ORDERS)).isInstanceOf(CsvRefused.class)
                .hasMessageContaining("need a day and a zone");
        assertThatThrownBy(() -> read(RandomFlow.HEADER + "x,ADD,1,BUY,1,1\n", FlowMapping.FOUND, FlowKind.ORDERS)).isInstanceOf(CsvRefused.class)
                .hasMessage("line 2: time 'x' is no moment: epoch or ISO 8601");
    }

    @Test
    void whatIsPackedComesBackAndHasTheSameHash() {
        SplittableRandom random = new SplittableRandom(42);
        for (int size : new int[] {0, 1, 2, 1000, Flow.PART}) {
            List<long[]> rows = new ArrayList<>();
            for (int at = 0; at < size; at++) {
                rows.add(random.longs(6).limit(6).toArray());
            }
            Flow flow = Flow.of(FlowKind.ORDERS, rows);
            assertThat(Flow.unpacked(FlowKind.ORDERS, size, flow.packed()).hash()).isEqualTo(flow.hash());
        }
    }

    @Test
    void aPauseIsAGapWhereItIsLongAndNotANight() {
        long day = 86_400_000_000_000L;
        assertThat(FlowGap.of(new long[] {0, 1, 2, FlowGap.LEAST + 2, FlowGap.LEAST + 3})).isEmpty();
        assertThat(FlowGap.of(new long[] {0, 1, 2, FlowGap.LEAST + 3, FlowGap.LEAST + 4})).containsExactly(new FlowGap(2, FlowGap.LEAST + 3));
        assertThat(FlowGap.of(new long[] {day - 2, day - 1, 4 * day, 4 * day + 1})).isEmpty();
        assertThat(FlowGap.of(new long[] {day - 2, day - 1, 7 * day, 7 * day + 1})).hasSize(1);
        assertThat(FlowGap.of(new long[0])).isEmpty();
    }
}
