package entrepot.web.api;

import entrepot.inventory.catalogue.ChartTemplate;
import entrepot.inventory.catalogue.server.ChartTemplateDesk;
import entrepot.inventory.method.server.FrameworkDesk;
import entrepot.inventory.valuation.Framework;
import entrepot.platform.company.Company;
import entrepot.platform.company.CompanyDesk;
import entrepot.platform.company.CompanyFile;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** The one company whose book this is. */
@Path("company")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class CompanyResource {

    @Inject
    private CompanyFile companies;

    @EJB
    private CompanyDesk desk;

    @EJB
    private FrameworkDesk frameworks;

    @EJB
    private ChartTemplateDesk charts;

    /** @param framework by which it reports: IFRS, US_GAAP or LOCAL */
    record Answer(String name, String currency, String zone, String framework, boolean demo) {}

    record Reporting(String framework) {}

    record Chart(String template) {}

    /** @param loaded whether all that it starts with is posted; null is no */
    record Demonstration(String name, Boolean loaded) {}

    @GET
    public Answer company() {
        Company company = companies.company();
        return new Answer(company.name(), company.currency().getCurrencyCode(), company.zone().getId(), company.framework(), company.demo());
    }

    /** Chooses by which rules it reports; refused where items are costed as these do not allow. */
    @PUT
    @Path("framework")
    @RolesAllowed({"accountant", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    public Answer report(Reporting body) {
        Fields fields = new Fields();
        Framework framework = fields.oneOf("/framework", body.framework(), Framework.class);
        fields.check();
        frameworks.choose(framework);
        return company();
    }

    /** Begins with a chart of accounts; only before anything is posted. */
    @PUT
    @Path("chart-template")
    @RolesAllowed({"accountant", "admin"})
    @Consumes(MediaType.APPLICATION_JSON)
    public Chart begin(Chart body) {
        Fields fields = new Fields();
        ChartTemplate template = fields.oneOf("/template", body.template(), ChartTemplate.class);
        fields.check();
        charts.choose(template);
        return new Chart(template.name());
    }

    /**
     * Makes it a demonstration, which every page says from then on; only before anything is posted. Who loads it says so
     * again while he posts: what to order and to ask is decided when it is loaded, or half a minute after he said so last.
     */
    @POST
    @Path("demo")
    @RolesAllowed("admin")
    @Consumes(MediaType.APPLICATION_JSON)
    public Answer demo(Demonstration body) {
        Fields fields = new Fields();
        String name = fields.text("/name", body.name(), 120);
        fields.check();
        if (!desk.becomeDemo(name, Boolean.TRUE.equals(body.loaded()))) {
            throw ApiProblem.of(409, "has-postings", "the book has postings that are no demonstration");
        }
        return company();
    }
}
