package entrepot.inventory.ledger;

/** What an account does in a posting. Which account does it is the company's choice, by category of the item. */
public enum AccountRole {
    INVENTORY,
    RECEIVED_NOT_INVOICED,
    COST_OF_SALES,
    REVENUE,
    DISCOUNT,
    TAX,
    SHRINKAGE,
    GOODS_USED,
    PURCHASE_VARIANCE,
    OPENING_EQUITY,
    CASH,
    RECEIVABLE,
    CHARGES_TO_COME,
    REVALUATION,

    /** What is owed to suppliers by their invoices. */
    PAYABLE,

    /** Tax on purchases that the state gives back. */
    INPUT_TAX,

    /** What was lost, or gained, because a currency was worth another amount when it was invoiced. */
    EXCHANGE,

    /** Labour and overhead that became part of what was made. */
    CONVERSION,

    /** Takes what later postings change of the result of closed periods, where that is material. */
    PRIOR_PERIOD;

    /** Whether it is part of the result of a period. */
    public boolean isResult() {
        return switch (this) {
            case COST_OF_SALES, SHRINKAGE, GOODS_USED, PURCHASE_VARIANCE, REVALUATION, REVENUE, DISCOUNT, EXCHANGE, CONVERSION -> true;
            default -> false;
        };
    }
}
