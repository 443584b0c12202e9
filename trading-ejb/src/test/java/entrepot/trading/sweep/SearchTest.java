package entrepot.trading.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToLongFunction;
import org.junit.jupiter.api.Test;

/** What is tried is what was declared, and nothing else. */
class SearchTest {

    private static final Space PERIODS = new Space(List.of(new Axis("fast", 2, 10, 2), new Axis("slow", 4, 12, 4)), true);
    private static final Space WIDE = new Space(List.of(new Axis("a", -1, 1, 0.1), new Axis("b", 10, 5_000, 10), new Axis("c", 3, 3, 1)), false);

    @Test
    void anAxisHasItsDecimalsAndNothingAboveItsEnd() {
        Axis axis = new Axis("x", 0.1, 0.75, 0.1);
        assertThat(axis.count()).isEqualTo(7);
        assertThat(java.util.stream.IntStream.range(0, 7).mapToDouble(axis::value)).containsExactly(0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7);
        assertThat(new Axis("x", 5, 5, 1).count()).isEqualTo(1);
        assertThatThrownBy(() -> new Axis("x", 5, 4, 1)).hasMessageStartingWith("x from 5.0 to 4.0 by 1.0");
        assertThatThrownBy(() -> new Axis("x", 5, 6, 0)).hasMessageContaining("a step above 0");
        assertThatThrownBy(() -> new Axis("x", 0, 1, 1e-9)).hasMessageContaining("may have 1000000");
    }

    @Test
    void aGridHasEachCombinationOnceAndKnowsItsGaps() {
        Set<String> found = new TreeSet<>();
        for (long place = 0; place < PERIODS.size(); place++) {
            double fast = PERIODS.value(place, 0);
            double slow = PERIODS.value(place, 1);
            assertThat(PERIODS.isCell(place)).isEqualTo(fast < slow);
            assertThat(PERIODS.place(PERIODS.index(place, 0), PERIODS.index(place, 1))).isEqualTo(place);
            found.add(fast + " " + slow);
        }
        assertThat(found).hasSize(15).contains("2.0 4.0", "10.0 12.0");
        assertThat(PERIODS.cells()).isEqualTo(1 + 3 + 5);
        assertThat(WIDE.size()).isEqualTo(21 * 500);
    }

    @Test
    void neighboursAreOneStepAway() {
        long middle = PERIODS.place(1, 1);
        List<String> around = PERIODS.neighbours(middle).stream().map(place -> PERIODS.value(place, 0) + " " + PERIODS.value(place, 1)).toList();
        assertThat(around).containsExactlyInAnyOrder("2.0 4.0", "2.0 8.0", "2.0 12.0", "4.0 12.0", "6.0 8.0", "6.0 12.0");
        Space four = new Space(List.of(new Axis("a", 1, 3, 1), new Axis("b", 1, 3, 1), new Axis("c", 1, 3, 1), new Axis("d", 1, 1, 1)), false);
        assertThat(four.neighbours(four.place(1, 1, 0, 0))).hasSize(5);
    }

    @Test
    void drawsAreDifferentCellsOfTheSpaceAndTheSameForTheSameSeed() {
        for (long seed = 1; seed <= 30; seed++) {
            for (Space space : List.of(PERIODS, WIDE)) {
                int draws = (int) Math.min(3_000, space.cells() / 2);
                IntToLongFunction places = new Search(draws, seed).places(space);
                List<Long> found = new ArrayList<>();
                for (int row = 0; row < draws; row++) {
                    found.add(places.applyAsLong(row));
                    assertThat(found.get(row)).as("seed " + seed).isBetween(0L, space.size() - 1);
                    assertThat(space.isCell(found.get(row))).as("seed " + seed).isTrue();
                    for (int axis = 0; axis < space.axes().size(); axis++) {
                        assertThat(space.value(found.get(row), axis)).as("seed " + seed)
                                .isBetween(space.axes().get(axis).least(), space.axes().get(axis).most());
                    }
                }
                assertThat(found).as("seed " + seed).doesNotHaveDuplicates().isSorted();
                IntToLongFunction again = new Search(draws, seed).places(space);
                for (int row = 0; row < draws; row++) {
                    assertThat(again.applyAsLong(row)).as("seed " + seed).isEqualTo(found.get(row));
                }
            }
        }
    }

