package entrepot.inventory.count;

import entrepot.kernel.Quantity;

/** What an entry does to what is counted of a line already. */
public enum EntryMode {

    /** What is said is all there is. */
    SET,

    /** So much more was found: a scan, the second shelf. */
    ADD;

    /** @param before what is counted in the same round, or null */
    public Quantity after(Quantity before, Quantity entered) {
        return this == SET || before == null ? entered : before.plus(entered);
    }
}
