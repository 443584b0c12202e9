package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@OnProduct
class LauncherTest {

    private static final int REFUSED = 2;

    private final Product product;

    LauncherTest(Product product) {
        this.product = product;
    }

    @Test
    void aTakenPortIsOneSentence() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(taken.getLocalPort());
            Launch launch = Launch.of("launch-port", Map.of("ENTREPOT_HTTPS_PORT", port));
            assertThat(launch.startAndFail()).isEqualTo(REFUSED);
            assertThat(launch.said().strip()).doesNotContain("\n").contains("Port " + port).contains("ENTREPOT_HTTPS_PORT");
        }
    }

    @Test
    void aFolderInUseIsOneSentence() {
        Launch second = Launch.on(product.data(), "launch-twice.log");
        assertThat(second.startAndFail()).isEqualTo(REFUSED);
        assertThat(second.said().strip()).doesNotContain("\n").contains("already runs on " + product.data());
    }

    @Test
    void aPortThatIsNoPortIsOneSentence() {
        Launch launch = Launch.of("launch-number", Map.of("ENTREPOT_HTTP_PORT", "eighty"));
        assertThat(launch.startAndFail()).isEqualTo(REFUSED);
        assertThat(launch.said().strip()).doesNotContain("\n").contains("ENTREPOT_HTTP_PORT is 'eighty'");
    }

    @Test
    void aRunningDatabaseNeedsBothItsUsers() {
        Launch launch = Launch.of("launch-database", Map.of("ENTREPOT_DB_URL", "jdbc:mariadb://127.0.0.1:1/book"));
        assertThat(launch.startAndFail()).isEqualTo(REFUSED);
        assertThat(launch.said().strip()).doesNotContain("\n").contains("ENTREPOT_DB_OWNER must be given");
    }

    @Test
    void anOldJavaIsOneSentence() throws IOException, InterruptedException {
        Path old = Files.createDirectories(product.data().resolveSibling("java-11/bin")).resolve("java");
        Files.writeString(old, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();
        ProcessBuilder script = new ProcessBuilder(Path.of(System.getProperty("entrepot.home"), "entrepot").toString(), "start");
        script.environment().put("JAVA_HOME", old.getParent().getParent().toString());
        Process process = script.redirectErrorStream(true).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(REFUSED);
        assertThat(new String(process.getInputStream().readAllBytes()).strip())
                .doesNotContain("\n")
                .contains("needs a JDK 17 or later")
                .contains("version 11");
    }
}
