package entrepot.inventory.catalogue.server;

import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out whether a row was ever used. Every table refers to the catalogue by the same column names ({@code item_id},
 * {@code supplier_id}, {@code tax_code}…), so the schema itself says where to look, in tables of later features too.
 */
@ApplicationScoped
class Uses {

    private static final String TABLES = "SELECT c.table_name FROM information_schema.columns c"
            + " JOIN information_schema.tables t ON t.table_schema = c.table_schema AND t.table_name = c.table_name"
            + " WHERE c.table_schema = DATABASE() AND c.column_name = ? AND t.table_type = 'BASE TABLE'"
            + " ORDER BY t.table_rows";

    @Inject
    private Database database;

    /** @param own tables that are part of the row itself */
    Optional<String> first(String column, Object value, Set<String> own) {
        return tables(column).stream()
                .filter(table -> !own.contains(table))
                .filter(table -> refers(table, column, value))
                .findFirst();
    }

    private List<String> tables(String column) {
        return database.jdbi().withHandle(handle -> handle.select(TABLES, column).mapTo(String.class).list());
    }

    private boolean refers(String table, String column, Object value) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT EXISTS (SELECT 1 FROM <table> WHERE <column> = :value)")
                .define("table", table)
                .define("column", column)
                .bind("value", value)
                .mapTo(boolean.class)
                .one());
    }
}
