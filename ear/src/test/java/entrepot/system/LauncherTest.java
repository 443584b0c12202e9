package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
    void whoJoinsNobodyIsToldInOneSentence() {
        Launch none = Launch.of("launch-alone", Map.of());
        assertThat(none.startAndFail("--join=" + Launch.target("nobody-here"))).isEqualTo(REFUSED);
        assertThat(none.said().strip()).doesNotContain("\n").contains("Entrepot does not run on " + Launch.target("nobody-here"), "no database to join");

        Launch itself = Launch.of("launch-alone", Map.of());
        assertThat(itself.startAndFail("--join=" + Launch.target("launch-alone"))).isEqualTo(REFUSED);
        assertThat(itself.said().strip()).doesNotContain("\n").contains("needs a data folder of its own");

        Launch given = Launch.of("launch-alone", Map.of("ENTREPOT_DB_URL", "jdbc:mariadb://127.0.0.1:1/book", "ENTREPOT_DB_OWNER", "a",
                "ENTREPOT_DB_OWNER_PASSWORD", "a", "ENTREPOT_DB_USER", "b", "ENTREPOT_DB_PASSWORD", "b"));
        assertThat(given.startAndFail("--join=" + product.data())).isEqualTo(REFUSED);
        assertThat(given.said().strip()).doesNotContain("\n").contains("ENTREPOT_DB_URL names the database");
    }

    @Test
    void aFullDiskIsOneSentence() throws IOException, InterruptedException {
        Path disk = Files.createDirectories(Launch.target("small-disk"));
        assumeTrue(ran("mount", "-t", "tmpfs", "-o", "size=100m", "tmpfs", disk.toString()), "may not mount a small disk");
        try {
            Launch launch = Launch.on(disk, "launch-disk.log");
            assertThat(launch.startAndFail()).isEqualTo(REFUSED);
            assertThat(launch.said().strip()).doesNotContain("\n").contains("MB free and Entrepot needs 500 MB");
        } finally {
            ran("umount", disk.toString());
        }
    }

    @Test
    void anOldJavaIsOneSentence() throws IOException, InterruptedException {
        Path bin = Files.createDirectories(Launch.target("java-11/bin"));
        Path old = bin.resolve("java");
        Files.writeString(old, "#!/bin/sh\necho 'openjdk version \"11.0.2\" 2019-01-15' >&2\n");
        assertThat(old.toFile().setExecutable(true)).isTrue();
        ProcessBuilder script = script(Launch.HOME);
        script.environment().put("JAVA_HOME", bin.getParent().toString());
        refused(script, "needs a JDK 17 or later", "version 11");
    }

    @Test
    void aMissingMavenIsOneSentence() throws IOException, InterruptedException {
        Path empty = Files.createDirectories(Launch.target("not-built"));
        Files.copy(Launch.HOME.resolve("entrepot"), empty.resolve("entrepot"), StandardCopyOption.REPLACE_EXISTING);
        ProcessBuilder script = script(empty);
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        script.environment().put("PATH", toolsWithoutMaven(empty.resolve("bin")).toString());
        refused(script, "not built yet", "Maven was not found");
    }

    private static ProcessBuilder script(Path home) {
        return new ProcessBuilder("/bin/sh", home.resolve("entrepot").toString(), "start").redirectErrorStream(true);
    }

    private static Path toolsWithoutMaven(Path bin) throws IOException {
        Files.createDirectories(bin);
        for (String tool : new String[] {"dirname", "sed", "head", "find", "mkdir", "grep", "touch", "cat"}) {
            Path link = bin.resolve(tool);
            if (!Files.exists(link)) {
                Files.createSymbolicLink(link, Path.of("/usr/bin", tool));
            }
        }
        return bin;
    }

    private static void refused(ProcessBuilder script, String... words) throws IOException, InterruptedException {
        Process process = script.start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(said).doesNotContain("\n").contains(words);
        assertThat(process.exitValue()).isEqualTo(REFUSED);
    }

    private static boolean ran(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }
}
