/** What is asked of a market: kinds of orders, how long they stand, what they became. Units are millionths, prices billionths. */
package entrepot.trading.order;
