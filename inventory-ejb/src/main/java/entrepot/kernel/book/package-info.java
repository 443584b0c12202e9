/** Double entry, used by the ledger of goods and by the portfolio of positions. Signed amounts: a debit is positive. */
package entrepot.kernel.book;
