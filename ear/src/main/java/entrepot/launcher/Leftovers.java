package entrepot.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Processes of this data folder whose launcher was killed. A number in a file may meanwhile belong to a stranger, so
 * the command line must name the data folder as well.
 */
final class Leftovers {

    private static final long PATIENCE_SECONDS = 30;

    private final DataFolder data;

    Leftovers(DataFolder data) {
        this.data = data;
    }

    /** Server first, then the database under it. */
    void stop() {
        for (String name : new String[] {"server", "database"}) {
            find(name).ifPresent(left -> {
                System.out.println("Stopping the " + name + " that an earlier run left behind (process " + left.pid() + ").");
                stop(left);
            });
        }
    }

    Optional<ProcessHandle> find(String name) {
        Path file = data.run().resolve(name + ".pid");
        try {
            return ProcessHandle.of(Long.parseLong(Files.readString(file).strip())).filter(this::ours);
        } catch (NoSuchFileException | NumberFormatException none) {
            return Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }

    private boolean ours(ProcessHandle process) {
        try {
            String command = Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
            return command.contains("=" + data.top() + "/") || command.contains("=" + data.top() + "\0");
        } catch (IOException gone) {
            return false;
        }
    }

    private static void stop(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException stubborn) {
            process.destroyForcibly();
            process.onExit().join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException failure) {
            throw new IllegalStateException("process " + process.pid() + " cannot be watched", failure);
        }
    }
}
