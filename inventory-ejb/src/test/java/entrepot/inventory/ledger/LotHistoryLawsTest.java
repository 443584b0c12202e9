package entrepot.inventory.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.inventory.ledger.SlowHistory.Event;
import entrepot.inventory.ledger.SlowHistory.Flow;
import entrepot.inventory.ledger.SlowHistory.Period;
import entrepot.inventory.ledger.SlowHistory.Rules;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Lots that are valued each by itself, posted in any order of days: to the second opinion each lot is an average of its own. */
class LotHistoryLawsTest {

    private static final int LOTS = 3;
    private static final int STEPS = Integer.getInteger("laws.steps", 4_800);
    private static final long SEED = Long.getLong("laws.seed", 20261127);

    @ParameterizedTest
    @CsvSource({"false, false", "false, true", "true, false", "true, true"})
    void everyLotAgreesWithTheSecondOpinion(boolean onePool, boolean onHandShare) {
        HistoryLawsTest.agree(rules(Flow.AVERAGE, onePool, onHandShare), STEPS / HistoryLawsTest.HISTORY / 4);
    }

    private static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("what came of a lot is told apart", Flow.FIFO, (Function<Rules, SlowHistory>) SlowHistory::new),
                Arguments.of("all lots are one", Flow.AVERAGE, (Function<Rules, SlowHistory>) rules -> new SlowHistory(rules) {
                    @Override
                    int poolOf(int place) {
                        return 0;
                    }
                }),
                Arguments.of("what is undone comes back at what a unit of the lot costs now", Flow.AVERAGE, (Function<Rules, SlowHistory>) rules -> new SlowHistory(rules) {
                    @Override
                    BigInteger worthUndone(Event event) {
                        carried(event);
                        return pool(event.place()).atCurrent(event.units());
                    }
                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void aWrongOpinionIsCaught(String how, Flow flow, Function<Rules, SlowHistory> opinion) {
        Rules rules = rules(flow, true, false);
        assertThat(IntStream.range(0, 60).mapToObj(history -> HistoryLawsTest.failing(SEED + history, rules, opinion)))
                .as(how).anyMatch(failing -> failing != null);
    }

    private static Rules rules(Flow flow, boolean onePool, boolean onHandShare) {
        return new Rules(flow, Period.EVENT, onePool, false, onHandShare, new BigDecimal("7.000000"), false, false, LOTS);
    }
}
