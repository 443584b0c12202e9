package entrepot.bench;

import entrepot.system.Machine;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code docs/benchmarks.md}: each benchmark rewrites its own section, between two marks, and leaves the others alone. */
public final class Report {

    private Report() {}

    public static void write(String section, String text) {
        Path file = Path.of(System.getProperty("entrepot.home", ".."), "docs", "benchmarks.md");
        String begin = "<!-- " + section + " -->";
        String end = "<!-- end of " + section + " -->";
        try {
            String before = Files.exists(file) ? Files.readString(file) : "# Benchmarks\n";
            String written = begin + "\n" + text.strip() + "\n" + end;
            int from = before.indexOf(begin);
            int to = before.indexOf(end);
            String after = from < 0 || to < 0
                    ? before.stripTrailing() + "\n\n" + written + "\n"
                    : before.substring(0, from) + written + before.substring(to + end.length());
            Files.writeString(file, after);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + file, failure);
        }
    }

    public static String machine() {
        return Machine.words();
    }
}
