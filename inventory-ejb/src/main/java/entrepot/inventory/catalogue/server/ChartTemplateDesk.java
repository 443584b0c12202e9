package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.ChartTemplate;
import entrepot.platform.sql.Batch;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Handle;

/** Begins the books of a company with a chart of accounts. */
@Stateless
@RolesAllowed({"accountant", "admin"})
public class ChartTemplateDesk {

    @Inject
    private Database database;

    /** Whether nothing is posted yet. */
    @RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
    public boolean mayChoose() {
        return database.jdbi().withHandle(handle ->
                handle.createQuery("SELECT NOT EXISTS (SELECT 1 FROM posting)").mapTo(boolean.class).one());
    }

    /** All accounts and mappings there were are gone. @throws CatalogueRefused once something is posted */
    public void choose(ChartTemplate template) {
        if (!mayChoose()) {
            throw CatalogueRefused.conflict("has-postings", "accounts that were posted in stay: add accounts and map roles to them instead");
        }
        database.jdbi().useHandle(handle -> begin(handle, template));
    }

    private static void begin(Handle handle, ChartTemplate template) {
        handle.execute("DELETE FROM account_mapping");
        handle.execute("CALL forget_roles()");
        handle.execute("DELETE FROM account");
        Batch.execute(handle, "INSERT INTO account (code, name, kind) VALUES (?, ?, ?)",
                template.lines().stream().map(line -> new Object[] {line.code(), line.name(), line.kind().name()}));
        Batch.execute(handle, "INSERT INTO account_mapping (role, category_id, account_code) VALUES (?, 0, ?)",
                template.roles().entrySet().stream().map(role -> new Object[] {role.getKey().name(), role.getValue()}));
        Batch.execute(handle, "INSERT INTO account_role (role, account_code) VALUES (?, ?)",
                template.roles().entrySet().stream().map(role -> new Object[] {role.getKey().name(), role.getValue()}));
    }
}
