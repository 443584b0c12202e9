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
    REVERSAL(AccountRole.SHRINKAGE);

    private final AccountRole against;

    PostingKind(AccountRole against) {
        this.against = against;
    }

    /** The account on the other side of the stock value. */
    public AccountRole against() {
        return against;
    }
}
