package entrepot.inventory.method.server;

import entrepot.inventory.catalogue.server.CatalogueRefused;
import entrepot.inventory.valuation.CostFlow;
import entrepot.inventory.valuation.Framework;
import entrepot.platform.company.CompanyFile;
import entrepot.platform.sql.Database;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;

/** Chooses by which rules the company reports. */
@Stateless
@RolesAllowed({"accountant", "admin"})
public class FrameworkDesk {

    private static final int NAMED = 10;

    @Inject
    private Database database;

    @Inject
    private CompanyFile companies;

    /** @throws CatalogueRefused naming items that are costed as it does not allow */
    public void choose(Framework framework) {
        List<String> barred = barred(framework);
        if (!barred.isEmpty()) {
            throw CatalogueRefused.conflict("items-not-allowed", framework + " does not allow how these items are costed: "
                    + String.join(", ", barred.subList(0, Math.min(NAMED, barred.size()))) + (barred.size() > NAMED ? " and others" : "")
                    + "; change their costing first");
        }
        companies.report(framework.name());
    }

    private List<String> barred(Framework framework) {
        List<String> flows = Arrays.stream(CostFlow.values()).filter(flow -> !framework.allows(flow)).map(CostFlow::name).toList();
        return flows.isEmpty() ? List.of() : database.jdbi().withHandle(handle -> handle
                .createQuery("SELECT sku FROM item WHERE costing IN (<flows>) ORDER BY sku LIMIT " + (NAMED + 1))
                .bindList("flows", flows).mapTo(String.class).list());
    }
}
