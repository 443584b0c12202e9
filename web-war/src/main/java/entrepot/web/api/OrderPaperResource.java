package entrepot.web.api;

import entrepot.inventory.catalogue.server.CustomerDesk;
import entrepot.inventory.catalogue.server.LocationDesk;
import entrepot.inventory.catalogue.server.SupplierDesk;
import entrepot.inventory.purchasing.server.OrderBoard;
import entrepot.platform.company.Company;
import entrepot.platform.company.CompanyFile;
import entrepot.web.language.Language;
import entrepot.web.print.OrderPaper;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;

/** A purchase order as a document for its supplier. */
@Path("purchase-orders")
@RequestScoped
@RolesAllowed({"storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
public class OrderPaperResource {

    @EJB
    private OrderBoard board;

    @EJB
    private SupplierDesk suppliers;

    @EJB
    private LocationDesk locations;

    @EJB
    private CustomerDesk customers;

    @Inject
    private CompanyFile companies;

    @Inject
    private HttpServletRequest request;

    @GET
    @Path("{id}/pdf")
    @Produces("application/pdf")
    public Response print(@PathParam("id") String id) {
        OrderBoard.Detail detail = PathId.of(id).flatMap(board::find)
                .orElseThrow(() -> ApiProblem.notFound("purchase order '" + id + "'"));
        StreamingOutput file = paper(detail)::write;
        return Response.ok(file)
                .type("application/pdf")
                .header("Content-Disposition", "inline; filename=\"" + detail.order().number() + ".pdf\"")
                .build();
    }

    /** Ours, or the customer to whom the supplier ships it. */
    private String place(OrderBoard.Order order) {
        return order.customer() != null ? customers.find(order.customer()).orElseThrow().value().name()
                : locations.find(order.location()).orElseThrow().value().name();
    }

    private OrderPaper paper(OrderBoard.Detail detail) {
        Company company = companies.company();
        OrderBoard.Order order = detail.order();
        return new OrderPaper(Language.of(request), company.name(), order.cost().currency(),
                suppliers.find(order.supplier()).orElseThrow().value(),
                place(order), detail);
    }
}
