package entrepot.inventory.ledger;

import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.kernel.book.Account;

/**
 * What a posting does to the journal beside stock: to the account that plays a role for an item's category, or to a
 * named account.
 *
 * @param item   whose category chooses the account, or null for the company's account
 * @param amount debit positive
 * @param settles the movement of a receipt whose invoice it is part of, or null
 */
public record MoneyLine(AccountRole role, ItemId item, Account account, Money amount, Long settles) {

    public static MoneyLine of(AccountRole role, Money amount) {
        return new MoneyLine(role, null, null, amount, null);
    }

    public static MoneyLine of(AccountRole role, ItemId item, Money amount) {
        return new MoneyLine(role, item, null, amount, null);
    }

    public static MoneyLine of(Account account, Money amount) {
        return new MoneyLine(null, null, account, amount, null);
    }

    /** In the account in which a receipt stands that is invoiced. */
    public static MoneyLine settling(Account account, Money amount, Long movement) {
        return new MoneyLine(null, null, account, amount, movement);
    }

    public static MoneyLine settling(AccountRole role, ItemId item, Money amount, long movement) {
        return new MoneyLine(role, item, null, amount, movement);
    }
}
