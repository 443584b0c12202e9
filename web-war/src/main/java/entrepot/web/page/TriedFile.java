package entrepot.web.page;

import entrepot.trading.market.server.ImportReport;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.SessionScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;

/** The file that a user tried last, kept until it is imported, another is tried or the session ends. */
@SessionScoped
public class TriedFile implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Bytes that are read within the request; what is larger is a job's. About 100,000 lines. */
    private static final long LARGE = 4 << 20;

    private String symbol;
    private String name;
    private String path;
    private HashMap<String, String> mapping = new HashMap<>();
    private transient ImportReport report;
    private long job;

    synchronized void keep(String of, String called, Map<String, String> mapped, InputStream content) throws IOException {
        forget();
        Path file = Files.createTempFile("entrepot-", ".csv");
        Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
        symbol = of;
        name = called;
        path = file.toString();
        mapping = new HashMap<>(mapped);
    }

    synchronized void found(ImportReport tried) {
        report = tried;
    }

    /** A job tries it. */
    synchronized void queued(long by) {
        job = by;
    }

    /** The job that tries it, or 0. */
    synchronized long job() {
        return job;
    }

    synchronized boolean isLarge() throws IOException {
        return Files.size(Path.of(path)) > LARGE;
    }

    @PreDestroy
    synchronized void forget() {
        try {
            if (path != null) {
                Files.deleteIfExists(Path.of(path));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot delete " + path, failure);
        }
        symbol = null;
        path = null;
        report = null;
        job = 0;
    }

    synchronized boolean isOf(String asked) {
        return path != null && symbol.equals(asked);
    }

    synchronized InputStream open() throws IOException {
        return Files.newInputStream(Path.of(path));
    }

    synchronized String name() {
        return name;
    }

    synchronized String mapped(String field) {
        return mapping.get(field);
    }

    synchronized ImportReport report() {
        return report;
    }
}
