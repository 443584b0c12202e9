package entrepot.web.api;

import java.util.List;
import java.util.function.Function;

/**
 * A part of rows that are numbered within something, in their order.
 *
 * @param after number of the last one shown before, 0 for the first
 * @param rows  shown at most
 */
record Stretch(int after, int rows) {

    /** The rows of what has a number. */
    interface Rows<T> {
        List<T> read(long of, int after, int limit);
    }

    /** @throws ApiProblem with everything that is wrong */
    static Stretch read(String after, Integer limit) {
        Fields fields = new Fields();
        int rows = fields.limit(limit);
        Stretch stretch = new Stretch((int) fields.key(after, 9, 0), rows);
        fields.check();
        return stretch;
    }

    <T> Page<T> of(long one, Rows<T> all, Function<T, ?> number) {
        return Page.of(all.read(one, after, rows + 1), rows, number);
    }
}
