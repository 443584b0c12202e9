package entrepot.launcher;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/**
 * MariaDB as a child process, on loopback only, its files in the data folder. Users and passwords are set before it
 * listens, at every start, so nobody ever finds it open.
 */
final class EmbeddedDatabase {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(60);

    private final Child child;
    private final BookDatabase book;

    private EmbeddedDatabase(Child child, BookDatabase book) {
        this.child = child;
        this.book = book;
    }

    static EmbeddedDatabase start(Settings settings, DataFolder data, Secrets secrets) {
        Path files = data.database().resolve("files");
        MariaDbBinaries mariaDb = BuildLock.with(settings.home(), () -> {
            MariaDbBinaries binaries =
                    MariaDbBinaries.in(settings.home().resolve("ear/target/mariadb"), files, data.temporary());
            binaries.unpack();
            return binaries;
        });
        if (!Files.isDirectory(files.resolve("mysql"))) {
            mariaDb.installInto(files, data.log().resolve("database.log"));
        }
        int port = port(settings, data);
        BookDatabase book = new BookDatabase(
                "jdbc:mariadb://127.0.0.1:" + port + "/entrepot",
                new Login("entrepot_owner", secrets.password("database-owner")),
                new Login("entrepot_app", secrets.password("database-application")));
        DatabaseFiles written = DatabaseFiles.write(settings, data, secrets, book, mariaDb.base(), port);
        EmbeddedDatabase database = new EmbeddedDatabase(launch(mariaDb, written, data), book);
        try {
            database.awaitAnswer(data.log().resolve("database.log"));
            return database;
        } catch (CannotStart failure) {
            database.stop();
            throw failure;
        }
    }

    private static int port(Settings settings, DataFolder data) {
        if (settings.databasePort() == 0) {
            return Ports.asBefore(ServerProperties.databasePort(data));
        }
        Ports.needFree("127.0.0.1", settings.databasePort(), "ENTREPOT_DB_PORT");
        return settings.databasePort();
    }

    private static Child launch(MariaDbBinaries mariaDb, DatabaseFiles written, DataFolder data) {
        ProcessBuilder builder = mariaDb.process("bin/mariadbd", "--defaults-file=" + written.options());
        if (System.getProperty("user.name").equals("root")) {
            builder.command().add("--user=root");
        }
        return Child.start("database", builder, Redirect.appendTo(data.log().resolve("database.log").toFile()), data);
    }

    private void awaitAnswer(Path log) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until && child.alive()) {
            try (Connection open = book.asOwner()) {
                if (open.isValid(1)) {
                    return;
                }
            } catch (SQLException notYet) {
                Pause.millis(100);
            }
        }
        throw new CannotStart("The database did not start; " + log + " says: " + LastLines.of(log, "[ERROR]") + ".");
    }

    void stop() {
        child.stop(STOPS_WITHIN);
    }

    Child child() {
        return child;
    }

    BookDatabase book() {
        return book;
    }
}
