package entrepot.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The unpacked WildFly, configured from clean by the scripts in {@code ear/src/main/server} whenever they change. */
final class ServerHome {

    private static final List<String> GIVEN_AT_START = List.of(
            "entrepot.keystore", "entrepot.keystore.password", "entrepot.db.url", "entrepot.db.user",
            "entrepot.db.password", "entrepot.node", "entrepot.node.name", "entrepot.messages.password");
    private static final List<String> PORTS_GIVEN_AT_START = List.of("entrepot.messages.port", "entrepot.messages.peer");

    private final Path target;
    private final Path scripts;
    private final Path wildfly;

    private ServerHome(Path project) {
        this.target = project.resolve("ear/target");
        this.scripts = project.resolve("ear/src/main/server");
        this.wildfly = unpacked(target);
    }

    static ServerHome of(Settings settings) {
        ServerHome home = new ServerHome(settings.home());
        return BuildLock.with(settings.home(), () -> home.configured(settings.managementPort() != 0));
    }

    Path wildfly() {
        return wildfly;
    }

    Path configuration() {
        return wildfly.resolve("standalone/configuration");
    }

    private ServerHome configured(boolean managed) {
        if (managed) {
            apply("entrepot-managed", List.of("configure.cli", "managed.cli"));
        } else {
            apply("entrepot", List.of("configure.cli"));
        }
        return this;
    }

    /** Keeps a copy of what was applied beside the result, to know when it must be done anew. */
    private void apply(String name, List<String> parts) {
        String wanted = String.join("\n", parts.stream().map(part -> text(scripts.resolve(part))).toList());
        Path applied = configuration().resolve(name + ".cli");
        if (Files.exists(applied) && text(applied).equals(wanted)) {
            return;
        }
        try {
            prepare();
            for (String part : parts) {
                run(scripts.resolve(part));
            }
            Files.move(fresh(), configuration().resolve(name + ".xml"), StandardCopyOption.REPLACE_EXISTING);
            Files.writeString(applied, wanted);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot configure " + wildfly, failure);
        }
    }

    private Path fresh() {
        return configuration().resolve("entrepot-new.xml");
    }

    private void prepare() throws IOException {
        Files.copy(configuration().resolve("standalone-full.xml"), fresh(), StandardCopyOption.REPLACE_EXISTING);
        Files.copy(driver(), target.resolve("mariadb-java-client.jar"), StandardCopyOption.REPLACE_EXISTING);
        Path module = wildfly.resolve("modules/org/mariadb");
        if (Files.exists(module)) {
            try (Stream<Path> files = Files.walk(module)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    private static Path driver() {
        return Path.of(org.mariadb.jdbc.Driver.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    }

    private void run(Path script) throws IOException {
        ProcessBuilder cli = new ProcessBuilder(wildfly.resolve("bin/jboss-cli.sh").toString(), "--file=" + script);
        String values = String.join(" ", Stream.concat(
                GIVEN_AT_START.stream().map(name -> "-D" + name + "=given-at-start"),
                PORTS_GIVEN_AT_START.stream().map(name -> "-D" + name + "=1")).toList());
        cli.environment().put("JAVA_HOME", System.getProperty("java.home"));
        cli.environment().put("JAVA_OPTS", values + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        Process process = cli.directory(target.toFile()).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new CannotStart("The server cannot be configured by " + script + ":\n" + said.strip());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Stopped while the server was configured.", interrupted);
        }
    }

    private static Path unpacked(Path target) {
        try (Stream<Path> folders = Files.list(target)) {
            return folders.filter(folder -> folder.getFileName().toString().startsWith("wildfly-"))
                    .findFirst()
                    .orElseThrow(() -> new CannotStart("There is no WildFly in " + target + ": build with 'mvn package'."));
        } catch (IOException failure) {
            throw new CannotStart("There is no build in " + target + ": build with 'mvn package'.", failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }
}
