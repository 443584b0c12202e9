package entrepot.inventory.parallel.server;

import entrepot.inventory.catalogue.Flaws;
import entrepot.inventory.catalogue.server.CatalogueRefused;
import entrepot.inventory.parallel.ValuationBook;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Opens valuation books. One is not changed: its figures would mean something else from one day to the next. */
@Stateless
@RolesAllowed({"accountant", "admin", "system"})
public class ParallelDesk {

    @Inject
    private BookTable table;

    @Resource
    private SessionContext context;

    /** @param averagePeriod and lateCost: null for the defaults. @throws CatalogueRefused with all that is wrong */
    public ValuationBook open(String code, String name, String costing, String averagePeriod, String lateCost) {
        Flaws flaws = new Flaws();
        ValuationBook book = ValuationBook.read(code, name, costing, averagePeriod, lateCost, flaws);
        CatalogueRefused.ifAny(flaws.found());
        if (!table.add(book, context.getCallerPrincipal().getName())) {
            throw CatalogueRefused.conflict("exists", "there is a valuation book " + code + " already");
        }
        return book;
    }
}
