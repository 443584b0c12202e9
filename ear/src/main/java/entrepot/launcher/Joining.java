package entrepot.launcher;

import entrepot.launcher.Settings.RunningDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** One more server on the book of another data folder of this machine, whose own start keeps the database. The folder remembers it. */
final class Joining {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final DataFolder first;

    private Joining(DataFolder first) {
        this.first = first;
    }

    /** @param asked null where the folder's own memory counts; @return empty where it joined nobody */
    static Optional<Joining> of(Settings settings, DataFolder data, Path asked) {
        Path first = asked == null ? remembered(data) : asked.toAbsolutePath().normalize();
        if (first == null) {
            return Optional.empty();
        }
        if (first.equals(data.top())) {
            throw new CannotStart("A second server needs a data folder of its own, and " + first
                    + " is that of the first: set ENTREPOT_DATA to another.");
        }
        if (Files.exists(data.database())) {
            throw new CannotStart("There is a book in " + data.top() + " already: set ENTREPOT_DATA to another folder to join " + first + ".");
        }
        if (settings.running().isPresent()) {
            throw new CannotStart("ENTREPOT_DB_URL names the database, so there is nothing to join: start without --join.");
        }
        Joining joining = new Joining(DataFolder.at(first));
        joining.needsRunning();
        return Optional.of(joining);
    }

    private static Path remembered(DataFolder data) {
        try {
            return Files.exists(memory(data)) ? Path.of(Files.readString(memory(data)).strip()) : null;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + memory(data), failure);
        }
    }

    private static Path memory(DataFolder data) {
        return data.top().resolve("joins");
    }

    /** Waits for the other's database, and for its tables to be those of this build. */
    Settings on(Settings settings, DataFolder data) {
        Settings joined = settings.on(database());
        try {
            Files.writeString(memory(data), first.top().toString());
            return joined;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + memory(data), failure);
        }
    }

    private RunningDatabase database() {
        System.out.println("Joining the book of " + first.top() + " …");
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            Optional<BookDatabase> book = book().filter(Joining::answers);
            if (book.isPresent() && Migrations.pending(book.get()) == 0) {
                return new RunningDatabase(book.get().url(), book.get().owner(), book.get().application());
            }
            needsRunning();
            Pause.millis(200);
        }
        throw new CannotStart(book().filter(Joining::answers).isPresent()
                ? "The tables of " + first.top() + " are older than this build: stop it and start it again with this build first."
                : "The database of " + first.top() + " did not answer within " + PATIENCE.toMinutes() + " minutes: see " + first.log() + ".");
    }

    private void needsRunning() {
        Leftovers processes = new Leftovers(first);
        if (processes.find("launcher").isEmpty() && processes.find("database").isEmpty()) {
            throw new CannotStart("Entrepot does not run on " + first.top() + ", so there is no database to join: 'ENTREPOT_DATA=" + first.top()
                    + " ./entrepot start' starts it.");
        }
    }

    /** Empty while the first one has not said yet where it is. */
    private Optional<BookDatabase> book() {
        if (!Files.exists(first.secret("server.properties"))) {
            return Optional.empty();
        }
        if (!Files.exists(first.secret("database-owner"))) {
            throw new CannotStart(first.top() + " works on a database that is not its own: start this one with the same ENTREPOT_DB_URL instead.");
        }
        var properties = ServerProperties.read(first);
        return Optional.of(new BookDatabase(properties.getProperty("entrepot.db.url"),
                new Login("entrepot_owner", new Secrets(first).password("database-owner")),
                new Login(properties.getProperty("entrepot.db.user"), properties.getProperty("entrepot.db.password"))));
    }

    private static boolean answers(BookDatabase book) {
        try (Connection open = book.asOwner()) {
            return open.isValid(1);
        } catch (SQLException notYet) {
            return false;
        }
    }
}
