package entrepot.platform.account;

import entrepot.platform.sql.Database;
import entrepot.platform.sql.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The rows of accounts and their roles. */
@ApplicationScoped
class AccountTable {

    /** Of account {@code a}. */
    static final String COLUMNS = "a.id, a.name, a.display_name, a.active, a.stamp, a.created_at, a.language,"
            + " (SELECT GROUP_CONCAT(r.role) FROM user_role r WHERE r.account_id = a.id) roles";
    private static final String SELECT = "SELECT " + COLUMNS + " FROM user_account a";

    @Inject
    private Database database;

    @Inject
    private Ids ids;

    @Inject
    private Clock clock;

    Optional<UserAccount> find(String name) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(SELECT + " WHERE a.name = ?").bind(0, name).map((row, context) -> account(row)).findOne());
    }

    /** By name. @param after a name, or an empty string */
    List<UserAccount> list(String after, int limit) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery(SELECT + " WHERE a.name > ? ORDER BY a.name LIMIT ?")
                .bind(0, after)
                .bind(1, limit)
                .map((row, context) -> account(row))
                .list());
    }

    static UserAccount account(ResultSet row) throws SQLException {
        return new UserAccount(row.getLong("id"), row.getString("name"), row.getString("display_name"),
                row.getBoolean("active"), row.getInt("stamp"), Role.parse(row.getString("roles")),
                row.getObject("created_at", LocalDateTime.class).toInstant(ZoneOffset.UTC), row.getString("language"));
    }

    Optional<String> hash(long id) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT hash FROM user_account WHERE id = ?").bind(0, id).mapTo(String.class).findOne());
    }

    /** @return false where the name is taken */
    boolean add(String name, String displayName, String hash, Collection<String> roles) {
        long id = ids.next();
        int added = update("INSERT IGNORE INTO user_account (id, name, display_name, hash, created_at) VALUES (?, ?, ?, ?, ?)",
                id, name, displayName, hash, LocalDateTime.now(clock.withZone(ZoneOffset.UTC)));
        roles.forEach(role -> update("INSERT INTO user_role (account_id, role)"
                + " SELECT id, ? FROM user_account WHERE id = ?", role, id));
        return added == 1;
    }

    void setRoles(long id, Collection<String> roles) {
        update("DELETE FROM user_role WHERE account_id = ?", id);
        roles.forEach(role -> update("INSERT INTO user_role (account_id, role) VALUES (?, ?)", id, role));
    }

    /** Ends every session of it. */
    void setHash(long id, String hash) {
        update("UPDATE user_account SET hash = ?, stamp = stamp + 1 WHERE id = ?", hash, id);
    }

    /** Ends every session of it. */
    void setActive(long id, boolean active) {
        update("UPDATE user_account SET active = ?, stamp = stamp + 1 WHERE id = ?", active, id);
    }

    void setLanguage(long id, String language) {
        update("UPDATE user_account SET language = ? WHERE id = ?", language, id);
    }

    void endSessions(long id) {
        update("UPDATE user_account SET stamp = stamp + 1 WHERE id = ?", id);
    }

    /** Locks the rows of all administrators, so that two of them cannot remove each other at once. */
    List<Long> activeAdmins() {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT a.id FROM user_account a JOIN user_role r ON r.account_id = a.id"
                        + " WHERE a.active AND r.role = 'admin' ORDER BY a.id FOR UPDATE")
                .mapTo(Long.class)
                .list());
    }

    private int update(String sql, Object... values) {
        return database.jdbi().withHandle(handle -> handle.execute(sql, values));
    }
}
