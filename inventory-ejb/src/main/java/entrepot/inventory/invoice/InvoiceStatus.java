package entrepot.inventory.invoice;

/** Where an invoice stands; one that was posted may be undone since. */
public enum InvoiceStatus {

    /** Waits for another person, for it does not match. */
    HELD,
    POSTED,
    REJECTED
}
