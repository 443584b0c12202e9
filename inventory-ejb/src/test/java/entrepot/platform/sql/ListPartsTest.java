package entrepot.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ListPartsTest {

    @Test
    void listsOfAllLengthsAreElevenStatements() {
        Set<Integer> lengths = IntStream.rangeClosed(1, 5000).boxed()
                .flatMap(many -> Rows.parts(numbers(many)).stream()).map(List::size).collect(Collectors.toSet());
        assertThat(lengths).containsExactlyInAnyOrder(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024);
    }

    @Test
    void nothingIsAddedAndNothingIsLost() {
        for (int many : List.of(0, 1, 3, 100, 1000, 1024, 1025, 3000, 4096)) {
            List<Integer> asked = Rows.parts(numbers(many)).stream().flatMap(List::stream).toList();
            assertThat(new TreeSet<>(asked)).as("%d values", many).isEqualTo(new TreeSet<>(numbers(many)));
            assertThat(asked).as("in their order").isSorted();
        }
    }

    private static List<Integer> numbers(int many) {
        return IntStream.range(0, many).boxed().toList();
    }
}
