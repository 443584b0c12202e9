package entrepot.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Product;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Both years of real retail rows through the product, against what the same database can write of the same rows:
 * {@code docs/benchmarks.md} explains it. The folder is {@code retail.dir}, else beside the project.
 */
@Tag("bench")
class RetailBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SKIPPED = 5_000;
    private static final int STRETCH = 5_120;
    private static final Path FILES = Path.of(System.getProperty("retail.dir", "../../shared/data/online-retail"));

    private final String path = "api/v1/imports/" + UUID.randomUUID();
    private Product product;

    @Test
    void bothYearsAgainstTheCeiling() throws IOException, SQLException, InterruptedException {
        assumeTrue(Files.isDirectory(FILES), "no retail data at " + FILES);
        try (Product started = Product.start("bench-retail",
                Map.of("ENTREPOT_SERVER_OPTIONS", "", "ENTREPOT_SERVER_MEMORY", "2g", "ENTREPOT_DB_MEMORY", "2G"))) {
            product = started;
            upload();
            Duration dryRun = run("dry-run");
            Duration posting = run("commit");
            RecordedPostings stretch = stretch();
            List<Double> ceiling = new ArrayList<>();
            for (int round = 0; round < ROUNDS; round++) {
                ceiling.add(ceiling(stretch));
            }
            Report.write("retail", new RetailReport(admin().get(path).json(), dryRun, posting, ceiling).text());
        }
    }

    private void upload() throws IOException {
        assertThat(admin().post("api/v1/imports", "{}", "Idempotency-Key", id()).status()).isEqualTo(201);
        try (Stream<Path> files = Files.list(FILES)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".csv.gz")).sorted().toList()) {
                assertThat(admin().send(admin().request(path + "/files/" + file.getFileName())
                        .header("Content-Type", "application/gzip").PUT(BodyPublishers.ofFile(file))).status()).isEqualTo(200);
            }
        }
    }

    /** From when the job starts to when it is over, by the server's clock. */
    private Duration run(String step) throws InterruptedException {
        assertThat(admin().post(path + "/" + step, "").status()).isEqualTo(202);
        JsonNode job;
        do {
            Thread.sleep(1000);
            job = admin().get("api/v1/jobs/" + admin().get(path).json().path("job").path("id").asText()).json();
        } while (job.path("status").asText().matches("QUEUED|RUNNING"));
        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("DONE");
        return Duration.between(Instant.parse(job.path("startedAt").asText()), Instant.parse(job.path("finishedAt").asText()));
    }

    /** Postings of the import after it has opened the shelves. */
    private RecordedPostings stretch() throws SQLException {
        try (Connection book = product.asOwner()) {
            return RecordedPostings.read(book, "source = ? ORDER BY seq LIMIT " + STRETCH + " OFFSET " + SKIPPED, "import:" + id());
        }
    }

    /** Lines a second. */
    private double ceiling(RecordedPostings stretch) throws SQLException {
        try (Ceiling ceiling = new Ceiling(Ceiling.to(product), stretch, false)) {
            long begun = System.nanoTime();
            ceiling.write();
            return stretch.lines() / ((System.nanoTime() - begun) / 1e9);
        }
    }

    private String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Api admin() {
        return product.as("admin");
    }
}
