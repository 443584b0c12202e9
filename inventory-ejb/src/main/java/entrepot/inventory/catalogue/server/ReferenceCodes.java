package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Dimension;
import entrepot.inventory.catalogue.KnownCodes;
import entrepot.inventory.catalogue.Ratio;
import entrepot.inventory.catalogue.UnitOfMeasure;
import entrepot.inventory.valuation.Framework;
import entrepot.platform.company.Company;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Reads all that an item may refer to: few and small tables, so one look serves one item and ten thousand. */
@ApplicationScoped
class ReferenceCodes {

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    KnownCodes read() {
        Company company = companies.now();
        return database.jdbi().withHandle(handle -> {
            Set<String> retired = new HashSet<>();
            return new KnownCodes(units(handle, retired), numbered(handle, "category", retired),
                    numbered(handle, "supplier", retired), taxCodes(handle, retired), Set.copyOf(retired),
                    company.currency(), Framework.valueOf(company.framework()));
        });
    }

    Map<String, UnitOfMeasure> units() {
        return database.jdbi().withHandle(handle -> units(handle, new HashSet<>()));
    }

    private static Map<String, UnitOfMeasure> units(Handle handle, Set<String> retired) {
        Map<String, UnitOfMeasure> units = new HashMap<>();
        handle.createQuery("SELECT code, dimension, numerator, denominator, active FROM unit")
                .map((row, context) -> {
                    String code = row.getString(1);
                    noteRetired(retired, "unit", code, row.getBoolean(5));
                    var size = new Ratio(row.getLong(3), row.getLong(4));
                    return units.put(code, new UnitOfMeasure(code, Dimension.valueOf(row.getString(2)), size));
                })
                .list();
        return units;
    }

    private static Map<String, Long> numbered(Handle handle, String table, Set<String> retired) {
        Map<String, Long> codes = new HashMap<>();
        handle.createQuery("SELECT code, id, active FROM <table>")
                .define("table", table)
                .map((row, context) -> {
                    noteRetired(retired, table, row.getString(1), row.getBoolean(3));
                    return codes.put(row.getString(1), row.getLong(2));
                })
                .list();
        return codes;
    }

    private static Map<String, String> taxCodes(Handle handle, Set<String> retired) {
        Map<String, String> codes = new HashMap<>();
        handle.createQuery("SELECT code, active FROM tax_code")
                .map((row, context) -> {
                    noteRetired(retired, "taxCode", row.getString(1), row.getBoolean(2));
                    return codes.put(row.getString(1), row.getString(1));
                })
                .list();
        return codes;
    }

    private static void noteRetired(Set<String> retired, String field, String code, boolean active) {
        if (!active) {
            retired.add(field + " " + code);
        }
    }
}
