package entrepot.inventory.retail.server;

import entrepot.platform.idempotency.Fingerprint;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.UUID;

/** Where the files of imports lie, one folder a batch, in the server's data folder. */
final class ImportFolder {

    private ImportFolder() {}

    private static Path top() {
        return Path.of(System.getProperty("entrepot.imports", System.getProperty("jboss.server.data.dir", ".") + "/imports"));
    }

    /** Written beside first, so that a torn upload leaves the file of before. */
    static ImportFile store(UUID batch, String name, InputStream content) throws IOException {
        Path folder = Files.createDirectories(top().resolve(batch.toString()));
        Path part = Files.createTempFile(folder, "upload-", ".part");
        try {
            MessageDigest digest = Fingerprint.digest();
            long bytes;
            try (OutputStream out = new DigestOutputStream(Files.newOutputStream(part), digest)) {
                bytes = content.transferTo(out);
            }
            Files.move(part, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            return new ImportFile(name, bytes, digest.digest());
        } finally {
            Files.deleteIfExists(part);
        }
    }

    static List<Path> paths(UUID batch, List<ImportFile> files) {
        return files.stream().map(file -> top().resolve(batch.toString()).resolve(file.name())).toList();
    }

    static void checkRoom(long bytes) {
        try {
            long free = Files.getFileStore(Files.createDirectories(top())).getUsableSpace();
            if (free < bytes + (100L << 20)) {
                throw new ImportRefused("no-room", "the disk has " + (free >> 20) + " MB free, too few for this file");
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot look at " + top(), failure);
        }
    }
}
