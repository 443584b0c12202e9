package entrepot.platform.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Records of plain values as one column: what is only read as a whole. Numbers that are not one are kept as {@code "NaN"}. */
public final class StoredJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private StoredJson() {}

    public static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot write " + value, failure);
        }
    }

    /** @throws IllegalStateException where it is not one */
    public static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("not a " + type.getSimpleName() + ": " + failure.getOriginalMessage(), failure);
        }
    }
}
