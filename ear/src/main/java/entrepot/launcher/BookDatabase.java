package entrepot.launcher;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/**
 * Where the book is and who may do what there.
 *
 * @param owner       migrates the tables
 * @param application what the server knows: may add to the ledger and not change it
 */
public record BookDatabase(String url, Login owner, Login application) {

    private static final int ACCESS_DENIED = 1045;

    /** What is tried where a wrong password is wanted. */
    private static final String WRONG = "not-the-password";

    public Connection asOwner() throws SQLException {
        return connect(url, owner);
    }

    public Connection asApplication() throws SQLException {
        return connect(url, application);
    }

    /** The application's user as GRANT wants it, with the host that the database sees it come from. */
    String grantee() {
        // It has no right to the book before the migrations; information_schema is open to everyone.
        String open = url.replaceFirst("^(jdbc:mariadb://[^/?]*)(/[^?]*)?", "$1/information_schema");
        try (Connection connection = connect(open, application);
                var row = connection.createStatement().executeQuery("SELECT CURRENT_USER()")) {
            row.next();
            int at = row.getString(1).lastIndexOf('@');
            return "'" + row.getString(1).substring(0, at) + "'@'" + row.getString(1).substring(at + 1) + "'";
        } catch (SQLException failure) {
            throw new CannotStart(
                    "The database at " + url + " refuses the application's user " + application + ": "
                            + failure.getMessage(), failure);
        }
    }

    /** A database that takes any password is refused: everybody on this machine could write the book. */
    void checkPasswords() {
        for (Login login : new Login[] {owner, application}) {
            try (Connection open = connect(url, new Login(login.name(), WRONG))) {
                throw new CannotStart("The database at " + open.getMetaData().getURL()
                        + " does not check passwords: start it without --skip-grant-tables.");
            } catch (SQLException refused) {
                if (refused.getErrorCode() != ACCESS_DENIED) {
                    throw new CannotStart("The database at " + url + " does not answer: " + refused.getMessage(), refused);
                }
            }
        }
    }

    private static Connection connect(String url, Login login) throws SQLException {
        return DriverManager.getConnection(url, login.name(), login.password());
    }
}
