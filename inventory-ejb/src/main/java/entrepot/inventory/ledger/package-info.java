/**
 * The book: commands in, postings with movements, value entries and a balanced journal out. Pure; the rows are read and
 * written by the server ring. Every feature (sale, receipt, transfer…) speaks to it in the few instructions of
 * {@link entrepot.inventory.ledger.StockLine}.
 */
package entrepot.inventory.ledger;
