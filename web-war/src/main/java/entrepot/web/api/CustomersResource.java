package entrepot.web.api;

import entrepot.inventory.catalogue.Customer;
import entrepot.inventory.catalogue.Register;
import entrepot.inventory.catalogue.server.CustomerDesk;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Path;

/** Whom goods are sold to. */
@Path("customers")
@RequestScoped
@RolesAllowed({"cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"})
@MayWrite(value = {"buyer", "admin"}, create = {"cashier"})
public class CustomersResource extends RegisterResource<Customer> {

    @EJB
    private CustomerDesk desk;

    public CustomersResource() {
        super("customer", Customer::called);
    }

    @Override
    Register<Customer> desk() {
        return desk;
    }
}
