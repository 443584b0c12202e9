/**
 * What was traded at which price. Keeps raw bars, and splits and dividends by the day they took effect, so that an adjusted
 * series can be made as it looked on any day: see {@link entrepot.trading.market.Adjustment}.
 */
package entrepot.trading.market;
