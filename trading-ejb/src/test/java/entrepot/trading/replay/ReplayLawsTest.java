package entrepot.trading.replay;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.trading.broker.FillRule;
import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowAction;
import entrepot.trading.flow.FlowKind;
import entrepot.trading.order.OrderReason;
import entrepot.trading.order.OrderState;
import entrepot.trading.order.Ticket;
import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.FeeSchedule;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeded flows and orders against a slow replay and against what must hold whatever was ordered; {@code laws.commands} says how many rows. */
class ReplayLawsTest {

    private static final int ROWS = Integer.getInteger("laws.commands", 40_000);
    private static final long SEED = Long.getLong("laws.seed", 20261128);
    private static final Contract SHARE = Contract.share("SHARE", Currency.getInstance("USD"));
    private static final FeeSchedule RESTING = FeeSchedule.rate(400_000);
    private static final FeeSchedule TAKING = FeeSchedule.rate(1_300_000);
    private static final long CASH = 1_000_000_00;
    private static final int EACH = 800;

    private record Run(Flow flow, RandomFlowTrader trader, ReplayResult found) {}

    private static ReplayTerms terms(long latency, long clock) {
        return new ReplayTerms(SHARE, CASH, RESTING, TAKING, latency, clock, Long.MIN_VALUE);
    }

    private static Run run(long seed, FlowKind kind, long latency, long clock) {
        Flow flow = kind == FlowKind.QUOTES ? MarketFlow.quotes(seed, EACH) : MarketFlow.orders(seed, EACH, seed % 2 == 0);
        RandomFlowTrader trader = new RandomFlowTrader(seed);
        return new Run(flow, trader, new Replay(terms(latency, clock), kind, trader).run(parts(flow, seed), row -> true));
    }

    /** In parts of any length. */
    private static List<Flow> parts(Flow flow, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Flow> parts = new ArrayList<>();
        for (int from = 0; from < flow.size();) {
            int to = Math.min(flow.size(), from + random.nextInt(1, 300));
            parts.add(flow.slice(from, to));
            from = to;
        }
        return parts;
    }

    @ParameterizedTest
    @CsvSource({"ORDERS, 0, 200", "ORDERS, 1, 50", "ORDERS, 70, 200", "ORDERS, 900, 300", "QUOTES, 0, 500", "QUOTES, 30, 1000", "QUOTES, 1500, 1000"})
    void agreesWithTheSlowReplay(FlowKind kind, long latencyMillis, long clockMillis) {
        Set<FillRule> rules = EnumSet.noneOf(FillRule.class);
        Set<OrderReason> reasons = EnumSet.noneOf(OrderReason.class);
        for (long seed = SEED; (seed - SEED) * EACH < ROWS / 7; seed++) {
            Run run = run(seed, kind, latencyMillis * ReplayTerms.MILLI, clockMillis * ReplayTerms.MILLI);
            SlowReplay slow = new SlowReplay(run.flow(), BigDecimal.valueOf(CASH, 2), new BigDecimal("0.0004"), new BigDecimal("0.0013"));
            slow.run(run.trader().told, latencyMillis * ReplayTerms.MILLI, clockMillis * ReplayTerms.MILLI);
            String what = "seed " + seed + ", " + kind + ", latency " + latencyMillis + ", clock " + clockMillis;
            assertThat(run.found().fills().stream().map(ReplayLawsTest::words)).as(what).containsExactlyElementsOf(slow.fills);
            assertThat(run.found().orders().stream().filter(one -> one.order().state().over())
                    .map(one -> one.order().id() + " " + one.order().state() + " " + one.order().reason())).as(what).containsExactlyInAnyOrderElementsOf(slow.ends);
            assertThat(BigDecimal.valueOf(run.found().cash(), 2)).as(what).isEqualByComparingTo(slow.cash);
            assertThat(Arrays.stream(run.found().worth()).mapToObj(worth -> BigDecimal.valueOf(worth, 2).toPlainString())).as(what).containsExactlyElementsOf(slow.worth);
            run.found().fills().forEach(fill -> rules.add(fill.rule()));
            run.found().orders().forEach(one -> reasons.add(one.order().reason()));
        }
        assertThat(rules).as("rules that were seen").containsExactlyInAnyOrderElementsOf(kind == FlowKind.QUOTES
                ? EnumSet.of(FillRule.TAKEN_FROM_BOOK, FillRule.MET_BY_OTHER_SIDE) : EnumSet.range(FillRule.TAKEN_FROM_BOOK, FillRule.MET_BY_OTHER_SIDE));
        assertThat(reasons).contains(OrderReason.NONE, OrderReason.ASKED, OrderReason.WOULD_TAKE, OrderReason.NOT_AT_ONCE);
    }

    private static String words(ReplayFill fill) {
        return fill.order() + " row " + fill.row() + " " + decimal(fill.units(), 6) + " at " + decimal(fill.price(), 9) + " fee "
                + BigDecimal.valueOf(fill.fee(), 2).toPlainString() + " " + fill.rule();
    }

    private static String decimal(long value, int scale) {
        return BigDecimal.valueOf(value, scale).stripTrailingZeros().toPlainString();
    }

