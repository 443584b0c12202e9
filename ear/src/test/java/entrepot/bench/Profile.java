package entrepot.bench;

import entrepot.system.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/**
 * Where a server spends its processor time and its allocations while it works, as Java Flight Recorder samples them. Each sample counts for
 * the innermost method of the product on its stack, whatever that method called.
 */
record Profile(Map<String, Long> samples, Map<String, Long> bytes) {

    private static final String OURS = "entrepot.";
    private static final int SHOWN = 12;

    interface Work {
        void run() throws SQLException;
    }

    /** @param name of the recording, which is kept in {@code ear/target} for who wants to look closer */
    static Profile of(String name, Product product, Work work) throws SQLException {
        try {
            Path file = Path.of(System.getProperty("entrepot.home"), "ear/target", name + ".jfr").toAbsolutePath();
            String server = Long.toString(product.process("server").pid());
            jcmd(server, "JFR.start", "name=bench", "settings=profile");
            work.run();
            jcmd(server, "JFR.stop", "name=bench", "filename=" + file);
            return read(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void jcmd(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "jcmd").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes());
        if (!process.onExit().join().isAlive() && process.exitValue() != 0) {
            throw new IOException(String.join(" ", command) + ": " + said);
        }
    }

    private static Profile read(Path file) throws IOException {
        Profile profile = new Profile(new HashMap<>(), new HashMap<>());
        try (RecordingFile recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                RecordedEvent event = recording.readEvent();
                switch (event.getEventType().getName()) {
                    case "jdk.ExecutionSample" -> profile.samples.merge(where(event), 1L, Long::sum);
                    case "jdk.ObjectAllocationSample" -> profile.bytes.merge(where(event), event.getLong("weight"), Long::sum);
                    default -> { }
                }
            }
        }
        return profile;
    }

    private static String where(RecordedEvent event) {
        List<RecordedFrame> frames = event.getStackTrace() == null ? List.of() : event.getStackTrace().getFrames();
        return frames.stream()
                .filter(RecordedFrame::isJavaFrame)
                .map(frame -> frame.getMethod().getType().getName() + "." + frame.getMethod().getName())
                .filter(name -> name.startsWith(OURS) && !name.contains("$Proxy") && !name.contains("_WeldSubclass"))
                .findFirst()
                .map(name -> name.replaceFirst("lambda\\$(\\w+)\\$\\d+", "$1").replaceFirst("^entrepot\\.", ""))
                .orElse("none of the product");
    }

    String text() {
        StringBuilder text = new StringBuilder("| method | processor | allocated |\n|---|--:|--:|\n");
        double all = samples.values().stream().mapToLong(Long::longValue).sum();
        double allBytes = bytes.values().stream().mapToLong(Long::longValue).sum();
        samples.entrySet().stream().sorted(Map.Entry.<String, Long>comparingByValue().reversed()).limit(SHOWN)
                .collect(LinkedHashMap<String, Long>::new, (map, one) -> map.put(one.getKey(), one.getValue()), Map::putAll)
                .forEach((method, count) -> text.append(String.format(Locale.ROOT, "| `%s` | %.1f %% | %.1f %% |%n", method, 100 * count / all,
                        100 * bytes.getOrDefault(method, 0L) / allBytes)));
        return text.toString();
    }
}
