package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Entry;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;

/** A record that its code is the key of. */
@MappedSuperclass
public abstract class CodedRow<E extends Entry> extends CatalogueRow<E> {

    @Id
    private String code;

    @Override
    void take(E entry) {
        if (code == null) {
            code = entry.code();
        }
    }

    public String code() {
        return code;
    }
}
