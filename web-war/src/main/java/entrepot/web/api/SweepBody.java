package entrepot.web.api;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.basket.Plan;
import entrepot.trading.basket.RuleKind;
import entrepot.trading.expression.Variables;
import entrepot.trading.sweep.Axis;
import entrepot.trading.sweep.Pace;
import entrepot.trading.sweep.Search;
import entrepot.trading.sweep.Space;
import entrepot.trading.sweep.Sweep;
import entrepot.trading.sweep.Windows;
import entrepot.web.api.SweepAxes.Tried;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A sweep as a client asks for it: a backtest, as {@link BacktestBody} has it, or a portfolio, as {@link BasketBody} has it, with ranges in place of
 * some of its numbers.
 *
 * @param strategy as of a backtest, or {@value #PORTFOLIO}
 * @param axes   {@code fast} and {@code slow} of a crossover; of another strategy one or more of its parameters; of all but pairs, market making and
 *               portfolios also {@code kelly} or {@code volatilityTarget}, or shares of orders, as {@code stopLoss}; of a portfolio as {@code rule.lookback} and {@code plan.window}
 * @param settings of a built-in strategy, of a pair, of market making or of how a portfolio shares out its money, those that are not tried; the standard for what
 *                 is absent
 * @param search GRID where absent, or RANDOM with {@code draws} and {@code seed}
 * @param seed   1 where absent
 * @param walk   windows to choose in again and again, or absent
 * @param split  last day that the choice sees; where absent, the day at 70 % of the bars
 * @param other  the second instrument, of PAIR
 * @param enterBy as of a backtest, as {@code limitOffset} to {@code trailingStop}; LIMIT where {@code limitOffset} is tried
 * @param every  as of a backtest, as {@code zone} and {@code of}
 * @param instruments of a portfolio, as {@code rule} and {@code ruleSettings}
 */
public record SweepBody(String instrument, String from, String to, boolean raw, String strategy, String mean, String side, String reading,
        String entry, String exit, String shortEntry, String shortExit, String parameters, String saved, Integer version, String startCash,
        String feeRate, String feePerOrder, String slippage, Map<String, String> settings, List<Range> axes, String search, Integer draws, Long seed, String split, Walk walk,
        String volatilityTarget, String kelly, List<String> instruments, String rule, Map<String, String> ruleSettings,
        String other, String enterBy, String limitOffset, String stopLoss, String takeProfit, String trailingStop, String every, String zone, String of) {

    /** Stands for the strategy of a portfolio. */
    public static final String PORTFOLIO = "PORTFOLIO";
    private static final int MOST_WINDOW = 100_000;
    private static final String SETTINGS = "/settings/";
    private static final String RULE_SETTINGS = "/ruleSettings/";

    /**
     * @param from   where absent, of a rule, as declared; {@code to} likewise
     * @param step   1 where absent
     * @param values words of a choice; all where absent
     */
    public record Range(String name, String from, String to, String step, List<String> values) {}

    /** Bars to choose by, and bars to apply the choice to. */
    public record Walk(Integer choose, Integer apply) {}

    /** How to search. */
    public enum Kind {
        GRID, RANDOM
    }

    /** @throws ApiProblem with everything that is wrong */
    public Sweep read(BacktestBody.Book book) {
        return PORTFOLIO.equals(strategy) ? portfolio() : single(book);
    }

    private Sweep single(BacktestBody.Book book) {
        Fields fields = new Fields();
        BacktestBody.Kind kind = BacktestBody.Kind.TRIED.stream().filter(one -> one.name().equals(strategy)).findFirst()
                .orElse(BacktestBody.Kind.CROSSOVER);
        boolean crossing = kind == BacktestBody.Kind.CROSSOVER;
        SweepAxes read = new SweepAxes(fields, axes);
        boolean ownOrders = kind == BacktestBody.Kind.MARKET_MAKING || kind == BacktestBody.Kind.PAIR;
        List<Tried> beside = ownOrders ? List.of() : Stream.concat(Tried.sizes(), Tried.orders()).toList();
        Map<String, String> standing = standing();
        List<Axis> found = crossing ? read.periods(beside, standing) : read.parameters(read.together(tried(kind, book), beside), standing);
        read.oneSize(standing);
        boolean rangesRead = fields.errors().isEmpty();
        if (strategy != null && !kind.name().equals(strategy)) {
            fields.refuse("/strategy", "unknown-value", "must be one of " + BacktestBody.Kind.TRIED + " or " + PORTFOLIO + ", is '" + strategy + "'");
        }
        if (instruments != null || rule != null || ruleSettings != null) {
            fields.refuse("/strategy", "without-portfolio", "must be " + PORTFOLIO + " with instruments, rule and ruleSettings, " + (strategy == null ? "is missing" : "is '" + strategy + "'"));
        }
        List<Axis> own = found.stream().filter(axis -> beside.stream().noneMatch(one -> one.name().equals(axis.name()))).toList();
        Orders orders = new Orders(found);
        if (orders.isAny()) {
            read.unsized(found);
        }
        Experiment base = base(fields, kind.name(), crossing && rangesRead ? found : null,
                kind.hasSettings() ? together(settings, SweepAxes.corner(own, values -> kind.takes(together(settings, values)))) : settings, orders, book);
        if (base != null && base.rule() != null && rangesRead) {
            own.forEach(axis -> read.hold(base.rule(), axis));
        }
        Asked asked = new Asked(fields, read, found, crossing, rangesRead, Pace.of(kind == BacktestBody.Kind.LEARNED, ownOrders, orders.isAny()));
        return asked.sweep(base, null, base == null ? null : base.fromDay(), base == null ? null : base.toDay());
    }

    private Sweep portfolio() {
        Fields fields = new Fields();
        SweepAxes read = new SweepAxes(fields, axes);
        RuleKind kind = Stream.of(RuleKind.values()).filter(one -> one.name().equals(rule)).findFirst().orElse(RuleKind.HOLD);
        List<Tried> known = Stream.concat(kind.parameters().stream().map(one -> Tried.of(BasketExperiment.RULE, RULE_SETTINGS, one)),
                Plan.PARAMETERS.stream().map(one -> Tried.of(BasketExperiment.PLAN, SETTINGS, one))).toList();
        List<Axis> found = read.parameters(known, standing());
        boolean rangesRead = fields.errors().isEmpty();
        refuseStray(fields, "/instrument", instrument);
        refuseStray(fields, "/other", other);
        refuseStray(fields, "/enterBy", enterBy);
        refuseStray(fields, "/every", every);
        refuseStray(fields, "/zone", zone);
        refuseStray(fields, "/of", of);
        Stream.concat(Tried.sizes(), Tried.orders()).forEach(one -> refuseStray(fields, one.standing(), beside(one.name())));
        Map<String, String> corner = SweepAxes.corner(found, values -> noted(new Fields(), () -> basket(values).read()) != null);
        BasketExperiment base = noted(fields, () -> basket(corner).read());
        return new Asked(fields, read, found, false, rangesRead, Pace.STEADY).sweep(null, base, base == null ? null : base.fromDay(), base == null ? null : base.toDay());
    }

    private static void refuseStray(Fields fields, String pointer, String value) {
        if (value != null) {
            fields.refuse(pointer, "with-portfolio", "does not go with " + PORTFOLIO + ", which has instruments and weights; leave it out, is '" + value + "'");
        }
    }

    /** Settings that are given, by where they stand. */
    private Map<String, String> standing() {
        Map<String, String> standing = new HashMap<>();
        Optional.ofNullable(settings).ifPresent(all -> all.forEach((name, value) -> standing.put(SETTINGS + name, value)));
        Optional.ofNullable(ruleSettings).ifPresent(all -> all.forEach((name, value) -> standing.put(RULE_SETTINGS + name, value)));
        Stream.concat(Tried.sizes(), Tried.orders()).forEach(one -> Optional.ofNullable(beside(one.name())).ifPresent(value -> standing.put(one.standing(), value)));
        return standing;
    }

    /** A size, or a share of orders. */
    private String beside(String name) {
        return switch (name) {
            case Sweep.KELLY -> kelly;
            case Sweep.VOLATILITY_TARGET -> volatilityTarget;
            case "limitOffset" -> limitOffset;
            case "stopLoss" -> stopLoss;
            case "takeProfit" -> takeProfit;
            case "trailingStop" -> trailingStop;
            default -> throw new IllegalArgumentException("no size and no share of orders is named '" + name + "'");
        };
    }

    /** Shares of orders as a backtest has them; of those that are tried the highest, so that what does not go with orders is refused. */
    private final class Orders {
        private final List<Axis> found;

        private Orders(List<Axis> found) {
            this.found = found;
        }

        private String share(String name) {
            return highest(name).orElse(beside(name));
        }

        private Optional<String> highest(String name) {
            return found.stream().filter(axis -> axis.name().equals(name)).findFirst().map(axis -> axis.label(axis.value(axis.count() - 1)));
        }

        private String enterBy() {
            return enterBy == null && highest("limitOffset").isPresent() ? BacktestBody.EnterBy.LIMIT.name() : enterBy;
        }

        /** As {@link Sweep#hasOrders} has it. */
        private boolean isAny() {
            return found.stream().anyMatch(axis -> Sweep.isOrder(axis.name())) || BacktestBody.hasTickets(enterBy, limitOffset, stopLoss, takeProfit, trailingStop);
        }
    }

    private static Map<String, String> together(Map<String, String> settings, Map<String, String> values) {
        Map<String, String> all = new HashMap<>(settings == null ? Map.of() : settings);
        all.putAll(values);
        return all;
    }

    private List<Tried> tried(BacktestBody.Kind kind, BacktestBody.Book book) {
        if (kind.hasSettings()) {
            return kind.parameters().stream().map(one -> Tried.of("", SETTINGS, one)).toList();
        }
        Variables declared = kind == BacktestBody.Kind.RULE ? Variables.read(parameters == null ? "" : parameters).variables()
                : Optional.ofNullable(saved).flatMap(name -> book.find(name, version == null ? 0 : version))
                        .map(one -> one.rule().variables()).orElse(Variables.NONE);
        return declared.all().stream().map(Tried::of).toList();
    }

    /** @param periods null where there are none to take, or they are wrong; @param standing settings of a built-in strategy */
    private Experiment base(Fields fields, String kind, List<Axis> periods, Map<String, String> standing, Orders orders,
            BacktestBody.Book book) {
        Integer fast = periods == null ? Integer.valueOf(1) : Integer.valueOf((int) periods.get(0).least());
        Axis longest = periods == null ? null : periods.get(1);
        Integer slow = longest == null ? Integer.valueOf(2) : Integer.valueOf((int) longest.value(longest.count() - 1));
        return noted(fields, () -> new BacktestBody(instrument, from, to, raw, kind, mean, fast < slow ? fast : Integer.valueOf(1),
                fast < slow ? slow : Integer.valueOf(2), side, reading, entry, exit, shortEntry, shortExit, parameters, saved, version,
                startCash, feeRate, feePerOrder, slippage, orders.enterBy(), orders.share("limitOffset"), orders.share("stopLoss"), orders.share("takeProfit"),
                orders.share("trailingStop"), standing, volatilityTarget, kelly, other, null, null, every, zone, of).read(book));
    }

    /** The portfolio with these values of the axes. */
    private BasketBody basket(Map<String, String> values) {
        Map<String, String> ruled = new HashMap<>(ruleSettings == null ? Map.of() : ruleSettings);
        Map<String, String> shared = new HashMap<>(settings == null ? Map.of() : settings);
        values.forEach((name, value) -> {
            if (name.startsWith(BasketExperiment.RULE)) {
                ruled.put(name.substring(BasketExperiment.RULE.length()), value);
            } else {
                shared.put(name.substring(BasketExperiment.PLAN.length()), value);
            }
        });
        return new BasketBody(instruments, from, to, rule, ruled, shared, startCash, feeRate, feePerOrder, slippage);
    }

    /** Null where something is wrong, which is noted once. */
    private static <T> T noted(Fields fields, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (ApiProblem wrong) {
            wrong.errors().stream().filter(error -> fields.errors().stream().noneMatch(there -> there.equals(error)))
                    .forEach(error -> fields.refuse(error.pointer(), error.code(), error.detail()));
            return null;
        }
    }

    /** What is the same of one instrument and of a portfolio. */
    private final class Asked {
        private final Fields fields;
        private final SweepAxes read;
        private final List<Axis> found;
        private final boolean rising;
        private final boolean rangesRead;
        private final Pace pace;

        private Asked(Fields fields, SweepAxes read, List<Axis> found, boolean rising, boolean rangesRead, Pace pace) {
            this.fields = fields;
            this.read = read;
            this.found = found;
            this.rising = rising;
            this.rangesRead = rangesRead;
            this.pace = pace;
        }

        private Sweep sweep(Experiment base, BasketExperiment basket, LocalDate first, LocalDate last) {
            Search how = search();
            LocalDate day = fields.dateIfGiven("/split", split);
            if (day != null && (first != null && day.isBefore(first) || last != null && !day.isBefore(last))) {
                fields.refuse("/split", "range", "must be from the first day to the day before the last, is " + day);
            }
            if (rangesRead && how != null) {
                read.size(found, rising, how, pace);
            }
            Windows windows = walk == null ? null : windows();
            if (windows != null && rangesRead && how != null && fields.errors().isEmpty() && how.rows(new Space(found, rising)) > pace.mostWalked()) {
                fields.refuse("/walk", "too-many", "takes " + pace.mostWalked() + " combinations or draws at most; take larger steps");
            }
            fields.check();
            return new Sweep(base, basket, found, how, day, windows);
        }

        private Windows windows() {
            boolean right = stretch("/walk/choose", walk.choose()) & stretch("/walk/apply", walk.apply());
            return right ? new Windows(walk.choose(), walk.apply()) : null;
        }

        private boolean stretch(String pointer, Integer bars) {
            if (fields.required(pointer, bars) != null && (bars < Windows.FEWEST || bars > MOST_WINDOW)) {
                fields.refuse(pointer, "range", "must be " + Windows.FEWEST + " to " + MOST_WINDOW + " bars, is " + bars);
                return false;
            }
            return bars != null;
        }

        private Search search() {
            Kind kind = fields.oneOfIfGiven("/search", search, Kind.class, Kind.GRID);
            if (kind != Kind.RANDOM) {
                return kind == null ? null : Search.GRID;
            }
            if (fields.required("/draws", draws) == null) {
                return null;
            }
            if (draws < 1 || draws > pace.most()) {
                fields.refuse("/draws", "range", "must be 1 to " + pace.most() + ", is " + draws);
                return null;
            }
            return new Search(draws, seed == null ? 1 : seed);
        }
    }
}
