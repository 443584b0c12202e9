package entrepot.web.api;

import java.util.List;
import java.util.function.Function;

/**
 * A part of a long list.
 *
 * @param next what to give as {@code after} for the part that follows, or null at the end
 */
public record Page<T>(List<T> items, String next) {

    public static final int LIMIT = 100;
    public static final int MOST = 1000;

    public Page {
        items = List.copyOf(items);
    }

    /** @param rows up to {@code limit + 1} rows: one more than shown says that there is more */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, ?> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, limit);
        return new Page<>(shown, key.apply(shown.get(limit - 1)).toString());
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
