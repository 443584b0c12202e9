package entrepot.launcher;

import java.util.Map;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Brings the tables to what this build wants, as their owner, before the server sees them. */
final class Migrations {

    private Migrations() {}

    /** @return how many scripts ran */
    static int run(BookDatabase book, Settings settings) {
        try {
            return scripts(book)
                    .placeholders(Map.of(
                            "app", book.grantee(),
                            "company", settings.company(),
                            "currency", settings.currency(),
                            "zone", settings.zone()))
                    .load()
                    .migrate()
                    .migrationsExecuted;
        } catch (FlywayException failure) {
            throw new CannotStart("The tables cannot be brought up to date: " + failure.getMessage(), failure);
        }
    }

    /** How many numbered scripts of this build the tables have not seen. */
    static long pending(BookDatabase book) {
        try {
            return Stream.of(scripts(book).placeholderReplacement(false).load().info().pending())
                    .filter(script -> script.getVersion() != null)
                    .count();
        } catch (FlywayException failure) {
            throw new CannotStart("The tables cannot be looked at: " + failure.getMessage(), failure);
        }
    }

    private static FluentConfiguration scripts(BookDatabase book) {
        return Flyway.configure(Migrations.class.getClassLoader())
                .dataSource(book.url(), book.owner().name(), book.owner().password())
                .locations("classpath:db/inventory", "classpath:db/trading")
                .javaMigrations(new V209__Bars_into_parts())
                .validateMigrationNaming(true)
                // Each module numbers its own range, so a later script of inventory comes below trading's.
                .outOfOrder(true);
    }
}
