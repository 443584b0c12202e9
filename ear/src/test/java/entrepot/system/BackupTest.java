package entrepot.system;

import static entrepot.system.Shelf.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A book goes out of one instance while it runs and into another one, and that one goes on with it. */
@OnProduct
class BackupTest {

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final String cheese = "CHEESE-" + run.toUpperCase(Locale.ROOT);
    private final Path folder = Launch.target("backup-" + run);
    private final Product product;

    BackupTest(Product product) {
        this.product = product;
    }

    @Test
    void theBookComesBackUpToASealAndGoesOn() throws Exception {
        Shelf shelf = new Shelf(product, 10_000);
        cheeses(shelf);
        backUpWhileSelling(shelf);
        receiveCheese(shelf);
        List<String> keys = Stream.generate(() -> UUID.randomUUID().toString()).limit(1000).toList();
        sellMore(shelf, keys);
        valueTogether(shelf);
        long seal = shipped();
        JsonNode then = product.as("accountant").get("api/v1/trial-balance").json();
        JsonNode layers = product.as("accountant").get("api/v1/items/" + shelf.sku + "/layers").json().get("items");
        shelf.sell(7);

        long begun = System.nanoTime();
        try (Product restored = Product.restored("restored-" + run, folder.toString(), "--redo",
                product.data().resolve("seals/seals.log").toString(), "--to-seal", Long.toString(seal))) {
            System.out.printf("restored to seal %d and started in %d s%n", seal, (System.nanoTime() - begun) / 1_000_000_000);
            Api accountant = on(restored, "accountant");
            assertThat(accountant.get("api/v1/trial-balance").json()).isEqualTo(then);
            assertThat(accountant.get("api/v1/audit").json().at("/head/number").asLong()).isEqualTo(seal);
            assertThat(accountant.get("api/v1/items/" + shelf.sku + "/layers").json().get("items")).isEqualTo(layers);
            Api cashier = on(restored, "cashier");
            assertThat(sell(cashier, shelf, 1, keys.get(999)).status()).as("a till that asks again").isEqualTo(200);
            Api.Answer sold = sell(cashier, shelf, 4, UUID.randomUUID().toString());
            assertThat(sold.status()).as(sold.body()).isEqualTo(201);
            assertThat(accountant.get("api/v1/valuation").json().get("ties").asBoolean()).isTrue();
            assertThat(restored.data().resolve("seals/seals.log")).isNotEmptyFile();
            assertThat(accountant.get("api/v1/lots?item=" + cheese).json().at("/items/0/pieces").asLong()).isEqualTo(4);
            assertThat(verified(on(restored, "admin")).at("/outcome/findings").asLong()).isZero();
        }
    }

    /** Wheels of cheese that expire. */
    private void cheeses(Shelf shelf) {
        Api.Answer made = product.as("admin").post("api/v1/items", ("{\"sku\":\"%s\",\"name\":\"Gouda\",\"unit\":\"KG\",\"costing\":\"FIFO\",\"tracking\":\"LOT\","
                + "\"perishable\":true,\"pieceSize\":\"4.5\",\"pieceTolerance\":\"0.1\"}").formatted(cheese));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        receiveCheese(shelf);
    }

    private void receiveCheese(Shelf shelf) {
        Api.Answer came = product.as("storekeeper").post("api/v1/movements", ("{\"kind\":\"RECEIPT\",\"location\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"9\","
                + "\"pieces\":2,\"unitCost\":\"10.00\",\"lots\":[{\"lot\":\"L-1\",\"expires\":\"2031-12-31\",\"quantity\":\"9\"}]}]}").formatted(shelf.location, cheese),
                "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(came.status()).as(came.body()).isEqualTo(201);
    }

    private static JsonNode verified(Api admin) {
        String job = admin.post("api/v1/jobs", "{\"kind\":\"audit-verify\"}", "Idempotency-Key", UUID.randomUUID().toString()).json().get("id").asText();
        return eventually(() -> admin.get("api/v1/jobs/" + job).json(), found -> found.path("outcome").isObject());
    }

    private void backUpWhileSelling(Shelf shelf) {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Integer> sold = CompletableFuture.supplyAsync(() -> {
            int sales = 0;
            while (!over.get()) {
                shelf.sell(1);
                sales++;
            }
            return sales;
        });
        long begun = System.nanoTime();
        Launch writer = Launch.on(product.data(), "backup.log");
        assertThat(writer.command("backup", folder.toString())).as(writer.said()).isZero();
        over.set(true);
        System.out.printf("backup in %d ms, %d sales meanwhile%n", (System.nanoTime() - begun) / 1_000_000, sold.join());
    }

    /** The goods go over to the pool of the company, after what the backup has. */
    private void valueTogether(Shelf shelf) {
        Api.Answer changed = product.as("accountant").post("api/v1/scope-changes", "{\"scope\":\"COMPANY\",\"ground\":\"IMPRACTICABLE\",\"items\":[\""
                + shelf.sku + "\"],\"reason\":\"One price\"}", "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(changed.status()).as(changed.body()).isEqualTo(201);
    }

    private void sellMore(Shelf shelf, List<String> keys) {
        String lines = keys.stream().map(key -> "{\"id\":\"" + key + "\"," + sale(shelf, 1).substring(1) + "\n").collect(Collectors.joining());
        Api.Answer answer = product.as("cashier").send(product.as("cashier").request("api/v1/sales")
                .header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(lines)));
        assertThat(answer.body().lines()).hasSize(keys.size()).allMatch(line -> line.contains("\"status\":201"));
    }

    /** The last seal, once the file has it. */
    private long shipped() throws SQLException {
        try (Connection book = product.asOwner()) {
            eventually(() -> number(book, "SELECT COUNT(*) FROM to_seal"), open -> open == 0);
            long last = number(book, "SELECT MAX(number) FROM seal");
            eventually(() -> Files.readAllLines(product.data().resolve("seals/seals.log")).size(), lines -> lines >= last);
            return last;
        }
    }

    private static long number(Connection book, String sql) throws SQLException {
        try (ResultSet row = book.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Api.Answer sell(Api cashier, Shelf shelf, int units, String key) {
        return cashier.post("api/v1/sales", sale(shelf, units), "Idempotency-Key", key);
    }

    private static String sale(Shelf shelf, int units) {
        return ("{\"location\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"%d\",\"unitPrice\":\"5.00\"}]}")
                .formatted(shelf.location, shelf.sku, units);
    }

    @Test
    void aBackupOverwritesNothing() {
        Launch writer = Launch.on(product.data(), "backup-twice.log");
        assertThat(writer.command("backup", product.data().toString())).isEqualTo(2);
        assertThat(writer.said()).contains("is there already");
    }

    @Test
    void aBookThatIsThereIsNotRestoredOver() {
        Launch writer = Launch.on(product.data(), "backup-for-over.log");
        assertThat(writer.command("backup", folder.toString())).as(writer.said()).isZero();
        Launch reader = Launch.on(product.data(), "restore-over.log");
        assertThat(reader.command("restore", folder.toString())).isEqualTo(2);
        assertThat(reader.said()).contains("There is a book in");
    }

    /** The accounts are those of the backup, and so are their passwords. */
    private Api on(Product restored, String role) {
        return new Api(restored.url(), restored.anonymous().client(), product.account(role));
    }
}
