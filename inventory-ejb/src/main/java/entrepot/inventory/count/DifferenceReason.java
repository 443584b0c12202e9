package entrepot.inventory.count;

/** Why the shelf holds something else than the book, as whoever approves it found out. */
public enum DifferenceReason {
    THEFT,
    DAMAGE,
    DATA_ERROR,
    EXPIRED,
    FOUND,
    OTHER
}
