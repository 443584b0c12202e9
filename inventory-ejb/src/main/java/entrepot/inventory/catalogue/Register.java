package entrepot.inventory.catalogue;

import java.util.List;
import java.util.Optional;

/** A list of records that are called by a code: what every desk for such a list does. */
public interface Register<E extends Entry> {

    List<Kept<E>> list(Listing part);

    Optional<Kept<E>> find(String code);

    Kept<E> create(E entry);

    /** @param version the one the change was made from */
    Kept<E> change(int version, E entry);

    /** Only of what was never used. */
    void remove(String code, int version);
}
