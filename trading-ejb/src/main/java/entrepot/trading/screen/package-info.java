/**
 * Asks one condition of many instruments as of one day, and says what the answer is worth. Knows no server: it is given one series after
 * the other, cuts each at the day before anything is computed, and forgets it.
 */
package entrepot.trading.screen;
