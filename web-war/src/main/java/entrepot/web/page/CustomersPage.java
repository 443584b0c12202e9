package entrepot.web.page;

import entrepot.inventory.catalogue.Customer;
import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.server.CustomerDesk;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** Who buys? */
@Named
@RequestScoped
public class CustomersPage extends RegisterList<Customer> {

    @EJB
    private CustomerDesk desk;

    @Override
    Register<Customer> register() {
        return desk;
    }
}
