package entrepot.web.api;

import entrepot.platform.csv.CsvRefused;
import entrepot.platform.idempotency.Fingerprint;
import entrepot.platform.job.Job;
import entrepot.platform.retry.Retry;
import entrepot.trading.market.BarFile;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.ColumnMapping;
import entrepot.trading.market.CorporateAction;
import entrepot.trading.market.FactorFile;
import entrepot.trading.market.server.BarImport;
import entrepot.trading.market.server.FactorImport;
import entrepot.trading.market.server.ImportReport;
import entrepot.trading.market.server.MarketFile;
import entrepot.trading.market.server.MarketImportDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;

/** Reads a file while it comes in, then hands it to the desk in one transaction; or keeps it for a job. */
@RequestScoped
public class MarketUpload {

    private static final int FACTORS_MOST = 1 << 20;

    @EJB
    private BarImport bars;

    @EJB
    private FactorImport factors;

    @EJB
    private MarketImportDesk desk;

    @Inject
    private Retry retry;

    public ImportReport bars(String symbol, String name, BarMapping mapping, InputStream body, boolean dryRun) throws IOException {
        Fields fields = new Fields();
        BarStep step = mapping.step(fields);
        ColumnMapping columns = mapping.read(fields);
        String file = fileName(fields, name);
        fields.check();
        MessageDigest digest = Fingerprint.digest();
        BarFile content = BarFile.read(BarFile.text(new DigestInputStream(body, digest)), columns, step);
        MarketFile brought = new MarketFile(file, digest.digest());
        return retry.run(() -> dryRun ? bars.tryOut(symbol, content) : bars.take(symbol, brought, content));
    }

    /** Keeps the file and lets a job read it. */
    public Job queue(String symbol, String name, BarMapping mapping, InputStream body, boolean dryRun) throws IOException {
        Fields fields = new Fields();
        BarStep step = mapping.step(fields);
        ColumnMapping columns = mapping.read(fields);
        String file = fileName(fields, name);
        fields.check();
        return desk.queue(symbol, file, step, columns, dryRun, body);
    }

    public FactorImport.Report factors(String symbol, String name, InputStream body, boolean dryRun) throws IOException {
        Fields fields = new Fields();
        String file = fileName(fields, name);
        fields.check();
        byte[] bytes = body.readNBytes(FACTORS_MOST);
        if (bytes.length == FACTORS_MOST) {
            throw new CsvRefused("too-large", "a file of factors may have a megabyte");
        }
        List<CorporateAction> actions = FactorFile.read(new String(bytes, StandardCharsets.UTF_8));
        MarketFile brought = new MarketFile(file, Fingerprint.digest().digest(bytes));
        return retry.run(() -> factors.take(symbol, brought, actions, dryRun));
    }

    /** As a client says it; where he says none, one that tells it is an upload. */
    public static String fileName(Fields fields, String name) {
        return name == null || name.isBlank() ? "upload.csv" : fields.textIfGiven("?file", name, 120);
    }
}
