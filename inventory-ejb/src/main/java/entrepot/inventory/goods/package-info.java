/**
 * Goods that move without a sale: opening stock, receipts, supplier returns, issues, scrap, adjustments, transfers. One
 * note, one command for the ledger; the kind of the note says what its lines mean.
 */
package entrepot.inventory.goods;
