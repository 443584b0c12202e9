package entrepot.inventory.valuation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Costing cases from published tests, tables and issue reports; each names its source. The folder is {@code vectors.dir},
 * else {@code valuation} under the shared vectors.
 */
class CostingVectorsTest {

    @TestFactory
    List<DynamicTest> everyCase() {
        assumeTrue(!cases().isEmpty(), "no costing cases at " + folder());
        return cases().stream()
                .map(one -> DynamicTest.dynamicTest(one.path("id").asText(), () -> new CostingCase(one).play()))
                .toList();
    }

    private static List<JsonNode> cases() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().map(CostingVectorsTest::read)
                    .filter(json -> json.has("method") && json.has("events")).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path folder() {
        Path given = Path.of(System.getProperty("vectors.dir", "../../shared/vectors"));
        return Files.isDirectory(given.resolve("valuation")) ? given.resolve("valuation") : given;
    }
}
