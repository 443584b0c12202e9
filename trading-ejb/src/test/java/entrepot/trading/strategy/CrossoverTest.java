package entrepot.trading.strategy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.trading.Walk;
import entrepot.trading.indicator.Mean;
import entrepot.trading.market.Bars;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class CrossoverTest {

    private static final Bars RISE_AND_FALL = Walk.of(5, 4, 6, 7, 3, 1, 5, 9);

    @Test
    void theSignalIsOneWhereTheShortMeanIsAboveFromTheShortPeriodOn() {
        // means over 2: 5 4.5 5 6.5 5 2 3 7; over 4: 5 4.5 5 5.5 5 4.25 4 4.5
        assertThat(Crossover.simple(2, 4).on(RISE_AND_FALL).targets()).containsExactly(0, 0, 0, 1, 0, 0, 0, 1);
    }

    @Test
    void theChangeOfPositionIsUndefinedAtTheFirstBar() {
        assertThat(Crossover.simple(2, 4).on(RISE_AND_FALL).changes()).containsExactly(Double.NaN, 0, 0, 1, -1, 0, 0, 1);
    }

    @Test
    void longAndShortFollowsTheSign() {
        assertThat(Crossover.simple(2, 4).with(Side.LONG_SHORT).on(RISE_AND_FALL).targets())
                .containsExactly(0, 0, 0, 1, 0, -1, -1, 1);
    }

    @Test
    void readByCrossingsTheFirstPositionWaitsForOne() {
        // The short mean is above as soon as both are full, at bar 3; that is no crossing.
        Crossover crossing = Crossover.simple(2, 4).with(Reading.CROSS);
        assertThat(crossing.on(RISE_AND_FALL).targets()).containsExactly(0, 0, 0, 0, 0, 0, 0, 1);
        assertThat(crossing.with(Side.LONG_SHORT).on(RISE_AND_FALL).targets()).containsExactly(0, 0, 0, 0, 0, -1, -1, 1);
    }

    @Test
    void linesThatTouchDoNotCross() {
        // close against the mean of 2: below, equal, above is one crossing; above, equal, above is none
        Crossover crossing = new Crossover(Mean.SIMPLE, 1, 2, Side.LONG_ONLY, Reading.CROSS);
        assertThat(crossing.on(Walk.of(3, 2, 2, 3, 3, 4, 4, 1)).targets()).containsExactly(0, 0, 0, 1, 1, 1, 1, 0);
    }

    @Test
    void everyVariantDecidesAsASlowReferenceDoes() {
        for (long seed = 1; seed <= 40; seed++) {
            Bars bars = seed % 2 == 0 ? Walk.coarse(seed, 300) : Walk.gapped(seed, 300);
            for (Side side : Side.values()) {
                for (Reading reading : Reading.values()) {
                    Crossover crossover = new Crossover(Mean.SIMPLE, 3, 8, side, reading);
                    assertThat(crossover.on(bars).targets()).as(crossover.words() + ", seed " + seed)
                            .containsExactly(slowly(bars.closes(), crossover));
                }
            }
        }
    }

    /** Exact sums, window by window; a crossing is told by the last sign that was not zero. */
    private static int[] slowly(double[] closes, Crossover rule) {
        int[] targets = new int[closes.length];
        boolean level = rule.reading() == Reading.LEVEL;
        int before = 0;
        int held = 0;
        for (int bar = level ? rule.fast() : rule.slow() - 1; bar < closes.length; bar++) {
            int fastCount = Math.min(rule.fast(), bar + 1);
            int slowCount = Math.min(rule.slow(), bar + 1);
            int sign = sum(closes, bar, fastCount).multiply(BigDecimal.valueOf(slowCount))
                    .compareTo(sum(closes, bar, slowCount).multiply(BigDecimal.valueOf(fastCount)));
            if (level || sign != 0 && before == -sign) {
                held = rule.side().of(sign);
            }
            before = sign == 0 ? before : sign;
            targets[bar] = held;
        }
        return targets;
    }

    private static BigDecimal sum(double[] closes, int bar, int count) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int at = bar - count + 1; at <= bar; at++) {
            sum = sum.add(BigDecimal.valueOf(closes[at]));
        }
        return sum;
    }

    @Test
    void aSeriesShorterThanTheWindowsDecidesNothing() {
        assertThat(Crossover.simple(5, 9).with(Reading.CROSS).on(Walk.of(1, 2, 3)).targets()).containsOnly(0);
        assertThat(Crossover.simple(5, 9).on(Walk.of(1, 2, 3)).targets()).containsOnly(0);
    }

    @Test
    void aSlowPeriodMustBeLonger() {
        assertThatThrownBy(() -> Crossover.simple(9, 9))
                .hasMessage("fast is 9 and slow is 9, must be 1 or more and fast less than slow");
    }
}
