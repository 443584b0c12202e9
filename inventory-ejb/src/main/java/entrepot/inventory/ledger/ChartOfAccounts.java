package entrepot.inventory.ledger;

import entrepot.kernel.book.Account;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which account plays a role for a category of items; category 0 answers for those without a mapping of their own.
 *
 * @param played every account that plays a role or ever did
 */
public record ChartOfAccounts(Map<Key, Account> accounts, Map<AccountRole, Set<Account>> played) {

    public record Key(AccountRole role, long category) {}

    public ChartOfAccounts {
        accounts = Map.copyOf(accounts);
        played = Map.copyOf(played);
    }

    /** Whether stock is valued in it, of whatever category, or was. */
    public boolean isInventory(Account account) {
        return plays(account, role -> role == AccountRole.INVENTORY);
    }

    /** Whether what is in it is part of the result of a period. */
    boolean isResult(Account account) {
        return plays(account, AccountRole::isResult);
    }

    private boolean plays(Account account, Predicate<AccountRole> which) {
        return played.entrySet().stream().anyMatch(entry -> which.test(entry.getKey()) && entry.getValue().contains(account));
    }

    public Account account(AccountRole role, long category) {
        Account own = accounts.get(new Key(role, category));
        Account account = own != null ? own : accounts.get(new Key(role, 0));
        if (account == null) {
            throw new IllegalStateException("no account is mapped to " + role + ": add one for category 0");
        }
        return account;
    }
}
