package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Entry;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;

/** A record that the book knows by a number and people by a code. */
@MappedSuperclass
public abstract class NumberedRow<E extends Entry> extends CatalogueRow<E> {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entrepot_id")
    @SequenceGenerator(name = "entrepot_id", sequenceName = "entrepot_id", allocationSize = 1000)
    private long id;

    @Column(nullable = false, updatable = false)
    private String code;

    @Override
    void take(E entry) {
        if (code == null) {
            code = entry.code();
        }
    }

    public long id() {
        return id;
    }

    public String code() {
        return code;
    }
}
