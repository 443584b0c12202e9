package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Asks for sweeps over HTTP and waits for them. */
abstract class SweepCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(240);
    private static final int BARS = 3_000;

    final Product product;
    final Api quant;

    SweepCalls(Product product) {
        this.product = product;
        this.quant = product.as("quant");
    }

    String instrument(long seed) throws SQLException {
        String symbol = Names.fresh("SW");
        DailyBars.lay(product, symbol, BARS, seed);
        return symbol;
    }

    Api.Answer ask(String body, UUID key) {
        return quant.post("api/v1/sweeps", body, "Idempotency-Key", key.toString());
    }

    JsonNode answered(Api.Answer asked) {
        JsonNode found = over(asked);
        assertThat(found.path("status").asText()).as(found.toString()).isEqualTo("DONE");
        return found;
    }

    JsonNode over(Api.Answer asked) {
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        return quant.over(place(asked), PATIENCE);
    }

    static String place(Api.Answer asked) {
        return asked.response().headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "").substring(1);
    }

    static String self(JsonNode found) {
        return found.path("links").path("self").asText().substring(1);
    }

    JsonNode waitFor(String place, Predicate<JsonNode> there) {
        Instant end = Instant.now().plus(PATIENCE);
        JsonNode found = quant.get(place).json();
        while (!there.test(found) && Instant.now().isBefore(end)) {
            Launch.pause(50);
            found = quant.get(place).json();
        }
        return found;
    }

    JsonNode backtest(String place) {
        Api.Answer asked = quant.post(place, "", "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        return over(asked).path("result").path("strategy");
    }

    List<String> errors(String body) {
        return ask(body, UUID.randomUUID()).json().path("errors").findValuesAsText("detail");
    }
}
