package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.LedgerAccount;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

@Entity
@Table(name = "account")
public class AccountRow extends CodedRow<LedgerAccount> {

    @Column(nullable = false)
    private String kind;

    @Override
    void take(LedgerAccount entry) {
        super.take(entry);
        take(entry.name(), entry.active());
        kind = entry.kind();
    }

    @Override
    LedgerAccount entry() {
        return new LedgerAccount(code(), name(), kind, active());
    }
}
