package entrepot.inventory.retail.server;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** What an import keeps of its reports, as JSON. */
public final class Texts {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);

    private Texts() {}

    static String write(Object report) {
        try {
            return JSON.writeValueAsString(report);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("cannot be written as JSON: " + report, broken);
        }
    }

    public static <T> T read(String text, Class<T> type) {
        try {
            return text == null ? null : JSON.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a kept " + type.getSimpleName() + " cannot be read", broken);
        }
    }
}
