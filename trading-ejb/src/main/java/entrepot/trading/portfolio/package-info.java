/**
 * What is held and what it made: positions, cash by currency, tax lots, fees. Money is whole minor units, units are whole
 * millionths, prices whole billionths, so that everything re-adds; the one place that rounds is {@link
 * entrepot.trading.portfolio.Exact}.
 */
package entrepot.trading.portfolio;
