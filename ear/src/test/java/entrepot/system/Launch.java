package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The launcher as a process, as {@code ./entrepot} would call it but without building. */
public final class Launch {

    private static final long PATIENCE_SECONDS = 600;

    /** The project's top folder. */
    static final Path HOME = Path.of(System.getProperty("entrepot.home", "..")).toAbsolutePath().normalize();

    private final Path data;
    private final Path output;
    private final Map<String, String> environment;
    private Process process;

    private Launch(Path data, Path output, Map<String, String> environment) {
        this.data = data;
        this.output = output;
        this.environment = environment;
    }

    /** On a folder that is there, saying what it says into another file. */
    static Launch on(Path data, String output) {
        return new Launch(data, target(output), Map.of("ENTREPOT_DATA", data.toString()));
    }

    /** With free ports and little memory, unless {@code environment} says otherwise. */
    public static Launch of(String name, Map<String, String> environment) {
        Path data = target(name);
        Map<String, String> all = new HashMap<>(Map.of(
                "ENTREPOT_HTTPS_PORT", Integer.toString(freePort()),
                "ENTREPOT_HTTP_PORT", Integer.toString(freePort()),
                "ENTREPOT_DB_MEMORY", "256M",
                "ENTREPOT_DEMO", "no",
                "ENTREPOT_SERVER_MEMORY", "1g",
                "ENTREPOT_SERVER_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
        all.putAll(environment);
        all.put("ENTREPOT_DATA", data.toString());
        return new Launch(data, target(name + ".log"), all);
    }

    /** A file or folder of the tests, gone with the next clean build. */
    public static Path target(String name) {
        return HOME.resolve("ear/target").resolve(name);
    }

    String given(String variable) {
        return environment.get(variable);
    }

    public Path data() {
        return data;
    }

    /** Runs until the product answers. */
    public void start(String... options) {
        begin(options);
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!said().contains("Entrepot runs at")) {
            assertThat(process.isAlive()).as("the launcher ended and said: %s", said()).isTrue();
            assertThat(System.nanoTime()).as("the launcher has not started and said: %s", said()).isLessThan(until);
            pause(200);
        }
    }

    /** Runs until it ends by itself. @return the exit code */
    public int startAndFail(String... options) {
        begin(options);
        return awaitEnd();
    }

    /** Another command on the same folder. @return the exit code */
    public int command(String... words) {
        begin(List.of(words));
        return awaitEnd();
    }

    public int awaitEnd() {
        try {
            assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as("launcher ends").isTrue();
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** SIGTERM. @return the exit code */
    public int stop() {
        process.destroy();
        return awaitEnd();
    }

    public String said() {
        try {
            return Files.readString(output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void begin(String... options) {
        List<String> words = new ArrayList<>(List.of("start", "--while=" + ProcessHandle.current().pid()));
        words.addAll(List.of(options));
        begin(words);
    }

    private void begin(List<String> words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-Djava.io.tmpdir=" + data.resolve("tmp"),
                "-Dentrepot.home=" + HOME,
                "-Dentrepot.data=" + data,
                "-cp", HOME.resolve("ear/target/classes") + File.pathSeparator + classPath(),
                "entrepot.launcher.Entrepot"));
        command.addAll(words);
        try {
            Files.createDirectories(data.resolve("tmp"));
            ProcessBuilder builder = new ProcessBuilder(command);
            builder.environment().putAll(environment);
            process = builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private String classPath() {
        try {
            return Files.readString(HOME.resolve("ear/target/launcher.classpath")).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("build first", failure);
        }
    }

    public static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
