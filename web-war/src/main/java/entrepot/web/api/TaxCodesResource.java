package entrepot.web.api;

import entrepot.inventory.catalogue.TaxCode;
import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.server.TaxCodeDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Rates of tax. */
@Path("tax-codes")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@MayWrite({"accountant", "admin"})
public class TaxCodesResource extends RegisterResource<TaxCode> {

    @EJB
    private TaxCodeDesk desk;

    public TaxCodesResource() {
        super("tax code", TaxCode::called);
    }

    @Override
    Register<TaxCode> desk() {
        return desk;
    }
}
