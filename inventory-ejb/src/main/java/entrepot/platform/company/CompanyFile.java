package entrepot.platform.company;

import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Currency;
import org.jdbi.v3.core.JdbiException;

/** Reads the company and keeps it for a second: another node may change its name and framework, nobody its currency and zone. */
@ApplicationScoped
public class CompanyFile {

    private static final long KEPT_NANOS = 1_000_000_000;

    @Inject
    private Database database;

    private record Seen(Company company, long nanos) {}

    private volatile Seen seen;

    /** As it was at most a second ago; while the database is away, as it was last seen. */
    public Company company() {
        Seen before = seen;
        if (before != null && System.nanoTime() - before.nanos() < KEPT_NANOS) {
            return before.company();
        }
        try {
            return now();
        } catch (JdbiException away) {
            if (before == null) {
                throw away;
            }
            return before.company();
        }
    }

    /** As it is now, for whoever decides by its framework. */
    public Company now() {
        seen = new Seen(read(), System.nanoTime());
        return seen.company();
    }

    /** Names the company of the demonstration; every page shows its ribbon from then on. */
    public void becomeDemo(String name) {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE company SET name = ?, demo = TRUE", name));
        now();
    }

    public void report(String framework) {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE company SET framework = ?", framework));
        now();
    }

    private Company read() {
        return database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT name, currency, zone, framework, demo FROM company")
                .map((row, context) -> new Company(
                        row.getString("name"),
                        Currency.getInstance(row.getString("currency")),
                        ZoneId.of(row.getString("zone")),
                        row.getString("framework"),
                        row.getBoolean("demo")))
                .one());
    }
}
