package entrepot.inventory.purchasing;

/** The word for a state, as rows and people have it. */
public enum OrderStatus {
    DRAFT, ORDERED, PARTIAL, RECEIVED, CANCELLED
}
