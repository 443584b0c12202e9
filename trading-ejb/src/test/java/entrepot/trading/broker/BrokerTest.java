package entrepot.trading.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import entrepot.kernel.Money;
import entrepot.trading.market.Bars;
import entrepot.trading.order.Order;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.OrderReason;
import entrepot.trading.order.OrderState;
import entrepot.trading.order.Ticket;
import entrepot.trading.order.Ticket.Protection;
import entrepot.trading.order.Validity;
import entrepot.trading.portfolio.CashEntry;
import entrepot.trading.portfolio.CashKind;
import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.FeeSchedule;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each rule of {@code docs/execution.md} by a few bars that can be followed by hand. */
class BrokerTest {

    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final BrokerTerms FREE = BrokerTerms.of(FeeSchedule.NONE, Slippage.NONE);
    private static final long DAY = 86_400_000;

    /** Bars of open, high, low, close, volume; one a day. */
    private static Bars bars(double[]... rows) {
        double[][] columns = IntStream.range(0, 5).mapToObj(column -> Arrays.stream(rows).mapToDouble(row -> row.length > column ? row[column] : 1000)
                .toArray()).toArray(double[][]::new);
        long begin = Instant.parse("2024-01-01T00:00:00Z").toEpochMilli();
        return Bars.of(IntStream.range(0, rows.length).mapToLong(bar -> begin + bar * DAY).toArray(), columns[0], columns[1], columns[2], columns[3],
                columns[4]);
    }

    private static double[] bar(double... columns) {
        return columns;
    }

    private static final double[] FIRST = {100, 100, 100, 100};

    /** Gives all tickets at the close of the first bar. */
    private static SimulationResult run(BrokerTerms terms, Bars bars, Ticket... tickets) {
        return run(terms, Series.of(Contract.share("S", DOLLAR), bars), 100_000_00, tickets);
    }

    private static SimulationResult run(BrokerTerms terms, Series series, long cents, Ticket... tickets) {
        return new Simulation(List.of(series), terms, List.of(new Money(cents, DOLLAR))).run((desk, instrument, bar) -> {
            if (bar == 0) {
                Arrays.stream(tickets).forEach(desk::give);
            }
        });
    }

    private static long units(double units) {
        return Math.round(units * 1e6);
    }

    private static long price(double price) {
        return Math.round(price * 1e9);
    }

    private static void filled(SimulationResult found, int order, int bar, double price, FillRule rule) {
        List<BrokerFill> fills = found.fills(found.orders().get(order - 1));
        assertThat(fills).as("fills of order %s of %s", order, found.fills()).hasSize(1);
        assertThat(fills.get(0).bar()).isEqualTo(bar);
        assertThat(fills.get(0).marketPrice()).isEqualTo(price(price));
        assertThat(fills.get(0).rule()).isEqualTo(rule);
    }

    private static void ended(SimulationResult found, int order, OrderState state, OrderReason reason) {
        assertThat(found.orders().get(order - 1).state()).isEqualTo(state);
        assertThat(found.orders().get(order - 1).reason()).isEqualTo(reason);
    }

    @Test
    void aMarketOrderIsFilledAtTheNextOpenAndLatencyMakesItLater() {
        Bars bars = bars(FIRST, bar(101, 102, 99, 100), bar(103, 104, 102, 103));
        filled(run(FREE, bars, Ticket.market(0, 1, units(1))), 1, 1, 101, FillRule.MARKET_AT_OPEN);
        filled(run(FREE.late(1), bars, Ticket.market(0, 1, units(1))), 1, 2, 103, FillRule.MARKET_AT_OPEN);
    }

    @Test
    void aLimitThatIsOnlyTouchedIsNotFilled() {
        Bars bars = bars(FIRST, bar(101, 102, 99, 100), bar(101, 102, 98.99, 100));
        filled(run(FREE, bars, Ticket.limit(0, 1, units(1), price(99))), 1, 2, 99, FillRule.LIMIT_TRADED_THROUGH);
    }

    @Test
    void aLimitThatTheOpenIsBetterThanIsFilledAtTheOpen() {
        filled(run(FREE, bars(FIRST, bar(97, 98, 96, 97)), Ticket.limit(0, 1, units(1), price(99))), 1, 1, 97, FillRule.LIMIT_AT_OPEN);
    }

