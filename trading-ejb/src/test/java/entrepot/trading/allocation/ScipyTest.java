package entrepot.trading.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees and shrinkage beside numpy and scipy, whose numbers are in {@code scipy.csv}. */
class ScipyTest {

    @Test
    void everyCaseOfTheFileAgrees() throws IOException {
        List<String> lines = lines();
        int cases = 0;
        for (int at = 1; at < lines.size(); cases++) {
            double[] head = numbers(lines.get(at));
            double[] weights = numbers(lines.get(at + 1));
            double[][] returns = lines.subList(at + 2, at + 2 + (int) head[0]).stream().map(ScipyTest::numbers).toArray(double[][]::new);
            assertThat(returns[0]).hasSize((int) head[1]);
            assertThat(Shrinkage.of(returns).intensity()).as("line " + at).isCloseTo(head[2], within(1e-10));
            assertThat(Construction.HIERARCHICAL_RISK_PARITY.weights(returns)).as("line " + at).containsExactly(weights, within(1e-10));
            at += 2 + (int) head[0];
        }
        assertThat(cases).isEqualTo(5);
    }

    private static List<String> lines() throws IOException {
        try (InputStream in = ScipyTest.class.getResourceAsStream("scipy.csv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }
}
