package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Supplier;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "supplier")
public class SupplierRow extends NumberedRow<Supplier> {

    private String email;

    @Column(name = "lead_time_days", nullable = false)
    private int leadTimeDays;

    @Override
    void take(Supplier entry) {
        super.take(entry);
        take(entry.name(), entry.active());
        email = entry.email();
        leadTimeDays = entry.leadTimeDays();
    }

    @Override
    Supplier entry() {
        return new Supplier(code(), name(), email, leadTimeDays, active());
    }
}
