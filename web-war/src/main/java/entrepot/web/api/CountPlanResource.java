package entrepot.web.api;

import entrepot.inventory.count.AbcClass;
import entrepot.inventory.count.server.CountPolicy;
import entrepot.inventory.count.server.DueItems;
import entrepot.inventory.count.server.PlanBoard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;

/** What is to be counted, and the rules that say so. */
@Path("count-plan")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CountPlanResource {

    @EJB
    private PlanBoard board;

    /** @param classes as last worked out; @param owed by place and class */
    public record Answer(CountPolicyBody policy, List<PlanBoard.Class> classes, List<DueItems.Owed> owed) {}

    @GET
    public Response get() {
        CountPolicy policy = board.policy();
        return Response.ok(new Answer(CountPolicyBody.of(policy), board.classes(), board.owed()))
                .header(HttpHeaders.ETAG, IfMatch.tag(policy.version()))
                .build();
    }

    /** Other rules; the classes follow in the night, or when the job is run. */
    @PUT
    @RolesAllowed({"accountant", "admin"})
    public Response change(@HeaderParam(HttpHeaders.IF_MATCH) String version, CountPolicyBody body) {
        Fields fields = new Fields();
        CountPolicy policy = DocumentFields.body(body).read(fields, IfMatch.version(version));
        fields.check();
        board.change(policy);
        return get();
    }

    /** Items in order of SKU and place. @param due whether only what is due */
    @GET
    @Path("items")
    public Page<DueItems.Due> items(
            @QueryParam("location") String location,
            @QueryParam("abc") String abc,
            @QueryParam("due") boolean due,
            @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        QueryFields fields = new QueryFields();
        String place = fields.text("location", location);
        AbcClass only = fields.oneOf("abc", abc, AbcClass.class, null);
        String last = fields.after(after, QueryFields.STOCK);
        int rows = fields.limit(limit);
        fields.check();
        String[] from = last == null ? new String[] {null, null} : last.split("~", 2);
        return Page.of(board.items(new PlanBoard.Filter(place, only, due, from[0], from[1], rows + 1)), rows,
                item -> item.sku() + "~" + item.location());
    }
}
