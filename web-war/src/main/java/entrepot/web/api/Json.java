package entrepot.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializerBase;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import entrepot.kernel.Money;
import entrepot.kernel.Quantity;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Function;

/**
 * How the API speaks JSON: decimals, amounts and quantities as strings, times in UTC, dates as ISO 8601, absent for null; unknown and doubled fields refused,
 * nesting and lengths bounded.
 */
@Provider
public class Json implements ContextResolver<ObjectMapper> {

    public static final ObjectMapper MAPPER = mapper();

    private static ObjectMapper mapper() {
        var limits = StreamReadConstraints.builder()
                .maxNestingDepth(50)
                .maxNumberLength(60)
                .maxStringLength(1_000_000)
                .build();
        var figures = new SimpleModule()
                .addSerializer(BigDecimal.class, new Text<>(BigDecimal.class, BigDecimal::toPlainString))
                .addSerializer(Money.class, new Text<>(Money.class, amount -> amount.decimal().toPlainString()))
                .addSerializer(Quantity.class, new Text<>(Quantity.class, Quantity::toString))
                .addSerializer(LocalDateTime.class, new Text<>(LocalDateTime.class, utc -> utc.toInstant(ZoneOffset.UTC).toString()));
        return new ObjectMapper(JsonFactory.builder().streamReadConstraints(limits).build())
                .registerModule(new JavaTimeModule())
                .registerModule(figures)
                .setSerializationInclusion(JsonInclude.Include.NON_NULL)
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
    }

    /** Writes a value as a string. */
    private static final class Text<T> extends ToStringSerializerBase {
        private static final long serialVersionUID = 1L;

        private final transient Function<T, String> text;
        private final Class<T> type;

        Text(Class<T> type, Function<T, String> text) {
            super(type);
            this.type = type;
            this.text = text;
        }

        @Override
        public String valueToString(Object value) {
            return text.apply(type.cast(value));
        }
    }

    @Override
    public ObjectMapper getContext(Class<?> type) {
        return MAPPER;
    }
}
