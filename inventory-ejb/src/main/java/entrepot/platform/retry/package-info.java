/** Tries again what lost a race in the database, outside of the transaction that lost. */
package entrepot.platform.retry;
