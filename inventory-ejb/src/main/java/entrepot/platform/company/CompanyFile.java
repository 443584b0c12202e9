package entrepot.platform.company;

import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Currency;

/** Reads the company once; it changes only by a migration or on first start. */
@ApplicationScoped
public class CompanyFile {

    @Inject
    private Database database;

    private volatile Company company;

    public Company company() {
        if (company == null) {
            company = read();
        }
        return company;
    }

    /** Names the company of the demonstration; every page shows its ribbon from then on. */
    public void becomeDemo(String name) {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE company SET name = ?, demo = TRUE", name));
        company = read();
    }

    public void report(String framework) {
        database.jdbi().useHandle(handle -> handle.execute("UPDATE company SET framework = ?", framework));
        company = read();
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
