package entrepot.trading.making;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowKind;
import entrepot.trading.order.Order;
import entrepot.trading.order.OrderState;
import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.FeeSchedule;
import entrepot.trading.replay.MarketFlow;
import entrepot.trading.replay.Placed;
import entrepot.trading.replay.Replay;
import entrepot.trading.replay.ReplayResult;
import entrepot.trading.replay.ReplayTerms;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A market maker whose quotes are so near to the mid that they stand at the best prices of others. */
class FlowMakerTest {

    private static final long SEED = Long.getLong("laws.seed", 20261128);
    private static final long SECOND = 1_000_000_000L;
    private static final long CENT = 10_000_000L;
    private static final MakingRule NEAR = MakingRule.of(Map.of("gamma", 0.001, "k", 100.0, "window", 5.0, "horizon", 1.0, "limit", 1000.0)).uncharged();

    private static ReplayResult run(Flow flow, long latency, long clock) {
        ReplayTerms terms = new ReplayTerms(Contract.share("SHARE", Currency.getInstance("USD")), 1_000_000_00, FeeSchedule.NONE, FeeSchedule.NONE, latency, clock, Long.MIN_VALUE);
        return new Replay(terms, flow.kind(), new FlowMaker(NEAR, CENT)).run(List.of(flow), row -> true);
    }

    @ParameterizedTest
    @EnumSource(FlowKind.class)
    void isNeverRejectedByAnOrderOfItsOwn(FlowKind kind) {
        for (long seed = SEED; seed < SEED + 5; seed++) {
            Flow flow = kind == FlowKind.QUOTES ? MarketFlow.quotes(seed, 6_000) : MarketFlow.orders(seed, 6_000, false);
            Set<Long> moved = LongStream.range(0, flow.size()).map(row -> flow.time((int) row)).boxed().collect(Collectors.toSet());
            ReplayResult found = run(flow, 0, SECOND / 10);
            assertThat(found.orders().size()).as("seed " + seed).isGreaterThan(100);
            assertThat(found.orders().stream().filter(one -> one.order().state() == OrderState.REJECTED && !moved.contains(one.given())).map(Placed::order))
                    .as("seed " + seed + ", where the market did not move before the order came").isEmpty();
        }
    }

    /** At every price, whatever floating point makes of it. */
    @Test
    void aQuoteThatWouldTakeStandsATickFromTheOtherSide() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<long[]> rows = new ArrayList<>();
        for (long bid = 100; bid < 1000; bid += random.nextInt(1, 4)) {
            rows.add(new long[] {(2L * rows.size() + 1) * SECOND / 2, bid * CENT, 1_000_000, (bid + 1) * CENT, 1_000_000});
        }
        ReplayResult found = run(Flow.of(FlowKind.QUOTES, rows), SECOND / 10, SECOND);
        assertThat(found.orders().size()).isGreaterThan(rows.size());
        for (Placed placed : found.orders()) {
            Order order = placed.order();
            long[] quote = rows.get((int) (placed.given() / SECOND) - 1);
            assertThat(order.ticket().limit()).as("seed " + SEED + ", order " + order.id()).isEqualTo(quote[order.ticket().side() > 0 ? 1 : 3]);
            assertThat(order.state()).as("seed " + SEED + ", order " + order.id()).isNotEqualTo(OrderState.REJECTED);
        }
    }
}
