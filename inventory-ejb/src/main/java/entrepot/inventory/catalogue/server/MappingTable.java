package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.AccountMapping;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.ledger.AccountRole;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Table {@code account_mapping}; category 0 stands for all that have none of their own. */
@ApplicationScoped
class MappingTable {

    private static final String SELECT = "SELECT m.role, c.code category, m.account_code account, m.version"
            + " FROM account_mapping m LEFT JOIN category c ON c.id = m.category_id";

    @Inject
    private Database database;

    record Row(String role, String category, String account, int version) {
        Kept<AccountMapping> kept() {
            return new Kept<>(version, new AccountMapping(role, category, account));
        }
    }

    List<Kept<AccountMapping>> all() {
        return database.jdbi().withHandle(handle ->
                handle.createQuery(SELECT + " ORDER BY m.role, c.code").mapTo(Row.class).map(Row::kept).list());
    }

    Optional<Kept<AccountMapping>> locked(AccountRole role, long category) {
        return database.jdbi().withHandle(handle -> handle
                .select(SELECT + " WHERE m.role = ? AND m.category_id = ? FOR UPDATE", role.name(), category)
                .mapTo(Row.class)
                .map(Row::kept)
                .findFirst());
    }

    void insert(AccountRole role, long category, String account) {
        database.jdbi().useHandle(handle -> handle.execute(
                "INSERT INTO account_mapping (role, category_id, account_code) VALUES (?, ?, ?)", role.name(), category, account));
        played(role, account);
    }

    void update(AccountRole role, long category, String account) {
        database.jdbi().useHandle(handle -> handle.execute(
                "UPDATE account_mapping SET account_code = ?, version = version + 1 WHERE role = ? AND category_id = ?",
                account, role.name(), category));
        played(role, account);
    }

    /** What reports and laws of days to come and gone go by. */
    private void played(AccountRole role, String account) {
        database.jdbi().useHandle(handle ->
                handle.execute("INSERT IGNORE INTO account_role (role, account_code) VALUES (?, ?)", role.name(), account));
    }

    /** Whether it ever held the value of stock; it holds nothing else then. */
    boolean heldStock(String account) {
        return database.jdbi().withHandle(handle -> handle
                .select("SELECT EXISTS (SELECT 1 FROM account_role WHERE role = 'INVENTORY' AND account_code = ?)", account)
                .mapTo(boolean.class)
                .one());
    }

    boolean isUsed(String account) {
        return database.jdbi().withHandle(handle -> handle
                .select("SELECT EXISTS (SELECT 1 FROM journal_line WHERE account_code = ?)", account)
                .mapTo(boolean.class)
                .one());
    }

    void delete(AccountRole role, long category) {
        database.jdbi().useHandle(handle ->
                handle.execute("DELETE FROM account_mapping WHERE role = ? AND category_id = ?", role.name(), category));
    }

    boolean mapTo(String account) {
        return database.jdbi().withHandle(handle -> handle
                .select("SELECT EXISTS (SELECT 1 FROM account_mapping WHERE account_code = ?)", account)
                .mapTo(boolean.class)
                .one());
    }
}
