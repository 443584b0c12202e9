package entrepot.launcher;

import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "restore", description = "Makes the book of a new data folder from a backup; 'start' then goes on with it.")
final class Restore implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "What 'backup' wrote.")
    private Path folder;

    /** Held by being referred to. */
    private FileLock lock;

    @Override
    public Integer call() {
        Path file = folder.resolve(Backup.BOOK);
        if (!Files.isRegularFile(file)) {
            throw new CannotStart("There is no " + file + ": name the folder that './entrepot backup' wrote.");
        }
        Settings settings = Entrepot.settings();
        DataFolder data = DataFolder.at(settings.data());
        if (Files.exists(data.database())) {
            throw new CannotStart("There is a book in " + data.top() + " already: set ENTREPOT_DATA to a new folder, or move that one away.");
        }
        lock = data.prepare().lock();
        data.checkRoom();
        restore(settings, data, file);
        System.out.println("The book of " + file + " is in " + data.top() + "; './entrepot start' goes on with it. Its accounts and"
                + " their passwords are those of the backup.");
        return 0;
    }

    private static void restore(Settings settings, DataFolder data, Path file) {
        EmbeddedDatabase database = EmbeddedDatabase.start(settings, data, new Secrets(data));
        try {
            BookDatabase book = database.book();
            new DatabasePrograms(DatabasePrograms.base(settings), data.log().resolve("database.log"), book.url(), book.owner()).load(file);
            forgetGrants(book);
            Migrations.run(book, settings);
        } catch (IOException | SQLException failure) {
            throw new CannotStart("The backup " + file + " cannot be read in: " + failure.getMessage() + ". Delete " + data.top()
                    + " before the next try.", failure);
        } finally {
            database.stop();
        }
    }

    /** A dump has no rights in it: the scripts that give them run again. */
    private static void forgetGrants(BookDatabase book) throws SQLException {
        try (Connection owner = book.asOwner(); var statement = owner.createStatement()) {
            statement.executeUpdate("DELETE FROM flyway_schema_history WHERE version IS NULL");
        }
    }
}
