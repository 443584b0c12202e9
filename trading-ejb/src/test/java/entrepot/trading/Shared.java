package entrepot.trading;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.StreamSupport;

/** The conformance vectors and market data beside the project; tests are skipped with a reason where they are not. */
public final class Shared {

    private Shared() {}

    /** {@code vectors.dir}, or what is beside the project. */
    public static Path vectors() {
        Path given = Path.of(System.getProperty("vectors.dir", "../../shared/vectors"));
        return Files.isDirectory(given.resolve("trading")) ? given.resolve("trading") : given;
    }

    public static boolean hasVectors(String file) {
        return Files.isRegularFile(vectors().resolve(file));
    }

    public static List<JsonNode> cases(String file) {
        assumeTrue(hasVectors(file), "no " + file + " in " + vectors());
        return StreamSupport.stream(read(vectors().resolve(file)).path("cases").spliterator(), false).toList();
    }

    /** The columns of a series that a case names. */
    public static JsonNode series(String name) {
        return read(vectors().resolve("inputs").resolve(name + ".json")).path("columns");
    }

    /** A file that a case names by its place beside the cases. */
    public static JsonNode input(String file) {
        return read(vectors().resolve(file));
    }

    public static double[] numbers(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .flatMapToDouble(one -> DoubleStream.of(one.isNull() ? Double.NaN : one.asDouble())).toArray();
    }

    public static Path market(String file) {
        Path found = Path.of("../../shared/data/market").resolve(file);
        assumeTrue(Files.isRegularFile(found), "no " + found);
        return found;
    }

    private static JsonNode read(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
