package entrepot.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Launch;
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
    private static final int SKIPPED = 25_000;
    private static final int STRETCH = 1_536;
    private static final Path FILES = Path.of(System.getProperty("retail.dir", "../../shared/data/online-retail"));

    private final String path = "api/v1/imports/" + UUID.randomUUID();
    private Product product;

    @Test
    void bothYearsAgainstTheCeiling() throws IOException, SQLException {
        assumeTrue(Files.isDirectory(FILES), "no retail data at " + FILES);
        try (Product started = Product.start("bench-retail",
                Map.of("ENTREPOT_SERVER_OPTIONS", "", "ENTREPOT_SERVER_MEMORY", "2g", "ENTREPOT_DB_MEMORY", "2G"))) {
            product = started;
            upload();
            Duration dryRun = run("dry-run");
            Measured posting = new Meter(product).time(0, () -> {
                run("commit");
                return 0;
            });
            List<Double> ceiling = ceiling();
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
    private Duration run(String step) {
        assertThat(admin().post(path + "/" + step, "").status()).isEqualTo(202);
        JsonNode job;
        do {
            Launch.pause(1000);
            job = admin().get("api/v1/jobs/" + admin().get(path).json().path("job").path("id").asText()).json();
        } while (job.path("status").asText().matches("QUEUED|RUNNING"));
        assertThat(job.path("status").asText()).as(job.toString()).isEqualTo("DONE");
        return Duration.between(Instant.parse(job.path("startedAt").asText()), Instant.parse(job.path("finishedAt").asText()));
    }

    /** Lines a second, of stretches one after the other. */
    private List<Double> ceiling() throws SQLException {
        RecordedPostings recorded = stretches();
        List<Double> rates = new ArrayList<>();
        try (Ceiling ceiling = Ceiling.full(Ceiling.to(product), recorded, false)) {
            for (int round = 0; round < ROUNDS; round++) {
                List<Long> stretch = recorded.postings().subList(round * STRETCH, (round + 1) * STRETCH);
                long begun = System.nanoTime();
                ceiling.write(stretch);
                rates.add(recorded.lines(stretch) / ((System.nanoTime() - begun) / 1e9));
            }
        }
        return rates;
    }

    /** Postings of the import after it has opened the shelves. */
    private RecordedPostings stretches() throws SQLException {
        try (Connection book = product.asOwner()) {
            return RecordedPostings.read(book, "source = ? ORDER BY seq LIMIT " + ROUNDS * STRETCH + " OFFSET " + SKIPPED, "import:" + id());
        }
    }

    private String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private Api admin() {
        return product.as("admin");
    }
}
