package entrepot.inventory.statement;

import entrepot.kernel.Money;

/**
 * What an account has in a period, and in the one it is compared with.
 *
 * @param kind   ASSET, LIABILITY, EQUITY, INCOME or EXPENSE
 * @param sales  whether it holds cost of sales
 * @param now    debit positive
 * @param before debit positive
 */
public record AccountSum(String account, String name, String kind, boolean sales, Money now, Money before) {}
