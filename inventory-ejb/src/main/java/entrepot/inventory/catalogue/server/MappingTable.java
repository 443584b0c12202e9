package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.AccountMapping;
import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.ledger.AccountRole;
import entrepot.inventory.ledger.ChartOfAccounts;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Table {@code account_mapping}; category 0 stands for all that have none of their own. */
@ApplicationScoped
class MappingTable {

    private static final String SELECT = "SELECT m.role, c.code category, l.code location, m.valid_from, m.account_code account, m.version"
            + " FROM account_mapping m LEFT JOIN category c ON c.id = m.category_id LEFT JOIN location l ON l.id = m.site_id";
    private static final String ONE = " WHERE role = ? AND category_id = ? AND site_id = ? AND valid_from = ?";

    @Inject
    private Database database;

    /** Where a mapping stands. @param category and site: 0 for all others */
    record Place(AccountRole role, long category, long site, LocalDate from) {
        Object[] key() {
            return new Object[] {role.name(), category, site, from};
        }

        boolean isRest() {
            return category == 0 && site == 0 && from.equals(ChartOfAccounts.BEGINNING);
        }
    }

    record Row(String role, String category, String location, LocalDate validFrom, String account, int version) {
        Kept<AccountMapping> kept() {
            LocalDate from = validFrom.equals(ChartOfAccounts.BEGINNING) ? null : validFrom;
            return new Kept<>(version, new AccountMapping(role, category, location, from, account));
        }
    }

    List<Kept<AccountMapping>> all() {
        return database.jdbi().withHandle(handle ->
                handle.createQuery(SELECT + " ORDER BY m.role, c.code, l.code, m.valid_from").mapTo(Row.class).map(Row::kept).list());
    }

    Optional<Kept<AccountMapping>> locked(Place place) {
        return database.jdbi().withHandle(handle -> handle
                .select(SELECT + " WHERE m.role = ? AND m.category_id = ? AND m.site_id = ? AND m.valid_from = ? FOR UPDATE", place.key())
                .mapTo(Row.class)
                .map(Row::kept)
                .findFirst());
    }

    void insert(Place place, String account) {
        database.jdbi().useHandle(handle -> handle.execute(
                "INSERT INTO account_mapping (role, category_id, site_id, valid_from, account_code) VALUES (?, ?, ?, ?, ?)",
                place.role().name(), place.category(), place.site(), place.from(), account));
        played(place.role(), account);
    }

    void update(Place place, String account) {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE account_mapping SET account_code = ?, version = version + 1" + ONE,
                account, place.role().name(), place.category(), place.site(), place.from()));
        played(place.role(), account);
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

    void delete(Place place) {
        database.jdbi().useHandle(handle -> handle.execute("DELETE FROM account_mapping" + ONE, place.key()));
    }

    boolean mapTo(String account) {
        return database.jdbi().withHandle(handle -> handle
                .select("SELECT EXISTS (SELECT 1 FROM account_mapping WHERE account_code = ?)", account)
                .mapTo(boolean.class)
                .one());
    }
}
