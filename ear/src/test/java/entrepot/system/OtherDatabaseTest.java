package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** A second instance works on a database that runs already, with users somebody else made. */
@OnProduct
class OtherDatabaseTest {

    private final Product product;

    OtherDatabaseTest(Product product) {
        this.product = product;
    }

    @Test
    void aDatabaseThatRunsAlreadyIsMigratedAndUsed() throws SQLException {
        try (Product other = Product.start("other", OtherDatabase.make(product, "other", product.book().url()))) {
            assertThat(other.as("admin").get("api/v1/locations").status()).isEqualTo(200);
            assertThat(other.data().resolve("run/database.pid")).doesNotExist();
            try (Connection application = other.asApplication();
                    ResultSet row = application.createStatement().executeQuery("SELECT DATABASE()")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("other");
            }
        }
    }
}
