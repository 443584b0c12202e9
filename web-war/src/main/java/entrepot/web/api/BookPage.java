package entrepot.web.api;

import java.util.Currency;
import java.util.List;
import java.util.function.Function;

/** A part of a long list with amounts, and the currency they are all in. */
record BookPage<T>(String currency, List<T> items, String next) {

    /** @param rows up to {@code limit + 1} rows */
    static <T> BookPage<T> of(Currency currency, List<T> rows, int limit, Function<T, ?> key) {
        Page<T> page = Page.of(rows, limit, key);
        return new BookPage<>(currency.getCurrencyCode(), page.items(), page.next());
    }

    static <T> BookPage<T> whole(Currency currency, List<T> rows) {
        return new BookPage<>(currency.getCurrencyCode(), rows, null);
    }
}
