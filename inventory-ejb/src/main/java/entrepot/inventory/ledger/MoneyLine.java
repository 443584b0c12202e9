package entrepot.inventory.ledger;

import entrepot.kernel.ItemId;
import entrepot.kernel.Money;
import entrepot.kernel.book.Account;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a posting does to the journal beside stock: to the account that plays a role for an item's category, or to a
 * named account.
 *
 * @param item   whose category chooses the account, or null for the company's account
 * @param amount debit positive
 */
public record MoneyLine(AccountRole role, ItemId item, Account account, Money amount) {

    public static MoneyLine of(AccountRole role, Money amount) {
        return new MoneyLine(role, null, null, amount);
    }

    public static MoneyLine of(AccountRole role, ItemId item, Money amount) {
        return new MoneyLine(role, item, null, amount);
    }

    public static MoneyLine of(Account account, Money amount) {
        return new MoneyLine(null, null, account, amount);
    }

    /** The same amounts with one line for each account and item, in the order they first appear. */
    public static List<MoneyLine> merged(List<MoneyLine> lines) {
        Map<List<Object>, MoneyLine> merged = new LinkedHashMap<>();
        for (MoneyLine line : lines) {
            merged.merge(Arrays.asList(line.role, line.item, line.account), line, (a, b) ->
                    new MoneyLine(a.role, a.item, a.account, a.amount.plus(b.amount)));
        }
        return List.copyOf(merged.values());
    }
}
