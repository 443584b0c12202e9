package entrepot.trading.portfolio;

import entrepot.kernel.Money;

/** One movement of cash. The balance of a currency is the sum of its entries. @param time milliseconds of the epoch, UTC */
public record CashEntry(long time, CashKind kind, Money amount) {}
