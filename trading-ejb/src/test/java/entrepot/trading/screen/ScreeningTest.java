package entrepot.trading.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.expression.Variables;
import entrepot.trading.market.Bars;
import entrepot.trading.market.InstrumentKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What a screen says of each instrument, against a slow second opinion, and what holds of every result. */
class ScreeningTest {

    private static final LocalDate DAY = MadeMarket.FIRST.plusDays(560);

    private static Screen screen(String condition, String rankedBy, Screen.Order order, int most, boolean adjusted, String... columns) {
        List<Screen.Column> further = new ArrayList<>();
        for (String column : columns) {
            further.add(new Screen.Column("c" + further.size(), column));
        }
        return new Screen(condition, Variables.of("fast = 5, slow = 20"), rankedBy, order, most, further, Universe.ALL, 7, adjusted);
    }

    private static double truth(double left, double right) {
        return Double.isNaN(left) || Double.isNaN(right) ? Double.NaN : left > right ? 1 : 0;
    }

    private static double and(double left, double right) {
        return left == 0 || right == 0 ? 0 : left * right;
    }

    private static double sma(Bars bars, int n) {
        return NaiveScreen.last(bars, "sma", 0, Map.of("n", (double) n), bars.closes());
    }

    private static double roc(Bars bars, int n) {
        return NaiveScreen.last(bars, "roc", 0, Map.of("n", (double) n), bars.closes());
    }

    private static double rsi(Bars bars, int n) {
        return NaiveScreen.last(bars, "rsi", 0, Map.of("n", (double) n), bars.closes());
    }

    /** With a recursive indicator, with a division that is undefined where nothing was traded, and with prices as they stand. */
    private static List<NaiveScreen> rules(boolean adjusted) {
        return List.of(
                new NaiveScreen(screen("sma(fast) > sma(slow) and rsi(14) < 70", "roc(10)", Screen.Order.HIGHEST, 3, adjusted, "rsi(14)"), 20,
                        bars -> and(truth(sma(bars, 5), sma(bars, 20)), truth(70, rsi(bars, 14))), bars -> roc(bars, 10), bars -> rsi(bars, 14)),
                new NaiveScreen(screen("close / volume > 0.1", "ema(close, 12) / close", Screen.Order.LOWEST, 100, adjusted, "volume"), 12,
                        bars -> truth(divided(last(bars.closes()), last(bars.volumes())), 0.1),
                        bars -> NaiveScreen.last(bars, "ema", 0, Map.of("n", 12.0), bars.closes()) / last(bars.closes()), bars -> last(bars.volumes())),
                new NaiveScreen(screen("close > 60", "close / volume", Screen.Order.HIGHEST, 2, adjusted, "atr(14)"), 1,
                        bars -> truth(last(bars.closes()), 60), bars -> divided(last(bars.closes()), last(bars.volumes())),
                        bars -> NaiveScreen.last(bars, "atr", 0, Map.of(), bars.highs(), bars.lows(), bars.closes())));
    }

    private static double divided(double left, double right) {
        return right == 0 ? Double.NaN : left / right;
    }

    private static double last(double[] values) {
        return values[values.length - 1];
    }

    @Test
    void theSlowSecondOpinionAgrees() {
        Set<String> outcomes = new TreeSet<>();
        for (long seed = 1; seed <= 4; seed++) {
            agrees(seed, MadeMarket.of(seed, 12), outcomes);
        }
        assertThat(outcomes).contains("PASSED", "FAILED", "NO_BARS", "TOO_FEW_BARS", "STALE", "CONDITION_UNDEFINED", "RANK_UNDEFINED");
    }

    private static void agrees(long seed, MadeMarket market, Set<String> outcomes) {
        for (boolean adjusted : new boolean[] {true, false}) {
            for (NaiveScreen naive : rules(adjusted)) {
                Screened found = market.screened(naive.screen(), DAY);
                Map<String, NaiveScreen.Said> said = naive.over(market, DAY);
                String about = "seed " + seed + ": " + naive.screen().words();
                for (Answer answer : found.answers()) {
                    NaiveScreen.Said one = said.get(answer.symbol());
                    String outcome = answer.reason() == null ? answer.outcome().name() : answer.reason().name();
                    outcomes.add(outcome);
                    assertThat(outcome).as(about + " of " + answer.symbol()).isEqualTo(one.outcome());
                    assertThat(answer.ranked()).as(about + " of " + answer.symbol()).isEqualTo(Double.valueOf(one.ranked()));
                    assertThat(answer.columns().get(0)).as(about + " of " + answer.symbol()).isEqualTo(Double.valueOf(one.column()));
                    assertThat(List.of(answer.yearTrue(), answer.yearJudged())).as(about + " of " + answer.symbol())
                            .containsExactly(one.yearTrue(), one.yearJudged());
                }
                assertThat(found.answers()).extracting(Answer::symbol).containsExactlyInAnyOrderElementsOf(said.keySet());
                adds(found, naive.screen());
                for (Forward forward : found.summary().forwards()) {
                    double[] expected = naive.ahead(market, DAY, forward.bars());
                    assertThat(forward.all().count()).as(about).isEqualTo((long) expected[0]);
                    assertThat(forward.condition().count()).as(about).isEqualTo((long) expected[1]);
                    assertThat(forward.all().mean()).as(about).isCloseTo(expected[2], within(1e-12));
                    assertThat(forward.condition().mean()).as(about).isCloseTo(expected[3], within(1e-12));
                    assertThat(forward.all().rose()).as(about).isEqualTo(expected[4]);
                    assertThat(forward.condition().rose()).as(about).isEqualTo(expected[5]);
                }
            }
        }
    }

