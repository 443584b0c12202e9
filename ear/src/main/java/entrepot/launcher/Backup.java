package entrepot.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "backup", description = "Writes the book of the running instance, as it is at this moment, into a new folder.")
final class Backup implements Callable<Integer> {

    static final String BOOK = "book.sql.gz";
    static final String SEALS = "seals.log";

    @Parameters(paramLabel = "FOLDER", description = "Must not be there yet.")
    private Path folder;

    @Override
    public Integer call() {
        Settings settings = Entrepot.settings();
        DataFolder data = DataFolder.at(settings.data());
        if (!Files.exists(data.run().resolve("database.pid"))) {
            throw new CannotStart("No database of Entrepot's own runs on " + data.top()
                    + ": start it, or back another database up by its own means.");
        }
        try {
            Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (IOException failure) {
            throw new CannotStart("The folder " + folder + " cannot be made, or is there already.", failure);
        }
        try {
            write(settings, data);
        } catch (IOException failure) {
            throw new CannotStart("The backup cannot be written to " + folder + ": " + failure.getMessage() + ".", failure);
        }
        return 0;
    }

    /** The seals last, so that they have all that the book has. */
    private void write(Settings settings, DataFolder data) throws IOException {
        Path part = folder.resolve(BOOK + ".part");
        BookDatabase book = new BookDatabase(ServerProperties.databaseUrl(data),
                new Login("entrepot_owner", new Secrets(data).password("database-owner")), null);
        new DatabasePrograms(DatabasePrograms.base(settings), data.log().resolve("database.log"), book.url(), book.owner()).dump(part);
        Files.move(part, folder.resolve(BOOK));
        Path seals = data.seals().resolve(SEALS);
        if (Files.exists(seals)) {
            Files.copy(seals, folder.resolve(SEALS));
        }
        System.out.printf("The book is in %s, %,d bytes, with the seals beside it. Passwords and keys are not in it.%n",
                folder.resolve(BOOK), Files.size(folder.resolve(BOOK)));
    }
}
