package entrepot.inventory.count;

public enum CountStatus {
    OPEN,
    RECOUNT,
    SUBMITTED,
    POSTED,
    CANCELLED;

    /** Whether anything may still come of it. */
    public boolean isLive() {
        return this == OPEN || this == RECOUNT || this == SUBMITTED;
    }
}
