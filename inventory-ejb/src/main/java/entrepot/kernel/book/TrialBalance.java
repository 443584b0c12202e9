package entrepot.kernel.book;

import entrepot.kernel.Money;
import java.util.Currency;
import java.util.Map;
import java.util.TreeMap;

/** The balance of every account, debit positive. Sums to zero, or the book is broken. */
public record TrialBalance(Currency currency, Map<String, Money> balances) {

    public TrialBalance {
        balances = Map.copyOf(balances);
    }

    public static TrialBalance of(Currency currency, Iterable<JournalEntry> entries) {
        Map<String, Money> sums = new TreeMap<>();
        for (JournalEntry entry : entries) {
            entry.lines().forEach(line -> sums.merge(line.account().code(), line.amount(), Money::plus));
        }
        return new TrialBalance(currency, sums);
    }

    public Money of(Account account) {
        return balances.getOrDefault(account.code(), Money.zero(currency));
    }

    public Money difference() {
        return balances.values().stream().reduce(Money.zero(currency), Money::plus);
    }
}
