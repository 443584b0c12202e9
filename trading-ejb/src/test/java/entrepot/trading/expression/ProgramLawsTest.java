package entrepot.trading.expression;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.market.Bars;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is true of every rule, tried on random ones over random bars. A failure names the seed and the rule. */
class ProgramLawsTest {

    private static final int RULES = 1_500;
    private static final int DEPTH = 3;

    /** Few different prices and many equal ones, some bars without volume, so that ties, zeros and undefined bars come often. */
    static Bars bars(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] columns = new double[5][size];
        int pence = 400;
        for (int bar = 0; bar < size; bar++) {
            pence = Math.max(8, pence + random.nextInt(-8, 9));
            int open = Math.max(8, pence + random.nextInt(-4, 5));
            columns[0][bar] = open / 4.0;
            columns[1][bar] = (Math.max(pence, open) + random.nextInt(3)) / 4.0;
            columns[2][bar] = (Math.min(pence, open) - random.nextInt(3)) / 4.0;
            columns[3][bar] = pence / 4.0;
            columns[4][bar] = Math.max(0, random.nextInt(-3, 10));
        }
        return Bars.of(LongStream.range(0, size).map(bar -> 60_000 * bar).toArray(), columns[0], columns[1], columns[2], columns[3], columns[4]);
    }

    @Test
    void theSlowSecondOpinionAgreesBitForBit() {
        Bars bars = bars(7, 36);
        int truths = 0;
        for (long seed = 1; seed <= RULES; seed++) {
            Tree tree = seed % 3 == 0 ? new RandomTree(seed).number(DEPTH) : new RandomTree(seed).condition(DEPTH);
            double[] found = over(tree.text(), bars);
            double[] expected = tree.upTo(bars, bars.size() - 1);
            assertThat(found).as("seed " + seed + ": " + tree.text()).containsExactly(expected);
            truths += (int) Arrays.stream(found).filter(one -> one == 1).count();
        }
        assertThat(truths).as("rules are true now and then").isGreaterThan(RULES);
    }

    @Test
    void laterBarsChangeNothing() {
        Bars bars = bars(8, 120);
        for (long seed = 1; seed <= 300; seed++) {
            String rule = new RandomTree(seed).condition(DEPTH).text();
            double[] whole = over(rule, bars);
            for (int cut = 1; cut <= bars.size(); cut += 7) {
                assertThat(over(rule, bars.slice(0, cut))).as("seed " + seed + " cut at " + cut + ": " + rule)
                        .containsExactly(Arrays.copyOf(whole, cut));
            }
        }
    }

    @Test
    void barByBarIsWhatTheColumnsSay() {
        Bars bars = bars(9, 200);
        for (long seed = 1; seed <= 300; seed++) {
            Program program = Program.of(Variables.NONE, List.of(new RandomTree(seed).condition(DEPTH).text()));
            double[] whole = program.over(bars)[0];
            Program.Run run = program.start();
            Program.Run other = program.start();
            double[] found = new double[bars.size()];
            for (int bar = 0; bar < bars.size(); bar++) {
                run.next(bars.open(bar), bars.high(bar), bars.low(bar), bars.close(bar), bars.volume(bar));
                other.next(1, 1, 1, 1, 1);
                found[bar] = run.value(0);
            }
            assertThat(found).as("seed " + seed).containsExactly(whole);
        }
    }

    @Test
    void rulesRunTogetherAsTheyDoAlone() {
        Bars bars = bars(10, 150);
        for (long seed = 1; seed <= 100; seed++) {
            RandomTree random = new RandomTree(seed);
            List<String> rules = List.of(random.condition(DEPTH).text(), random.number(DEPTH).text(), random.condition(DEPTH).text());
            double[][] together = Program.of(Variables.NONE, rules).over(bars);
            for (int rule = 0; rule < rules.size(); rule++) {
                assertThat(together[rule]).as("seed " + seed + ": " + rules).containsExactly(over(rules.get(rule), bars));
            }
        }
    }

    @Test
    void equalPartsAreComputedOnce() {
        int once = steps("crossover(sma(close, 40), sma(100))");
        assertThat(once).isEqualTo(3);
        assertThat(steps("crossover(sma(40), sma(n=100))", "crossunder(sma(close, 40), sma( close,100 ))")).isEqualTo(once + 1);
        assertThat(steps("macd.signal > macd(12, 26, 9).histogram")).as("both lines of one").isEqualTo(2);
        assertThat(steps("close + 1 > close + 1.0")).isEqualTo(2);
        assertThat(steps("1 + 2 * 3 - min(4, 5)")).as("constants are folded").isZero();
    }

    @Test
    void theWarmUpIsTheFirstBarAtWhichAllIsDefined() {
        Bars bars = bars(11, 700);
        for (String rule : List.of("sma(40)", "macd(12, 26, 9)", "macd(12, 26, 9).signal", "close[7]", "sma(rsi(14), 5)[3]", "tema(9)", "adx(14)",
                "adx.adxr", "hma(16)", "ichimoku.span_b", "highest(sma(5), 10)", "crossover(ema(3), ema(8))", "rising(close, 4)", "trix(5)",
                "stoch.slow_d", "max(sma(3), roc(9), 1)", "close > open", "kama(10)", "ultosc", "hurst(64)", "bollinger(20).percent_b")) {
            double[] found = over(rule, bars);
            int first = IntStream.range(0, found.length).filter(bar -> !Double.isNaN(found[bar])).findFirst().orElseThrow();
            assertThat(Rule.read(rule, Variables.NONE).warmUp()).as(rule).isEqualTo(first);
        }
    }

    /** Texts of words of the language in any order, and of any signs. */
    @Test
    void whateverIsWrittenIsReadOrItsFaultsAreTold() {
        List<String> words = new ArrayList<>(List.of("close", "sma", "(", ")", "[", "]", ",", ".", "=", "==", "<", "+", "-", "*", "/", "and",
                "or", "not", "3", "1e308", "crossover(", "rsi(14)", "macd", ".signal", "n=", "\n", "ä", "\uD83D\uDE00", "x", "[1]", "bollinger", ";"));
        for (long seed = 1; seed <= 20_000; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            StringBuilder text = new StringBuilder();
            for (int count = random.nextInt(1, 25); count > 0; count--) {
                text.append(words.get(random.nextInt(words.size()))).append(random.nextInt(3) == 0 ? "" : " ");
            }
            Rule read = Rule.read(text.toString(), Variables.NONE);
            assertThat(read.problems().isEmpty()).as("seed " + seed + ": " + text).isEqualTo(read.type() != null);
            assertThat(read.problems()).as("seed " + seed + ": " + text).allSatisfy(problem -> {
                assertThat(problem.at()).isBetween(0, text.length());
                assertThat(problem.at() + problem.length()).isLessThanOrEqualTo(text.length());
                assertThat(problem.text()).isNotBlank();
            });
        }
    }

    static double[] over(String rule, Bars bars) {
        return Program.of(Variables.NONE, List.of(rule)).over(bars)[0];
    }

    private static int steps(String... rules) {
        return Program.of(Variables.NONE, List.of(rules)).steps();
    }
}
