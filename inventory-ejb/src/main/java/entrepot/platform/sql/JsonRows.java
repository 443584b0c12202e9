package entrepot.platform.sql;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Many rows as one parameter, for {@code JSON_TABLE(:rows, '$[*]' COLUMNS (... PATH '$[0]', ...))}. Values are numbers, or text by their name. */
public final class JsonRows {

    private JsonRows() {}

    public static String of(Stream<Object[]> rows) {
        return rows.map(row -> Arrays.stream(row).map(JsonRows::value).collect(Collectors.joining(",", "[", "]")))
                .collect(Collectors.joining(",", "[", "]"));
    }

    private static String value(Object value) {
        return value == null || value instanceof Number ? String.valueOf(value)
                : '"' + value.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
