/**
 * Lines over a series of prices. The value at a bar comes from that bar and those before it, never from a later one, also
 * not through a scale or a start value.
 */
package entrepot.trading.indicator;
