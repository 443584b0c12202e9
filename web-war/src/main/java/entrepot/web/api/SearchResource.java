package entrepot.web.api;

import entrepot.inventory.catalogue.ItemFilter;
import entrepot.inventory.catalogue.server.ItemSearch;
import entrepot.inventory.journal.server.PostingList;
import entrepot.inventory.purchasing.server.OrderBoard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.stream.Stream;

/** One field for everything that has a name: items, purchase orders, postings by their document. */
@Path("search")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class SearchResource {

    private static final int EACH = 6;
    private static final List<String> DOCUMENTS =
            List.of("storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin");

    @EJB
    private ItemSearch items;

    @EJB
    private OrderBoard orders;

    @EJB
    private PostingList postings;

    @Context
    private SecurityContext caller;

    enum Kind { ITEM, ORDER, POSTING }

    /** @param id of a document, or the SKU of an item */
    record Hit(Kind kind, String id, String title, String detail) {}

    record Hits(List<Hit> hits) {}

    /** The first few of each kind that the caller may open. */
    @GET
    public Hits find(@QueryParam("q") String q) {
        Fields fields = new Fields();
        String text = Listings.text(fields, "?q", q);
        fields.check();
        return new Hits(text == null ? List.of() : Stream.concat(items(text), documents(text)).toList());
    }

    private Stream<Hit> items(String text) {
        return items.list(new ItemFilter(text, null, null, null, null, null, null), null, EACH).stream()
                .map(item -> new Hit(Kind.ITEM, item.sku(), item.sku(), item.name()));
    }

    private Stream<Hit> documents(String text) {
        if (DOCUMENTS.stream().noneMatch(caller::isUserInRole)) {
            return Stream.empty();
        }
        return Stream.concat(
                orders.numbered(text, EACH).stream()
                        .map(order -> new Hit(Kind.ORDER, order.id().toString(), order.number(), order.supplierName())),
                postings.called(text, EACH).stream()
                        .map(posting -> new Hit(Kind.POSTING, posting.id().toString(), posting.reference(), posting.businessDate().toString())));
    }
}
