package entrepot.launcher;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the tables to what this build wants, as their owner, before the server sees them. */
final class Migrations {

    private Migrations() {}

    /** @return how many scripts ran */
    static int run(BookDatabase book, Settings settings) {
        try {
            return Flyway.configure(Migrations.class.getClassLoader())
                    .dataSource(book.url(), book.owner().name(), book.owner().password())
                    .locations("classpath:db/inventory", "classpath:db/trading")
                    .placeholders(Map.of(
                            "app", book.grantee(),
                            "company", settings.company(),
                            "currency", settings.currency(),
                            "zone", settings.zone()))
                    .validateMigrationNaming(true)
                    // Each module numbers its own range, so a later script of inventory comes below trading's.
                    .outOfOrder(true)
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException failure) {
            throw new CannotStart("The tables cannot be brought up to date: " + failure.getMessage(), failure);
        }
    }
}
