package entrepot.web.api;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.Pair;
import entrepot.trading.broker.Execution;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.indicator.Mean;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.making.MakingRule;
import entrepot.trading.market.BarPlan;
import entrepot.trading.market.Instrument;
import entrepot.trading.pair.PairRule;
import entrepot.trading.replay.ParentOrder;
import entrepot.trading.replay.ReplayPlan;
import entrepot.trading.strategy.BuiltIn;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Reading;
import entrepot.trading.strategy.RuleStrategy;
import entrepot.trading.strategy.SavedStrategy;
import entrepot.trading.strategy.Side;
import entrepot.trading.strategy.Strategy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A backtest as a client asks for it, over the bars of an instrument: of a crossover of two moving averages, which {@code mean} to
 * {@code reading} tell, or of rules that a person wrote, which {@code entry} to {@code parameters} tell, or of rules that were saved, or
 * of another built-in strategy, or of a pair of instruments, or of a market that is made; or of orders in a recorded market.
 *
 * @param from      first day, or absent for all
 * @param raw       prices as they were traded, without splits and dividends worked in
 * @param strategy  CROSSOVER where absent
 * @param mean      SIMPLE where absent
 * @param side      LONG_ONLY where absent
 * @param reading   LEVEL where absent
 * @param saved     name of the saved strategy, of SAVED; {@code version} of it, the latest where absent
 * @param settings  of another built-in strategy, of a pair or of market making, by the names of its parameters; the standard for what is absent
 * @param other     the second instrument, of PAIR
 * @param volatilityTarget a year, as a share, by which positions are sized; all the money where absent
 * @param kelly     fraction of Kelly's share, above 0 to 1, by which positions are sized; all the money where absent
 * @param startCash 10000 where absent
 * @param feeRate   share of the value a side, e.g. 0.001; 0 where absent, as the following
 * @param feePerOrder in the currency of the instrument
 * @param enterBy    MARKET where absent: at the next open; or LIMIT, which needs {@code limitOffset}
 * @param limitOffset share by which the limit of an entry is better than the close
 * @param stopLoss   share of the price of the entry at which a loss is stopped; none where absent or 0, as the following
 * @param takeProfit share of it at which a profit is taken
 * @param trailingStop share of the best price since the entry by which a stop trails it
 * @param execution how hard the market is on orders, by the names of its parameters, the standard for what is absent; where it is absent altogether,
 *                  everything that is ordered is had at once
 * @param replay    the recorded market that MARKET_MAKING or PARENT_ORDER trades in, by the names of its parameters, the standard for what is absent; over
 *                  bars where it is absent altogether
 * @param every     how long a bar is, P1D where absent; {@code zone} in which minutes and trades are counted and become days
 * @param of        bars where absent, or trades, whose prices are as they were recorded
 */
