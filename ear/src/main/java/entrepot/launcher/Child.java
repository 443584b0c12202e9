package entrepot.launcher;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process of ours. Its number stands in a file, so that the next start finds it when this launcher was killed. */
final class Child {

    private final String name;
    private final Process process;
    private final Path pidFile;

    private Child(String name, Process process, Path pidFile) {
        this.name = name;
        this.process = process;
        this.pidFile = pidFile;
    }

    static Child start(String name, ProcessBuilder builder, Redirect output, DataFolder data) {
        Path pidFile = data.run().resolve(name + ".pid");
        try {
            Process process = builder.directory(data.top().toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output)
                    .redirectInput(Redirect.from(new File("/dev/null")))
                    .start();
            Files.writeString(pidFile, Long.toString(process.pid()));
            return new Child(name, process, pidFile);
        } catch (IOException failure) {
            throw new CannotStart("The " + name + " cannot be started: " + failure.getMessage() + ".", failure);
        }
    }

    Process process() {
        return process;
    }

    String name() {
        return name;
    }

    boolean alive() {
        return process.isAlive();
    }

    /** Asks first; kills what does not go within {@code patience}. */
    void stop(Duration patience) {
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(pidFile);
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + pidFile, failure);
        }
    }
}