    @Test
    void whereGapsAreNotGivenAwayALimitBeyondTheOpenIsFilledAtTheLimit() {
        BrokerTerms hard = FREE.gapsAtLimits();
        filled(run(hard, bars(FIRST, bar(97, 98, 96, 97)), Ticket.limit(0, 1, units(1), price(99))), 1, 1, 99, FillRule.LIMIT_IN_GAP);
        filled(run(hard, bars(FIRST, bar(99, 99.5, 98.9, 99)), Ticket.limit(0, 1, units(1), price(99))), 1, 1, 99, FillRule.LIMIT_TRADED_THROUGH);
    }

    @Test
    void slippageMakesNoLimitWorse() {
        SimulationResult found = run(BrokerTerms.of(FeeSchedule.NONE, new Slippage.Share(0.1)), bars(FIRST, bar(97, 98, 96, 97)),
                Ticket.limit(0, 1, units(1), price(99)), Ticket.market(0, 1, units(1)));
        assertThat(found.fills().get(0).price()).isEqualTo(price(99));
        assertThat(found.fills().get(1).price()).isEqualTo(price(106.7));
    }

    @Test
    void aStopIsFilledAtItsPriceOrAtAnOpenBeyond() {
        filled(run(FREE, bars(FIRST, bar(101, 105, 101, 102)), Ticket.stop(0, 1, units(1), price(104))), 1, 1, 104, FillRule.STOP_REACHED);
        filled(run(FREE, bars(FIRST, bar(106, 107, 105, 106)), Ticket.stop(0, 1, units(1), price(104))), 1, 1, 106, FillRule.STOP_AT_OPEN);
    }

    @Test
    void aStopLimitPaysItsLimitAndWaitsWhereTheLimitIsNotThere() {
        filled(run(FREE, bars(FIRST, bar(101, 105, 101, 102)), Ticket.stopLimit(0, 1, units(1), price(103), price(104))), 1, 1, 104,
                FillRule.STOP_LIMIT_REACHED);
        filled(run(FREE, bars(FIRST, bar(106, 107, 105, 106), bar(106, 107, 103, 104)), Ticket.stopLimit(0, 1, units(1), price(103), price(104))), 1, 2,
                104, FillRule.LIMIT_TRADED_THROUGH);
        filled(run(FREE, bars(FIRST, bar(101, 105, 99, 102), bar(101, 102, 98, 100)), Ticket.stopLimit(0, 1, units(1), price(104), price(100))), 1, 2, 100,
                FillRule.LIMIT_TRADED_THROUGH);
    }

    @Test
    void aTrailingStopFollowsAndNeverGoesBack() {
        Bars bars = bars(FIRST, bar(101, 110, 100, 109), bar(109, 109, 106, 107), bar(106, 107, 104, 105));
        SimulationResult found = run(FREE, bars, Ticket.market(0, 1, units(1)), Ticket.trailing(0, -1, units(1), price(5), false));
        filled(found, 2, 3, 105, FillRule.STOP_REACHED);
    }

    @Test
    void aTrailingStopThatTheCloseIsBeyondWasHitOnTheWay() {
        SimulationResult found = run(FREE, bars(FIRST, bar(101, 110, 100, 101)), Ticket.trailing(0, -1, units(1), price(5), false));
        filled(found, 1, 1, 105, FillRule.TRAIL_TURNED);
    }

    @Test
    void ofABracketTheStopIsBeforeTheProfitWhereABarTouchesBoth() {
        SimulationResult found = run(FREE, bars(FIRST, bar(100, 120, 80, 100)),
                Ticket.market(0, 1, units(1)).protectedBy(new Protection(100_000_000, 100_000_000, 0)));
        filled(found, 2, 1, 90, FillRule.STOP_REACHED);
        ended(found, 3, OrderState.CANCELLED, OrderReason.OTHER_FILLED);
    }

