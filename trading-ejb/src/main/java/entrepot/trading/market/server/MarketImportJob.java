package entrepot.trading.market.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.trading.market.BarFile;
import entrepot.trading.market.BarFileRefused;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.ColumnMapping;
import entrepot.trading.market.QuarantineReason;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reads a file of prices and brings it into its series. All of it is one transaction, so it begins anew after a crash; the
 * same file again adds nothing. Progress is in bytes: once while they are read, once more while the bars are written.
 */
@ApplicationScoped
public class MarketImportJob implements JobKind {

    static final String KIND = "import-prices";
    private static final int FLAWS_SHOWN = 10;

    @EJB
    private BarImport bars;

    @EJB
    private Beside beside;

    record Wanted(UUID file, String symbol, String name, String sha256, BarStep step, ColumnMapping mapping, boolean dryRun) {}

    /** What became of the file; the rows that are held lie in the quarantine. */
    public record Outcome(boolean written, long rows, long added, long unchanged, long quarantined, Map<QuarantineReason, Long> reasons,
            long gaps, String mapping) {
        static Outcome of(ImportReport report) {
            return new Outcome(report.written(), report.rows(), report.added(), report.unchanged(), report.quarantined(), report.reasons(),
                    report.gaps(), report.mapping());
        }
    }

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return "Import prices";
    }

    @Override
    public Set<String> runners() {
        return Set.of("quant");
    }

    @Override
    public void run(JobRun run) {
        Wanted wanted = run.parameters(Wanted.class);
        Path file = MarketFolder.path(wanted.file());
        try {
            long bytes = Files.size(file);
            BarFile content = read(run, wanted, file, bytes);
            run.log(content.lines().size() + " lines read; " + content.mapping());
            run.outcome(Outcome.of(bring(run, wanted, content, bytes)));
            run.progress(2 * bytes, 2 * bytes);
            MarketFolder.forget(wanted.file());
        } catch (ImportStopped asked) {
            run.log("stopped; nothing was changed");
        } catch (BarFileRefused refused) {
            refused.flaws().stream().limit(FLAWS_SHOWN).forEach(flaw -> run.log(flaw.field() + ": " + flaw.detail()));
            throw refused;
        } catch (IOException failure) {
            throw new UncheckedIOException(wanted.name() + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static BarFile read(JobRun run, Wanted wanted, Path file, long bytes) throws IOException {
        try (InputStream content = new WatchedStream(Files.newInputStream(file), done -> step(run, done, 2 * bytes))) {
            return BarFile.read(BarFile.text(content), wanted.mapping(), wanted.step());
        }
    }

    private ImportReport bring(JobRun run, Wanted wanted, BarFile content, long bytes) {
        if (wanted.dryRun()) {
            return bars.tryOut(wanted.symbol(), content);
        }
        MarketFile file = new MarketFile(wanted.name(), HexFormat.of().parseHex(wanted.sha256()));
        long lines = content.lines().size();
        return bars.take(wanted.symbol(), file, content, run.requestedBy(),
                added -> beside.run(() -> step(run, bytes + bytes * added / lines, 2 * bytes)));
    }

    /** Short of the end, which is reached when all is committed. */
    static void step(JobRun run, long done, long total) {
        if (run.stopAsked()) {
            throw new ImportStopped();
        }
        run.progress(Math.min(done, total - 1), total);
    }
}
