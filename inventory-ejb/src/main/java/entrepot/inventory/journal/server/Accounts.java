package entrepot.inventory.journal.server;

import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.stream.Collectors;

/** Names and kinds of the accounts of the chart. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class Accounts {

    @Inject
    private Database database;

    private record Row(String code, String name) {}

    private record Kind(String code, String kind) {}

    /** By code. */
    public Map<String, String> names() {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT code, name FROM account")
                .mapTo(Row.class)
                .collect(Collectors.toMap(Row::code, Row::name)));
    }

    /** ASSET, LIABILITY, EQUITY, INCOME or EXPENSE, by code. */
    public Map<String, String> kinds() {
        return database.jdbi().withHandle(handle -> handle.createQuery("SELECT code, kind FROM account")
                .mapTo(Kind.class)
                .collect(Collectors.toMap(Kind::code, Kind::kind)));
    }
}
