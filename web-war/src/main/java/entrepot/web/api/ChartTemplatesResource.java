package entrepot.web.api;

import entrepot.inventory.catalogue.ChartTemplate;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.List;

/** Charts of accounts that a company may begin with. */
@Path("chart-templates")
@RequestScoped
@RolesAllowed({"accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class ChartTemplatesResource {

    public record Answer(String template, List<ChartTemplate.Line> accounts) {}

    @GET
    public List<Answer> all() {
        return Arrays.stream(ChartTemplate.values()).map(one -> new Answer(one.name(), one.lines())).toList();
    }
}
