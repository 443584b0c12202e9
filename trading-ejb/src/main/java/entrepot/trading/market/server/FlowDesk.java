package entrepot.trading.market.server;

import entrepot.platform.job.Job;
import entrepot.platform.job.JobDesk;
import entrepot.trading.flow.FlowKind;
import entrepot.trading.flow.FlowMapping;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.HexFormat;
import java.util.UUID;

/** Takes files of flows, and what is decided about their rows. */
@Stateless
@RolesAllowed({"quant", "admin"})
public class FlowDesk {

    @Inject
    private InstrumentTable instruments;

    @Inject
    private FlowTable flows;

    @Inject
    private HeldFlowTable quarantine;

    @Inject
    private Clock clock;

    @EJB
    private JobDesk jobs;

    @Resource
    private SessionContext context;

    /**
     * Keeps the file and lets a job read it.
     *
     * @param dryRun to see what it would do
     * @throws MarketRefused where there is no such instrument
     */
    public Job queue(String symbol, String name, FlowKind kind, FlowMapping mapping, boolean dryRun, InputStream content) throws IOException {
        if (instruments.find(symbol).isEmpty()) {
            throw MarketRefused.noInstrument(symbol);
        }
        UUID file = UUID.randomUUID();
        String sha256 = HexFormat.of().formatHex(MarketFolder.store(file, content, clock.instant()));
        String title = (dryRun ? "Try " : "Import ") + name + " for " + symbol;
        return jobs.run(FlowImportJob.KIND, title, new FlowImportJob.Wanted(file, symbol, name, sha256, kind, mapping, dryRun));
    }

    /** The row is not counted as held any more, and does not come back with the same file. @throws MarketRefused where it is not held */
    @RolesAllowed({"quant", "risk", "admin"})
    public void dismiss(String symbol, long row, String note) {
        long instrument = instruments.find(symbol).orElseThrow(() -> MarketRefused.noInstrument(symbol)).id();
        boolean done = flows.list(instrument).stream().anyMatch(series -> quarantine.dismiss(series.id(), row, context.getCallerPrincipal().getName(), note));
        if (!done) {
            throw MarketRefused.of(MarketRefused.Kind.CONFLICT, "not-held", "", "row " + row + " of " + symbol + " is not held");
        }
    }
}
