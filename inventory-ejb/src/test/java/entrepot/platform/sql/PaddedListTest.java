package entrepot.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PaddedListTest {

    @Test
    void listsOfAllLengthsAreElevenStatements() {
        Set<Integer> lengths = IntStream.rangeClosed(1, 1024).mapToObj(many -> Rows.padded(numbers(many)).size()).collect(Collectors.toSet());
        assertThat(lengths).containsExactlyInAnyOrder(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024);
    }

    @Test
    void nothingIsAddedThatWasNotAskedFor() {
        for (int many : List.of(0, 1, 3, 100, 1000, 3000)) {
            assertThat(new HashSet<>(Rows.padded(numbers(many)))).as("%d values", many).isEqualTo(new HashSet<>(numbers(many)));
        }
    }

    @Test
    void aLongListStaysAsLong() {
        assertThat(Rows.padded(numbers(3000))).hasSize(3000);
    }

    private static List<Integer> numbers(int many) {
        return IntStream.range(0, many).boxed().toList();
    }
}
