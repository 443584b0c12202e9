package entrepot.inventory.ledger.server;

import entrepot.inventory.ledger.Prepared;
import java.util.List;

/**
 * Looks up what documents of one kind name, for all of them together. It may run on the thread of another caller, so
 * whatever depends on who asks must be in the document.
 */
public interface Preparation<D> {

    /** One for each document, in the same order. */
    List<Prepared> prepare(List<D> documents);
}