    @Test
    void withinTheBarOfAnEntryOnlyTheStopIsBelieved() {
        Bars bars = bars(FIRST, bar(100, 120, 97, 100), bar(100, 120, 99, 100));
        SimulationResult found = run(FREE, bars, Ticket.limit(0, 1, units(1), price(99)).protectedBy(new Protection(0, 100_000_000, 0)));
        filled(found, 2, 2, 108.9, FillRule.LIMIT_TRADED_THROUGH);
        SimulationResult lost = run(FREE, bars(FIRST, bar(100, 101, 80, 100)),
                Ticket.limit(0, 1, units(1), price(99)).protectedBy(new Protection(100_000_000, 0, 0)));
        filled(lost, 2, 1, 89.1, FillRule.STOP_AFTER_ENTRY);
    }

    @Test
    void oneOfAGroupCancelsTheOther() {
        SimulationResult found = run(FREE, bars(FIRST, bar(100, 105, 95, 100)), Ticket.stop(0, 1, units(1), price(104)).inGroup(1),
                Ticket.limit(0, 1, units(1), price(96)).inGroup(1));
        filled(found, 1, 1, 104, FillRule.STOP_REACHED);
        ended(found, 2, OrderState.CANCELLED, OrderReason.OTHER_FILLED);
    }

    @Test
    void volumeIsUsedOnceAndWhatIsLeftWaits() {
        Bars bars = bars(bar(100, 100, 100, 100, 0), bar(100, 100, 100, 100, 100), bar(101, 101, 101, 101, 100), bar(102, 102, 102, 102, 100));
        SimulationResult found = run(FREE.participating(100_000_000), bars, Ticket.market(0, 1, units(15)), Ticket.market(0, 1, units(10)));
        assertThat(found.fills()).extracting(BrokerFill::order).containsExactly(1, 1, 2, 2);
        assertThat(found.fills()).extracting(BrokerFill::units).containsExactly(units(10), units(5), units(5), units(5));
        assertThat(found.fills()).extracting(BrokerFill::bar).containsExactly(1, 2, 2, 3);
    }

    @Test
    void immediateOrdersDoNotWait() {
        Bars bars = bars(FIRST, bar(101, 102, 90, 100, 100), bar(101, 102, 90, 100, 100));
        BrokerTerms tenth = FREE.participating(100_000_000);
        ended(run(FREE, bars, Ticket.limit(0, 1, units(1), price(95)).valid(Validity.IOC)), 1, OrderState.CANCELLED, OrderReason.NOT_AT_ONCE);
        SimulationResult part = run(tenth, bars, Ticket.market(0, 1, units(15)).valid(Validity.IOC));
        assertThat(part.orders().get(0).filled()).isEqualTo(units(10));
        ended(part, 1, OrderState.CANCELLED, OrderReason.NOT_AT_ONCE);
        SimulationResult none = run(tenth, bars, Ticket.market(0, 1, units(15)).valid(Validity.FOK));
        assertThat(none.fills()).isEmpty();
        ended(none, 1, OrderState.CANCELLED, OrderReason.NOT_WHOLE);
        filled(run(tenth, bars, Ticket.market(0, 1, units(10)).valid(Validity.FOK)), 1, 1, 101, FillRule.MARKET_AT_OPEN);
    }

    @Test
    void onOpenOnCloseAndTillATimeEndWhereTheySay() {
        Bars bars = bars(FIRST, bar(101, 102, 95, 100), bar(101, 102, 90, 99));
        ended(run(FREE, bars, Ticket.limit(0, 1, units(1), price(100)).valid(Validity.ON_OPEN)), 1, OrderState.EXPIRED, OrderReason.TIME);
        filled(run(FREE, bars, Ticket.market(0, 1, units(1)).valid(Validity.ON_CLOSE)), 1, 1, 100, FillRule.MARKET_ON_CLOSE);
        filled(run(FREE, bars, Ticket.limit(0, 1, units(1), price(100)).valid(Validity.ON_CLOSE)), 1, 1, 100, FillRule.LIMIT_ON_CLOSE);
        ended(run(FREE, bars, Ticket.limit(0, 1, units(1), price(99)).valid(Validity.ON_CLOSE)), 1, OrderState.EXPIRED, OrderReason.TIME);
        ended(run(FREE, bars, Ticket.limit(0, 1, units(1), price(92)).until(bars.time(1))), 1, OrderState.EXPIRED, OrderReason.TIME);
        filled(run(FREE, bars, Ticket.limit(0, 1, units(1), price(92)).until(bars.time(2))), 1, 2, 92, FillRule.LIMIT_TRADED_THROUGH);
    }

