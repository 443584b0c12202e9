package entrepot.trading.pricing;

import static entrepot.trading.pricing.Situations.*;
import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.pricing.Situation.Changes;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PriceCheckTest {

    @Test
    void everythingThatStandsAgainstAPriceIsNamedAtOnce() {
        var situation = with(with(stock(300), cost("9.00", 200)), new Changes(Optional.of(NOW.minus(Duration.ofHours(1))), 2));
        assertThat(PriceCheck.of(d("9.40"), RULE, situation)).extracting(Objection::code)
                .containsExactly("stale-cost", "below-floor", "beyond-step", "too-soon", "enough-today");
    }

    @Test
    void theLimitsThemselvesAreAllowed() {
        assertThat(PriceCheck.of(d("9.50"), RULE, stock(300))).isEmpty();
        assertThat(PriceCheck.of(d("10.51"), RULE, stock(300))).singleElement()
                .hasToString("Objection[code=beyond-step, detail=10.51 is more than a step from 10.00, which reaches from 9.50 to 10.50]");
        assertThat(PriceCheck.of(d("15.01"), RULE, at("14.90", 300))).extracting(Objection::code).containsExactly("above-ceiling");
    }
}
