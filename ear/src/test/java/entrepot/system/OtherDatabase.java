package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** One more database beside that of a running product, as somebody else would make it for another instance. */
public final class OtherDatabase {

    private OtherDatabase() {}

    /** @param url of the product's own, or of whatever leads there. @return what tells an instance to use it */
    public static Map<String, String> make(Product host, String name, String url) {
        asRoot(host, """
                CREATE OR REPLACE DATABASE %1$s CHARACTER SET utf8mb4;
                CREATE OR REPLACE USER %1$s_owner@'%%' IDENTIFIED BY 'chosen-by-somebody-1';
                CREATE OR REPLACE USER %1$s_app@'127.%%' IDENTIFIED BY 'chosen-by-somebody-2';
                GRANT ALL ON %1$s.* TO %1$s_owner@'%%' WITH GRANT OPTION;
                """.formatted(name));
        return Map.of(
                "ENTREPOT_DB_URL", url.replaceFirst("/entrepot$", "/" + name),
                "ENTREPOT_DB_OWNER", name + "_owner", "ENTREPOT_DB_OWNER_PASSWORD", "chosen-by-somebody-1",
                "ENTREPOT_DB_USER", name + "_app", "ENTREPOT_DB_PASSWORD", "chosen-by-somebody-2");
    }

    /** Root comes in by the socket only. */
    private static void asRoot(Product host, String sql) {
        try {
            ProcessBuilder builder = new ProcessBuilder(
                    Launch.target("mariadb/bin/mariadb").toString(), "--no-defaults", "--user=root", "--skip-ssl",
                    "--socket=" + host.data().resolve("tmp/database.sock"), "--execute=" + sql);
            Path password = host.data().resolve("secrets/database-root");
            builder.environment().put("MYSQL_PWD", Files.readString(password).strip());
            Process process = builder.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(said).isZero();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
