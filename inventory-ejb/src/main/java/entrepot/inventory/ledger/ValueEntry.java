package entrepot.inventory.ledger;

import entrepot.kernel.Money;

/** What a movement is worth: positive into stock, negative out of it. */
public record ValueEntry(long id, Movement movement, Kind kind, Money amount) {

    /** Why the value is what it is. More kinds come with what may change a cost later. */
    public enum Kind { DIRECT }
}
