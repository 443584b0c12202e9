/**
 * What may be promised, to whom and for when. A reservation is no posting: it has no value and no journal, only a log of its
 * own that is only added to. The ledger asks it whether a sale takes what another was promised.
 */
package entrepot.inventory.promise;
