/** What happens between two bars: quotes, and events of single orders in a book. Moments are nanoseconds of the epoch, prices billionths, sizes millionths. */
package entrepot.trading.flow;
