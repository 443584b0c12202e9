package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Customer;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "customer")
public class CustomerRow extends NumberedRow<Customer> {

    private String email;

    @Override
    void take(Customer entry) {
        super.take(entry);
        take(entry.name(), entry.active());
        email = entry.email();
    }

    @Override
    Customer entry() {
        return new Customer(code(), name(), email, active());
    }
}
