package entrepot.inventory.ledger;

import entrepot.kernel.book.Account;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which account plays a role for a category of items at a site, and from which day. Category 0 and site 0 answer for those
 * without a mapping of their own; a mapping of a category comes before one of a site.
 *
 * @param played every account that plays a role or ever did
 */
public record ChartOfAccounts(Map<Key, NavigableMap<LocalDate, Account>> accounts, Map<AccountRole, Set<Account>> played) {

    /** The day of a mapping that holds from the beginning. */
    public static final LocalDate BEGINNING = LocalDate.of(1000, 1, 1);

    public record Key(AccountRole role, long category, long site) {}

    public ChartOfAccounts {
        accounts = Map.copyOf(accounts);
        played = Map.copyOf(played);
    }

    /** Whether stock is valued in it, of whatever category, or was. */
    public boolean isInventory(Account account) {
        return played.getOrDefault(AccountRole.INVENTORY, Set.of()).contains(account);
    }

    /** Whether what is in it is part of the result of a period. */
    boolean isResult(Account account) {
        return played.entrySet().stream().anyMatch(entry -> entry.getKey().isResult() && entry.getValue().contains(account));
    }

    /** @param category of the item, or 0; @param site of the document or line, or 0 */
    public Account account(AccountRole role, long category, long site, LocalDate day) {
        Account account = mapped(role, category, site, day);
        account = account == null && site != 0 ? mapped(role, category, 0, day) : account;
        account = account == null && category != 0 ? mapped(role, 0, site, day) : account;
        account = account == null ? mapped(role, 0, 0, day) : account;
        if (account == null) {
            throw new IllegalStateException("no account is mapped to " + role + " on " + day + ": add one for category 0");
        }
        return account;
    }

    private Account mapped(AccountRole role, long category, long site, LocalDate day) {
        NavigableMap<LocalDate, Account> dated = accounts.get(new Key(role, category, site));
        Map.Entry<LocalDate, Account> then = dated == null ? null : dated.floorEntry(day);
        return then == null ? null : then.getValue();
    }

    /** The account of stock, which holds from the beginning. */
    public Account inventory(long category, long site) {
        return account(AccountRole.INVENTORY, category, site, BEGINNING);
    }

    /** Sites that have accounts of their own, and 0. */
    public Set<Long> sites() {
        return accounts.keySet().stream().map(Key::site).collect(Collectors.toSet());
    }
}
