package entrepot.web.api;

import entrepot.inventory.check.server.ProofReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Whether the book holds: each law, when and up to which seal it was looked at, and what breaks it now. */
@Path("proof")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ProofResource {

    private static final int MOST = 1000;

    @EJB
    private ProofReport report;

    /**
     * @param holds  whether no law is broken now
     * @param stale  whether nobody has looked for longer than it should take
     * @param sealed the last seal of all
     */
    public record Answer(
            boolean holds, boolean stale, long sealed, List<ProofReport.State> laws, List<ProofReport.Finding> findings) {}

    @GET
    public Answer proof() {
        List<ProofReport.State> laws = report.laws();
        return new Answer(laws.stream().allMatch(ProofReport.State::holds), report.stale(laws), report.sealed(), laws, report.findings(MOST));
    }
}
