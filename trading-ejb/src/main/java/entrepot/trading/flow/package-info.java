/** What happens between two bars: quotes, events of single orders in a book, and trades. Moments are nanoseconds of the epoch, prices billionths, sizes millionths. */
package entrepot.trading.flow;
