package entrepot.inventory.ledger;

/** Why stock or money moved, in the words of the shop floor. */
public enum PostingKind {
    OPENING(AccountRole.OPENING_EQUITY),
    RECEIPT(AccountRole.RECEIVED_NOT_INVOICED),
    SALE(AccountRole.COST_OF_SALES),
    CUSTOMER_RETURN(AccountRole.COST_OF_SALES),
    SUPPLIER_RETURN(AccountRole.RECEIVED_NOT_INVOICED),
    ISSUE(AccountRole.GOODS_USED),
    SCRAP(AccountRole.SHRINKAGE),
    ADJUSTMENT(AccountRole.SHRINKAGE),
    TRANSFER(AccountRole.INVENTORY),
    REVERSAL(AccountRole.SHRINKAGE),

    /** Parts become one item, worth what they cost and what was done to them. */
    ASSEMBLY(AccountRole.INVENTORY),

    /** One item becomes its parts, which share what it was worth. */
    DISASSEMBLY(AccountRole.INVENTORY),

    /** A cost beside the price that is known later than its receipt: freight, duty. */
    CHARGE(AccountRole.CHARGES_TO_COME),

    /** The supplier's invoice has another price than the receipt. */
    PRICE(AccountRole.RECEIVED_NOT_INVOICED),

    /** The quantity of an earlier posting was written wrong, or it never happened. */
    CORRECTION(AccountRole.INVENTORY),
    COUNT(AccountRole.SHRINKAGE),

    /** What a supplier wants for goods that came: what was received and not invoiced becomes what is owed. */
    INVOICE(AccountRole.RECEIVED_NOT_INVOICED),

    /** What a supplier wants less: goods went back, or the price was wrong. */
    CREDIT_NOTE(AccountRole.RECEIVED_NOT_INVOICED),
    REVALUATION(AccountRole.REVALUATION),

    /** A unit counts at another standard cost from now on. */
    STANDARD_COST(AccountRole.REVALUATION),

    /** Another costing method, as if it had always been so (IAS 8.22). */
    COSTING_CHANGE(AccountRole.OPENING_EQUITY),

    /** What is valued together changes from a day on: stock goes over from pool to pool at what it is worth. */
    SCOPE_CHANGE(AccountRole.INVENTORY),

    /** What is owed in other currencies at the rate of the day. */
    CLOSING_RATE(AccountRole.EXCHANGE),

    /** The last day of a lot was written wrong: nothing moves. */
    EXPIRY(AccountRole.INVENTORY);

    private final AccountRole against;

    PostingKind(AccountRole against) {
        this.against = against;
    }

    /** Whether a posting can undo it. What corrects, counts, sets a standard, a method or a scope is put right by doing so again. */
    public boolean mayBeReversed() {
        return switch (this) {
            case REVERSAL, CORRECTION, COUNT, STANDARD_COST, COSTING_CHANGE, SCOPE_CHANGE, EXPIRY -> false;
            default -> true;
        };
    }

    /** Whether all that leaves in it becomes what comes in it. */
    public boolean isAssembly() {
        return this == ASSEMBLY || this == DISASSEMBLY;
    }

    /** Whether value only goes from pool to pool in it. */
    public boolean keepsValue() {
        return this == TRANSFER || this == SCOPE_CHANGE;
    }

    /** The account on the other side of the stock value. */
    public AccountRole against() {
        return against;
    }
}
