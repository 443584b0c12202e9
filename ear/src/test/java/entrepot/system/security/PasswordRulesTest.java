package entrepot.system.security;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnProduct
class PasswordRulesTest {

    private final Product product;

    PasswordRulesTest(Product product) {
        this.product = product;
    }

    @Test
    void everyPasswordIsKeptAsASlowSaltedHash() throws SQLException {
        try (Connection connection = product.asApplication();
                ResultSet rows = connection.createStatement().executeQuery("SELECT hash FROM user_account")) {
            while (rows.next()) {
                assertThat(rows.getString(1)).matches("\\$2a\\$1[1-4]\\$.{53}");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "Password2026!", "passwordpassword", "short", "123456789012345", "aaaaaaaaaaaaaaa", "only-admin-here"})
    void aWeakPasswordIsRefusedWithItsReason(String password) {
        Answer answer = product.as("admin").post("api/v1/accounts",
                "{\"name\":\"only-admin\",\"displayName\":\"X\",\"password\":\"" + password + "\",\"roles\":[\"cashier\"]}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().at("/errors/0/pointer").asText()).isEqualTo("/password");
        assertThat(answer.body()).doesNotContain("\"" + password + "\"");
    }

    /** None of the first accounts has a password that one could know from elsewhere. */
    @Test
    void thereIsNoDefaultPassword() throws SQLException {
        String roles = "'cashier','storekeeper','buyer','pricing','accountant','auditor','quant','trader','risk','admin'";
        try (Connection connection = product.asApplication();
                ResultSet rows = connection.createStatement().executeQuery(
                        "SELECT name, hash FROM user_account WHERE name IN (" + roles + ")")) {
            while (rows.next()) {
                for (String password : List.of(rows.getString(1), "password", "entrepot", "changeit")) {
                    assertThat(BCrypt.verifyer().verify(password.toCharArray(), rows.getString(2)).verified).as(rows.getString(1)).isFalse();
                }
            }
        }
        assertThat(count("SELECT COUNT(*) FROM user_account WHERE name IN ('root', 'guest', 'demo', 'test', 'system', 'entrepot')")).isZero();
    }

    private int count(String sql) throws SQLException {
        try (Connection connection = product.asApplication(); ResultSet row = connection.createStatement().executeQuery(sql)) {
            row.next();
            return row.getInt(1);
        }
    }
}
