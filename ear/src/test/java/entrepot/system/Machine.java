package entrepot.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What measured, for reports. */
public final class Machine {

    private Machine() {}

    public static String words() {
        try {
            String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name")).findFirst().map(line -> line.replaceFirst(".*: ", "")).orElse("?");
            return Runtime.getRuntime().availableProcessors() + " cores of " + model + ", Java " + System.getProperty("java.version");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
