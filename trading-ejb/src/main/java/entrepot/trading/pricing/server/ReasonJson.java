package entrepot.trading.pricing.server;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import entrepot.trading.pricing.Advice;
import entrepot.trading.pricing.Rollback;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Reasons as they are kept: JSON with decimals as strings. Each has {@code words}; an advice has every number too. */
final class ReasonJson {

    private static final ObjectMapper JSON = mapper();

    private ReasonJson() {}

    private record Said(List<String> words) {}

    private static ObjectMapper mapper() {
        ObjectMapper mapper = new ObjectMapper()
                .registerModule(new JavaTimeModule())
                .setSerializationInclusion(JsonInclude.Include.NON_NULL)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.configOverride(BigDecimal.class).setFormat(JsonFormat.Value.forShape(JsonFormat.Shape.STRING));
        return mapper;
    }

    static String write(Advice advice) {
        return text(advice);
    }

    static String said(String... words) {
        return text(new Said(List.of(words)));
    }

    static String conflicts(List<Rollback.Conflict> conflicts) {
        return conflicts.isEmpty() ? null : text(conflicts);
    }

    static List<String> words(String reason) {
        return read(reason, Said.class).words();
    }

    /** @return null where a person said why */
    static Advice advice(String reason) {
        Advice advice = read(reason, Advice.class);
        return advice.verdict() == null ? null : advice;
    }

    static List<Rollback.Conflict> readConflicts(String conflicts) {
        return conflicts == null ? List.of() : Arrays.asList(read(conflicts, Rollback.Conflict[].class));
    }

    private static String text(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot write " + value, failure);
        }
    }

    private static <T> T read(String text, Class<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("not a " + type.getSimpleName() + ": " + text, failure);
        }
    }
}
