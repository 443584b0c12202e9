package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A book goes out of one instance while it runs and into another one, and that one goes on with it. */
@OnProduct
class BackupTest {

    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final Path folder = Launch.target("backup-" + run);
    private final Product product;

    BackupTest(Product product) {
        this.product = product;
    }

    @Test
    void theRestoredBookIsTheSameAndGoesOn() throws SQLException {
        Shelf shelf = new Shelf(product, 10);
        Launch writer = Launch.on(product.data(), "backup.log");
        assertThat(writer.command("backup", folder.toString())).as(writer.said()).isZero();
        JsonNode then = product.as("accountant").get("api/v1/trial-balance").json();

        try (Product restored = Product.restored("restored-" + run, folder)) {
            Api accountant = on(restored, "accountant");
            assertThat(accountant.get("api/v1/trial-balance").json()).isEqualTo(then);
            Api.Answer sold = on(restored, "cashier").post("api/v1/sales", ("{\"location\":\"%s\",\"lines\":[{\"sku\":\"%s\","
                    + "\"quantity\":\"4\",\"unitPrice\":\"5.00\"}]}").formatted(shelf.location, shelf.sku), "Idempotency-Key", UUID.randomUUID().toString());
            assertThat(sold.status()).as(sold.body()).isEqualTo(201);
            assertThat(accountant.get("api/v1/valuation").json().get("ties").asBoolean()).isTrue();
            assertThat(restored.data().resolve("seals/seals.log")).isNotEmptyFile();
        }
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
        return new Api(restored.url(), restored.client().client(), product.account(role));
    }
}
