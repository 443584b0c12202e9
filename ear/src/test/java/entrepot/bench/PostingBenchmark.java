package entrepot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.bench.inside.BenchSeller;
import entrepot.bench.inside.BenchServlet;
import entrepot.bench.inside.Echo;
import entrepot.system.Product;
import entrepot.system.inside.Inside;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * How fast sales are posted, against what the same database can write: protocol and columns are explained in the report,
 * {@code docs/benchmarks.md}. Sales of three lines over 50,000 items; every way in turn, {@code bench.rounds} times.
 */
@Tag("bench")
class PostingBenchmark {

    private static final int ROUNDS = Integer.getInteger("bench.rounds", 5);
    private static final int SALES = Integer.getInteger("bench.sales", 10_000);
    private static final String BY_REFERENCE = "reference = ? ORDER BY seq";

    private final Map<String, List<Measured>> results = new LinkedHashMap<>();
    private Product product;
    private Meter meter;
    private Tills tills;

    @Test
    void postingAgainstTheCeiling() throws SQLException {
        try (Product started = Product.start("bench", environment("2G"))) {
            product = started;
            meter = new Meter(product);
            tills = new Tills(product, meter);
            Behind behind = new Behind(new BookSql(product));
            behind.hold();
            tills.stock();
            String compared = compare();
            warmUp();
            for (int round = 0; round < ROUNDS; round++) {
                round("round-" + round);
            }
            Map<String, Profile> profiles = profiles();
            Behind.Rates rates = behind.measure(() -> tills.inProcess("last", Mix.SPREAD, Tills.CLIENTS, 1, SALES / 4));
            Report.write("posting", new PostingReport(results, compared, ROUNDS, rates, profiles).text());
        }
    }

    static Map<String, String> environment(String databaseMemory) {
        Path archive = Path.of(System.getProperty("entrepot.home"), "ear/target/bench.ear").toAbsolutePath().normalize();
        Inside.Archive.with(BenchSeller.class, BenchServlet.class, Echo.class, Echo.Root.class, Mix.class)
                .as(ZipExporter.class).exportTo(archive.toFile(), true);
        return Map.of("ENTREPOT_ARCHIVE", archive.toString(), "ENTREPOT_SERVER_OPTIONS", "",
                "ENTREPOT_SERVER_MEMORY", "2g", "ENTREPOT_DB_MEMORY", databaseMemory);
    }

    /** A small run, written by both, is the same to the byte. */
    private String compare() throws SQLException {
        tills.inProcess("compare", Mix.SPREAD, 1, 50, 500);
        RecordedPostings sales = recorded("compare");
        try (Ceiling ceiling = Ceiling.empty(Ceiling.to(product), sales, true)) {
            assertThat(sales.differences(ceiling.written())).as("before the ceiling wrote").hasSameSizeAs(sales.all());
            ceiling.write(sales.postings());
            assertThat(sales.differences(ceiling.written())).as("tables that differ").isEmpty();
        }
        return sales.postings().size() + " sales, " + sales.rows() + " rows";
    }

    private RecordedPostings recorded(String reference) throws SQLException {
        try (Connection book = product.asOwner()) {
            return RecordedPostings.read(book, BY_REFERENCE, reference);
        }
    }

    /** As long as the compiler still has much to do: the first thousands of requests cost thrice what later ones do. */
    private void warmUp() {
        for (int i = 0; i < 3; i++) {
            tills.inProcess("warm", Mix.SPREAD, Tills.CLIENTS, 1, SALES);
            tills.inProcess("warm", Mix.SPREAD, 4, 256, SALES);
            tills.single("warm", SALES);
            tills.bulk("warm", Mix.SPREAD, SALES);
            tills.echo(SALES);
        }
    }

    private void round(String name) throws SQLException {
        note("in process, groups of 256", () -> tills.inProcess(name + "-groups", Mix.SPREAD, 4, 256, SALES));
        RecordedPostings sales = recorded(name + "-groups");
        try (Ceiling full = Ceiling.full(Ceiling.to(product), sales, true)) {
            note(PostingReport.CEILING, () -> ceiling(full, sales));
        }
        try (Ceiling empty = Ceiling.empty(Ceiling.to(product), sales, true)) {
            note(PostingReport.EMPTY, () -> ceiling(empty, sales));
        }
        note("in process, one by one", () -> tills.inProcess(name, Mix.SPREAD, Tills.CLIENTS, 1, SALES / 2));
        note("in process, one by one, skewed", () -> tills.inProcess(name, Mix.SKEWED, Tills.CLIENTS, 1, SALES / 2));
        note("in process, one by one, hot", () -> tills.inProcess(name, Mix.HOT, Tills.CLIENTS, 1, SALES / 2));
        note("in process, groups of 256, skewed", () -> tills.inProcess(name, Mix.SKEWED, 4, 256, SALES));
        note("in process, groups of 256, hot", () -> tills.inProcess(name, Mix.HOT, 4, 256, SALES));
        note("HTTP, NDJSON of 1,000", () -> tills.bulk(name, Mix.SPREAD, SALES));
        note("HTTP, one a request", () -> tills.single(name, SALES / 2));
        note("HTTP, echo of the same body", () -> tills.echo(SALES));
    }

    private Measured ceiling(Ceiling ceiling, RecordedPostings sales) {
        return meter.time(sales.postings().size(), () -> {
            ceiling.write(sales.postings());
            return 0;
        });
    }

    private Map<String, Profile> profiles() throws SQLException {
        Map<String, Profile> profiles = new LinkedHashMap<>();
        profiles.put("In process, groups of 256", Profile.of("groups", product, () -> tills.inProcess("profile", Mix.SPREAD, 4, 256, 4 * SALES)));
        profiles.put("In process, one by one", Profile.of("one-by-one", product, () -> tills.inProcess("profile", Mix.SPREAD, Tills.CLIENTS, 1, 2 * SALES)));
        profiles.put("HTTP, one a request", Profile.of("http", product, () -> tills.single("profile", SALES)));
        return profiles;
    }

    private void note(String way, Supplier<Measured> run) {
        Measured measured = run.get();
        System.out.printf("%-40s %8.0f sales/s%n", way, measured.rate());
        results.computeIfAbsent(way, first -> new ArrayList<>()).add(measured);
    }
}
