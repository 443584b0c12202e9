package entrepot.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says which launcher holds a data folder, for {@code stop} and {@code status}. */
final class RunFile {

    private RunFile() {}

    static void write(DataFolder data, Settings settings) {
        try {
            Files.writeString(data.run().resolve("launcher.pid"), Long.toString(ProcessHandle.current().pid()));
            Files.writeString(data.run().resolve("url"), settings.url());
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write into " + data.run(), failure);
        }
    }

    static String url(DataFolder data) {
        Path file = data.run().resolve("url");
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    static void delete(DataFolder data) {
        try {
            Files.deleteIfExists(data.run().resolve("launcher.pid"));
            Files.deleteIfExists(data.run().resolve("url"));
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete from " + data.run(), failure);
        }
    }
}
