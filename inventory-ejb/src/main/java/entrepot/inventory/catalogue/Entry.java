package entrepot.inventory.catalogue;

import java.util.List;

/** A record of the catalogue as a person writes it: nothing is checked before {@link #flaws}. */
public interface Entry {

    /** What people call it by; never changes. */
    String code();

    /** All that is wrong with it by itself; what it refers to is the desk's to check. */
    List<Flaw> flaws();

    static boolean orTrue(Boolean given) {
        return given == null || given;
    }
}
