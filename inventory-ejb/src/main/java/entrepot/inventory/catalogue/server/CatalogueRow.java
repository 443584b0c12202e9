package entrepot.inventory.catalogue.server;

import entrepot.inventory.catalogue.Entry;
import entrepot.inventory.catalogue.Kept;
import jakarta.persistence.Column;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;

/** What every record of the catalogue has. The code is the subclass's: a key here, a second key there. */
@MappedSuperclass
public abstract class CatalogueRow<E extends Entry> {

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private boolean active;

    @Version
    @Column(nullable = false)
    private int version;

    /** Fills the row, but for its code where that is there already. */
    abstract void take(E entry);

    abstract E entry();

    void take(String newName, boolean isActive) {
        name = newName.strip();
        active = isActive;
    }

    public String name() {
        return name;
    }

    public boolean active() {
        return active;
    }

    public int version() {
        return version;
    }

    Kept<E> kept() {
        return new Kept<>(version, entry());
    }
}
