package entrepot.web.api;

import entrepot.inventory.catalogue.LedgerAccount;
import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.server.ChartDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** The chart of accounts. */
@Path("ledger-accounts")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@MayWrite({"accountant", "admin"})
public class LedgerAccountsResource extends RegisterResource<LedgerAccount> {

    @EJB
    private ChartDesk desk;

    public LedgerAccountsResource() {
        super("account", LedgerAccount::called);
    }

    @Override
    Register<LedgerAccount> desk() {
        return desk;
    }
}
