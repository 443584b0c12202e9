package entrepot.trading.market.server;

import entrepot.platform.job.JobKind;
import entrepot.platform.job.JobRun;
import entrepot.trading.flow.FlowFile;
import entrepot.trading.flow.FlowKind;
import entrepot.trading.flow.FlowMapping;
import entrepot.trading.market.BarFile;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/** Reads a file of a flow and brings it to the end of its series, in one transaction: after a crash it begins anew. Progress is in bytes, twice. */
@ApplicationScoped
public class FlowImportJob implements JobKind {

    static final String KIND = "import-flow";

    @EJB
    private FlowImport flows;

    @EJB
    private Beside beside;

    record Wanted(UUID file, String symbol, String name, String sha256, FlowKind kind, FlowMapping mapping, boolean dryRun) {}

    @Override
    public String name() {
        return KIND;
    }

    @Override
    public String title() {
        return "Import quotes, orders or trades";
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
            FlowFile content = read(run, wanted, file, bytes);
            run.log(content.lines().size() + " lines read; " + content.mapping());
            run.outcome(bring(run, wanted, content, bytes));
            run.progress(2 * bytes, 2 * bytes);
            MarketFolder.forget(wanted.file());
        } catch (ImportStopped asked) {
            run.log("stopped; nothing was changed");
        } catch (IOException failure) {
            throw new UncheckedIOException(wanted.name() + " cannot be read: " + failure.getMessage(), failure);
        }
    }

    private static FlowFile read(JobRun run, Wanted wanted, Path file, long bytes) throws IOException {
        try (InputStream content = new WatchedStream(Files.newInputStream(file), done -> MarketImportJob.step(run, done, 2 * bytes))) {
            return FlowFile.read(BarFile.text(content), wanted.mapping(), wanted.kind());
        }
    }

    private FlowImport.Report bring(JobRun run, Wanted wanted, FlowFile content, long bytes) {
        if (wanted.dryRun()) {
            return flows.tryOut(wanted.symbol(), content);
        }
        long lines = content.lines().size();
        return flows.take(wanted.symbol(), new MarketFile(wanted.name(), HexFormat.of().parseHex(wanted.sha256())), content, run.requestedBy(),
                written -> beside.run(() -> MarketImportJob.step(run, bytes + bytes * written / lines, 2 * bytes)));
    }
}
