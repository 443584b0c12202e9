package entrepot.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The server's key and self-signed certificate, made on first start and kept. */
public record Certificate(Path keystore, String password) {

    private static final long PATIENCE_SECONDS = 60;

    static Certificate in(DataFolder data, Secrets secrets) {
        Certificate certificate = new Certificate(data.secret("server.p12"), secrets.password("keystore"));
        if (!Files.exists(certificate.keystore())) {
            certificate.make(data.secret("server-new.p12"));
        }
        return certificate;
    }

    private void make(Path fresh) {
        ProcessBuilder keytool = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair", "-alias", "server", "-keyalg", "EC", "-groupname", "secp256r1", "-validity", "825",
                "-dname", "CN=localhost, O=Entrepot", "-ext", "san=dns:localhost,ip:127.0.0.1",
                "-storetype", "PKCS12", "-keystore", fresh.toString(),
                "-storepass:env", "ENTREPOT_KEYSTORE_PASSWORD");
        keytool.environment().put("ENTREPOT_KEYSTORE_PASSWORD", password);
        try {
            Files.deleteIfExists(fresh);
            Process process = keytool.redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new CannotStart("The certificate cannot be made: " + said.strip());
            }
            Files.setPosixFilePermissions(
                    fresh, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
            Files.move(fresh, keystore);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot write " + keystore, failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Stopped while the certificate was made.", interrupted);
        }
    }
}
