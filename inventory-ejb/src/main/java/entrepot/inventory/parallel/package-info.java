/**
 * Valuation books beside the statutory one: the same movements by another costing, each with the journal that would take the
 * statutory books to it. So management may look at averages while the accounts are at FIFO, and the effect of a change of
 * method is known before it is made (IAS 8.19, 8.29).
 */
package entrepot.inventory.parallel;
