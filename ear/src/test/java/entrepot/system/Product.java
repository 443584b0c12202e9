package entrepot.system;

import entrepot.launcher.BookDatabase;
import entrepot.launcher.DataFolder;
import entrepot.launcher.Login;
import entrepot.launcher.RunningProduct;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/** A running Entrepot: where it is, who may come in, its database, and ways to hurt it. */
public final class Product implements AutoCloseable {

    static {
        // Less than the minute after which the server ends a connection that is idle, so that no request meets that end.
        System.setProperty("jdk.httpclient.keepalive.timeout", "20");
    }

    private final Path data;
    private final Launch launch;
    private final HttpClient http;

    private Product(Path data, Launch launch) {
        this.data = data;
        this.launch = launch;
        this.http = client().client();
    }

    /** A new one with nothing in it, in {@code target/NAME}. */
    public static Product start(String name) {
        return start(name, Map.of());
    }

    public static Product start(String name, Map<String, String> environment) {
        Launch launch = Launch.of(name, environment);
        launch.start("--reset");
        return new Product(launch.data(), launch);
    }

    /** The one that an earlier run left in {@code target/NAME}. */
    public static Product startAgain(String name, Map<String, String> environment) {
        Launch launch = Launch.of(name, environment);
        launch.start();
        return new Product(launch.data(), launch);
    }

    /** One more server on the book of {@code first}, in {@code target/NAME}. Its accounts are those of the first. */
    public static Product joining(Product first, String name) {
        Launch launch = Launch.of(name, Map.of());
        launch.start("--reset", "--join=" + first.data());
        return new Product(launch.data(), launch);
    }

    /** A new one with the book of a backup in it. */
    static Product restored(String name, String... words) {
        Launch launch = Launch.of(name, Map.of());
        if (launch.command(Stream.concat(Stream.of("restore"), Stream.of(words)).toArray(String[]::new)) != 0) {
            throw new IllegalStateException(launch.said());
        }
        launch.start();
        return new Product(launch.data(), launch);
    }

    /** The one that the system property {@code product.data} names, or a new one. */
    public static Product givenOr(String name, Map<String, String> environment) {
        String data = System.getProperty("product.data", "");
        return data.isBlank() ? start(name, environment) : running(Path.of(data));
    }

    /** One that somebody else started and will stop. */
    static Product running(Path data) {
        return new Product(data.toAbsolutePath().normalize(), null);
    }

    /** The one that all tests of this process share. */
    public static Product shared() {
        return SharedProduct.product();
    }

    public URI url() {
        return client().url();
    }

    public URI plainUrl() {
        return URI.create("http://127.0.0.1:" + properties().getProperty("entrepot.http.port") + "/");
    }

    public Path data() {
        return data;
    }

    /** A client that nobody is logged in with. */
    public Api anonymous() {
        return new Api(url(), http, null);
    }

    /** A client with HTTP Basic as the account of a role: cashier, storekeeper, buyer, pricing… */
    public Api as(String role) {
        return new Api(url(), http, account(role));
    }

    public Login account(String role) {
        return client().account(role);
    }

    /** For what {@link Api} does not cover. */
    public RunningProduct client() {
        return RunningProduct.on(DataFolder.at(data));
    }

    public BookDatabase book() {
        Properties properties = properties();
        return new BookDatabase(
                properties.getProperty("entrepot.db.url"),
                owner(),
                new Login(properties.getProperty("entrepot.db.user"), properties.getProperty("entrepot.db.password")));
    }

    private Login owner() {
        return Files.exists(data.resolve("run/database.pid"))
                ? new Login("entrepot_owner", text(data.resolve("secrets/database-owner")))
                : new Login(launch.given("ENTREPOT_DB_OWNER"), launch.given("ENTREPOT_DB_OWNER_PASSWORD"));
    }

    /** What the server may do, this may. */
    public Connection asApplication() throws SQLException {
        return book().asApplication();
    }

    public Connection asOwner() throws SQLException {
        return book().asOwner();
    }

    /** {@code kill -9}. The launcher notices and stops the rest. */
    public void killServer() {
        kill(process("server"));
    }

    public void killDatabase() {
        kill(process("database"));
    }

    /** Nobody is left to stop the other two. */
    public void killLauncher() {
        kill(process("launcher"));
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** The process of {@code name}: launcher, server or database. */
    public ProcessHandle process(String name) {
        String number = text(data.resolve("run").resolve(name + ".pid"));
        return ProcessHandle.of(Long.parseLong(number))
                .orElseThrow(() -> new IllegalStateException("the " + name + " does not run, process " + number));
    }

    /** Starts it again on the same data, whatever was left running. */
    public void restart() {
        launch.awaitEnd();
        launch.start();
    }

    /** Waits until the launcher ends by itself. @return its exit code */
    public int awaitEnd() {
        return launch.awaitEnd();
    }

    /** What the launcher has said since its last start. */
    public String said() {
        return launch.said();
    }

    @Override
    public void close() {
        if (launch != null) {
            launch.stop();
        }
    }

    /** What the launcher told the server at its last start. */
    String property(String name) {
        return properties().getProperty(name);
    }

    private Properties properties() {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(data.resolve("secrets/server.properties"))) {
            properties.load(in);
            return properties;
        } catch (IOException failure) {
            throw new UncheckedIOException("no properties of a running server in " + data, failure);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + file, failure);
        }
    }
}
