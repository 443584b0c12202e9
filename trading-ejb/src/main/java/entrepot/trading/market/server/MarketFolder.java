package entrepot.trading.market.server;

import entrepot.platform.idempotency.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Where files of prices wait for their job, in the server's data folder. A file that failed can be tried again for a week. */
final class MarketFolder {

    private static final Duration KEPT = Duration.ofDays(7);

    private MarketFolder() {}

    /** @return SHA-256 of it */
    static byte[] store(UUID file, InputStream content, Instant now) throws IOException {
        Path folder = Files.createDirectories(path(file).getParent());
        sweep(folder, now);
        MessageDigest digest = Fingerprint.digest();
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(path(file)), digest)) {
            content.transferTo(out);
        }
        return digest.digest();
    }

    static Path path(UUID file) {
        return Path.of(System.getProperty("jboss.server.data.dir", "."), "market-imports", file + ".csv");
    }

    static void forget(UUID file) throws IOException {
        Files.deleteIfExists(path(file));
    }

    private static void sweep(Path folder, Instant now) throws IOException {
        FileTime oldest = FileTime.from(now.minus(KEPT));
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                if (Files.getLastModifiedTime(file).compareTo(oldest) < 0) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }
}
