package entrepot.trading.making;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import entrepot.kernel.Money;
import entrepot.trading.Walk;
import entrepot.trading.backtest.BacktestResult;
import entrepot.trading.backtest.Costs;
import entrepot.trading.backtest.FeeBasis;
import entrepot.trading.backtest.OrderLine;
import entrepot.trading.backtest.OrderedBacktest;
import entrepot.trading.backtest.Terms;
import entrepot.trading.broker.BrokerTerms;
import entrepot.trading.broker.CutRun;
import entrepot.trading.broker.Execution;
import entrepot.trading.broker.FillRule;
import entrepot.trading.broker.Series;
import entrepot.trading.broker.Slippage;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.market.Bars;
import entrepot.trading.order.OrderReason;
import entrepot.trading.order.OrderState;
import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.FeeSchedule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarketMakerTest {

    private static final Currency DOLLAR = Currency.getInstance("USD");
    private static final double CASH = 1e9;
    private static final Map<String, Object> UNCHARGED = Map.of("margin", 0.0, "borrow", 0.0);

    /** A walk by days with highs and lows beyond opens and closes. */
    static Bars ranged(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] open = new double[size];
        double[] high = new double[size];
        double[] low = new double[size];
        double[] close = new double[size];
        double price = 100;
        for (int bar = 0; bar < size; bar++) {
            open[bar] = price + 0.3 * random.nextGaussian();
            price = Math.max(1, open[bar] + random.nextGaussian());
            close[bar] = price;
            high[bar] = Math.max(open[bar], price) + 0.5 * Math.abs(random.nextGaussian());
            low[bar] = Math.min(open[bar], price) - 0.5 * Math.abs(random.nextGaussian());
        }
        long[] days = IntStream.range(0, size).mapToLong(day -> day * 86_400_000L).toArray();
        return Bars.of(days, open, high, low, close, new double[size]);
    }

    private static MakingRule drawn(SplittableRandom random, Map<String, Object> fixed) {
        int limit = random.nextInt(1, 9);
        Map<String, Object> settings = new HashMap<>(Map.of("model", MakingRule.Model.values()[random.nextInt(2)].name(), "gamma", random.nextDouble(0.01, 0.6),
                "k", random.nextDouble(0.5, 4), "arrivals", random.nextDouble(0.3, 3), "window", (double) random.nextInt(2, 40),
                "horizon", (double) random.nextInt(1, 8), "lot", random.nextInt(1, 40) / 10.0, "quantity", (double) random.nextInt(1, limit + 1),
                "limit", (double) limit));
        settings.putAll(fixed);
        return MakingRule.of(settings);
    }

    private static BacktestResult made(Bars bars, MakingRule rule, double cash, Costs costs, int late) {
        return OrderedBacktest.making(bars, rule, Terms.units(cash, rule.units(), costs), Execution.IDEAL, DOLLAR, late).run(bar -> true);
    }

    @Test
    void fillsAndMoneyAreThoseOfASlowReference() {
        int deals = 0;
        int bothInABar = 0;
        for (long seed = 1; seed <= 60; seed++) {
            MakingRule rule = drawn(new SplittableRandom(seed), UNCHARGED);
            Bars bars = seed % 4 == 0 ? Walk.coarse(seed, 400) : ranged(seed, 400);
            BacktestResult found = made(bars, rule, CASH, new Costs(0.0004, FeeBasis.VALUE, 0, 0, 0.0003), 0);
            NaiveMaker slow = new NaiveMaker(bars, rule, CASH, 0.0004);
            String what = rule.words() + ", seed " + seed;
            assertThat(found.fills()).as(what).hasSameSizeAs(slow.deals);
            for (int at = 0; at < slow.deals.size(); at++) {
                NaiveMaker.Deal deal = slow.deals.get(at);
                assertThat(found.fills().get(at).bar()).as(what).isEqualTo(deal.bar());
                assertThat(found.fills().get(at).units()).as(what).isCloseTo(deal.units(), within(1e-9));
                assertThat(found.fills().get(at).price()).as(what).isCloseTo(deal.price(), within(1e-8));
                bothInABar += at > 0 && slow.deals.get(at - 1).bar() == deal.bar() ? 1 : 0;
            }
            for (int bar = 0; bar < bars.size(); bar++) {
                assertThat(found.equity()[bar]).as(what + ", bar " + bar).isCloseTo(slow.worth[bar], within(0.01 * (2 + slow.deals.size())));
            }
            deals += slow.deals.size();
        }
        assertThat(deals).isGreaterThan(3_000);
        assertThat(bothInABar).isGreaterThan(200);
    }

    @Test
    void itSeesNoFuture() {
        for (long seed = 1; seed <= 4; seed++) {
            MakingRule rule = drawn(new SplittableRandom(seed), Map.of("margin", 0.5, "borrow", 0.03));
            Bars bars = ranged(seed, 250);
            BrokerTerms terms = rule.charged(BrokerTerms.of(FeeSchedule.rate(1_000_000), new Slippage.Share(0.0005)));
            CutRun check = new CutRun(Series.of(Contract.share("S", DOLLAR), bars), terms, List.of(new Money(10_000_00, DOLLAR)),
                    cut -> new MarketMaker(rule, cut.bars()));
            assertThat(IntStream.rangeClosed(1, bars.size())).as(rule.words()).allSatisfy(cut -> assertThat(check.changedBy(cut)).isEmpty());
        }
    }

    /** It knows where the next bar closes. */
    @Test
    void oneThatSeesTheFutureIsFound() {
        Bars bars = ranged(3, 250);
        CutRun check = new CutRun(Series.of(Contract.share("S", DOLLAR), bars), BrokerTerms.of(FeeSchedule.rate(0), Slippage.NONE),
                List.of(new Money(10_000_00, DOLLAR)), cut -> new MarketMaker(MakingRule.of(Map.of()), ahead(cut.bars())));
        assertThat(IntStream.rangeClosed(1, bars.size()).filter(cut -> check.changedBy(cut).isPresent())).isNotEmpty();
    }

    private static Bars ahead(Bars bars) {
        return Walk.of(IntStream.range(0, bars.size()).mapToDouble(bar -> bars.close(Math.min(bar + 1, bars.size() - 1))).toArray());
    }

    @Test
    void noMoreThanTheLimitIsHeldAndNoOrderOutlivesABar() {
        for (long seed = 1; seed <= 30; seed++) {
            MakingRule rule = drawn(new SplittableRandom(seed), Map.of("gamma", 0.01));
            BacktestResult found = made(ranged(seed, 400), rule, 100_000, Costs.rate(0.0005), 0);
            double held = 0;
            for (int at = 0; at < found.fills().size(); at++) {
                held += found.fills().get(at).units();
                assertThat(Math.abs(held)).as(rule.words() + ", seed " + seed).isLessThanOrEqualTo(rule.limit() * rule.lot() + 1e-9);
            }
            for (OrderLine order : found.orders()) {
                if (order.ended() >= 0 && order.reason() != OrderReason.LIQUIDATION) {
                    assertThat(order.ended()).as("taken back as the bar after next begins").isLessThanOrEqualTo(order.given() + 2);
                }
                assertThat(order.state() == OrderState.FILLED && order.ended() > order.given() + 1).isFalse();
            }
        }
    }

    /** σ of 1 from closes that go up and down by it: 8 and a window of 8 changes, each 1 from their mean of 0, with 7 in the divisor. */
    private static Bars tide(double... openHighLowClose) {
        int calm = 9;
        int size = calm + openHighLowClose.length / 4;
        double[][] columns = new double[4][size];
        for (int bar = 0; bar < size; bar++) {
            for (int part = 0; part < 4; part++) {
                columns[part][bar] = bar < calm ? 100 + bar % 2 : openHighLowClose[4 * (bar - calm) + part];
            }
        }
        long[] days = IntStream.range(0, size).mapToLong(day -> day * 86_400_000L).toArray();
        return Bars.of(days, columns[0], columns[1], columns[2], columns[3], new double[size]);
    }

    private static final double TIDE = Math.sqrt(8.0 / 7);
    private static final MakingRule BY_HAND = MakingRule.of(Map.of("window", 8.0, "horizon", 1.0, "gamma", 0.1, "k", 1.5, "limit", 1.0, "margin", 0.0, "borrow", 0.0));
    private static final double HALF = TIDE * (0.05 + 10 * Math.log(1 + 0.1 / 1.5));

    @Test
    void aQuoteThatIsOnlyTouchedIsNotFilledAndOneThatIsTradedThroughIs() {
        double bid = Math.rint((100 - HALF) * 1e9) / 1e9;
        assertThat(made(tide(100, 100.1, bid, 100), BY_HAND, 1000, Costs.NONE, 0).fills()).isEmpty();
        BacktestResult through = made(tide(100, 100.1, bid - 1e-6, 100), BY_HAND, 1000, Costs.NONE, 0);
        assertThat(through.fillLines()).hasSize(1);
        assertThat(through.fillLines().get(0).price()).isCloseTo(bid, within(1e-9));
        assertThat(through.fillLines().get(0).rule()).isEqualTo(FillRule.LIMIT_TRADED_THROUGH);
        assertThat(through.orders()).as("long at the limit: no second bid").filteredOn(order -> order.given() == 9).extracting(OrderLine::side).containsExactly(-1);
    }

    /** A gap in favour of who bids is a price that fell through the bid. */
    @Test
    void aGapBeyondAQuoteIsFilledAtTheQuoteNotAtTheOpen() {
        BacktestResult found = made(tide(95, 96, 94, 95), BY_HAND, 1000, new Costs(0, FeeBasis.VALUE, 0, 0, 0.01), 0);
        assertThat(found.fillLines()).hasSize(1);
        assertThat(found.fillLines().get(0).rule()).isEqualTo(FillRule.LIMIT_IN_GAP);
        assertThat(found.fillLines().get(0).price()).as("without slippage").isCloseTo(100 - HALF, within(1e-9));
        assertThat(found.endValue()).isCloseTo(1000 - (100 - HALF) + 95, within(0.011));
    }

    @Test
    void aBarThatGoesThroughBothQuotesFillsBothTheOneThatAddsFirst() {
        BacktestResult found = made(tide(100, 103, 97, 100), BY_HAND, 1000, Costs.NONE, 0);
        assertThat(found.fills()).extracting(fill -> (int) Math.signum(fill.units())).containsExactly(1, -1);
        assertThat(found.endValue()).isCloseTo(1000 + 2 * HALF, within(0.011));
    }

    @Test
    void withTooLittleMoneyForTheMarginNothingIsOpened() {
        MakingRule margined = MakingRule.of(Map.of("window", 8.0, "horizon", 1.0, "limit", 1.0, "margin", 0.5));
        BacktestResult refused = made(tide(100, 103, 97, 100), margined, 45, Costs.NONE, 0);
        assertThat(refused.fills()).isEmpty();
        assertThat(refused.orders()).filteredOn(order -> order.given() == 8).extracting(OrderLine::reason).containsOnly(OrderReason.NO_MONEY);
        assertThat(made(tide(100, 103, 97, 100), margined, 55, Costs.NONE, 0).fills()).hasSize(2);
    }

    @Test
    void aShortPaysForWhatItBorrows() {
        double[] bars = {100, 103, 99.9, 102, 102, 102.1, 101.9, 102, 102, 102.1, 101.9, 102};
        MakingRule rule = MakingRule.of(Map.of("window", 8.0, "horizon", 1.0, "limit", 1.0, "margin", 0.0, "borrow", 0.5));
        double free = made(tide(bars), BY_HAND, 1000, Costs.NONE, 0).endValue();
        assertThat(free - made(tide(bars), rule, 1000, Costs.NONE, 0).endValue()).as("two nights").isCloseTo(2 * 102 * 0.5 / 365, within(0.011));
    }

    @Test
    void oneBarLateTheQuotesOfABarStandInTheOneAfterTheNext() {
        BacktestResult late = made(tide(100, 100.1, 99.9, 100, 100, 103, 97, 100, 100, 100.1, 99.9, 100), BY_HAND, 1000, Costs.NONE, 1);
        assertThat(late.fills()).extracting(fill -> fill.bar()).containsExactly(10, 10);
        assertThat(late.orders()).filteredOn(order -> order.state() == OrderState.FILLED).extracting(OrderLine::given).containsOnly(8);
    }

    @Test
    void settingsAreReadBackAndThoseThatDoNotGoTogetherAreNamed() {
        MakingRule rule = drawn(new SplittableRandom(5), Map.of());
        assertThat(MakingRule.read(rule.settings())).isEqualTo(rule);
        assertThat(MakingRule.of(Map.of()).settings()).isEqualTo("model=AVELLANEDA_STOIKOV gamma=0.1 k=1.5 arrivals=1 window=60 horizon=5 lot=1 quantity=1 limit=5"
                + " margin=0.5 borrow=0.03");
        assertThatThrownBy(() -> MakingRule.of(Map.of("quantity", 6.0))).hasMessage("quantity must be from 1 to limit, 5, is 6");
    }

    @Test
    void theGuideHasARowForEachSettingWithWhatItIsOtherwise() throws IOException {
        String guide = Files.readString(Path.of("../docs/strategies.md"));
        String making = guide.substring(guide.indexOf("## Market making"), guide.indexOf("## Many instruments"));
        for (Parameter one : MakingRule.PARAMETERS) {
            String row = making.lines().filter(line -> line.startsWith("| `" + one.name() + "` |")).findFirst().orElse("no row of " + one.name());
            assertThat(row).endsWith(one.choices().isEmpty() ? " | " + one.standardWords() + " |" : "|");
        }
        assertThat(making).contains(Arrays.stream(MakingRule.Model.values()).map(model -> "| " + model + " |").toList());
    }

    @Test
    void theSameQuestionHasTheSameHashAndAnotherOneAnother() {
        Bars bars = ranged(1, 300);
        String hash = made(bars, MakingRule.of(Map.of()), 10_000, Costs.NONE, 0).hash();
        assertThat(made(bars, MakingRule.of(Map.of()), 10_000, Costs.NONE, 0).hash()).isEqualTo(hash);
        assertThat(made(bars, MakingRule.of(Map.of("borrow", 0.04)), 10_000, Costs.NONE, 0).hash()).isNotEqualTo(hash);
    }
}
