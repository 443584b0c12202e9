/** Keeps what was learned, which is only added to, and who stands by it. */
package entrepot.trading.learning.server;
