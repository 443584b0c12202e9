package entrepot.platform.account;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The accounts of the first start, one for each role and named like it. There is no default password. */
public final class FirstAccounts {

    private FirstAccounts() {}

    /**
     * Makes them where there is no account at all; the caller commits.
     *
     * @param given a password by role that the operator chose, or empty: then one is generated
     * @return passwords by account, to be shown once; empty where there were accounts
     * @throws IllegalArgumentException for a given password that the rules refuse
     */
    public static Map<String, String> make(Connection connection, Function<String, Optional<String>> given)
            throws SQLException {
        Map<String, String> passwords = new LinkedHashMap<>();
        if (anyAccount(connection)) {
            return passwords;
        }
        SecureRandom random = new SecureRandom();
        for (String role : Role.CODES) {
            String password = given.apply(role).map(chosen -> checked(role, chosen)).orElseGet(() -> Passwords.generate(random));
            add(connection, role, password);
            passwords.put(role, password);
        }
        return passwords;
    }

    private static String checked(String role, String password) {
        var faults = Passwords.faults(password, role);
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("the password given for '" + role + "' " + String.join("; ", faults));
        }
        return password;
    }

    private static boolean anyAccount(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("SELECT 1 FROM user_account LIMIT 1")) {
            return rows.next();
        }
    }

    private static void add(Connection connection, String role, String password) throws SQLException {
        long id = nextId(connection);
        try (PreparedStatement account = connection.prepareStatement(
                        "INSERT INTO user_account (id, name, display_name, hash, created_at) VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))");
                PreparedStatement may = connection.prepareStatement("INSERT INTO user_role (account_id, role) VALUES (?, ?)")) {
            account.setLong(1, id);
            account.setString(2, role);
            account.setString(3, Character.toUpperCase(role.charAt(0)) + role.substring(1));
            account.setString(4, Passwords.hash(password));
            account.executeUpdate();
            may.setLong(1, id);
            may.setString(2, role);
            may.executeUpdate();
        }
    }

    private static long nextId(Connection connection) throws SQLException {
        try (Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery("SELECT NEXT VALUE FOR entrepot_id")) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
