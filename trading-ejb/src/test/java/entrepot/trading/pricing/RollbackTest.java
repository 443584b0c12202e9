package entrepot.trading.pricing;

import static entrepot.trading.pricing.Situations.d;
import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.pricing.Rollback.Change;
import entrepot.trading.pricing.Rollback.Current;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RollbackTest {

    @Test
    void aPriceChangedSinceIsLeftAndNamed() {
        var wire = new Change(11, 1, "WIRE", d("10.00"), d("9.50"));
        var beans = new Change(12, 2, "BEANS", d("4.00"), d("4.20"));
        var rollback = Rollback.of(List.of(wire, beans), Map.of(1L, new Current(11, d("9.50")), 2L, new Current(15, d("4.40"))));
        assertThat(rollback.restore()).containsExactly(wire);
        assertThat(rollback.conflicts()).singleElement()
                .hasToString("Conflict[sku=BEANS, detail=set to 4.20 by this batch, changed since and now 4.40]");
    }

    @Test
    void aPriceSetToTheSameAmountSinceIsStillALaterDecision() {
        var wire = new Change(11, 1, "WIRE", d("10.00"), d("9.50"));
        assertThat(Rollback.of(List.of(wire), Map.of(1L, new Current(14, d("9.50")))).restore()).isEmpty();
    }
}
