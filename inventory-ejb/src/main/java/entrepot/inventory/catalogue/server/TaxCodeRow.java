package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.TaxCode;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;

@Entity
@Table(name = "tax_code")
public class TaxCodeRow extends CodedRow<TaxCode> {

    @Column(nullable = false, precision = 9, scale = 6)
    private BigDecimal rate;

    @Column(nullable = false, length = 16)
    private String kind;

    @Override
    void take(TaxCode entry) {
        super.take(entry);
        take(entry.name(), entry.active());
        rate = new BigDecimal(entry.rate()).setScale(6);
        kind = entry.kind();
    }

    @Override
    TaxCode entry() {
        return new TaxCode(code(), name(), rate.stripTrailingZeros().toPlainString(), kind, active());
    }
}
