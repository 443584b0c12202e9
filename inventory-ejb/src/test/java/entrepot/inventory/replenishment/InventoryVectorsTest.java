package entrepot.inventory.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Worked examples from books and second implementations. The folder is {@code vectors.dir}, else {@code planning} under
 * the shared vectors. Each expected number is one test; a number we have no formula for is reported by name as not yet
 * supported.
 */
class InventoryVectorsTest {

    private static final List<String> GROUPS =
            List.of("eoq", "loss", "lotsizing", "meio", "newsvendor", "rq", "service", "ss", "supply");

    @TestFactory
    List<DynamicTest> everyNumberOfEveryCase() throws IOException {
        assumeTrue(Files.isDirectory(folder()), "no vectors at " + folder());
        List<DynamicTest> tests = new ArrayList<>();
        for (String group : GROUPS) {
            for (JsonNode one : read(group).path("cases")) {
                one.path("expected").fields().forEachRemaining(number -> tests.add(test(group, one, number)));
            }
        }
        return tests;
    }

    @Test
    void theFormulasWeHaveAreNotLost() throws IOException {
        assumeTrue(Files.isDirectory(folder()), "no vectors at " + folder());
        int supported = 0;
        for (String group : GROUPS) {
            for (JsonNode one : read(group).path("cases")) {
                for (Map.Entry<String, JsonNode> number : one.path("expected").properties()) {
                    supported += VectorFormulas.value(one.path("id").asText(), one.path("inputs"), number.getKey()).isPresent() ? 1 : 0;
                }
            }
        }
        assertThat(supported).isGreaterThanOrEqualTo(60);
    }

    private static DynamicTest test(String group, JsonNode one, Map.Entry<String, JsonNode> number) {
        String id = one.path("id").asText();
        return DynamicTest.dynamicTest(group + " " + id + " " + number.getKey(), () -> {
            OptionalDouble value = VectorFormulas.value(id, one.path("inputs"), number.getKey());
            if (value.isEmpty()) {
                abort("not yet supported: " + id + " " + number.getKey());
            }
            double expected = number.getValue().asDouble();
            double tolerance = one.path("tolerance_rel_or_abs").asDouble();
            assertThat(value.getAsDouble()).as(one.path("source").asText())
                    .isCloseTo(expected, within(tolerance * Math.max(1, Math.abs(expected))));
        });
    }

    private static JsonNode read(String group) throws IOException {
        Path file = folder().resolve("inventory_" + group + ".json");
        return Files.exists(file) ? new ObjectMapper().readTree(file.toFile()) : new ObjectMapper().createObjectNode();
    }

    private static Path folder() {
        Path stated = Path.of(System.getProperty("vectors.dir", ""));
        if (Files.exists(stated.resolve("inventory_service.json"))) {
            return stated;
        }
        if (Files.exists(stated.resolve("planning"))) {
            return stated.resolve("planning");
        }
        return Path.of(System.getProperty("shared.dir", "../../shared"), "vectors", "planning");
    }
}
