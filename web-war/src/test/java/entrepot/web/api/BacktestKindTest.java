package entrepot.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.strategy.BuiltIn;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BacktestKindTest {

    @Test
    void everyBuiltInStrategyCanBeAskedFor() {
        assertThat(Arrays.stream(BuiltIn.values()).map(Enum::name)).isSubsetOf(Arrays.stream(BacktestBody.Kind.values()).map(Enum::name).toList());
    }
}
