package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnProduct
class DatabaseTest {

    private static final int ACCESS_DENIED = 1045;
    private static final int COMMAND_DENIED = 1142;

    private final Product product;

    DatabaseTest(Product product) {
        this.product = product;
    }

    @ParameterizedTest
    @ValueSource(strings = {"entrepot_owner", "entrepot_app", "root", ""})
    void nobodyComesInWithoutThePassword(String user) {
        assertThatThrownBy(() -> DriverManager.getConnection(product.book().url(), user, "guessed"))
                .isInstanceOfSatisfying(SQLException.class,
                        refused -> assertThat(refused.getErrorCode()).isEqualTo(ACCESS_DENIED));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "posting", "movement", "value_entry", "journal_line", "sale", "sale_line", "tender", "audit_entry", "seal", "decision",
        "security_event"
    })
    void theApplicationCannotChangeWhatIsEvidence(String table) throws SQLException {
        try (Connection application = product.asApplication()) {
            String column = firstColumn(application, table);
            refused(application, "UPDATE " + table + " SET " + column + " = " + column);
            refused(application, "DELETE FROM " + table);
            refused(application, "TRUNCATE TABLE " + table);
            refused(application, "DROP TABLE " + table);
            refused(application, "ALTER TABLE " + table + " ADD COLUMN extra INT");
        }
    }

    @Test
    void theApplicationCannotGrantItselfMore() throws SQLException {
        try (Connection application = product.asApplication(); Statement statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.execute("GRANT DELETE ON posting TO CURRENT_USER()"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("denied");
        }
    }

    @Test
    void aCommitIsOnTheDiskBeforeItIsAcknowledged() throws SQLException {
        assertThat(variable("innodb_flush_log_at_trx_commit")).isEqualTo("1");
        assertThat(variable("sync_binlog")).isEqualTo("1");
        assertThat(variable("innodb_doublewrite")).isEqualTo("ON");
    }

    @Test
    void aLostUpdateIsAnErrorAndNotSilent() throws SQLException {
        assertThat(variable("innodb_snapshot_isolation")).isEqualTo("ON");
        assertThat(variable("transaction_isolation")).isEqualTo("READ-COMMITTED");
    }

    @Test
    void timeIsUtcAndTextIsUtf8() throws SQLException {
        assertThat(variable("time_zone")).isEqualTo("+00:00");
        assertThat(variable("character_set_database")).isEqualTo("utf8mb4");
    }

    private String variable(String name) throws SQLException {
        try (Connection owner = product.asOwner();
                Statement statement = owner.createStatement();
                ResultSet row = statement.executeQuery("SHOW VARIABLES LIKE '" + name + "'")) {
            assertThat(row.next()).as(name).isTrue();
            return row.getString(2);
        }
    }

    private static String firstColumn(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT * FROM " + table + " LIMIT 0")) {
            return rows.getMetaData().getColumnName(1);
        }
    }

    private static void refused(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(sql))
                    .as(sql)
                    .isInstanceOfSatisfying(SQLException.class,
                            refused -> assertThat(refused.getErrorCode()).isEqualTo(COMMAND_DENIED));
        }
    }
}
