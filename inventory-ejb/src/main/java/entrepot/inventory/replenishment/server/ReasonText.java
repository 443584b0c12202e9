package entrepot.inventory.replenishment.server;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import entrepot.inventory.replenishment.Reason;
import entrepot.kernel.Quantity;
import java.io.IOException;
import java.math.BigDecimal;

/** A reason as it is kept: JSON, quantities as decimal strings. */
final class ReasonText {

    private static final ObjectMapper JSON = new ObjectMapper().registerModule(new SimpleModule()
            .addSerializer(Quantity.class, new Written())
            .addDeserializer(Quantity.class, new Read()));

    private ReasonText() {}

    static String write(Reason reason) {
        try {
            return JSON.writeValueAsString(reason);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("cannot write " + reason, failure);
        }
    }

    static Reason read(String text) {
        try {
            return JSON.readValue(text, Reason.class);
        } catch (JsonProcessingException failure) {
            throw new IllegalStateException("not a reason: " + text, failure);
        }
    }

    private static final class Written extends StdSerializer<Quantity> {
        private static final long serialVersionUID = 1L;

        Written() {
            super(Quantity.class);
        }

        @Override
        public void serialize(Quantity quantity, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(quantity.toString());
        }
    }

    private static final class Read extends StdDeserializer<Quantity> {
        private static final long serialVersionUID = 1L;

        Read() {
            super(Quantity.class);
        }

        @Override
        public Quantity deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return Quantity.of(new BigDecimal(json.getText()));
        }
    }
}
