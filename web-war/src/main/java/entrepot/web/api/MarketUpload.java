package entrepot.web.api;

import entrepot.platform.csv.CsvRefused;
import entrepot.platform.idempotency.Fingerprint;
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
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;

/** Reads a file while it comes in, then hands it to the desk in one transaction. */
@RequestScoped
public class MarketUpload {

    private static final int FACTORS_MOST = 1 << 20;

    @EJB
    private BarImport bars;

    @EJB
    private FactorImport factors;

    @Inject
    private Retry retry;

    public ImportReport bars(String symbol, String name, BarMapping mapping, InputStream body, boolean dryRun) throws IOException {
        Fields fields = new Fields();
        BarStep step = mapping.step(fields);
        ColumnMapping columns = mapping.read(fields);
        String file = fileName(fields, name);
        fields.check();
        MessageDigest digest = Fingerprint.digest();
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT).onUnmappableCharacter(CodingErrorAction.REPORT);
        BarFile content = BarFile.read(new InputStreamReader(new DigestInputStream(body, digest), decoder), columns, step);
        MarketFile brought = new MarketFile(file, digest.digest());
        return retry.run(() -> dryRun ? bars.tryOut(symbol, content) : bars.take(symbol, brought, content));
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

    private static String fileName(Fields fields, String name) {
        return name == null || name.isBlank() ? "upload.csv" : fields.textIfGiven("?file", name, 120);
    }
}
