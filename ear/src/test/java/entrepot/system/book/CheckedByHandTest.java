package entrepot.system.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Launch;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The few lines of Python in the guide for auditors check the shipped file without anything of ours. */
@OnProduct
class CheckedByHandTest {

    private static final Path GUIDE = Path.of(System.getProperty("entrepot.home", ".."), "docs", "proof.md");

    private final Product product;
    private final ShopFloor shop;

    @TempDir
    private Path folder;

    CheckedByHandTest(Product product) {
        this.product = product;
        this.shop = new ShopFloor(product);
    }

    @BeforeEach
    void postAndShip() throws SQLException, IOException {
        assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator)).anyMatch(path -> Files.isExecutable(Path.of(path, "python3"))),
                "no python3 here");
        shop.receive(shop.fifo, 4, "1.10");
        shop.sell(shop.fifo, 1);
        String guide = Files.readString(GUIDE);
        String begin = "```python\n";
        int from = guide.indexOf(begin) + begin.length();
        Files.writeString(folder.resolve("check.py"), guide.substring(from, guide.indexOf("```", from)));
        while (shop.count("SELECT COUNT(*) FROM to_seal") > 0) {
            Launch.pause(50);
        }
        Launch.pause(1000); // the file is written after the seals
    }

    @Test
    void theFileIsInOrderAndItsAccountsAreTheTrialBalance() throws Exception {
        Path file = Files.copy(product.data().resolve("seals/seals.log"), folder.resolve("seals.log"));
        Said said = check(file);
        assertThat(said.code()).as(said.text()).isZero();
        assertThat(said.text()).startsWith(Files.readAllLines(file).size() + " seals are in order, the last is ");
        Map<String, BigDecimal> accounts = new TreeMap<>();
        said.text().lines().skip(1).map(line -> line.split(" ")).filter(parts -> !parts[1].equals("0"))
                .forEach(parts -> accounts.put(parts[0], new BigDecimal(parts[1]).movePointLeft(2)));
        assertThat(accounts).isEqualTo(trialBalance());
    }

    private Map<String, BigDecimal> trialBalance() {
        Map<String, BigDecimal> accounts = new TreeMap<>();
        for (JsonNode row : shop.admin.get("api/v1/trial-balance").json().get("accounts")) {
            BigDecimal amount = new BigDecimal(row.path("debit").asText("0")).subtract(new BigDecimal(row.path("credit").asText("0")));
            if (amount.signum() != 0) {
                accounts.put(row.get("account").asText(), amount.setScale(2));
            }
        }
        return accounts;
    }

    @Test
    void aChangedDigitIsNamed() throws Exception {
        String text = Files.readString(product.data().resolve("seals/seals.log"));
        int number = (int) text.lines().count();
        int last = text.lastIndexOf("DIRECT|-1");
        Path file = Files.writeString(folder.resolve("seals.log"), text.substring(0, last) + "DIRECT|-2" + text.substring(last + 9));
        Said said = check(file);
        assertThat(said.code()).isEqualTo(1);
        assertThat(said.text()).startsWith("seal " + number + " is not in order: ");
    }

    private record Said(int code, String text) {}

    private Said check(Path file) throws IOException, InterruptedException {
        Process python = new ProcessBuilder("python3", folder.resolve("check.py").toString(), file.toString()).redirectErrorStream(true).start();
        String text = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Said(python.waitFor(), text);
    }
}
