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
import java.util.List;
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

    /** The rows are not counted as held any more, and do not come back with the same file. @throws MarketRefused where one is not held; then none is dismissed */
    @RolesAllowed({"quant", "risk", "admin"})
    public void dismiss(String symbol, List<Long> rows, String note) {
        long instrument = instruments.find(symbol).orElseThrow(() -> MarketRefused.noInstrument(symbol)).id();
        List<FlowSeries> series = flows.list(instrument);
        for (long row : rows) {
            if (series.stream().noneMatch(one -> quarantine.dismiss(one.id(), row, context.getCallerPrincipal().getName(), note))) {
                throw MarketRefused.of(MarketRefused.Kind.CONFLICT, "not-held", "", "row " + row + " of " + symbol + " is not held");
            }
        }
    }
}
