package entrepot.system.crash;

import entrepot.system.Launch;
import entrepot.system.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** Ways to die. Who is frozen wakes up again and does not know that time went on. */
enum Death {
    SERVER("server killed"),
    DATABASE("database killed"),
    BOTH("both killed at once"),
    FROZEN_SERVER("server frozen"),
    FROZEN_DATABASE("database frozen"),
    LAUNCHER("launcher killed, then the server");

    private final String words;

    Death(String words) {
        this.words = words;
    }

    /** The kind of a round, from 1: each in turn. */
    static Death of(int round) {
        return values()[(round - 1) % values().length];
    }

    String words() {
        return words;
    }

    boolean isFreeze() {
        return this == FROZEN_SERVER || this == FROZEN_DATABASE;
    }

    void strike(Product product, Duration frozen) {
        switch (this) {
            case SERVER -> product.killServer();
            case DATABASE -> product.killDatabase();
            case BOTH -> {
                ProcessHandle database = product.process("database");
                product.process("server").destroyForcibly();
                database.destroyForcibly();
                database.onExit().join();
            }
            case LAUNCHER -> {
                // A launcher's death takes nobody with it: the tills go on.
                product.killLauncher();
                Launch.pause(500);
                product.killServer();
            }
            case FROZEN_SERVER -> freeze(product.process("server"), frozen);
            case FROZEN_DATABASE -> freeze(product.process("database"), frozen);
        }
    }

    private static void freeze(ProcessHandle process, Duration time) {
        signal("STOP", process);
        Launch.pause(time.toMillis());
        signal("CONT", process);
    }

    private static void signal(String name, ProcessHandle process) {
        try {
            int code = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).inheritIO().start().waitFor();
            if (code != 0) {
                throw new IllegalStateException("kill -" + name + " " + process.pid() + " ended with " + code);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
