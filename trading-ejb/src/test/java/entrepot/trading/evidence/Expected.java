package entrepot.trading.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.trading.Shared;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.StreamSupport;

/** What a case expects, each figure compared once within its tolerance; one that was never compared fails the case. */
public final class Expected {

    private final JsonNode json;
    private final Set<String> compared = new HashSet<>();

    public Expected(JsonNode json) {
        this.json = json;
    }

    public boolean has(String figure) {
        return json.path("expected").has(figure);
    }

    public Expected is(String figure, double found) {
        JsonNode expected = json.path("expected").path(figure);
        if (expected.isMissingNode()) {
            return this;
        }
        compared.add(figure);
        if (expected.isNull()) {
            assertThat(found).as(figure).isInfinite();
        } else {
            assertThat(found).as(figure).isCloseTo(expected.asDouble(), within(tolerance(figure)));
        }
        return this;
    }

    public Expected are(String figure, double... found) {
        JsonNode expected = json.path("expected").path(figure);
        if (expected.isMissingNode()) {
            return this;
        }
        compared.add(figure);
        assertThat(found).as(figure).containsExactly(Shared.numbers(expected), within(tolerance(figure)));
        return this;
    }

    /** A number inside a figure. */
    public void close(String what, double found, double wanted) {
        assertThat(found).as(what).isCloseTo(wanted, within(tolerance(what)));
    }

    /** The figure was compared elsewhere. */
    public void said(String figure) {
        compared.add(figure);
    }

    /** The case's own, or what it says of the figure; where it says of others only, the closest of them. */
    private double tolerance(String figure) {
        JsonNode tolerance = json.path("tolerance_abs");
        if (!tolerance.isObject()) {
            assertThat(tolerance.isNumber()).as("tolerance_abs of " + json.path("id")).isTrue();
            return tolerance.asDouble();
        }
        return tolerance.has(figure) ? tolerance.path(figure).asDouble()
                : StreamSupport.stream(tolerance.spliterator(), false).mapToDouble(JsonNode::asDouble).min().orElseThrow();
    }

    public void complete() {
        json.path("expected").properties().forEach(figure -> {
            if (!compared.contains(figure.getKey())) {
                fail("%s: nothing here is called %s".formatted(json.path("id").asText(), figure.getKey()));
            }
        });
    }
}
