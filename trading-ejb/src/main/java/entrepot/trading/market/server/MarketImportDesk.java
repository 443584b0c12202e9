package entrepot.trading.market.server;

import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import entrepot.trading.market.BarStep;
import entrepot.trading.market.ColumnMapping;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;

/** Takes a large file of prices and lets a job read it. */
@Stateless
@RolesAllowed({"quant", "admin"})
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class MarketImportDesk {

    @Inject
    private InstrumentTable instruments;

    @Inject
    private Clock clock;

    @EJB
    private JobDesk jobs;

    /**
     * @param dryRun to see what it would do
     * @throws MarketRefused where there is no such instrument
     */
    public Job queue(String symbol, String name, BarStep step, ColumnMapping mapping, boolean dryRun, InputStream content) throws IOException {
        if (instruments.find(symbol).isEmpty()) {
            throw MarketRefused.noInstrument(symbol);
        }
        UUID file = UUID.randomUUID();
        String sha256 = HexFormat.of().formatHex(MarketFolder.store(file, content, clock.instant()));
        String title = (dryRun ? "Try " : "Import ") + name + " for " + symbol;
        return jobs.run(MarketImportJob.KIND, title, new MarketImportJob.Wanted(file, symbol, name, sha256, step, mapping, dryRun));
    }
}
