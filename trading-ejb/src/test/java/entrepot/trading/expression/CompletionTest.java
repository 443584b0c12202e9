package entrepot.trading.expression;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.indicator.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private static final Variables FAST = Variables.of("fast = 40 from 5 to 200");

    private static List<String> at(String text) {
        return Completion.at(text, text.length(), FAST).proposals().stream().map(Completion.Proposal::text).toList();
    }

    @Test
    void whereAValueIsWantedAllNamesAreOffered() {
        assertThat(at("")).contains("fast", "close", "crossover(", "not").hasSize(1 + 8 + Function.values().length + Catalogue.all().size() + 1);
        assertThat(at("cr")).containsExactly("crossover(", "crossunder(");
        assertThat(at("close > F")).containsExactly("fast", "falling(");
        assertThat(Completion.at("close > fa", 10, FAST).from()).isEqualTo(8);
        assertThat(Completion.at("close > fa and", 10, FAST).proposals()).hasSize(2);
    }

    @Test
    void behindAValueComesAnOperator() {
        assertThat(at("close > 3 ")).containsExactly("and", "or");
        assertThat(at("close > sma(20) o")).containsExactly("or");
        assertThat(at("not ")).contains("close").doesNotContain("and");
    }

    @Test
    void behindAPointComeTheLinesOfTheIndicator() {
        assertThat(at("macd.")).containsExactly("macd", "signal", "histogram");
        assertThat(at("close > macd(sma(3), 12, 26).s")).containsExactly("signal");
        assertThat(at("close.")).isEmpty();
        assertThat(at("(1 + 2).")).isEmpty();
    }

    @Test
    void inTheParenthesesComeItsParametersAndTheirWords() {
        assertThat(at("ema(close, ")).startsWith("n=", "seed=", "fast", "open");
        assertThat(at("ema(close, s")).startsWith("seed=").contains("sma(");
        assertThat(at("ema(close, seed=")).containsExactly("mean", "first", "weighted");
        assertThat(at("ema(close, seed=f")).containsExactly("first");
        assertThat(at("crossover(ema(sma(3), n=")).containsExactly("fast");
        assertThat(at("sma(3) + ")).doesNotContain("n=");
    }

    @Test
    void everyProposalSaysWhatItIs() {
        assertThat(Completion.at("", 0, FAST).proposals()).allSatisfy(one -> assertThat(one.about()).isNotBlank());
        assertThat(Completion.at("ema", 3, FAST).proposals()).containsExactly(new Completion.Proposal("ema(", Completion.Kind.INDICATOR,
                "ema(close, n=20, seed=mean): Exponential moving average"));
    }
}
