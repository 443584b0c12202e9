package entrepot.web.lists;

import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * A list that can be taken away.
 *
 * @param name   of the file, without its ending
 * @param writer writes all rows that the filters of the address ask for
 */
public record ListFile(String name, List<String> columns, BiConsumer<Map<String, String>, Sheet> writer) {

    private static final int PART = 1000;

    /** Lists of a feature. */
    public interface Source {
        List<ListFile> lists();
    }

    /** Reads a part of a list. */
    @FunctionalInterface
    interface Reader<T> {
        /** @param after the key of the last row of the part before, or null */
        List<T> read(String after, int limit);
    }

    /** Writes part after part, so that a list of any length needs the memory of one. */
    static <T> void each(Sheet sheet, Reader<T> reader, Function<T, ?> key, Function<T, Object[]> cells) {
        String after = null;
        List<T> rows;
        do {
            rows = reader.read(after, PART);
            rows.forEach(row -> sheet.row(cells.apply(row)));
            after = rows.isEmpty() ? null : key.apply(rows.get(rows.size() - 1)).toString();
        } while (rows.size() == PART);
    }
}
