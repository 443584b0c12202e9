package entrepot.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** WildFly as a child process, with this instance's configuration, queues and transaction log in the data folder. */
final class Server {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(45);
    private static final Duration LOOKS_APART = Duration.ofSeconds(5);
    private static final String ARCHIVE = "entrepot.ear";

    /** As WildFly's own start script has them for Java 17. */
    private static final List<String> MODULES = List.of(
            "--add-exports=java.desktop/sun.awt=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldap=ALL-UNNAMED",
            "--add-exports=java.naming/com.sun.jndi.url.ldaps=ALL-UNNAMED",
            "--add-exports=jdk.naming.dns/com.sun.jndi.dns=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
            "--add-opens=java.base/java.lang.reflect=ALL-UNNAMED",
            "--add-opens=java.base/java.io=ALL-UNNAMED",
            "--add-opens=java.base/java.net=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.management/javax.management=ALL-UNNAMED",
            "--add-opens=java.naming/javax.naming=ALL-UNNAMED");

    private final Settings settings;
    private final DataFolder data;
    private final Child child;

    private Server(Settings settings, DataFolder data, Child child) {
        this.settings = settings;
        this.data = data;
        this.child = child;
    }

    static Server start(Settings settings, DataFolder data, ServerHome home, Path properties) {
        layConfiguration(data, home);
        layArchive(settings, data);
        Child child = Child.start(
                "server",
                new ProcessBuilder(command(settings, data, home, properties)),
                Redirect.to(data.log().resolve("console.log").toFile()),
                data);
        Server server = new Server(settings, data, child);
        try {
            server.awaitReady();
            return server;
        } catch (CannotStart failure) {
            server.stop();
            throw failure;
        }
    }

    private static List<String> command(Settings settings, DataFolder data, ServerHome home, Path properties) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-D[Entrepot server]");
        command.addAll(List.of(
                "-Xms256m", "-Xmx" + settings.serverMemory(), "-XX:MetaspaceSize=128m", "-XX:+ExitOnOutOfMemoryError",
                "-Djava.net.preferIPv4Stack=true", "-Djava.awt.headless=true", "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8", "-Djava.io.tmpdir=" + data.temporary(),
                "-Djdk.serialFilter=maxbytes=10485760;maxdepth=128;maxarray=100000;maxrefs=300000"));
        command.addAll(MODULES);
        Arrays.stream(settings.serverOptions().split("\\s+")).filter(option -> !option.isEmpty()).forEach(command::add);
        command.addAll(List.of(
                "-Dlogging.configuration=file:" + settings.home().resolve("ear/src/main/server/logging.properties"),
                "-jar", home.wildfly().resolve("jboss-modules.jar").toString(),
                "-mp", home.wildfly().resolve("modules").toString(),
                "org.jboss.as.standalone",
                "-Djboss.home.dir=" + home.wildfly(),
                "-Djboss.server.base.dir=" + data.server(),
                "-Djboss.server.log.dir=" + data.log(),
                "-c=" + configurationFile(settings),
                "-P=" + properties));
        return command;
    }

    private static String configurationFile(Settings settings) {
        return settings.managementPort() == 0 ? "entrepot.xml" : "entrepot-managed.xml";
    }

    private static void layConfiguration(DataFolder data, ServerHome home) {
        Path to = data.server().resolve("configuration");
        try (Stream<Path> files = Files.list(home.configuration())) {
            Files.createDirectories(to);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + to, failure);
        }
    }

    private static void layArchive(Settings settings, DataFolder data) {
        Path deployments = data.server().resolve("deployments");
        try {
            Files.createDirectories(deployments);
            try (Stream<Path> before = Files.list(deployments)) {
                for (Path file : before.toList()) {
                    Files.delete(file);
                }
            }
            if (settings.archive().isPresent()) {
                Files.copy(settings.archive().get(), deployments.resolve(ARCHIVE));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + deployments, failure);
        }
    }

    private void awaitReady() {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            if (!child.alive() || marked("failed") || System.nanoTime() > until) {
                throw new CannotStart("The server did not start; " + data.log().resolve("console.log") + " says: "
                        + LastLines.of(data.log().resolve("console.log"), " ERROR "));
            }
            Pause.millis(200);
        }
    }

    private boolean ready() {
        boolean deployed = marked("deployed") || settings.archive().isEmpty();
        boolean managed = settings.managementPort() == 0 || Ports.answers("127.0.0.1", settings.managementPort());
        return deployed && managed && Ports.answers(settings.bind(), settings.httpsPort());
    }

    private boolean marked(String how) {
        return Files.exists(data.server().resolve("deployments").resolve(ARCHIVE + "." + how));
    }

    void stop() {
        child.stop(STOPS_WITHIN);
    }

    Child child() {
        return child;
    }

    /** Never, where another brings the archive. @return the sentence about it */
    CompletableFuture<String> applicationGone() {
        return settings.archive().isPresent()
                ? new Watch(settings.bind(), settings.httpPort(), LOOKS_APART).gone()
                : new CompletableFuture<>();
    }
}
