package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Kept;
import entrepot.inventory.catalogue.Listing;
import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.TaxCode;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.LocalBean;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Rates of tax. A new rate counts for the sales posted from then on. */
@Stateless
@LocalBean
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin", "system"})
public class TaxCodeDesk implements Register<TaxCode> {

    private static final Shelf.Kind<TaxCode, TaxCodeRow> KIND = new Shelf.Kind<>(TaxCodeRow.class, "tax code", "tax_code");

    @Inject
    private Shelf shelf;

    @Override
    public List<Kept<TaxCode>> list(Listing part) {
        return shelf.list(KIND, part);
    }

    @Override
    public Optional<Kept<TaxCode>> find(String code) {
        return shelf.find(KIND, code);
    }

    @Override
    @RolesAllowed({"accountant", "admin", "system"})
    public Kept<TaxCode> create(TaxCode entry) {
        return shelf.add(KIND, entry);
    }

    @Override
    @RolesAllowed({"accountant", "admin", "system"})
    public Kept<TaxCode> change(int version, TaxCode entry) {
        return shelf.change(KIND, version, entry, (row, flaws) -> {});
    }

    @Override
    @RolesAllowed({"accountant", "admin", "system"})
    public void remove(String code, int version) {
        shelf.remove(KIND, code, version);
    }
}
