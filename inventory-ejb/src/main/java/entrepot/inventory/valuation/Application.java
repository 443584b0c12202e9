package entrepot.inventory.valuation;

/** From when on another way of costing counts. */
public enum Application {

    /** As if it had always been so (IAS 8.22, ASC 250-10-45-5). */
    RETROSPECTIVE,

    /** From a day on; what is on hand begins at what it was worth. */
    PROSPECTIVE;

    /** Why no figure of before the change is worked out anew. */
    public enum Ground {

        /** What it would have been cannot be found out (IAS 8.25, ASC 250-10-45-6). */
        IMPRACTICABLE,

        /** It cannot be told from a new estimate (ASC 250-10-45-18). */
        ESTIMATE,

        /** The rules of the country ask for it. */
        LOCAL_RULE
    }
}
