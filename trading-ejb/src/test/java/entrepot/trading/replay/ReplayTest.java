package entrepot.trading.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowAction;
import entrepot.trading.flow.FlowKind;
import entrepot.trading.order.Order;
import entrepot.trading.order.OrderKind;
import entrepot.trading.order.OrderState;
import entrepot.trading.order.Ticket;
import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.FeeSchedule;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Each rule of a replay by rows that can be followed by hand: the clock ticks each second, prices are cents. */
class ReplayTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long CENT = 10_000_000L;
    private static final long UNIT = 1_000_000L;
    private final List<long[]> rows = new ArrayList<>();

    /** @param tenths of a second */
    private ReplayTest row(int tenths, FlowAction action, int order, int side, int price, int size) {
        rows.add(new long[] {tenths * SECOND / 10, action.ordinal(), order, side, price * CENT, size * UNIT});
        return this;
    }

    /** A market from 100 to 104, five on both sides. */
    private ReplayTest book() {
        return row(1, FlowAction.ADD, 1, 1, 100, 5).row(1, FlowAction.ADD, 2, -1, 104, 5);
    }

    private static Ticket limit(int side, int units, int price) {
        return Ticket.limit(0, side, units * UNIT, price * CENT);
    }

    /** What one ticket, given at the first tick, became. */
    private ReplayResult give(Ticket... tickets) {
        return at(view -> List.of(tickets).forEach(view::give));
    }

    private ReplayResult at(Consumer<MarketView> first) {
        boolean[] asked = new boolean[1];
        return run(FlowKind.ORDERS, view -> {
            if (!asked[0]) {
                asked[0] = true;
                first.accept(view);
            }
        });
    }

    private ReplayResult run(FlowKind kind, FlowTrader trader) {
        ReplayTerms terms = new ReplayTerms(Contract.share("SHARE", Currency.getInstance("USD")), 100_00, FeeSchedule.NONE, FeeSchedule.NONE, SECOND / 2, SECOND,
                Long.MIN_VALUE);
        return new Replay(terms, kind, trader).run(List.of(Flow.of(kind, rows)), row -> true);
    }

    private static List<String> words(ReplayResult found) {
        return found.fills().stream().map(fill -> fill.units() / UNIT + " at " + fill.price() / CENT + " row " + fill.row() + " " + fill.rule()).toList();
    }

    @Test
    void anOrderStandsBehindWhatWasThereAndBeforeWhatComes() {
        book().row(12, FlowAction.ADD, 3, 1, 100, 2).row(16, FlowAction.ADD, 4, 1, 100, 4).row(20, FlowAction.EXECUTE, 1, 1, 100, 5)
                .row(20, FlowAction.EXECUTE, 3, 1, 100, 2).row(20, FlowAction.EXECUTE, 4, 1, 100, 1).row(30, FlowAction.EXECUTE, 4, 1, 100, 3);
        assertThat(words(give(limit(1, 3, 100)))).as("3 came in the half second before it did").containsExactly("1 at 100 row 7 REACHED_IN_QUEUE", "2 at 100 row 8 REACHED_IN_QUEUE");
    }

    @Test
    void itMovesUpAsThoseBeforeItGoAndAChangeOfPriceLosesTheirPlace() {
        book().row(16, FlowAction.CANCEL, 1, 1, 100, 4).row(17, FlowAction.MODIFY, 1, 1, 100, 3).row(18, FlowAction.EXECUTE, 1, 1, 100, 2);
        assertThat(words(give(limit(1, 3, 100)))).as("more at the same price went to the end").containsExactly("2 at 100 row 5 REACHED_IN_QUEUE");
    }

    @Test
    void whatIsTradedAtAWorsePriceWouldHaveMetItFirst() {
        book().row(20, FlowAction.EXECUTE, 1, 1, 100, 2).row(21, FlowAction.TRADE, 0, 0, 101, 9).row(22, FlowAction.TRADE, 0, 0, 99, 9);
        assertThat(words(give(limit(1, 6, 101)))).as("a hidden order at the same price may have stood before it")
                .containsExactly("2 at 101 row 3 TRADED_BEYOND", "4 at 101 row 5 TRADED_BEYOND");
    }

    @Test
    void whoeverComesToItsPriceMeetsItAndWhatWasHadOfHimIsNotHadAgain() {
        book().row(20, FlowAction.ADD, 3, -1, 102, 4).row(40, FlowAction.ADD, 9, -1, 110, 1);
        int[] ticks = new int[1];
        ReplayResult found = run(FlowKind.ORDERS, view -> {
            if (ticks[0]++ < 2) {
                view.give(ticks[0] == 1 ? limit(1, 3, 102) : Ticket.market(0, 1, 3 * UNIT));
            }
        });
        assertThat(words(found)).containsExactly("3 at 102 row 3 MET_BY_OTHER_SIDE", "1 at 102 row 3 TAKEN_FROM_BOOK", "2 at 104 row 3 TAKEN_FROM_BOOK");
        assertThat(found.cash()).isEqualTo(100_00 - 4 * 102 - 2 * 104);
    }

    @Test
    void whatTakesWalksTheBookAndALimitRestsWithWhatIsLeft() {
        book().row(2, FlowAction.ADD, 3, -1, 105, 2).row(20, FlowAction.ADD, 4, -1, 105, 1);
        assertThat(words(give(limit(1, 9, 105)))).containsExactly("5 at 104 row 3 TAKEN_FROM_BOOK", "2 at 105 row 3 TAKEN_FROM_BOOK", "1 at 105 row 4 MET_BY_OTHER_SIDE");
    }

    @Test
    void postOnlyDoesNotTakeAndAMarketOrderDoesNotRest() {
        ReplayResult found = book().row(20, FlowAction.ADD, 3, -1, 104, 9).give(limit(1, 1, 104).postingOnly(), Ticket.market(0, -1, 7 * UNIT));
        assertThat(found.orders()).extracting(placed -> placed.order().state()).containsExactly(OrderState.REJECTED, OrderState.CANCELLED);
        assertThat(words(found)).containsExactly("-5 at 100 row 2 TAKEN_FROM_BOOK");
    }

    @Test
    void aSessionThatBeginsEndsWhatRests() {
        ReplayResult found = book().row(20, FlowAction.CLEAR, 0, 0, 0, 0).row(21, FlowAction.TRADE, 0, 0, 90, 9).give(limit(1, 1, 100));
        assertThat(found.orders().get(0).order().state()).isEqualTo(OrderState.EXPIRED);
        assertThat(found.fills()).isEmpty();
    }

    @Test
    void whatIsTakenBackCanStillBeFilledUntilThatIsKnown() {
        book().row(16, FlowAction.ADD, 7, 1, 90, 1).row(24, FlowAction.EXECUTE, 1, 1, 100, 1).row(26, FlowAction.EXECUTE, 1, 1, 100, 1);
        List<Order> given = new ArrayList<>();
        ReplayResult found = run(FlowKind.ORDERS, view -> {
            if (given.isEmpty()) {
                given.add(view.give(limit(1, 5, 101)));
            } else {
                view.cancel(given.get(0));
            }
        });
        assertThat(words(found)).containsExactly("1 at 101 row 4 TRADED_BEYOND");
        assertThat(given.get(0).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void quotesFillWhatRestsOnceAtAPriceAndSayWhatCanBeTaken() {
        for (int[] quote : new int[][] {{1, 100, 5, 104, 5}, {16, 100, 5, 103, 1}, {17, 100, 5, 103, 1}, {18, 100, 5, 103, 2}, {19, 99, 5, 102, 9}}) {
            rows.add(new long[] {quote[0] * SECOND / 10, quote[1] * CENT, quote[2] * UNIT, quote[3] * CENT, quote[4] * UNIT});
        }
        boolean[] asked = new boolean[1];
        ReplayResult found = run(FlowKind.QUOTES, view -> {
            if (!asked[0]) {
                asked[0] = true;
                view.give(limit(1, 4, 103));
                view.give(Ticket.market(0, -1, 7 * UNIT));
            }
        });
        assertThat(words(found)).containsExactly("-5 at 100 row 1 TAKEN_FROM_BOOK", "1 at 103 row 2 MET_BY_OTHER_SIDE", "1 at 103 row 4 MET_BY_OTHER_SIDE",
                "2 at 103 row 5 MET_BY_OTHER_SIDE");
    }

    @Test
    void theMidAfterAFillThatRestedIsHeldAgainstIt() {
        book().row(20, FlowAction.EXECUTE, 1, 1, 100, 5).row(20, FlowAction.ADD, 3, 1, 96, 5).row(120, FlowAction.ADD, 5, 1, 98, 5)
                .row(121, FlowAction.ADD, 6, 1, 102, 5);
        ReplayResult found = give(limit(1, 2, 101));
        assertThat(words(found)).containsExactly("2 at 101 row 3 TRADED_BEYOND");
        FlowFigures figures = FlowFigures.of(found, 100);
        assertThat(figures.spreadCaptured()).as("2 units, a cent below the mid of 102").isEqualTo(0.02);
        assertThat(figures.lostInOneSecond()).as("the mid went to 100").isEqualTo(0.04);
        assertThat(figures.lostInTenSeconds()).as("and to 101").isEqualTo(0.02);
        assertThat(figures.fillRatio()).isEqualTo(1);
        assertThat(figures.secondsInQueue()).isEqualTo(0.5);
    }

    private static ParentOrder parent(String side, double units, double seconds) {
        return ParentOrder.of(Map.of("side", side, "units", units, "seconds", seconds));
    }

    private ReplayResult run(ParentOrder wanted) {
        return run(FlowKind.ORDERS, new ParentTrader(wanted));
    }

    /** Far away, so that the clock ticks. */
    private ReplayTest until(int tenths) {
        for (int at = 2; at < tenths; at += 10) {
            row(at, FlowAction.ADD, 1000 + at, -1, 900, 1);
        }
        rows.sort(Comparator.comparingLong(row -> row[0]));
        return this;
    }

    private static List<Long> limits(ReplayResult found) {
        return found.orders().stream().map(placed -> placed.limit() / CENT).toList();
    }

    @Test
    void aPurchaseGoesWithTheBestBidOfOthersUpAndDown() {
        book().row(16, FlowAction.ADD, 3, 1, 102, 1).row(36, FlowAction.CANCEL, 3, 1, 102, 1).row(56, FlowAction.CANCEL, 1, 1, 100, 5).row(56, FlowAction.ADD, 4, 1, 97, 1);
        assertThat(limits(until(95).run(parent("BUY", 3, 60)))).as("97 too, where it stands at 100 alone").containsExactly(100L, 102L, 100L, 97L);
    }

    @Test
    void aSaleGoesWithTheBestAskOfOthersUpAndDown() {
        book().row(16, FlowAction.ADD, 3, -1, 102, 1).row(36, FlowAction.CANCEL, 3, -1, 102, 1).row(56, FlowAction.CANCEL, 2, -1, 104, 5).row(56, FlowAction.ADD, 4, -1, 107, 1);
        assertThat(limits(until(95).run(parent("SELL", 3, 60)))).containsExactly(104L, 102L, 104L, 107L);
    }

    @Test
    void nothingIsTakenWhereNobodyStands() {
        ReplayResult found = book().row(5, FlowAction.CANCEL, 1, 1, 100, 5).row(45, FlowAction.ADD, 5, 1, 98, 5).until(80).run(parent("SELL", 2, 0));
        assertThat(found.orders()).extracting(placed -> placed.order().ticket().kind()).as("it waits at the best ask").containsExactly(OrderKind.LIMIT, OrderKind.MARKET);
        assertThat(words(found)).containsExactly("-2 at 98 row 11 TAKEN_FROM_BOOK");
    }

    @Test
    void whatOthersTradedIsCountedToTheEndWhereNotAllWasHad() {
        ParentTrader trader = new ParentTrader(parent("BUY", 3, 60));
        ReplayResult found = book().row(5, FlowAction.TRADE, 0, 0, 101, 9).row(15, FlowAction.EXECUTE, 2, -1, 104, 2).row(23, FlowAction.TRADE, 0, 0, 103, 4)
                .run(FlowKind.ORDERS, trader);
        assertThat(found.fills()).isEmpty();
        assertThat(trader.figures(found, 100).vwap()).isCloseTo((2 * 1.04 + 4 * 1.03) / 6, within(1e-12));
    }

    @Test
    void moreThanIsKeptIsRefused() {
        book().until(2600);
        assertThatThrownBy(() -> run(FlowKind.ORDERS, view -> IntStream.range(0, 1001).forEach(each -> view.give(limit(1, 1, 50)))))
                .hasMessage("SHARE with a clock of 1 s has more than 250000 orders; choose a longer clock or fewer days");
        for (int trade = 0; trade <= Replay.MOST; trade++) {
            row(2700, FlowAction.TRADE, 0, 0, 90, 1);
        }
        assertThatThrownBy(() -> give(limit(1, 1_000_000, 101))).hasMessage("SHARE with a clock of 1 s has more than 250000 fills; choose a longer clock or fewer days");
    }
}
