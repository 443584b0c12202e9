/**
 * What is learnt later of goods that came or went: freight and duty, the price on the invoice, the quantity it really was.
 * Nothing that was posted is changed; a posting of its own says what is different, and what follows from it is restated.
 */
package entrepot.inventory.amend;
