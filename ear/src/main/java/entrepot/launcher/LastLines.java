package entrepot.launcher;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The part of a log that says why. */
final class LastLines {

    private static final int LONGEST = 600;

    private LastLines() {}

    /** The last line that has {@code mark}, else the last line. */
    static String of(Path log, String mark) {
        List<String> lines = read(log).lines().filter(line -> !line.isBlank()).toList();
        String found = lines.stream()
                .filter(line -> line.contains(mark))
                .reduce((first, second) -> second)
                .orElse(lines.isEmpty() ? "nothing" : lines.get(lines.size() - 1));
        return found.length() > LONGEST ? found.substring(0, LONGEST) + "…" : found;
    }

    private static String read(Path log) {
        Charset anyBytes = StandardCharsets.ISO_8859_1;
        try {
            return Files.readString(log, anyBytes);
        } catch (IOException unreadable) {
            return "";
        }
    }
}
