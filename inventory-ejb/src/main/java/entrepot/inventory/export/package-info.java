/**
 * The journal in the words of other bookkeepings: CSV, hledger, Beancount, QuickBooks. Formats are pure text: the same
 * entries give the same bytes for ever.
 */
package entrepot.inventory.export;
