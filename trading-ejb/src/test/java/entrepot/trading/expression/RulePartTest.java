package entrepot.trading.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.trading.indicator.Definition.Scale;
import entrepot.trading.market.Bars;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulePartTest {

    private static final Bars BARS = ProgramLawsTest.bars(7, 60);

    private static List<String> parts(String rule) {
        return RulePart.of(rule, Variables.of("fast = 4"), BARS).stream().map(part -> part.depth() + " " + part.text()).toList();
    }

    @Test
    void aRuleComesApartFromTheLeft() {
        assertThat(parts("crossover(sma(fast), ema(close,  9)) and not ( close+1 > (high-low)*2 or rsi(5)[2] < 30 )")).containsExactly(
                "0 crossover(sma(fast), ema(close, 9)) and not (close + 1 > (high - low) * 2 or rsi(5)[2] < 30)",
                "1 crossover(sma(fast), ema(close, 9))", "2 sma(fast)", "2 ema(close, 9)",
                "1 not (close + 1 > (high - low) * 2 or rsi(5)[2] < 30)", "2 close + 1 > (high - low) * 2 or rsi(5)[2] < 30",
                "3 close + 1 > (high - low) * 2", "4 close + 1", "4 (high - low) * 2", "5 high - low",
                "3 rsi(5)[2] < 30", "4 rsi(5)[2]", "5 rsi(5)");
        assertThat(parts("macd(3, 6, 2).signal > sma(rsi(5), 3) and sma(rsi(5), 3) > 50")).containsExactly("0 macd(3, 6, 2).signal > sma(rsi(5), 3) and sma(rsi(5), 3) > 50",
                "1 macd(3, 6, 2).signal > sma(rsi(5), 3)", "2 macd(3, 6, 2).signal", "2 sma(rsi(5), 3)", "3 rsi(5)", "1 sma(rsi(5), 3) > 50");
    }

    @Test
    void whatIsOnTheScaleOfThePricesIsKnown() {
        assertThat(RulePart.of("close * 2 > sma(4) and sma(rsi(5), 3) > highest(high, 4)[1] and zscore(5) > sma(volume, 3)", Variables.NONE, BARS))
                .filteredOn(part -> part.scale() == Scale.PRICE).extracting(RulePart::text).containsExactly("close * 2", "sma(4)", "highest(high, 4)[1]", "highest(high, 4)");
    }

    @Test
    void aNamedNumberIsNoSeries() {
        assertThat(RulePart.of("close * k > sma(fast) and highest(high, fast) > sma(volume, fast) and sma(rsi(fast), fast) > 2", Variables.of("fast = 4, k = 1.5"), BARS))
                .filteredOn(part -> part.scale() == Scale.PRICE).extracting(RulePart::text).containsExactly("close * k", "sma(fast)", "highest(high, fast)");
    }

    @Test
    void eachPartReadByItselfHasTheSameValues() {
        int parts = 0;
        for (long seed = 1; seed <= 600; seed++) {
            String rule = new RandomTree(seed).condition(3).text();
            for (RulePart part : RulePart.of(rule, Variables.NONE, BARS)) {
                assertThat(Program.of(Variables.NONE, List.of(part.text())).over(BARS)[0]).as("seed " + seed + ": " + part.text() + " of " + rule).containsExactly(part.values());
                parts++;
            }
        }
        assertThat(parts).isGreaterThan(1_500);
    }

    @Test
    void aWrongRuleIsRefused() {
        assertThatThrownBy(() -> RulePart.of("close >", Variables.NONE, BARS)).hasMessageContaining("'close >'");
    }
}
