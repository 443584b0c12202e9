/** Keeps the log of all that was tried, which can only be added to, and counts it. */
package entrepot.trading.evidence.server;