    private static void adds(Screened found, Screen screen) {
        Summary summary = found.summary();
        assertThat(summary.passed() + summary.failed() + summary.notJudged()).isEqualTo(summary.asked()).isEqualTo(found.answers().size());
        List<Answer> passed = found.answers().subList(0, summary.passed());
        assertThat(passed).allMatch(answer -> answer.outcome() == Answer.Outcome.PASSED);
        for (int at = 1; at < passed.size(); at++) {
            double step = passed.get(at).ranked() - passed.get(at - 1).ranked();
            assertThat(screen.order() == Screen.Order.HIGHEST ? step <= 0 : step >= 0).isTrue();
            assertThat(passed.get(at).number()).isEqualTo(at + 1);
        }
        assertThat(summary.picked()).isEqualTo(Math.min(summary.passed(), screen.most()));
        assertThat(summary.yearTrue()).isLessThanOrEqualTo(summary.yearJudged());
    }

    @Test
    void laterBarsAndActionsChangeNothing() {
        for (long seed = 1; seed <= 6; seed++) {
            MadeMarket market = MadeMarket.of(seed, 10);
            for (int day = 5; day < 600; day += 85) {
                LocalDate asOf = MadeMarket.FIRST.plusDays(day);
                for (boolean adjusted : new boolean[] {true, false}) {
                    Screen screen = rules(adjusted).get((int) (seed % 3)).screen();
                    assertThat(market.screened(screen, asOf)).as("seed " + seed + " as of " + asOf).isEqualTo(market.cut(asOf).screened(screen, asOf));
                }
            }
        }
    }

    @Test
    void anActionThatIsKnownByThenDoesChangeIt() {
        MadeMarket market = MadeMarket.of(1, 10);
        MadeMarket without = new MadeMarket(1, market.bars(), new TreeMap<>(market.actions()));
        without.actions().replaceAll((symbol, actions) -> List.of());
        Screen screen = rules(true).get(0).screen();
        assertThat(market.screened(screen, DAY).dataHash()).isNotEqualTo(without.screened(screen, DAY).dataHash());
    }

    @Test
    void theOrderInWhichInstrumentsAreReadPlaysNoPart() {
        MadeMarket market = MadeMarket.of(4, 12);
        Screen screen = rules(true).get(0).screen();
        List<String> symbols = new ArrayList<>(market.bars().keySet());
        Collections.shuffle(symbols, new Random(1));
        Screening screening = new Screening(screen, DAY);
        symbols.forEach(symbol -> screening.ask(symbol, market.bars().get(symbol), market.actions().get(symbol)));
        Screened shuffled = screening.found();
        assertThat(shuffled.answers()).isEqualTo(market.screened(screen, DAY).answers());
        assertThat(shuffled.dataHash()).isEqualTo(market.screened(screen, DAY).dataHash());
    }

    @Test
    void tiesGoBySymbol() {
        MadeMarket market = MadeMarket.of(5, 12);
        List<String> passed = market.screened(screen("close > 0", "close * 0", Screen.Order.HIGHEST, 5, true), DAY).answers().stream()
                .filter(answer -> answer.outcome() == Answer.Outcome.PASSED).map(Answer::symbol).toList();
        assertThat(passed).isSorted().hasSizeGreaterThan(5);
    }

    @Test
    void aBarIsTooOldTheDayAfterItMayBe() {
        LocalDate last = LocalDate.of(2020, 3, 2);
        Bars bars = Bars.ofPrices(new long[] {MadeMarket.millis(last.minusDays(1)), MadeMarket.millis(last)}, new double[] {1, 2});
        MadeMarket market = new MadeMarket(0, Map.of("ONE", bars), Map.of("ONE", List.of()));
        Screen screen = screen("close > 0", "close", Screen.Order.HIGHEST, 1, true);
        assertThat(market.screened(screen, last.plusDays(7)).answers().get(0).outcome()).isEqualTo(Answer.Outcome.PASSED);
        assertThat(market.screened(screen, last.plusDays(8)).answers().get(0).reason()).isEqualTo(Answer.Reason.STALE);
    }

    @Test
    void anotherQuestionHasAnotherHash() {
        MadeMarket market = MadeMarket.of(6, 8);
        Screened one = market.screened(screen("close > 0", "roc(10)", Screen.Order.HIGHEST, 5, true), DAY);
        Screened other = market.screened(screen("close > 0", "roc(10)", Screen.Order.HIGHEST, 6, true), DAY);
        assertThat(one.dataHash()).isEqualTo(other.dataHash());
        assertThat(one.resultHash()).isNotEqualTo(other.resultHash());
    }

    @Test
    void whatCannotBeAskedIsRefused() {
        assertThatThrownBy(() -> screen("close", "roc(10)", Screen.Order.HIGHEST, 5, true)).hasMessageContaining("must be a condition");
        assertThatThrownBy(() -> screen("close > 0", "close > 0", Screen.Order.HIGHEST, 5, true)).hasMessageContaining("must be a number, as in roc(60)");
        assertThatThrownBy(() -> screen("close > 0", "roc(10)", Screen.Order.HIGHEST, 0, true)).hasMessage("most is 0, must be 1 to 1000");
        assertThatThrownBy(() -> new Universe(InstrumentKind.FX, List.of("A"))).hasMessageContaining("cannot both");
        assertThatThrownBy(() -> new Screen.Column(" ", "close")).hasMessageContaining("1 to 32");
        assertThatThrownBy(() -> new Screen("close > 0", Variables.NONE, "1", Screen.Order.LOWEST, 1,
                List.of(new Screen.Column("a", "close"), new Screen.Column("a", "open")), Universe.ALL, 0, true)).hasMessageContaining("must differ");
    }
}