    @ParameterizedTest
    @CsvSource({"ORDERS, 0, 100", "ORDERS, 40, 500", "QUOTES, 40, 500"})
    void moneyAndUnitsAddUpAndNoOrderHasMoreThanWasGiven(FlowKind kind, long latencyMillis, long clockMillis) {
        for (long seed = SEED; seed < SEED + 12; seed++) {
            ReplayResult found = run(seed, kind, latencyMillis * ReplayTerms.MILLI, clockMillis * ReplayTerms.MILLI).found();
            long cash = CASH;
            long held = 0;
            Map<Integer, Long> filled = new HashMap<>();
            for (ReplayFill fill : found.fills()) {
                cash -= SHARE.value(fill.price(), fill.units()) + fill.fee();
                held += fill.units();
                filled.merge(fill.order(), Math.abs(fill.units()), Long::sum);
                Placed placed = found.orders().get(fill.order() - 1);
                assertThat(fill.time()).as("seed " + seed).isGreaterThanOrEqualTo(placed.given() + latencyMillis * ReplayTerms.MILLI);
                assertThat(fill.units() > 0).isEqualTo(placed.side() > 0);
                assertThat(placed.limit() == 0 || placed.side() * (placed.limit() - fill.price()) >= 0).as("never worse than its limit").isTrue();
            }
            assertThat(found.cash()).as("seed " + seed).isEqualTo(cash);
            assertThat(found.held()[found.held().length - 1]).as("seed " + seed).isEqualTo(held);
            assertThat(found.worth()[found.worth().length - 1]).isEqualTo(cash + SHARE.value(Math.round(found.bars().close(found.bars().size() - 1) * 1e9), held));
            found.orders().forEach(placed -> assertThat(placed.order().filled()).isEqualTo(filled.getOrDefault(placed.order().id(), 0L))
                    .isLessThanOrEqualTo(placed.order().units()));
        }
    }

    /** What rested is filled within one row by no more than the row had; what took has no more of others than they ever had at that price. */
    @ParameterizedTest
    @CsvSource({"0, 100", "40, 500"})
    void nothingIsHadTwice(long latencyMillis, long clockMillis) {
        for (long seed = SEED; seed < SEED + 12; seed++) {
            Run run = run(seed, FlowKind.ORDERS, latencyMillis * ReplayTerms.MILLI, clockMillis * ReplayTerms.MILLI);
            Map<Long, Long> resting = new HashMap<>();
            Map<String, Long> taken = new HashMap<>();
            Map<String, Long> came = new HashMap<>();
            for (ReplayFill fill : run.found().fills()) {
                if (fill.rested()) {
                    resting.merge(fill.row(), Math.abs(fill.units()), Long::sum);
                }
                if (fill.rule() == FillRule.TAKEN_FROM_BOOK) {
                    taken.merge(-Long.signum(fill.units()) + " " + fill.price(), Math.abs(fill.units()), Long::sum);
                }
            }
            resting.forEach((row, units) -> assertThat(units).as("row " + row).isLessThanOrEqualTo(run.flow().value((int) (row - 1), FlowKind.SIZE)));
            for (int at = 0; at < run.flow().size(); at++) {
                FlowAction action = FlowAction.of(run.flow().value(at, FlowKind.ACTION));
                if (action == FlowAction.ADD || action == FlowAction.MODIFY) {
                    came.merge(run.flow().value(at, FlowKind.SIDE) + " " + run.flow().value(at, FlowKind.PRICE), run.flow().value(at, FlowKind.SIZE), Long::sum);
                }
            }
            taken.forEach((level, units) -> assertThat(units).as(level).isLessThanOrEqualTo(came.getOrDefault(level, 0L)));
        }
    }

    @ParameterizedTest
    @CsvSource({"ORDERS, 0", "ORDERS, 40", "QUOTES, 40"})
    void whatComesLaterChangesNothingBefore(FlowKind kind, long latencyMillis) {
        for (long seed = SEED; seed < SEED + 3; seed++) {
            Flow flow = kind == FlowKind.QUOTES ? MarketFlow.quotes(seed, EACH) : MarketFlow.orders(seed, EACH, true);
            long trader = seed;
            CutReplay cuts = new CutReplay(flow, terms(latencyMillis * ReplayTerms.MILLI, 100 * ReplayTerms.MILLI), part -> new RandomFlowTrader(trader));
            for (int cut = 1; cut <= EACH; cut += 13) {
                assertThat(cuts.changedBy(cut)).as("seed " + seed + ", cut " + cut).isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ORDERS", "QUOTES"})
    void aTraderThatLooksAheadIsCaught(FlowKind kind) {
        Flow flow = kind == FlowKind.QUOTES ? MarketFlow.quotes(SEED, EACH) : MarketFlow.orders(SEED, EACH, false);
        CutReplay cuts = new CutReplay(flow, terms(0, 100 * ReplayTerms.MILLI), Cheat::new);
        assertThat(IntStream.range(1, EACH).mapToObj(cuts::changedBy).anyMatch(Optional::isPresent)).isTrue();
    }

    /** Buys where the flow goes on long enough. */
    private record Cheat(Flow flow) implements FlowTrader {
        @Override
        public void onClock(MarketView view) {
            if (flow.time(flow.size() - 1) > view.time() + 1_000_000_000L) {
                view.give(Ticket.market(0, 1, 1_000_000));
            }
        }
    }

    /** An order that stands when the flow is over has no end. */
    @Test
    void whatStandsAtTheEndHasNoEnd() {
        ReplayResult found = run(SEED, FlowKind.ORDERS, 0, 100 * ReplayTerms.MILLI).found();
        found.orders().forEach(placed -> assertThat(placed.ended() == null).isEqualTo(!placed.order().state().over()));
        assertThat(found.orders()).anyMatch(placed -> placed.order().state() == OrderState.FILLED);
    }
}
