package entrepot.web.api;

import entrepot.inventory.replenishment.server.SuggestionBoard;
import entrepot.platform.inbox.DecisionLag;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** How fast decisions follow sales. */
@Path("replenishment/lag")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ReplenishmentResource {

    @EJB
    private SuggestionBoard board;

    /** @param last how many postings to look back */
    @GET
    public DecisionLag.Lag lag(@QueryParam("last") Integer last) {
        Fields fields = new Fields();
        int postings = fields.limit(last == null ? Page.MOST : last);
        fields.check();
        return board.lag(postings);
    }
}
