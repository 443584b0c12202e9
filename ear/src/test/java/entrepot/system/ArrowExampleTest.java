package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of {@code docs/columns.md} as it is printed, but for the address, the instrument and the backtest. */
@OnProduct
class ArrowExampleTest {

    private static final Path PAGE = Path.of("../docs/columns.md");
    /** As the README has it, but for the folder. */
    private static final String AS = "as() { curl -sk -u \"$1:$(sed -n \"s/^$1 //p\" \"$ENTREPOT_DATA/secrets/first-passwords\")\" \"https://localhost:8443/api/v1/$2\" \"${@:3}\"; }\n";
    private static final int BARS = 5_000;

    /** With pyarrow, pandas and requests. */
    private static final String PYTHON = System.getenv().getOrDefault("PYTHON", "python3");

    private final Product product;
    private final Api quant;

    @TempDir
    private Path folder;

    ArrowExampleTest(Product product) {
        this.product = product;
        this.quant = product.as("quant");
    }

    private record Output(int exitCode, String text) {}

    @Test
    void bothNumbersAreThoseOfTheCsv() throws IOException, InterruptedException, SQLException {
        assumeTrue(run(PYTHON, "-c", "import requests, pyarrow, pandas").exitCode() == 0, "no pyarrow, pandas or requests in " + PYTHON
                + ": pip install requests pyarrow pandas, and name that Python in the environment as PYTHON");
        assumeTrue(run("openssl", "version").exitCode() == 0, "no openssl");
        String symbol = "PY-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        DailyBars.lay(product, symbol, BARS, 6);
        String id = Through.ask(quant, "backtests", "{\"instrument\": \"%s\", \"fast\": 10, \"slow\": 30}".formatted(symbol)).path("id").asText();

        Output made = run("bash", "-c", here(AS + block("sh")));
        assertThat(made.exitCode()).as(made.text()).isZero();
        assertThat(Files.readString(folder.resolve("token"))).startsWith("ent_");
        Files.writeString(folder.resolve("example.py"), here(block("python")).replace("SPY", symbol).replace("5b0c…", id));
        Output said = run(PYTHON, "example.py");
        assertThat(said.exitCode()).as(said.text()).isZero();

        double[] numbers = Arrays.stream(said.text().strip().split(" ")).mapToDouble(Double::parseDouble).toArray();
        String bars = quant.send(quant.request("api/v1/instruments/" + symbol + "/bars?adjustedAsOf=2021-03-31").header("Accept", "text/csv")).body();
        String curve = quant.get("api/v1/backtests/" + id + "/equity.csv").body();
        assertThat(numbers).containsExactly(new double[] {volatility(bars, 4), volatility(curve, 7)}, within(1e-9));
    }

    private static String block(String language) throws IOException {
        return Files.readString(PAGE).replaceFirst("(?s).*?```" + language + "\\n", "").replaceFirst("(?s)```.*", "");
    }

    private String here(String text) {
        URI url = product.url();
        return text.replace("localhost:8443", url.getHost() + ":" + url.getPort());
    }

    private static double volatility(String csv, int column) {
        double[] values = csv.lines().skip(1).mapToDouble(line -> Double.parseDouble(line.split(",")[column])).toArray();
        double[] changes = new double[values.length - 1];
        Arrays.setAll(changes, at -> values[at + 1] / values[at] - 1);
        double mean = Arrays.stream(changes).average().orElseThrow();
        return Math.sqrt(Arrays.stream(changes).map(change -> (change - mean) * (change - mean)).sum() / (changes.length - 1) * 252);
    }

    private Output run(String... command) throws InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).directory(folder.toFile());
        builder.environment().put("ENTREPOT_DATA", product.data().toString());
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException notThere) {
            return new Output(-1, notThere.getMessage());
        }
    }
}
