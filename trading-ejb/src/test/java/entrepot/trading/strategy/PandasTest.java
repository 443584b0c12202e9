package entrepot.trading.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entrepot.trading.Shared;
import entrepot.trading.Walk;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The golden crossover beside {@code crossover.py}, ten lines of pandas, on forty years of oil. */
class PandasTest {

    /** Debian's, which Debian's pandas belongs to, where there is one. */
    private static final Path DEBIAN = Path.of("/usr/bin/python3");
    private static final String SCRIPT = "src/test/resources/entrepot/trading/strategy/crossover.py";

    @ParameterizedTest
    @CsvSource({"40,100", "20,50", "50,200"})
    void signalsAndPositionsAreEqualAtEveryRow(int fast, int slow) throws IOException, InterruptedException {
        Path oil = Shared.market("commodities/wti-daily.csv");
        assumeTrue(python("-c", "import pandas").exitCode() == 0, "no pandas: install Debian's python3-pandas");
        Output output = python(SCRIPT, oil.toString(), String.valueOf(fast), String.valueOf(slow));
        assertThat(output.exitCode()).as(output.text()).isZero();

        Decisions ours = Crossover.simple(fast, slow).on(Walk.of(prices(oil)));
        List<String[]> theirs = output.text().lines().skip(1).map(line -> line.split(",", -1)).toList();
        int[] signals = ours.targets();
        double[] positions = ours.changes();
        assertThat(theirs).hasSameSizeAs(positions).hasSizeGreaterThan(10_000);
        for (int row = 0; row < signals.length; row++) {
            assertThat((double) signals[row]).as("signal of row " + row).isEqualTo(number(theirs.get(row)[0]));
            assertThat(positions[row]).as("position of row " + row).isEqualTo(number(theirs.get(row)[1]));
        }
    }

    private static Double number(String cell) {
        return cell.isEmpty() ? Double.NaN : Double.valueOf(cell);
    }

    private static double[] prices(Path file) throws IOException {
        return Files.readAllLines(file).stream().skip(1).mapToDouble(line -> Double.parseDouble(line.split(",")[1])).toArray();
    }

    private record Output(int exitCode, String text) {}

    private static Output python(String... arguments) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(Files.isExecutable(DEBIAN) ? DEBIAN.toString() : "python3").redirectErrorStream(true);
        builder.command().addAll(List.of(arguments));
        try {
            Process process = builder.start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException noPython) {
            return new Output(-1, noPython.getMessage());
        }
    }
}