public record BacktestBody(String instrument, String from, String to, boolean raw, String strategy, String mean, Integer fast, Integer slow,
        String side, String reading, String entry, String exit, String shortEntry, String shortExit, String parameters,
        String saved, Integer version, String startCash, String feeRate, String feePerOrder, String slippage,
        String enterBy, String limitOffset, String stopLoss, String takeProfit, String trailingStop,
        Map<String, String> settings, String volatilityTarget, String kelly, String other,
        Map<String, String> execution, Map<String, String> replay, String every, String zone, String of) {

    private static final int MOST = 10_000;
    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    /** Which kind of strategy. */
    public enum Kind {
        CROSSOVER, RULE, SAVED, BUY_AND_HOLD, CHANNEL, MOMENTUM, BOLLINGER, RSI, ORNSTEIN_UHLENBECK, LEARNED, PAIR, MARKET_MAKING, PARENT_ORDER;

        /** Those that a sweep can try. */
        static final List<Kind> TRIED = List.of(CROSSOVER, RULE, SAVED, BUY_AND_HOLD, CHANNEL, MOMENTUM, BOLLINGER, RSI, ORNSTEIN_UHLENBECK, LEARNED,
                PAIR, MARKET_MAKING);

        private static final List<Kind> WITHOUT_SETTINGS = List.of(CROSSOVER, RULE, SAVED);

        /** What was asked; of a saved strategy what it is made of. */
        public static Kind of(Experiment asked) {
            if (asked.parent() != null) {
                return PARENT_ORDER;
            }
            if (asked.making() != null) {
                return MARKET_MAKING;
            }
            if (asked.pair() != null) {
                return PAIR;
            }
            if (asked.configured() != null) {
                return valueOf(asked.configured().builtIn().name());
            }
            return asked.rule() != null ? RULE : CROSSOVER;
        }

        boolean hasSettings() {
            return !WITHOUT_SETTINGS.contains(this);
        }

        /** Of those that a sweep can try. */
        List<Parameter> parameters() {
            return this == MARKET_MAKING ? MakingRule.PARAMETERS : this == PAIR ? PairRule.PARAMETERS : builtIn().parameters();
        }

        /** Whether such settings of it hold. */
        boolean takes(Map<String, String> settings) {
            return (switch (this) {
                case MARKET_MAKING -> SettingFields.making(new Fields(), settings);
                case PAIR -> SettingFields.pair(new Fields(), settings);
                default -> SettingFields.read(new Fields(), builtIn(), settings);
            }) != null;
        }

        BuiltIn builtIn() {
            return BuiltIn.valueOf(name());
        }
    }

    /** Where saved strategies are found. */
    @FunctionalInterface
    public interface Book {
        /** @param version 0 for the latest */
        Optional<SavedStrategy> find(String name, int version);
    }

    /** How a position is entered. */
    public enum EnterBy {
        MARKET, LIMIT
    }

    /** @throws ApiProblem with everything that is wrong */
    public Experiment read(Book book) {
        SavedStrategy found = Kind.SAVED.name().equals(strategy) && saved != null ? book.find(saved, version == null ? 0 : version).orElse(null) : null;
        return read(found);
    }

    private Experiment read(SavedStrategy found) {
        Fields fields = new Fields();
        String symbol = symbol(fields, "/instrument", instrument);
        LocalDate first = day(fields, "/from", from);
        LocalDate last = day(fields, "/to", to);
        if (first != null && last != null && last.isBefore(first)) {
            fields.refuse("/to", "range", "must not be before " + first + ", is " + last);
        }
        Kind kind = fields.oneOfIfGiven("/strategy", strategy, Kind.class, Kind.CROSSOVER);
        Strategy asked = kind == null ? null : switch (kind) {
            case CROSSOVER -> crossover(fields);
            case RULE -> rule(fields);
            case SAVED -> saved(fields, found);
            case PAIR, MARKET_MAKING, PARENT_ORDER -> null;
            default -> SettingFields.read(fields, kind.builtIn(), settings);
        };
        if (kind != null && settings != null && !kind.hasSettings()) {
            fields.refuse("/settings", "without-built-in", "belongs to another strategy, " + kind + " has none");
        }
        Pair pair = kind == Kind.PAIR ? pair(fields, symbol) : null;
        MakingRule making = kind == Kind.MARKET_MAKING ? SettingFields.making(fields, settings) : null;
        ParentOrder parent = kind == Kind.PARENT_ORDER ? SettingFields.parent(fields, settings) : null;
        ReplayPlan recorded = replay == null ? null : SettingFields.replay(fields, replay);
        BigDecimal cash = fields.decimalIfGiven("/startCash", startCash, 6);
        if (cash != null && cash.signum() <= 0) {
            fields.refuse("/startCash", "not-positive", "must be above 0, is " + cash.toPlainString());
        }
        double rate = share(fields, "/feeRate", feeRate);
        double fee = amount(fields, "/feePerOrder", feePerOrder);
        double slips = share(fields, "/slippage", slippage);
        OrderPlan orders = orders(fields);
        Execution market = execution == null ? Execution.IDEAL : SettingFields.execution(fields, execution);
        double target = volatilityTarget(fields);
        double fraction = kelly(fields);
        boolean sizedOrOrdered = target != 0 || fraction != 0 || hasTickets();
        if (kind == Kind.PAIR && sizedOrOrdered) {
            fields.refuse("/strategy", "with-orders", "PAIR goes with market orders and all the money alone, without limit, stops, take-profit,"
                    + " volatilityTarget and kelly");
        }
        if (kind == Kind.MARKET_MAKING && sizedOrOrdered) {
            fields.refuse("/strategy", "with-orders", "MARKET_MAKING has orders and sizes of its own, without limit, stops, take-profit, volatilityTarget"
                    + " and kelly; settings has its lot and quantity");
        }
        if (kind == Kind.PARENT_ORDER && sizedOrOrdered) {
            fields.refuse("/strategy", "with-orders", "PARENT_ORDER has orders and a size of its own, without limit, stops, take-profit, volatilityTarget and kelly");
        }
        checkReplay(fields, kind, slips);
        BarPlan bars = BarPlanFields.read(fields, "/", every, zone, of);
        checkBars(fields, kind, bars);
        if (kind == Kind.LEARNED && hasOrders() && settings != null && "PROBABILITY".equals(settings.get("size"))) {
            fields.refuse("/settings/size", "with-orders", "PROBABILITY goes with market orders alone, without limit, stops, take-profit and execution; WHOLE goes"
                    + " with all");
        }
        if (kind == Kind.PAIR && execution != null) {
            fields.refuse("/execution", "with-pair", "does not go with PAIR, of which each leg is filled whole; leave it out");
        }
        fields.check();
        return new Experiment(symbol, first, last, !raw && !bars.trades(), asked,
                (cash == null ? TEN_THOUSAND : cash).doubleValue(), rate, fee, slips, orders,
                found == null ? null : found.words(), target, fraction, pair, making == null || replay == null ? making : making.uncharged(), market, recorded, parent, bars);
    }

    private void checkReplay(Fields fields, Kind kind, double slips) {
        if (replay == null) {
            if (kind == Kind.PARENT_ORDER) {
                fields.refuse("/replay", "missing", "must be there with PARENT_ORDER, which trades in a recorded market alone: choose the recorded market (replay; empty for its standards)");
            }
            return;
        }
        if (kind != null && kind != Kind.MARKET_MAKING && kind != Kind.PARENT_ORDER) {
            fields.refuse("/replay", "with-strategy", "goes with MARKET_MAKING and PARENT_ORDER, " + kind + " trades over bars");
        }
        if (execution != null) {
            fields.refuse("/execution", "with-replay", "does not go with replay, in which the recorded market says what is had; leave it out");
        }
        if (raw) {
            fields.refuse("/raw", "with-replay", "does not go with replay, whose prices are as they were recorded; leave it out");
        }
        if (slips != 0) {
            fields.refuse("/slippage", "with-replay", "must be 0 with replay, in which the recorded market says what taking costs, is " + slippage);
        }
        for (String name : MakingRule.CHARGES) {
            String given = kind == Kind.MARKET_MAKING && settings != null ? settings.get(name) : null;
            if (given != null && !given.matches("[0.]+")) {
                fields.refuse("/settings/" + name, "with-replay", "must be 0 with replay, in which neither margin nor borrowing is counted, is " + given);
            }
        }
    }

    private void checkBars(Fields fields, Kind kind, BarPlan bars) {
        if (bars == null || bars.isDaily()) {
            return;
        }
        if (kind == Kind.LEARNED) {
            fields.refuse("/every", "with-learned", "does not go with LEARNED, whose features are those of days: must be P1D without a zone, is " + bars.settings());
        }
        if (replay != null) {
            fields.refuse("/every", "with-replay", "does not go with replay, whose bars are those of its clock; leave it out, is " + bars.settings());
        }
        if (kind == Kind.PAIR && bars.trades()) {
            fields.refuse("/of", "with-pair", "does not go with PAIR, which needs bars at the same times; leave it out");
        }
    }

    static String symbol(Fields fields, String pointer, String value) {
        String symbol = fields.text(pointer, value, 32);
        if (symbol != null && !Instrument.SYMBOL.matcher(symbol).matches()) {
            fields.refuse(pointer, "characters", "must be 1 to 32 of A-Z, 0-9, '.' and '-'");
        }
        return symbol;
    }

    private Pair pair(Fields fields, String symbol) {
        String second = symbol(fields, "/other", other);
        if (second != null && second.equals(symbol)) {
            fields.refuse("/other", "same", "must be another instrument than " + symbol);
        }
        return new Pair(second, SettingFields.pair(fields, settings));
    }

    /** @return null where something is wrong */
    private OrderPlan orders(Fields fields) {
        EnterBy by = fields.oneOfIfGiven("/enterBy", enterBy, EnterBy.class, EnterBy.MARKET);
        long offset = billionths(fields, OrderPlan.LIMIT_OFFSET, limitOffset);
        if (by == EnterBy.LIMIT && offset == 0 && fields.errors().stream().noneMatch(error -> error.pointer().equals("/limitOffset"))) {
            fields.refuse("/limitOffset", "missing", "must be above 0 where enterBy is LIMIT");
        } else if (by == EnterBy.MARKET && offset > 0) {
            fields.refuse("/limitOffset", "without-limit", "belongs to enterBy LIMIT, which is MARKET");
        }
        long stop = billionths(fields, OrderPlan.STOP_LOSS, stopLoss);
        long profit = billionths(fields, OrderPlan.TAKE_PROFIT, takeProfit);
        long trailing = billionths(fields, OrderPlan.TRAILING_STOP, trailingStop);
        return fields.errors().isEmpty() ? new OrderPlan(0, offset, stop, profit, trailing) : null;
    }

    /** @return 0 for none */
    private double volatilityTarget(Fields fields) {
        BigDecimal target = fields.decimalIfGiven("/volatilityTarget", volatilityTarget, 9);
        if (target == null) {
            return 0;
        }
        if (target.signum() <= 0 || target.compareTo(BigDecimal.TEN) > 0) {
            fields.refuse("/volatilityTarget", "range", "is a share and must be above 0 and at most 10, is " + volatilityTarget);
        } else if (hasOrders()) {
            fields.refuse("/volatilityTarget", "with-orders", "goes with market orders alone, without limit, stops, take-profit and execution");
        }
        return target.doubleValue();
    }

    /** @return 0 for none */
    private double kelly(Fields fields) {
        BigDecimal fraction = fields.decimalIfGiven("/kelly", kelly, 9);
        if (fraction == null) {
            return 0;
        }
        if (fraction.signum() <= 0 || fraction.compareTo(BigDecimal.ONE) > 0) {
            fields.refuse("/kelly", "range", "is a fraction of Kelly's share and must be above 0 and at most 1, is " + kelly);
        } else if (volatilityTarget != null) {
            fields.refuse("/kelly", "with-volatility-target", "does not go with volatilityTarget, which is " + volatilityTarget
                    + ": a position has one size; leave out kelly or volatilityTarget");
        } else if (hasOrders()) {
            fields.refuse("/kelly", "with-orders", "goes with market orders alone, without limit, stops, take-profit and execution");
        }
        return fraction.doubleValue();
    }

    /** Other than at the next open, each filled whole. */
    private boolean hasOrders() {
        return execution != null || hasTickets();
    }

    private boolean hasTickets() {
        return hasTickets(enterBy, limitOffset, stopLoss, takeProfit, trailingStop);
    }

    /** @param shares decimals or null, as sent */
    public static boolean hasTickets(String enterBy, String... shares) {
        return EnterBy.LIMIT.name().equals(enterBy) || Stream.of(shares)
                .anyMatch(share -> share != null && !share.matches("[0.]+"));
    }

    private static long billionths(Fields fields, Parameter parameter, String value) {
        String pointer = "/" + parameter.name();
        BigDecimal share = fields.decimalIfGiven(pointer, value, 9);
        if (share == null) {
            return 0;
        }
        String objection = parameter.objection(share.doubleValue());
        if (objection != null) {
            fields.refuse(pointer, "range", "is a share and " + objection + ", is " + value);
            return 0;
        }
        return share.movePointRight(9).longValueExact();
    }

    private Crossover crossover(Fields fields) {
        int shorter = period(fields, "/fast", fast);
        int longer = period(fields, "/slow", slow);
        if (shorter > 0 && longer > 0 && longer <= shorter) {
            fields.refuse("/slow", "range", "must be more than fast, " + shorter + ", is " + longer);
        }
        Mean kind = fields.oneOfIfGiven("/mean", mean, Mean.class, Mean.SIMPLE);
        Side positions = fields.oneOfIfGiven("/side", side, Side.class, Side.LONG_ONLY);
        Reading read = fields.oneOfIfGiven("/reading", reading, Reading.class, Reading.LEVEL);
        return fields.errors().isEmpty() ? new Crossover(kind, shorter, longer, positions, read) : null;
    }

    private RuleStrategy rule(Fields fields) {
        return RuleFields.rule(fields, entry, exit, shortEntry, shortExit, parameters);
    }

    private RuleStrategy saved(Fields fields, SavedStrategy found) {
        if (found == null && fields.required("/saved", saved) != null) {
            fields.refuse("/saved", "unknown-strategy", "no saved strategy '" + saved + "'" + (version == null ? "" : ", version " + version));
        }
        return found == null ? null : found.rule();
    }

    static LocalDate day(Fields fields, String pointer, String value) {
        LocalDate day = fields.dateIfGiven(pointer, value);
        if (day != null && (day.getYear() < 1 || day.getYear() > 9998)) {
            fields.refuse(pointer, "out-of-range", "must have a year from 0001 to 9998");
        }
        return day;
    }

    /** @return 0 where it is wrong */
    private static int period(Fields fields, String pointer, Integer value) {
        if (fields.required(pointer, value) == null) {
            return 0;
        }
        if (value < 1 || value > MOST) {
            fields.refuse(pointer, "range", "must be 1 to " + MOST + ", is " + value);
            return 0;
        }
        return value;
    }

    static double share(Fields fields, String pointer, String value) {
        double share = amount(fields, pointer, value);
        if (share >= 1) {
            fields.refuse(pointer, "range", "is a share and must be below 1, is " + value);
        }
        return share;
    }

    static double amount(Fields fields, String pointer, String value) {
        BigDecimal amount = fields.decimalIfGiven(pointer, value, 12);
        if (amount != null && amount.signum() < 0) {
            fields.refuse(pointer, "negative", "must be 0 or more, is " + value);
        }
        return amount == null ? 0 : amount.doubleValue();
    }
}
