package entrepot.web.api;

import entrepot.trading.pricing.MarginSimulation;
import entrepot.trading.pricing.server.PriceBatches;
import entrepot.trading.pricing.server.PriceDesk;
import entrepot.trading.pricing.server.PriceList;
import entrepot.trading.pricing.server.PriceRecords;
import entrepot.trading.pricing.server.ProposalTable;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** New prices that wait for a person, and what became of earlier ones. */
@Path("price-proposals")
@RequestScoped
@RolesAllowed({"buyer", "pricing", "accountant", "auditor", "quant", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PriceProposalsResource {

    @EJB
    private PriceRecords records;

    @EJB
    private PriceList list;

    @EJB
    private PriceDesk desk;

    @Inject
    private BatchAnswers answers;

    /** Newest first. */
    @GET
    public Page<PriceViews.Proposal> list(@QueryParam("status") String status, @QueryParam("sku") String sku,
            @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        int rows = fields.limit(limit);
        ProposalTable.Status which = fields.oneOfIfGiven("?status", status, ProposalTable.Status.class, null);
        String item = fields.textIfGiven("?sku", sku, 32);
        long before = PriceFields.before(fields, after);
        fields.check();
        return Page.of(records.proposals(which, item, before, rows + 1), rows, PriceRecords.Proposal::id).map(this::view);
    }

    @GET
    @Path("{id}")
    public PriceViews.Proposal find(@PathParam("id") String id) {
        return view(records.proposal(PriceFields.inPath("price proposal", id))
                .orElseThrow(() -> ApiProblem.notFound("price proposal " + id)));
    }

    /** @param days looked ahead, 30 if absent; @param elasticity percent of demand lost for one percent of price, 0 if absent */
    record Question(List<String> proposals, Integer days, String elasticity) {}

    record Forecast(String currency, String assumption, List<MarginSimulation.Effect> lines, MarginSimulation.Effect total) {}

    @POST
    @Path("simulate")
    @RolesAllowed({"buyer", "pricing", "accountant", "auditor", "admin"})
    public Forecast simulate(Question body) {
        Fields fields = new Fields();
        List<Long> proposals = PriceFields.proposals(fields, DocumentFields.body(body).proposals());
        BigDecimal elasticity = fields.decimalIfGiven("/elasticity", body.elasticity(), 6);
        int days = body.days() == null ? 30 : body.days();
        Within.of(fields, "/days", days, 1, 366);
        Within.of(fields, "/elasticity", elasticity, 0, 100);
        fields.check();
        var assumption = new MarginSimulation.Assumption(days, elasticity == null ? 0 : elasticity.doubleValue());
        MarginSimulation.Outcome outcome = desk.simulate(proposals, assumption);
        return new Forecast(list.currency(), outcome.assumption(), outcome.lines(), outcome.total());
    }

    record Approval(List<String> proposals, String note) {}

    /** All of them as one batch, or none and everything that stands against any. */
    @POST
    @Path("approve")
    @RolesAllowed({"pricing", "admin"})
    public Response approve(@HeaderParam("Idempotency-Key") String key, Approval body) {
        Fields fields = new Fields();
        UUID id = fields.uuid("#Idempotency-Key", key);
        List<Long> proposals = PriceFields.proposals(fields, DocumentFields.body(body).proposals());
        String note = fields.textIfGiven("/note", body.note(), 200);
        fields.check();
        return answers.of(desk.approve(new PriceBatches.Approval(
                id, proposals, note, DocumentFields.content("price-approval", body))));
    }

    record Rejection(String note) {}

    @POST
    @Path("{id}/reject")
    @RolesAllowed({"pricing", "admin"})
    public PriceViews.Proposal reject(@PathParam("id") String id, Rejection body) {
        Fields fields = new Fields();
        String note = fields.text("/note", DocumentFields.body(body).note(), 200);
        fields.check();
        desk.reject(PriceFields.inPath("price proposal", id), note);
        return find(id);
    }

    private PriceViews.Proposal view(PriceRecords.Proposal proposal) {
        return PriceViews.Proposal.of(proposal, list.currency());
    }
}
