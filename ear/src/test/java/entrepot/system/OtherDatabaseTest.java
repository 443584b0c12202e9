package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A second instance works on a database that runs already, with users somebody else made. */
@OnProduct
class OtherDatabaseTest {

    private final Product product;

    OtherDatabaseTest(Product product) {
        this.product = product;
    }

    @Test
    void aDatabaseThatRunsAlreadyIsMigratedAndUsed() throws IOException, InterruptedException, SQLException {
        asRoot("""
                CREATE OR REPLACE DATABASE other CHARACTER SET utf8mb4;
                CREATE OR REPLACE USER other_owner@'%' IDENTIFIED BY 'chosen-by-somebody-1';
                CREATE OR REPLACE USER other_app@'127.%' IDENTIFIED BY 'chosen-by-somebody-2';
                GRANT ALL ON other.* TO other_owner@'%' WITH GRANT OPTION;
                """);
        Map<String, String> environment = Map.of(
                "ENTREPOT_DB_URL", product.book().url().replaceFirst("/entrepot$", "/other"),
                "ENTREPOT_DB_OWNER", "other_owner", "ENTREPOT_DB_OWNER_PASSWORD", "chosen-by-somebody-1",
                "ENTREPOT_DB_USER", "other_app", "ENTREPOT_DB_PASSWORD", "chosen-by-somebody-2");
        try (Product other = Product.start("other", environment)) {
            assertThat(other.as("admin").get("api/v1/locations").status()).isEqualTo(200);
            assertThat(other.data().resolve("run/database.pid")).doesNotExist();
            try (Connection application = other.asApplication();
                    ResultSet row = application.createStatement().executeQuery("SELECT DATABASE()")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("other");
            }
        }
    }

    /** Root comes in by the socket only. */
    private void asRoot(String sql) throws IOException, InterruptedException {
        Path client = Launch.target("mariadb/bin/mariadb");
        String password = Files.readString(product.data().resolve("secrets/database-root")).strip();
        ProcessBuilder builder = new ProcessBuilder(
                client.toString(), "--no-defaults", "--user=root", "--skip-ssl",
                "--socket=" + product.data().resolve("tmp/database.sock"), "--execute=" + sql);
        builder.environment().put("MYSQL_PWD", password);
        Process process = builder.redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
