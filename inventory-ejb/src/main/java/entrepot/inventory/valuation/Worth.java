package entrepot.inventory.valuation;

import entrepot.kernel.Money;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a movement is worth to stock, by the day from which it is: most have one day, one that was trued up has more. */
public final class Worth {

    private final SortedMap<LocalDate, Money> days = new TreeMap<>();

    void add(LocalDate day, Money amount) {
        days.merge(day, amount, Money::plus);
    }

    /** Positive into stock. */
    public SortedMap<LocalDate, Money> days() {
        return Collections.unmodifiableSortedMap(days);
    }

    public Money total() {
        return days.values().stream().reduce(Money::plus).orElseThrow();
    }
}
