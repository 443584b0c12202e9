package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers remember of master data is stamped when it changes, in whatever column, and a change that is taken back leaves the stamp before. */
@OnProduct
class CatalogueStampTest {

    /** Of an item: what no posting takes for given. */
    private static final Set<String> NOT_REMEMBERED = Set.of("name", "unit_code", "supplier_id", "purchase_cost", "pack", "minimum_order",
            "service_level", "version", "weight", "volume");

    private static final Map<String, String> FIRST = Map.of("varchar", "'zz'", "date", "'2001-01-01'", "datetime", "'2001-01-01'");
    /** Also a change of case alone counts. */
    private static final Map<String, String> OTHER = Map.of("varchar", "'ZZ'", "date", "'2001-01-02'", "datetime", "'2001-01-02'");

    private final Product product;

    CatalogueStampTest(Product product) {
        this.product = product;
    }

    @ParameterizedTest
    @ValueSource(strings = {"item", "scope_change", "bill", "cost_policy", "account_mapping", "account_role", "location", "tax_code", "tax_rate", "tax_policy"})
    void everyColumnLeavesAStamp(String table) throws SQLException {
        try (Connection book = product.asOwner(); Statement sql = book.createStatement()) {
            sql.execute("SET foreign_key_checks = 0, check_constraint_checks = 0");
            Map<String, String> columns = columns(sql, table);
            book.setAutoCommit(false);
            String before = stamp(sql);
            sql.execute("INSERT INTO " + table + " (" + String.join(", ", columns.keySet()) + ") VALUES ("
                    + columns.values().stream().map(type -> FIRST.getOrDefault(type, "-7")).collect(Collectors.joining(", ")) + ")");
            String added = stamp(sql);
            List<String> silent = new ArrayList<>();
            for (Map.Entry<String, String> column : columns.entrySet()) {
                String last = stamp(sql);
                String first = FIRST.getOrDefault(column.getValue(), "-7");
                String other = OTHER.getOrDefault(column.getValue(), "-8");
                String row = columns.keySet().stream().filter(one -> !one.equals(column.getKey()))
                        .map(one -> one + " = " + FIRST.getOrDefault(columns.get(one), "-7")).collect(Collectors.joining(" AND "));
                assertThat(sql.executeUpdate("UPDATE " + table + " SET " + column.getKey() + " = " + other + " WHERE " + row)).isEqualTo(1);
                if (stamp(sql).equals(last)) {
                    silent.add(column.getKey());
                }
                sql.execute("UPDATE " + table + " SET " + column.getKey() + " = " + first + " WHERE " + row);
            }
            String changed = stamp(sql);
            sql.execute("DELETE FROM " + table + " WHERE " + columns.entrySet().stream()
                    .map(column -> column.getKey() + " = " + FIRST.getOrDefault(column.getValue(), "-7")).collect(Collectors.joining(" AND ")));
            assertThat(stamp(sql)).isNotEqualTo(changed);
            book.rollback();
            assertThat(silent).hasSameElementsAs(table.equals("item") ? NOT_REMEMBERED : Set.of());
            assertThat(!added.equals(before)).as("a row more").isEqualTo(!table.equals("item"));
            assertThat(stamp(sql)).isEqualTo(before);
        }
    }

    @Test
    void aStampThatIsTakenBackNeverComesAgain() throws SQLException {
        try (Connection book = product.asOwner(); Statement sql = book.createStatement()) {
            book.setAutoCommit(false);
            Set<String> seen = new HashSet<>();
            for (int i = 0; i < 20; i++) {
                sql.executeUpdate("UPDATE tax_policy SET rounding = rounding");
                assertThat(seen.add(stamp(sql))).isTrue();
                book.rollback();
            }
        }
    }

    private static String stamp(Statement sql) throws SQLException {
        try (ResultSet row = sql.executeQuery("SELECT GROUP_CONCAT(stamp ORDER BY slot) FROM catalogue_stamp")) {
            row.next();
            return row.getString(1);
        }
    }

    /** Names and types of those that are not worked out from others. */
    private static Map<String, String> columns(Statement sql, String table) throws SQLException {
        Map<String, String> columns = new LinkedHashMap<>();
        try (ResultSet row = sql.executeQuery("SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = DATABASE()"
                + " AND table_name = '" + table + "' AND is_generated = 'NEVER' ORDER BY ordinal_position")) {
            while (row.next()) {
                columns.put(row.getString(1), row.getString(2));
            }
        }
        return columns;
    }
}
