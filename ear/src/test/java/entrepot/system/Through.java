package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** Asks what a job answers, and waits for it. */
public final class Through {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private Through() {}

    /** @param place under {@code api/v1/}; @return with its result */
    public static JsonNode ask(Api quant, String place, String question) throws InterruptedException {
        Api.Answer asked = quant.post("api/v1/" + place, question, "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        String self = "api/v1/" + place + "/" + asked.json().path("id").asText();
        Instant until = Instant.now().plus(PATIENCE);
        JsonNode now = quant.get(self).json();
        while (!now.path("result").isObject()) {
            assertThat(now.path("status").asText()).as(now.toString()).isNotEqualTo("FAILED");
            assertThat(Instant.now()).as(now.toString()).isBefore(until);
            Thread.sleep(200);
            now = quant.get(self).json();
        }
        return now;
    }
}
