package entrepot.web.api;

import entrepot.platform.gauge.Gauges;
import entrepot.platform.gauge.Sample;
import entrepot.platform.node.NodeReport;
import entrepot.platform.node.NodeReport.Seen;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;

/** Which nodes there are; how fast it posts and how far the rest is behind: this one's looks of the last five minutes, the oldest first. */
@Path("operations")
@RequestScoped
@RolesAllowed({"auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class OperationsResource {

    @EJB
    private Gauges gauges;

    @EJB
    private NodeReport nodes;

    public record Answer(List<Seen> nodes, List<Sample> samples) {}

    @GET
    public Answer samples() {
        return new Answer(nodes.nodes(), gauges.samples());
    }
}