    @Test
    void postOnlyNeverTakesAndReduceOnlyNeverOpens() {
        Bars bars = bars(FIRST, bar(101, 102, 95, 100), bar(101, 102, 90, 99));
        ended(run(FREE, bars, Ticket.limit(0, 1, units(1), price(101)).postingOnly()), 1, OrderState.REJECTED, OrderReason.WOULD_TAKE);
        ended(run(FREE, bars, Ticket.market(0, -1, units(1)).reducingOnly()), 1, OrderState.CANCELLED, OrderReason.NOTHING_TO_REDUCE);
        SimulationResult found = run(FREE, bars, Ticket.market(0, 1, units(1)), Ticket.market(0, -1, units(5)).reducingOnly());
        assertThat(found.portfolio().position(0).units()).isZero();
    }

    @Test
    void allTheMoneyBuysWhatItPaysForAndNotACentMore() {
        BrokerTerms terms = BrokerTerms.of(new FeeSchedule(1_000_000, 0, 100, 0, 0), new Slippage.Share(0.001)).margined(1_000_000_000, 0);
        SimulationResult found = run(terms, bars(FIRST, bar(101, 102, 95, 100)), Ticket.market(0, 1, 0));
        assertThat(found.orders().get(0).state()).isEqualTo(OrderState.FILLED);
        assertThat(found.portfolio().cash(DOLLAR).minor()).isZero();
    }

    @Test
    void marginIsAskedToOpenAndWhatFallsBelowItIsClosedOut() {
        Bars bars = bars(FIRST, bar(100, 100, 100, 100), bar(100, 131, 100, 130), bar(135, 136, 134, 135));
        BrokerTerms half = FREE.margined(500_000_000, 300_000_000);
        SimulationResult found = run(half, Series.of(Contract.share("S", DOLLAR), bars), 1_000_00, Ticket.market(0, -1, units(30)),
                Ticket.market(0, -1, units(20)), Ticket.limit(0, 1, units(1), price(1)));
        ended(found, 1, OrderState.REJECTED, OrderReason.NO_MONEY);
        filled(found, 2, 1, 100, FillRule.MARKET_AT_OPEN);
        ended(found, 3, OrderState.CANCELLED, OrderReason.LIQUIDATION);
        filled(found, 4, 3, 135, FillRule.LIQUIDATION_AT_OPEN);
        assertThat(found.portfolio().cash(DOLLAR)).hasToString("USD 300.00");
    }

    @Test
    void marginIsAskedWhenAllClosesOfATimeAreKnown() {
        // One is held and the other short; both double at once, so at the close the account is worth what it was: 1,000.00 of 2,000.00.
        Bars both = bars(FIRST, bar(100, 100, 100, 100), bar(100, 200, 100, 200), bar(200, 400, 200, 400), bar(400, 400, 400, 400));
        List<Series> series = List.of(Series.of(Contract.share("A", DOLLAR), both), Series.of(Contract.share("B", DOLLAR), both));
        SimulationResult found = new Simulation(series, FREE.margined(0, 400_000_000), List.of(new Money(1_000_00, DOLLAR))).run((desk, instrument, bar) -> {
            if (instrument == 1 && bar == 0) {
                desk.give(Ticket.market(0, -1, units(5)));
                desk.give(Ticket.market(1, 1, units(5)));
            }
        });
        assertThat(found.fills()).extracting(BrokerFill::bar).containsExactly(1, 1, 4, 4);
        assertThat(found.fills()).extracting(BrokerFill::rule).containsExactly(FillRule.MARKET_AT_OPEN, FillRule.MARKET_AT_OPEN,
                FillRule.LIQUIDATION_AT_OPEN, FillRule.LIQUIDATION_AT_OPEN);
    }

