package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.Launch;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes out of the running book, read by the programs it is for. */
@OnProduct
class ExportsTest {

    private static final List<String> FORMATS = List.of("csv", "hledger", "beancount", "iif");

    private final Product product;
    private final Api accountant;
    private final ShopFloor shop;

    @TempDir
    private Path folder;

    ExportsTest(Product product) {
        this.product = product;
        this.accountant = product.as("accountant");
        this.shop = new ShopFloor(product);
    }

    @Test
    void aBatchHasWhatWasSealedSinceTheLastAndIsTheSameForEver() throws SQLException {
        shop.receive(shop.fifo, 10, "2.00");
        JsonNode first = batch(newKey()).json();
        List<String> files = FORMATS.stream().map(format -> file(first, format)).toList();
        Answer late = shop.note("RECEIPT", "\"businessDate\":\"" + first.get("lastDay").asText() + "\",",
                "{\"sku\":\"" + shop.fifo + "\",\"quantity\":\"1\",\"unitCost\":\"7.00\"}");
        String key = newKey();
        Answer second = batch(key);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().get("firstSeal").asLong()).isEqualTo(first.get("lastSeal").asLong() + 1);
        assertThat(accountant.post("api/v1/journal-batches", "", key(key)).body()).isEqualTo(second.body());
        assertThat(file(second.json(), "csv")).contains(late.json().get("id").asText());
        assertThat(FORMATS.stream().map(format -> file(first, format)).toList()).isEqualTo(files);
        JsonNode changes = accountant.get(first.at("/links/changes").asText().substring(1) + "?limit=1000").json();
        assertThat(StreamSupport.stream(changes.get("items").spliterator(), false)
                .filter(line -> line.get("posting").asText().equals(late.json().get("id").asText())))
                .hasSize(2).allSatisfy(line -> assertThat(line.get("batch").asLong()).isEqualTo(second.json().get("number").asLong()));
    }

    @Test
    void eachEntryForQuickBooksAddsUpToZero() throws SQLException {
        shop.receive(shop.fifo, 3, "3.33");
        shop.sell(shop.fifo, 1);
        List<String[]> lines = file(batch(newKey()).json(), "iif").lines().map(line -> line.split("\t", -1)).toList();
        BigDecimal open = BigDecimal.ZERO;
        int entries = 0;
        for (String[] line : lines) {
            switch (line[0]) {
                case "TRNS", "SPL" -> open = open.add(new BigDecimal(line[5]));
                case "ENDTRNS" -> {
                    assertThat(open).isEqualByComparingTo("0");
                    entries++;
                }
                default -> assertThat(line[0]).matches("!?(ACCNT|TRNS|SPL|ENDTRNS)");
            }
        }
        assertThat(entries).isGreaterThanOrEqualTo(2);
    }

    @Test
    void hledgerAgreesWithTheWholeLedger() throws IOException, InterruptedException, SQLException {
        JsonNode book = settled();
        Path file = ledger("hledger");
        assertThat(run("hledger", "check", "-f", file.toString())).isEmpty();
        List<String> command = new ArrayList<>(List.of("hledger", "balance", "--cost", "-N", "--depth", "1", "--format", "%(total)", "-f", file.toString()));
        stockAccounts().forEach(account -> command.add("assets:" + account));
        String total = run(command.toArray(String[]::new));
        assertThat(new BigDecimal(total.strip().split("\\s")[0])).isEqualByComparingTo(book.get("total").asText());
    }

    @Test
    void beancountAgreesWithTheWholeLedger() throws IOException, InterruptedException, SQLException {
        JsonNode book = settled();
        Path file = ledger("beancount");
        assertThat(run("bean-check", file.toString()).lines().limit(20).toList()).isEmpty();
        String stockHeld = "Assets:(" + String.join("|", stockAccounts()) + ")";
        String answer = run("bean-query", "-f", "csv", file.toString(),
                "SELECT sum(number(convert(cost(position), '" + book.get("currency").asText() + "'))) AS t WHERE account ~ '^" + stockHeld + "'");
        Pattern balance = Pattern.compile(" balance " + stockHeld);
        long shelves = Files.readString(file).lines().filter(line -> balance.matcher(line).find()).count();
        BigDecimal stock = new BigDecimal(answer.lines().skip(1).findFirst().orElse("").strip());
        assertThat(stock).isCloseTo(new BigDecimal(book.get("total").asText()), within(new BigDecimal("0.005").multiply(BigDecimal.valueOf(shelves))));
    }

    /** A batch is of sealed postings alone, so once one is made up to the last, the ledger has them too. */
    private JsonNode settled() throws SQLException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/hledger")) && Files.isExecutable(Path.of("/usr/bin/bean-check")),
                "no hledger or beancount: install Debian's");
        shop.receive(shop.fifo, 7, "3.333333");
        shop.receive(shop.average, 7, "3.333333");
        for (int sale = 0; sale < 5; sale++) {
            shop.sell(shop.fifo, 1);
            shop.sell(shop.average, 1);
        }
        batch(newKey());
        JsonNode book = accountant.get("api/v1/valuation?by=category&asOf=" + LocalDate.now().plusDays(1)).json();
        assertThat(book.get("ties").asBoolean()).isTrue();
        return book;
    }

    /** Other tests give a category an account of its own for its stock. */
    private List<String> stockAccounts() throws SQLException {
        try (Connection owner = product.asOwner(); Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery("SELECT account_code FROM account_role WHERE role = 'INVENTORY'")) {
            List<String> accounts = new ArrayList<>();
            while (rows.next()) {
                accounts.add(rows.getString(1));
            }
            return accounts;
        }
    }

    private Path ledger(String format) throws IOException {
        Answer answer = accountant.get("api/v1/ledger-file?format=" + format + "&from=2000-01-01&to=" + LocalDate.now().plusDays(1));
        assertThat(answer.status()).isEqualTo(200);
        return Files.writeString(folder.resolve("ledger." + format), answer.body());
    }

    private Answer batch(String key) throws SQLException {
        Instant deadline = Instant.now().plusSeconds(20);
        while (shop.count("SELECT COUNT(*) FROM to_seal") > 0 && Instant.now().isBefore(deadline)) {
            Launch.pause(100);
        }
        Answer made = accountant.post("api/v1/journal-batches", "", key(key));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return made;
    }

    private String file(JsonNode batch, String format) {
        Answer answer = accountant.get(batch.at("/links/" + format).asText().substring(1));
        assertThat(answer.status()).isEqualTo(200);
        return answer.body();
    }

    private static String run(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(text.lines().limit(20).toList().toString()).isZero();
        return text;
    }
}
