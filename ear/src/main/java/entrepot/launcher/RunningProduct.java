package entrepot.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * The instance that runs on a data folder, seen as its clients see it: by HTTPS and as one of its accounts. Trusts the
 * certificate that the instance made for itself, and no other.
 */
public final class RunningProduct {

    private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(10);
    private static final Duration ANSWERS_WITHIN = Duration.ofMinutes(2);

    private final DataFolder data;

    private RunningProduct(DataFolder data) {
        this.data = data;
    }

    public static RunningProduct on(DataFolder data) {
        if (RunFile.url(data).isEmpty()) {
            throw new CannotStart("Entrepot does not run on " + data.top() + ": './entrepot start' starts it.");
        }
        return new RunningProduct(data);
    }

    public URI url() {
        return URI.create(RunFile.url(data));
    }

    /** The account of a role, by the passwords of the first start. */
    public Login account(String role) {
        Path file = data.secret(Accounts.FILE);
        try {
            Map<String, String> passwords = Files.readAllLines(file).stream()
                    .map(line -> line.split(" ", 2))
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1]));
            return new Login(role, passwords.get(role));
        } catch (IOException failure) {
            throw new CannotStart("The passwords of the first start are not in " + file + " any more.", failure);
        }
    }

    /** A request with HTTP Basic to a path below the root, e.g. {@code api/v1/items}. */
    public HttpRequest.Builder request(Login login, String path) {
        String pair = login.name() + ':' + login.password();
        return HttpRequest.newBuilder(url().resolve("/").resolve(path))
                .timeout(ANSWERS_WITHIN)
                .header("Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }

    public HttpClient client() {
        return HttpClient.newBuilder()
                .sslContext(trust())
                .connectTimeout(CONNECTS_WITHIN)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    public SSLContext trust() {
        Certificate certificate = Certificate.in(data, new Secrets(data));
        try (InputStream in = Files.newInputStream(certificate.keystore())) {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(in, certificate.password().toCharArray());
            KeyStore trusted = KeyStore.getInstance("PKCS12");
            trusted.load(null, null);
            trusted.setCertificateEntry("server", own.getCertificate("server"));
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read " + certificate.keystore(), failure);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("cannot trust the certificate in " + certificate.keystore(), failure);
        }
    }
}
