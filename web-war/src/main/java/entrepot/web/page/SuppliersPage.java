package entrepot.web.page;

import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.Supplier;
import entrepot.inventory.catalogue.server.SupplierDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Who delivers? */
@Named
@RequestScoped
public class SuppliersPage extends RegisterList<Supplier> {

    @EJB
    private SupplierDesk desk;

    @Override
    Register<Supplier> register() {
        return desk;
    }
}
