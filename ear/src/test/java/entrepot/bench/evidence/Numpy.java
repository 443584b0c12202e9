package entrepot.bench.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What {@code evidence.py} found and took, or why it did not run. */
final class Numpy {

    static final int LOOPED = 200;
    private static final List<String> PYTHONS = List.of("/usr/bin/python3", "python3");

    private final String words;
    private final List<String[]> lines;
    private final int draws;

    private Numpy(String words, List<String[]> lines, int draws) {
        this.words = words;
        this.lines = lines;
        this.draws = draws;
    }

    static Numpy over(double[][] returns, int draws) throws IOException, InterruptedException {
        for (String python : PYTHONS) {
            if (run(python, "-c", "import numpy").code() == 0) {
                return with(python, returns, draws);
            }
        }
        return new Numpy("skipped, no python3 with numpy here (Debian: python3-numpy)", List.of(), draws);
    }

    private static Numpy with(String python, double[][] returns, int draws) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("evidence");
        Path file = folder.resolve("returns");
        Path script = folder.resolve("evidence.py");
        ByteBuffer bytes = ByteBuffer.allocate(returns.length * returns[0].length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (double[] row : returns) {
            for (double one : row) {
                bytes.putDouble(one);
            }
        }
        Files.write(file, bytes.array());
        try (var own = Numpy.class.getResourceAsStream("/bench/evidence.py")) {
            Files.write(script, own.readAllBytes());
        }
        Ran ran = run(python, script.toString(), file.toString(), Integer.toString(returns.length), Integer.toString(returns[0].length),
                Integer.toString(draws), Integer.toString(LOOPED));
        if (ran.code() != 0) {
            throw new IllegalStateException(python + " failed: " + ran.output());
        }
        List<String[]> lines = ran.output().lines().map(line -> line.split(" ")).toList();
        return new Numpy("numpy " + lines.get(0)[1] + " of " + python, lines, draws);
    }

    private record Ran(int code, String output) {}

    private static Ran run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        for (String threads : List.of("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")) {
            builder.environment().put(threads, "1");
        }
        try {
            Process process = builder.start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ran(process.waitFor(), output);
        } catch (IOException none) {
            return new Ran(-1, none.getMessage());
        }
    }

    boolean found() {
        return !lines.isEmpty();
    }

    String words() {
        return words;
    }

    double result(String name, int which) {
        return Double.parseDouble(lines.stream().filter(line -> line[0].equals(name)).findFirst().orElseThrow()[2 + which]);
    }

    /** Median; what went draw by draw counted up to all draws. */
    private double median(String name) {
        double[] seconds = lines.stream().filter(line -> line[0].equals(name)).mapToDouble(line -> Double.parseDouble(line[1])).sorted().toArray();
        return seconds[seconds.length / 2] * (name.equals("loop") ? draws / (double) LOOPED : 1);
    }

    String seconds(String name) {
        return found() ? String.format(Locale.ROOT, "%.2f", median(name)) : "–";
    }

    String times(String name, double own) {
        return found() ? String.format(Locale.ROOT, "%.1f ×", median(name) / own) : "–";
    }
}
