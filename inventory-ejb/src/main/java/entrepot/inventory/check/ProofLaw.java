package entrepot.inventory.check;

/** What is true of a whole book at any moment, and is looked at all the time. */
public enum ProofLaw {

    /** The lines of a posting sum to zero. */
    JOURNAL(Subject.POSTING),

    /** Its lines on inventory accounts are its value entries. */
    INVENTORY(Subject.POSTING),

    /** A sale is paid with what it comes to. */
    SALES(Subject.POSTING),

    /** What is on hand at a place is what moved there. */
    ON_HAND(Subject.ITEM),

    /** A pool holds what moved through it and is worth its value entries. */
    VALUE(Subject.ITEM),

    /** A pool is the sum of its layers; an empty one is worth nothing, and none is below zero unless its rule lets it. */
    LAYERS(Subject.ITEM),

    /** What lies of each lot is what moved of it, never below zero; together they are the shelf, and a piece is there once at most. */
    LOTS(Subject.ITEM),

    /** The pieces of catch-weight goods at a place are those that moved there, never fewer than none unless its rule lets it. */
    PIECES(Subject.ITEM),

    /** Every posting is in the chain or waits for it, and no row belongs to no posting. */
    SEALED(Subject.POSTING),

    /** Seals without a gap, hashes that fit, rows that say what was sealed, the same in the file outside the database. */
    CHAIN(Subject.SEAL),

    /** What a block of seals was added up to is what its value entries and journal lines come to. */
    SUBTOTALS(Subject.SEAL);

    /** What breaks a law. */
    public enum Subject { POSTING, ITEM, SEAL }

    private final Subject subject;

    ProofLaw(Subject subject) {
        this.subject = subject;
    }

    public Subject subject() {
        return subject;
    }
}