    @Test
    void timeCostsInterestAndBorrowingAndPaysDividendsOnTheirDay() {
        Bars bars = bars(FIRST, bar(100, 100, 100, 100), bar(100, 100, 100, 100), bar(100, 100, 100, 100));
        BrokerTerms terms = FREE.carrying(36_500_000, 36_500_000, 73_000_000);
        Series series = new Series(Contract.share("S", DOLLAR), bars, 1, 1, List.of(new Dividend(LocalDate.parse("2024-01-03"), price(2))), List.of());
        SimulationResult found = run(terms, series, 10_000_00, Ticket.market(0, -1, units(10)));
        assertThat(found.portfolio().entries()).extracting(CashEntry::kind).containsExactly(CashKind.DEPOSIT, CashKind.INTEREST, CashKind.TRADE,
                CashKind.BORROW, CashKind.DIVIDEND, CashKind.INTEREST, CashKind.BORROW, CashKind.INTEREST);
        assertThat(found.portfolio().entries()).extracting(entry -> entry.amount().minor()).containsExactly(1_000_000L, 100L, 100_000L, -10L, -2_000L,
                110L, -10L, 110L);
    }

    @Test
    void aFuturePaysItsGainEachDayAndIsSettledAtTheEnd() {
        Series series = Series.of(Contract.future("F", DOLLAR, 100, 5_000_00), bars(FIRST, bar(100, 101, 99, 101), bar(102, 103, 98, 99)));
        SimulationResult found = run(FREE.margined(1_000_000_000, 0), series, 10_000_00, Ticket.market(0, 1, units(2)), Ticket.market(0, 1, units(1)));
        ended(found, 2, OrderState.REJECTED, OrderReason.NO_MONEY);
        assertThat(found.portfolio().entries()).extracting(entry -> entry.amount().minor()).containsExactly(1_000_000L, 20_000L, -40_000L);
        assertThat(found.portfolio().position(0).worth(price(99))).isZero();
    }

    @Test
    void severalInstrumentsGoByTimeAndEachPaysInItsMoney() {
        Currency euro = Currency.getInstance("EUR");
        Bars one = bars(FIRST, bar(101, 101, 101, 101), bar(102, 102, 102, 102));
        Bars other = one.slice(1, 3);
        StringBuilder seen = new StringBuilder();
        SimulationResult found = new Simulation(List.of(Series.of(Contract.share("A", DOLLAR), one), Series.of(Contract.share("B", euro), other)), FREE,
                List.of(new Money(1_000_00, DOLLAR), new Money(500_00, euro))).run((desk, instrument, bar) -> {
                    seen.append(instrument).append(':').append(bar).append(' ');
                    if (instrument == 0 && bar == 0) {
                        desk.give(Ticket.market(1, 1, units(1)));
                        desk.give(Ticket.market(0, 1, units(1)));
                    }
                });
        assertThat(seen).hasToString("0:0 0:1 1:0 0:2 1:1 ");
        assertThat(found.fills()).extracting(BrokerFill::instrument).containsExactly(0, 1);
        assertThat(found.portfolio().cash(DOLLAR)).hasToString("USD 899.00");
        assertThat(found.portfolio().cash(euro)).hasToString("EUR 399.00");
    }

    @Test
    void impactGrowsWithTheOrderAndPermanentImpactStays() {
        assertThat(new Slippage.Spread(0.02).of(100, 5, 100, 0, 1)).isEqualTo(0.01);
        assertThat(new Slippage.SquareRoot(1, 0.02).of(100, 25, 100, 0, 1)).isEqualTo(1.0);
        assertThat(new Slippage.SquareRoot(1, 0.02).of(100, 25, 0, 0, 1)).as("no volume").isEqualTo(2.0);
        Slippage both = new Slippage.AlmgrenChriss(0.0625, 0.5, 0.25);
        assertThat(both.of(100, 2, 100, 4, 1)).isEqualTo(2.0625);
        assertThat(both.of(100, 2, 100, 4, -1)).as("never a gift").isEqualTo(1.0625);
    }

    @Test
    void whatContradictsItselfIsRefusedWithEverythingThatIsWrong() {
        assertThatThrownBy(() -> new Ticket(0, OrderKind.MARKET, 2, -1, 5, 0, 0, false, Validity.GTC, 7, true, false, 0, null))
                .hasMessage("side is 2, must be 1 or -1; units is -1, must be 0 or more; MARKET has a limit of 5, must have none; GTC is until 7,"
                        + " only GTD has a time; MARKET GTC is post-only, must be a limit that may rest");
        Order order = new Order(1, Ticket.market(0, 1, 5), null, 0);
        assertThatThrownBy(() -> order.fill(5, 1)).hasMessage("order 1 is NEW and cannot become FILLED");
    }
}
