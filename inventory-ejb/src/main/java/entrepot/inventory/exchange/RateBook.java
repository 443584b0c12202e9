package entrepot.inventory.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Currency;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** The rates of some currencies, each holding until the next. */
public record RateBook(Currency book, Map<Currency, NavigableMap<LocalDate, BigDecimal>> rates) {

    public RateBook {
        Map<Currency, NavigableMap<LocalDate, BigDecimal>> own = new HashMap<>();
        rates.forEach((currency, dated) -> own.put(currency, new TreeMap<>(dated)));
        rates = Map.copyOf(own);
    }

    /** By the latest rate on or before the day; empty where there is none. */
    public Optional<Exchange> on(Currency currency, LocalDate day) {
        if (currency.equals(book)) {
            return Optional.of(Exchange.none(book));
        }
        return Optional.ofNullable(rates.get(currency))
                .map(dated -> dated.floorEntry(day))
                .map(latest -> new Exchange(currency, book, latest.getValue()));
    }

    /** Whether just this rate was entered for just this day. */
    public boolean says(Currency currency, LocalDate day, BigDecimal rate) {
        BigDecimal there = rates.getOrDefault(currency, Collections.emptyNavigableMap()).get(day);
        return there != null && there.compareTo(rate) == 0;
    }

    /** What to say where {@link #on} finds none. */
    public static String missing(Currency currency, LocalDate day) {
        return "no rate of " + currency.getCurrencyCode() + " on " + day + " or before: enter it, or give the document's own";
    }
}
