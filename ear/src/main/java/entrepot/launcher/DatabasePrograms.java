package entrepot.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** MariaDB's own programs, as the owner of the book: one writes it out, the other reads it in. */
final class DatabasePrograms {

    private final Path base;
    private final Path log;
    private final URI server;
    private final Login owner;

    /** @param log where they write what they have to say */
    DatabasePrograms(Path base, Path log, String url, Login owner) {
        this.base = base;
        this.log = log;
        this.server = URI.create(url.substring("jdbc:".length()));
        this.owner = owner;
    }

    static Path base(Settings settings) {
        return settings.home().resolve("ear/target/mariadb");
    }

    /** The book as it is at one moment, while others go on writing. */
    void dump(Path file) throws IOException {
        Process process = program("mariadb-dump", "--single-transaction").redirectInput(Redirect.from(Path.of("/dev/null").toFile())).start();
        try (InputStream book = process.getInputStream(); OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            book.transferTo(out);
        }
        await(process, "mariadb-dump");
    }

    void load(Path file) throws IOException {
        Process process = program("mariadb", "--batch").redirectOutput(Redirect.appendTo(log.toFile())).start();
        try (InputStream book = new GZIPInputStream(Files.newInputStream(file)); OutputStream in = process.getOutputStream()) {
            book.transferTo(in);
        } catch (IOException broken) {
            process.destroy();
            await(process, "mariadb");
            throw broken;
        }
        await(process, "mariadb");
    }

    /** The password goes by the environment: others see the arguments of a process. */
    private ProcessBuilder program(String name, String option) {
        List<String> command = new ArrayList<>(List.of(base.resolve("bin").resolve(name).toString(), "--no-defaults",
                "--protocol=tcp", "--skip-ssl", "--host=" + server.getHost(), "--port=" + server.getPort(), "--user=" + owner.name(), option,
                server.getPath().substring(1)));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("MYSQL_PWD", owner.password());
        builder.environment().put("LD_LIBRARY_PATH", base.resolve("libs").toString());
        return builder.redirectError(Redirect.appendTo(log.toFile()));
    }

    private void await(Process process, String name) {
        try {
            if (process.waitFor() != 0) {
                throw new CannotStart(name + " ended with code " + process.exitValue() + "; " + log + " says: " + LastLines.of(log, "") + ".");
            }
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
        }
    }
}
