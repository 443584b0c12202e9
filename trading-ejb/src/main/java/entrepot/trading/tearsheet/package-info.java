/**
 * What is taken out of a backtest of any kind on one sheet. All of it is made from the curve of the account, so one instrument, a pair and a
 * portfolio are told alike; {@code docs/tear-sheets.md} has the formulas.
 */
package entrepot.trading.tearsheet;
