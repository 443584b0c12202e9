package entrepot.launcher;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "restore", description = "Makes the book of a new data folder from a backup, and of what was sealed since; 'start' then goes on with it.")
final class Restore implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "What 'backup' wrote.")
    private Path folder;

    @Option(names = "--redo", paramLabel = "SEALS", description = "A seals.log that outlived the book: what it has more than the backup is posted again.")
    private Path seals;

    @Option(names = "--to-seal", paramLabel = "NUMBER", description = "The last seal of it to post again; all where it is not given.")
    private long to = Long.MAX_VALUE;

    /** Held by being referred to. */
    private FileLock lock;

    @Override
    public Integer call() {
        Path file = folder.resolve(Backup.BOOK);
        if (!Files.isRegularFile(file)) {
            throw new CannotStart("There is no " + file + ": name the folder that './entrepot backup' wrote.");
        }
        if (seals != null && !Files.isRegularFile(seals)) {
            throw new CannotStart("There is no " + seals + ": '--redo' names a file of sealed postings.");
        }
        Settings settings = Entrepot.settings();
        DataFolder data = DataFolder.at(settings.data());
        if (Files.exists(data.database())) {
            throw new CannotStart("There is a book in " + data.top() + " already: set ENTREPOT_DATA to a new folder, or move that one away.");
        }
        lock = data.prepare().lock();
        data.checkRoom();
        restore(settings, data, file);
        if (seals != null) {
            MadeWhole.make(settings, data);
        }
        System.out.println("The book of " + file + " is in " + data.top() + "; './entrepot start' goes on with it. Its accounts and"
                + " their passwords are those of the backup.");
        return 0;
    }

    private void restore(Settings settings, DataFolder data, Path file) {
        EmbeddedDatabase database = EmbeddedDatabase.start(settings, data, new Secrets(data));
        try {
            BookDatabase book = database.book();
            new DatabasePrograms(DatabasePrograms.base(settings), data.log().resolve("database.log"), book.url(), book.owner()).load(file);
            forgetGrants(book);
            Migrations.run(book, settings);
            if (seals != null) {
                redo(book);
            }
        } catch (IOException | SQLException failure) {
            throw new CannotStart("The backup " + file + " cannot be read in: " + failure.getMessage() + ". Delete " + data.top()
                    + " before the next try.", failure);
        } finally {
            database.stop();
        }
    }

    private void redo(BookDatabase book) throws SQLException, IOException {
        long begun = System.nanoTime();
        try (Connection owner = book.asOwner()) {
            Redo redo = new Redo(owner, to);
            System.out.printf("%,d postings of %s posted again", redo.read(seals), seals);
            System.out.printf(", up to seal %,d (%d s).%n", redo.last(), Duration.ofNanos(System.nanoTime() - begun).toSeconds());
        }
    }

    /** A dump has no rights in it: the scripts that give them run again. */
    private static void forgetGrants(BookDatabase book) throws SQLException {
        try (Connection owner = book.asOwner(); var statement = owner.createStatement()) {
            statement.executeUpdate("DELETE FROM flyway_schema_history WHERE version IS NULL");
        }
    }
}
