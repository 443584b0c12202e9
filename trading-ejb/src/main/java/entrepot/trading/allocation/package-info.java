/** Shares of money for several instruments, from their returns alone. Arrays only: knows no prices, no strategies and no accounts. */
package entrepot.trading.allocation;
