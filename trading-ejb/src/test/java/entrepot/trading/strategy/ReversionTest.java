package entrepot.trading.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReversionTest {

    private static final double[] SCORES = {-1, -1.1, -0.1, 0, 1, 1.1, 0.5, 0, -2, Double.NaN, -2, 2};

    @Test
    void entriesAreBeyondALimitAndExitsAtIt() {
        assertThat(Reversion.around0(1, 0, Side.LONG_SHORT).of(SCORES).targets()).containsExactly(0, 1, 1, 0, 0, -1, -1, 0, 1, 0, 1, -1);
    }

    @Test
    void whereOnlyLongsAreWantedAShortIsNothing() {
        assertThat(Reversion.around0(1, 0, Side.LONG_ONLY).of(SCORES).targets()).containsExactly(0, 1, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0);
    }
}
