package entrepot.platform.view;

import entrepot.platform.sql.Database;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** Filters of lists that the caller keeps under names. */
@Stateless
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
public class SavedViews {

    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_QUERY = 1000;
    /** For one list and one account. */
    public static final int MOST = 50;

    @Inject
    private Database database;

    @Inject
    private Clock clock;

    @Resource
    private SessionContext context;

    /** @param query the part of the list's address behind the question mark */
    public record View(String name, String query) {}

    /** By name. */
    public List<View> of(String page) {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT name, query FROM saved_view WHERE account = :account AND page = :page ORDER BY name")
                .bind("account", account())
                .bind("page", page)
                .mapTo(View.class)
                .list());
    }

    /** Under a name that is taken, the new filters take its place. @return whether there was room */
    public boolean save(String page, String name, String query) {
        List<View> kept = of(page);
        if (kept.size() >= MOST && kept.stream().noneMatch(view -> view.name().equals(name))) {
            return false;
        }
        database.jdbi().useHandle(handle -> handle
                .createUpdate("INSERT INTO saved_view VALUES (:account, :page, :name, :query, :now) ON DUPLICATE KEY UPDATE query = :query, saved_at = :now")
                .bind("account", account())
                .bind("page", page)
                .bind("name", name)
                .bind("query", query)
                .bind("now", LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .execute());
        return true;
    }

    public void forget(String page, String name) {
        database.jdbi().useHandle(handle ->
                handle.execute("DELETE FROM saved_view WHERE account = ? AND page = ? AND name = ?", account(), page, name));
    }

    private String account() {
        return context.getCallerPrincipal().getName();
    }
}
