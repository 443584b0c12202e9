package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.system.Api.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@OnProduct
class SurfaceTest {

    private final Product product;

    SurfaceTest(Product product) {
        this.product = product;
    }

    /** The third is for the queues of other nodes of this machine. */
    @Test
    void theServerListensOnItsTwoPortsAndOnLoopbackForOtherNodes() {
        int messages = Integer.parseInt(product.property("entrepot.messages.port"));
        assertThat(listening(product.process("server").pid())).containsExactlyInAnyOrder(
                onLoopback(product.url().getPort()), onLoopback(product.plainUrl().getPort()), onLoopback(messages));
    }

    /** As the kernel writes it. */
    private static String onLoopback(int port) {
        return String.format("0100007F:%04X", port);
    }

    @Test
    void plainHttpAnswersOnlyWithTheWayToHttps() {
        Api plain = new Api(product.plainUrl(), product.anonymous().client(), null);
        for (String path : new String[] {"", "api/v1/items?x=1", "wildfly-services", "management"}) {
            Answer answer = plain.get(path);
            assertThat(answer.status()).as(path).isEqualTo(302);
            assertThat(answer.response().headers().firstValue("Location"))
                    .hasValue("https://127.0.0.1:" + product.url().getPort() + "/" + path);
        }
    }

    /** The application answers for everything: it knows no such page, or asks for a log-in first. */
    @ParameterizedTest
    @ValueSource(strings = {
        "wildfly-services", "wildfly-services/naming/v1", "management", "console", "metrics", "openapi", "jolokia",
        "WEB-INF/web.xml", "META-INF/MANIFEST.MF"
    })
    void doorsOfTheServerItselfAreClosed(String path) {
        Answer answer = product.anonymous().get(path);
        assertThat(answer.status()).isIn(303, 403, 404);
        assertThat(answer.response().headers().firstValue("Location").orElse("/login")).startsWith("/login");
        assertThat(answer.response().headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void anAnswerDoesNotNameTheServer() {
        Answer answer = product.anonymous().get("no-such-page");
        assertThat(answer.response().headers().map().keySet()).doesNotContain("server", "x-powered-by");
        assertThat(answer.body()).doesNotContainIgnoringCase("wildfly", "undertow", "jboss");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1", "TLSv1.1"})
    void oldProtocolsAreRefused(String protocol) throws IOException {
        try (SSLSocket socket = socket(protocol)) {
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void newProtocolsAreSpoken(String protocol) throws IOException {
        try (SSLSocket socket = socket(protocol)) {
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(protocol);
        }
    }

    @Test
    void passwordsAreInNoLogAndOnNoCommandLine() throws IOException {
        Set<String> secrets = Stream.of("database-owner", "database-application", "database-root", "keystore")
                .map(name -> text(product.data().resolve("secrets").resolve(name)).strip())
                .collect(Collectors.toCollection(TreeSet::new));
        secrets.add(product.account("admin").password());
        try (Stream<Path> logs = Files.list(product.data().resolve("log"))) {
            logs.forEach(log -> assertThat(text(log)).as(log.toString()).doesNotContain(secrets.toArray(String[]::new)));
        }
        for (String name : new String[] {"launcher", "server", "database"}) {
            assertThat(text(Path.of("/proc", Long.toString(product.process(name).pid()), "cmdline")))
                    .doesNotContain(secrets.toArray(String[]::new));
        }
    }

    @Test
    void onlyItsOwnerReadsTheDataFolder() throws IOException {
        assertThat(Files.getPosixFilePermissions(product.data())).hasSize(3);
        try (Stream<Path> secrets = Files.list(product.data().resolve("secrets"))) {
            assertThat(secrets).allSatisfy(file -> assertThat(Files.getPosixFilePermissions(file)).hasSize(2));
        }
    }

    @Test
    void anEventInTheLogIsOneLine() throws IOException {
        assertThat(Files.readAllLines(product.data().resolve("log/server.log")))
                .allSatisfy(line -> assertThat(line).startsWith("{").endsWith("}"));
    }

    private SSLSocket socket(String protocol) throws IOException {
        SSLSocket socket = (SSLSocket) product.client().trust().getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), product.url().getPort());
        socket.setEnabledProtocols(new String[] {protocol});
        return socket;
    }

    /** The TCP ports a process listens on, from /proc: its sockets, and which of them are in state 0A. */
    private static Set<String> listening(long process) {
        Set<String> sockets = sockets(process);
        return Stream.of("tcp", "tcp6")
                .flatMap(table -> text(Path.of("/proc/net", table)).lines().skip(1))
                .map(line -> line.strip().split("\\s+"))
                .filter(field -> field[3].equals("0A") && sockets.contains("socket:[" + field[9] + "]"))
                .map(field -> field[1])
                .collect(Collectors.toSet());
    }

    private static Set<String> sockets(long process) {
        try (Stream<Path> handles = Files.list(Path.of("/proc", Long.toString(process), "fd"))) {
            return handles.map(SurfaceTest::target).collect(Collectors.toSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String target(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }

    private static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
