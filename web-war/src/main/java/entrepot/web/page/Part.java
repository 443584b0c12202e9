package entrepot.web.page;

import java.util.List;
import java.util.function.Function;

/**
 * The part of a long list that a page shows.
 *
 * @param next where the following part begins, for the link to it, or null at the end
 */
public record Part<T>(List<T> rows, String next) {

    /** @param rows one more than {@code limit} where there are more */
    static <T> Part<T> of(List<T> rows, int limit, Function<T, ?> key) {
        if (rows.size() <= limit) {
            return new Part<>(rows, null);
        }
        List<T> shown = rows.subList(0, limit);
        return new Part<>(shown, key.apply(shown.get(limit - 1)).toString());
    }
}
