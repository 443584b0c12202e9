package entrepot.inventory.closing;

public enum PeriodStatus {

    /** Whoever may post may post in it. */
    OPEN,

    /** Only who may close may still post in it. */
    SOFT,

    /** Nobody posts in it; what is learnt of it later is booked on the first open day. */
    CLOSED
}
