package entrepot.inventory.invoice;

import entrepot.inventory.ledger.PostingKind;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;

/** Whether a supplier wants money or gives some back. */
public enum InvoiceKind {
    INVOICE(PostingKind.INVOICE),
    CREDIT_NOTE(PostingKind.CREDIT_NOTE);

    private final PostingKind posting;

    InvoiceKind(PostingKind posting) {
        this.posting = posting;
    }

    public PostingKind posting() {
        return posting;
    }

    /** Positive where it is owed to the supplier. */
    public Money signed(Money amount) {
        return this == INVOICE ? amount : amount.negated();
    }

    Quantity signed(Quantity quantity) {
        return this == INVOICE ? quantity : quantity.negated();
    }
}
