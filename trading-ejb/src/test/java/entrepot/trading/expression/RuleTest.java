package entrepot.trading.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in a rule, and where. */
class RuleTest {

    private static final Variables FAST_AND_SLOW = Variables.of("fast = 40 from 5 to 200, slow = 100");

    private static Rule read(String text) {
        return Rule.condition(text, FAST_AND_SLOW);
    }

    private static List<String> words(String text) {
        return read(text).problems().stream().map(Problem::words).toList();
    }

    @Test
    void aRuleHasAType() {
        assertThat(Rule.read("sma(fast) * 2", FAST_AND_SLOW).type()).isEqualTo(Type.NUMBER);
        assertThat(Rule.read("fast * -2", FAST_AND_SLOW).type()).isEqualTo(Type.CONSTANT);
        assertThat(read("crossover(sma(close,40), sma(close,100)) and rsi(14) < 70")).isEqualTo(new Rule(List.of(), Type.BOOLEAN, 100));
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThat(words("smaa(close, 40) > clsoe\n  and rsi(140000) < ")).containsExactly(
                "line 1, column 1: 'smaa' is not a function or indicator; is 'sma' meant?",
                "line 1, column 19: 'clsoe' is not a column, indicator, function or parameter; is 'close' meant?",
                "line 2, column 11: n of rsi must be from 1 to 10000, is 140000",
                "line 2, column 21: expected a value, found the end");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "close > = 5                    | 9  | expected a value, found '='",
            "(close > 3                     | 11 | ')' is missing: '(' at character 1 is not closed",
            "close > 3)                     | 10 | ')' closes nothing that was opened",
            "close[-1] > 5                  | 7  | the bars to look back must be a whole number from 0 to 10000, is -1; bars that come later are not known",
            "close[1.5] > 5                 | 7  | the bars to look back must be a whole number from 0 to 10000, is 1.5",
            "close[volume] > 5              | 7  | the bars to look back must be a constant, but this is a number",
            "sma(close, seed=first) > 3     | 12 | sma has the parameters n",
            "ema(20, sead=first) > 3        | 9  | ema has the parameters n, seed; is 'seed' meant?",
            "ema(20, seed=last) > 3         | 14 | seed of ema must be one of mean, first, weighted",
            "ema(20, n=3) > 3               | 9  | 'n' is said twice",
            "macd(fast=2, 26) > 3           | 14 | stands behind a parameter with a name and needs one too",
            "sma(n=volume) > 3              | 7  | n of sma must be a constant, but this is a number",
            "sma(5, close) > 1              | 8  | series come before parameters: sma(close, n=20)",
            "sma(open, close, 5) > 1        | 11 | sma takes no more than sma(close, n=20)",
            "sma(5, 6) > 1                  | 8  | sma takes no more than sma(close, n=20)",
            "atr(close, 14) > 1             | 5  | atr reads the bar itself and takes no series: atr(n=14, smoothing=wilder, first=skipped)",
            "sma(close > 1) > 1             | 5  | expected a number, but this is a condition",
            "sma(close, 2.5) > 1            | 12 | n of sma must be a whole number, is 2.5",
            "not close                      | 5  | 'not' takes conditions, but this is a number",
            "close and volume > 2           | 1  | 'and' takes conditions, but this is a number",
            "1 < close < 3                  | 1  | '<' takes numbers, but this is a condition",
            "-(close > 3)                   | 3  | '-' takes numbers, but this is a condition",
            "macd.signl > 2                 | 6  | macd has the lines macd, signal, histogram; is 'signal' meant?",
            "donchian(20)[1].upper > close  | 17 | '.upper' must stand right behind an indicator, as in macd(12, 26, 9).signal",
            "macd. > 2                      | 7  | expected the name of a line behind '.', found '>'",
            "5[1] > 2                       | 1  | is a constant, which is the same at all bars before",
            "highest(high) > 3              | 1  | takes highest(x, n); n is missing",
            "highest(high, 0) > 3           | 15 | n of highest must be a whole number from 1 to 10000, is 0",
            "crossover(close)               | 1  | takes crossover(a, b), found 1",
            "crossover(open, close, high)   | 1  | takes crossover(a, b), found 3",
            "crossover(a=open, close)       | 11 | crossover(a, b) has no 'a'",
            "crossover > 1                  | 1  | 'crossover' needs its values: crossover(a, b)",
            "close > 1 / 0                  | 9  | is no number: 1 / 0",
            "close > 1e999                  | 9  | '1e999' is too large",
            "RSI(14) < 70                   | 1  | 'RSI' is not a function or indicator; is 'rsi' meant?",
            "close # 3                      | 7  | '#' is no sign of the language",
            "fast = 3                       | 6  | a comparison is written '=='; '=' stands only between the name of an argument and its value",
            "close 3 > 1                    | 7  | expected an operator or the end, found '3'",
            "fsat > close                   | 1  | 'fsat' is not a column, indicator, function or parameter; is 'fast' meant?",
            "close > sma(20                 | 15 | ')' is missing: '(' at character 12 is not closed",
            "sma(close 20) > 3              | 11 | expected an operator, ',' or ')', found '20'",
            "close                          | 1  | must be a condition, as in close > sma(20), but is a number"})
    void aFaultHasItsPlaceAndSaysWhatWasExpected(String rule, int column, String text) {
        assertThat(words(rule)).contains("line 1, column " + column + ": " + text);
        assertThat(read(rule).type()).isNull();
    }

    @Test
    void ofWhatIsStillBeingWrittenOnlyTheNextPartIsMissed() {
        assertThat(words("crossover(")).containsExactly("line 1, column 11: expected a value, found the end");
        assertThat(words("highest(")).containsExactly("line 1, column 9: expected a value, found the end");
    }

    @Test
    void aMisspeltNameIsSuggested() {
        Problem problem = read("crosover(close, open)").problems().get(0);
        assertThat(problem).isEqualTo(new Problem(0, 8, 1, 1, "'crosover' is not a function or indicator; is 'crossover' meant?", "crossover"));
        assertThat(read("qwertz > 3").problems().get(0).suggestion()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "-", "not ", "close[", "sma(", "min(1,", "close+("})
    void nestingIsBounded(String opening) {
        String deep = opening.repeat(1_900 / opening.length());
        assertThat(read(deep).problems()).anySatisfy(problem -> assertThat(problem.text()).isEqualTo("nested deeper than 64 times"));
    }

    @Test
    void lengthIsBounded() {
        assertThat(words("close > 3 ".repeat(201))).containsExactly("line 1, column 2001: has 2010 characters, may have 2000");
        assertThat(words(" ")).containsExactly("line 1, column 1: is empty; expected for example close > sma(20)");
    }

    @Test
    void longChainsAreRead() {
        assertThat(Rule.read("1" + "+1".repeat(999), Variables.NONE).type()).isEqualTo(Type.CONSTANT);
        assertThat(read("close>1" + " or close>1".repeat(180)).problems()).isEmpty();
        assertThat(Rule.read("close" + "[1]".repeat(600), Variables.NONE).warmUp()).isEqualTo(600);
    }

    @Test
    void allWindowsTogetherAreBounded() {
        String many = IntStream.range(0, 11).mapToObj(at -> "sma(" + (10_000 - at) + ")").collect(Collectors.joining(" + "));
        assertThat(Rule.read(many, Variables.NONE).problems()).singleElement()
                .satisfies(problem -> assertThat(problem.text()).isEqualTo("all windows together are longer than 100000 bars"));
        String same = String.join(" + ", Collections.nCopies(11, "sma(10000)"));
        assertThat(Rule.read(same, Variables.NONE).problems()).as("equal ones count once").isEmpty();
    }

    @Test
    void whatCannotBeReadIsNotRun() {
        assertThatThrownBy(() -> Program.of(Variables.NONE, List.of("close > 1", "clos > 1", "open >")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("'clos > 1', line 1, column 1").hasMessageContaining("'open >'");
    }

    @Test
    void undefinedIsNotTrueAndNotFalse() {
        var bars = ProgramLawsTest.bars(3, 10);
        for (String rule : List.of("close[5] > 0", "close[5] <= 0", "not (close[5] > 0)", "close[5] == close[5]", "close[5] != 1",
                "close > 0 and close[5] > 0", "close < 0 or close[5] > 0", "close / 0 > 1")) {
            assertThat(Arrays.stream(ProgramLawsTest.over(rule, bars)).limit(5)).as(rule).containsOnly(Double.NaN);
        }
        assertThat(ProgramLawsTest.over("close > 0 or close[5] > 0", bars)[0]).as("true whatever the other is").isEqualTo(1);
        assertThat(ProgramLawsTest.over("close < 0 and close[5] > 0", bars)[0]).as("false whatever the other is").isZero();
    }

    @Test
    void operatorsBindAsInAnySchool() {
        var bars = ProgramLawsTest.bars(3, 1);
        assertThat(ProgramLawsTest.over("2 + 3 * 4 - 6 / 2 - 1", bars)).containsExactly(10);
        assertThat(ProgramLawsTest.over("-2 * -3 - -1", bars)).containsExactly(7);
        assertThat(ProgramLawsTest.over("not 1 > 2 and 1 < 2 or 1 > 2", bars)).containsExactly(1);
        assertThat(ProgramLawsTest.over("1 < 2 or 1 < 2 and 1 > 2", bars)).containsExactly(1);
    }
}
