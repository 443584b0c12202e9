package entrepot.web.lists;

import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.server.CustomerDesk;
import entrepot.inventory.catalogue.server.SupplierDesk;
import entrepot.web.page.Asked;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;

/** Suppliers, customers. */
@ApplicationScoped
public class PartyLists implements ListFile.Source {

    @EJB
    private SupplierDesk suppliers;

    @EJB
    private CustomerDesk customers;

    @Override
    public List<ListFile> lists() {
        return List.of(
                new ListFile("suppliers", List.of("code", "name", "e-mail", "lead time days", "active"), this::suppliers),
                new ListFile("customers", List.of("code", "name", "e-mail", "active"), this::customers));
    }

    private void suppliers(Map<String, String> asked, Sheet sheet) {
        ListFile.each(sheet, (after, limit) -> suppliers.list(new Listing(Asked.text(asked.get("q")), null, after, limit)),
                kept -> kept.value().code(), kept -> new Object[] {kept.value().code(), kept.value().name(), kept.value().email(),
                        kept.value().leadTimeDays(), kept.value().active()});
    }

    private void customers(Map<String, String> asked, Sheet sheet) {
        ListFile.each(sheet, (after, limit) -> customers.list(new Listing(Asked.text(asked.get("q")), null, after, limit)),
                kept -> kept.value().code(), kept -> new Object[] {kept.value().code(), kept.value().name(), kept.value().email(),
                        kept.value().active()});
    }
}
