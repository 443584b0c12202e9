package entrepot.launcher;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Lets the server, on ports that nobody knows, make anew what postings that came back left behind, and then check the book. */
final class MadeWhole {

    private static final Duration PATIENCE = Duration.ofHours(6);

    private MadeWhole() {}

    static void make(Settings settings, DataFolder data) {
        Instance instance = Instance.start(settings.privately(Ports.anyFree(), Ports.anyFree()), data, Optional.empty());
        BookDatabase book = new BookDatabase(ServerProperties.databaseUrl(data),
                new Login("entrepot_owner", new Secrets(data).password("database-owner")), null);
        try (Connection owner = book.asOwner()) {
            run(owner, "rebuild-projections", "Rebuild balances, pools, layers and subtotals");
            run(owner, "ledger-check", "Check the ledger's laws");
            run(owner, "audit-verify", "Verify the audit chain");
        } catch (SQLException failure) {
            throw new CannotStart("The restored book cannot be checked: " + failure.getMessage() + ".", failure);
        } finally {
            instance.stop();
        }
    }

    private static void run(Connection owner, String kind, String title) throws SQLException {
        long begun = System.nanoTime();
        long id = number(owner, "SELECT NEXT VALUE FOR entrepot_id");
        try (PreparedStatement insert = owner.prepareStatement("INSERT INTO job (id, kind, title, parameters, status, requested_by, created_at)"
                + " VALUES (?, ?, ?, '{}', 'QUEUED', 'restore', UTC_TIMESTAMP(6))")) {
            insert.setLong(1, id);
            insert.setString(2, kind);
            insert.setString(3, title);
            insert.executeUpdate();
        }
        while (number(owner, "SELECT COUNT(*) FROM job WHERE status IN ('QUEUED', 'RUNNING') AND id = " + id) > 0) {
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new CannotStart("'" + title + "' is not over after " + PATIENCE.toHours() + " hours.");
            }
            Pause.millis(200);
        }
        try (ResultSet row = owner.createStatement().executeQuery("SELECT status, failure FROM job WHERE id = " + id)) {
            row.next();
            if (!row.getString(1).equals("DONE")) {
                throw new CannotStart("'" + title + "' ended " + row.getString(1) + ": " + row.getString(2) + ".");
            }
        }
        System.out.printf("%s: done (%d s).%n", title, Duration.ofNanos(System.nanoTime() - begun).toSeconds());
    }

    private static long number(Connection owner, String sql) throws SQLException {
        try (ResultSet row = owner.createStatement().executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
