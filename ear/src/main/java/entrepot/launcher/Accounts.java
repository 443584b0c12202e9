package entrepot.launcher;

import entrepot.platform.account.FirstAccounts;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/**
 * The first accounts with their passwords, shown once and kept in a file of the data folder for the demo and the tests.
 * Deleting that file is the first thing to do in earnest.
 */
final class Accounts {

    static final String FILE = "first-passwords";

    private Accounts() {}

    /** @return passwords by account, empty where there were accounts already */
    static Map<String, String> makeFirst(BookDatabase book, Secrets secrets, Optional<String> adminPassword) {
        try (Connection connection = book.asOwner()) {
            connection.setAutoCommit(false);
            Map<String, String> passwords = FirstAccounts.make(
                    connection, role -> role.equals("admin") ? adminPassword : Optional.empty());
            if (!passwords.isEmpty()) {
                secrets.write(FILE, lines(passwords));
            }
            connection.commit();
            return passwords;
        } catch (SQLException failure) {
            throw new CannotStart("The first accounts cannot be made: " + failure.getMessage(), failure);
        } catch (IllegalArgumentException refused) {
            throw new CannotStart("ENTREPOT_ADMIN_PASSWORD is not good enough: " + refused.getMessage() + ".", refused);
        }
    }

    private static String lines(Map<String, String> passwords) {
        StringBuilder text = new StringBuilder();
        passwords.forEach((name, password) -> text.append(name).append(' ').append(password).append('\n'));
        return text.toString();
    }
}
