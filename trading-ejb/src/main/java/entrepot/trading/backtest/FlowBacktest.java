package entrepot.trading.backtest;

import entrepot.kernel.Money;
import entrepot.trading.flow.Flow;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.making.FlowMaker;
import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.Exact;
import entrepot.trading.portfolio.FeeSchedule;
import entrepot.trading.replay.FlowFigures;
import entrepot.trading.replay.FlowTrader;
import entrepot.trading.replay.ParentTrader;
import entrepot.trading.replay.Replay;
import entrepot.trading.replay.ReplayFill;
import entrepot.trading.replay.ReplayPlan;
import entrepot.trading.replay.ReplayResult;
import entrepot.trading.replay.ReplayTerms;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/** One question to a recorded market, in exact money. */
public final class FlowBacktest {

    private final Experiment asked;
    private final Currency currency;
    private final String dataHash;
    private final double minor;

    /** @param asked of a replay; @param dataHash of the rows */
    public FlowBacktest(Experiment asked, Currency currency, String dataHash) {
        this.asked = asked;
        this.currency = currency;
        this.dataHash = dataHash;
        this.minor = Math.pow(10, currency.getDefaultFractionDigits());
    }

    /** The first moment of a day, UTC, nanoseconds of the epoch. */
    public static long begin(LocalDate day) {
        return Flow.nanos(day.atStartOfDay(ZoneOffset.UTC).toInstant());
    }

    /**
     * @param parts of the flow, up to the last day that is asked for
     * @param late  nanoseconds by which every order and cancellation comes later
     * @param goOn  asked now and then with the rows that are through
     * @return null where it said no
     */
    public FlowResult run(Iterable<Flow> parts, Terms terms, long late, LongPredicate goOn) {
        ReplayPlan plan = asked.replay();
        FeeSchedule taking = terms.costs().fees(currency);
        FeeSchedule resting = new FeeSchedule(Math.round(plan.restingFee() * taking.rate()), 0, taking.perFill(), 0, 0);
        long cash = Money.rounded(BigDecimal.valueOf(terms.startCash()), currency).minor();
        long from = asked.fromDay() == null ? Long.MIN_VALUE : begin(asked.fromDay());
        ParentTrader parent = asked.parent() == null ? null : new ParentTrader(asked.parent());
        FlowTrader trader = parent == null ? new FlowMaker(asked.making(), plan.tickUnits()) : parent;
        ReplayTerms how = new ReplayTerms(Contract.share(asked.symbol(), currency), cash, resting, taking, plan.latency() + late, plan.clock(), from);
        ReplayResult found = new Replay(how, plan.kind(), trader).run(parts, goOn);
        return found == null ? null : new FlowResult(result(found, terms), found, FlowFigures.of(found, minor), parent == null ? null : parent.figures(found, minor), dataHash);
    }

    private BacktestResult result(ReplayResult found, Terms terms) {
        int last = found.bars().size() - 1;
        if (last < 1) {
            throw new IllegalStateException(asked.symbol() + " has fewer than two intervals of " + Parameter.decimal(asked.replay().clockSeconds())
                    + " s in which both sides of the market are known; bring in more, or choose a shorter clock or other days");
        }
        List<FillLine> lines = found.fills().stream().map(this::line).toList();
        List<Fill> fills = lines.stream().map(line -> new Fill(line.bar(), line.units(), line.price(), line.fee())).toList();
        TradeList trades = new TradeList(1);
        fills.forEach(trades::add);
        double[] equity = Arrays.stream(found.worth()).mapToDouble(worth -> worth / minor).toArray();
        int[] held = IntStream.range(0, last + 1).map(bar -> Long.signum(found.held()[bar])).toArray();
        return new BacktestResult(found.bars(), asked.words(), terms, fills, trades.upTo(last, found.bars().close(last)), equity, held, found.cash() / minor,
                found.orders().stream().map(placed -> OrderedBacktest.line(placed.order())).toList(), lines);
    }

    private FillLine line(ReplayFill fill) {
        double worse = fill.rested() ? 0 : Math.max(0, Exact.decimal(Long.signum(fill.units()) * (fill.price() - fill.mid()), Exact.PRICE));
        return new FillLine(fill.number(), fill.order(), fill.bar(), Exact.decimal(fill.units(), Exact.UNIT), Exact.decimal(fill.price(), Exact.PRICE), worse,
                fill.fee() / minor, fill.rule());
    }
}
