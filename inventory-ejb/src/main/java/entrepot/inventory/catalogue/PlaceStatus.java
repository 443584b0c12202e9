package entrepot.inventory.catalogue;

/** What state the goods at a place are in. */
public enum PlaceStatus {

    /** Fit to be sold and promised. */
    AVAILABLE,

    /** Kept apart until somebody decides. */
    QUARANTINE,
    DAMAGED,

    /** Came in, or back, and was not looked at yet. */
    INSPECTION,

    /** Ours, and at a customer: sold to him alone. */
    CONSIGNED
}