    @Test
    void everyCellIsDrawnAsOftenAsAnyOther() {
        int[] drawn = new int[15];
        int seeds = 9_000;
        for (long seed = 0; seed < seeds; seed++) {
            IntToLongFunction places = new Search(4, seed).places(PERIODS);
            for (int row = 0; row < 4; row++) {
                drawn[(int) places.applyAsLong(row)]++;
            }
        }
        for (int place = 0; place < 15; place++) {
            int expected = PERIODS.isCell(place) ? seeds * 4 / 9 : 0;
            assertThat(drawn[place]).as("place " + place).isBetween(expected * 95 / 100, expected * 105 / 100);
        }
    }

    @Test
    void whatIsTooMuchIsRefused() {
        Space space = new Space(List.of(new Axis("a", 1, 1_500, 1), new Axis("b", 1, 1_500, 1)), false);
        assertThatThrownBy(() -> Search.GRID.places(space)).hasMessage("the grid has 2250000 places, may have 2000000");
        assertThatThrownBy(() -> new Search(6, 1).places(PERIODS)).hasMessageStartingWith("6 draws of 9 cells, may be half");
        Axis large = new Axis("x", 1, 1_000_000, 1);
        assertThatThrownBy(() -> Space.size(List.of(large, large, large))).hasMessageContaining("combinations");
    }

    @Test
    void aChunkComesBackFromItsBytesAndOtherBytesAreRefused() {
        Chunk chunk = Questions.all(Questions.rule(Search.GRID), Questions.split(entrepot.trading.Walk.gapped(3, 200), 120));
        assertThat(Chunk.unpack(chunk.pack())).isEqualTo(chunk);
        byte[] cut = java.util.Arrays.copyOf(chunk.pack(), 100);
        assertThatThrownBy(() -> Chunk.unpack(cut)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Chunk.unpack(new byte[] {1, 2, 3})).hasMessageStartingWith("not a chunk of a sweep");
    }

    @Test
    void aHeatMapIsTheMeanOfWhatSharesAField() {
        HeatMap.Drawing drawing = new HeatMap.Drawing(WIDE, 1, 0, 7);
        double[][] sums = new double[7][7];
        int[][] counts = new int[7][7];
        for (long place = 0; place < WIDE.size(); place++) {
            double value = place % 13 == 0 ? Double.NaN : place * 0.37 % 5;
            drawing.add(place, value);
            if (!Double.isNaN(value)) {
                int up = WIDE.index(place, 0) / 3;
                int across = WIDE.index(place, 1) * 7 / 500;
                sums[up][across] += value;
                counts[up][across]++;
            }
        }
        HeatMap map = drawing.map();
        for (int up = 0; up < 7; up++) {
            for (int across = 0; across < 7; across++) {
                assertThat(map.cells()[up * 7 + across]).isEqualTo(counts[up][across]);
                assertThat(map.means()[up * 7 + across]).isEqualTo(sums[up][across] / counts[up][across]);
            }
        }
        Axis b = WIDE.axes().get(1);
        for (int field = 0; field < 7; field++) {
            assertThat(HeatMap.from(b, 7, field)).isEqualTo(field == 0 ? 10 : HeatMap.to(b, 7, field - 1) + 10);
        }
        assertThat(HeatMap.to(b, 7, 6)).isEqualTo(5_000);
        assertThat(new HeatMap.Drawing(WIDE, 0, -1, 100).map().means()).hasSize(21);
    }
}
