package entrepot.trading.risk;

/** Accounts by number: open addressing with linear probing, none is ever taken out. */
final class Accounts {

    private static final int MOST = 1 << 20;

    private Account[] accounts = new Account[256];
    private int size;

    /** @return {@link Account#NOBODY} where there is none */
    Account get(long number) {
        int at = home(number);
        while (accounts[at] != null) {
            if (accounts[at].number == number) {
                return accounts[at];
            }
            at = at + 1 & accounts.length - 1;
        }
        return Account.NOBODY;
    }

    Account add(long number) {
        Account found = get(number);
        if (found != Account.NOBODY) {
            return found;
        }
        if (size == MOST) {
            throw new IllegalStateException("account " + number + " is one more than the " + MOST + " of a gate: give it to another gate");
        }
        if (2 * ++size > accounts.length) {
            grow();
        }
        Account added = new Account(number);
        insert(added);
        return added;
    }

    private void grow() {
        Account[] old = accounts;
        accounts = new Account[2 * old.length];
        for (Account account : old) {
            if (account != null) {
                insert(account);
            }
        }
    }

    private void insert(Account account) {
        int at = home(account.number);
        while (accounts[at] != null) {
            at = at + 1 & accounts.length - 1;
        }
        accounts[at] = account;
    }

    /** Fibonacci hashing (Knuth, TAOCP 3, 6.4). */
    private int home(long number) {
        return (int) (number * 0x9E3779B97F4A7C15L >>> 32) & accounts.length - 1;
    }
}
