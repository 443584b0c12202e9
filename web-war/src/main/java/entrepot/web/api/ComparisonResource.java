package entrepot.web.api;

import entrepot.trading.comparison.server.Compared;
import entrepot.trading.comparison.server.ComparisonRefused;
import entrepot.trading.comparison.server.Comparisons;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** Backtests of any kind beside each other: {@code ?of=} once for each. */
@Path("backtests/comparison")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ComparisonResource {

    @EJB
    private Comparisons comparisons;

    @GET
    public ComparisonAnswer one(@QueryParam("of") List<String> of) {
        return ComparisonAnswer.of(found(of));
    }

    @GET
    @Path("days.csv")
    @Produces("text/csv")
    public Response days(@QueryParam("of") List<String> of) {
        Compared compared = found(of);
        return WholeFile.csv("days.csv", out -> ComparisonCsv.days(compared, out));
    }

    @GET
    @Path("differences.csv")
    @Produces("text/csv")
    public Response differences(@QueryParam("of") List<String> of) {
        Compared compared = found(of);
        return WholeFile.csv("differences.csv", out -> ComparisonCsv.differences(compared, out));
    }

    private Compared found(List<String> of) {
        Fields fields = new Fields();
        List<UUID> ids = of.stream().map(id -> fields.uuid("?of", id)).collect(Collectors.toList());
        fields.check();
        try {
            return comparisons.of(ids);
        } catch (ComparisonRefused refused) {
            throw ApiProblem.fields(refused.faults().stream().map(fault -> new ApiProblem.FieldError("?of", fault.code(), fault.detail())).toList());
        }
    }
}
