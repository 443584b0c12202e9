package entrepot.trading.sweep;

import entrepot.trading.backtest.Experiment;
import entrepot.trading.backtest.Terms;
import entrepot.trading.basket.BasketExperiment;
import entrepot.trading.broker.OrderPlan;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.strategy.Crossover;
import entrepot.trading.strategy.Misfit;
import entrepot.trading.strategy.Strategy;
import entrepot.trading.strategy.Tunable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a person asks: which numbers would have made the best of this strategy up to a day, and what did these make afterwards?
 *
 * @param base   the backtest of which each cell is one, with the numbers that are not tried; shares of orders that are tried are 0 in it; null of a portfolio
 * @param basket the portfolio of which each cell is one; null of one instrument
 * @param axes   {@code fast} and {@code slow} of a crossover first; of another strategy, of a pair, of market making and of a portfolio some of its
 *               parameters; of a strategy {@value #KELLY} or {@value #VOLATILITY_TARGET}, or shares of its orders, too
 * @param split  last day that the choice sees, or null for the day at 70 % of the bars
 * @param walk   windows to choose in again and again, or null for none
 */
public record Sweep(Experiment base, BasketExperiment basket, List<Axis> axes, Search search, LocalDate split, Windows walk) {

    public static final String FAST = "fast";
    public static final String SLOW = "slow";
    public static final String KELLY = "kelly";
    public static final String VOLATILITY_TARGET = "volatilityTarget";
    private static final List<String> SIZES = List.of(KELLY, VOLATILITY_TARGET);
    private static final List<String> ORDERS = OrderPlan.PARAMETERS.stream().map(Parameter::name).toList();

    /** Of one instrument. */
    public Sweep(Experiment base, List<Axis> axes, Search search, LocalDate split, Windows walk) {
        this(base, null, axes, search, split, walk);
    }

    public Sweep {
        axes = List.copyOf(axes);
        List<String> names = axes.stream().map(Axis::name).toList();
        if ((base == null) == (basket == null)) {
            throw new IllegalArgumentException("a sweep is of one instrument or of a portfolio, not of " + base + " and " + basket);
        }
        if (base != null) {
            check(base, axes, names);
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("axes are " + names + ", must be different parameters");
        }
        base = untried(base, names);
    }

    private static void check(Experiment base, List<Axis> axes, List<String> names) {
        if (rises(base) && !(names.size() >= 2 && names.subList(0, 2).equals(List.of(FAST, SLOW)) && names.stream().skip(2).allMatch(name -> isBeside(base, name)))) {
            throw new IllegalArgumentException("axes are " + names + ", must be fast and slow of a crossover, and then a size or shares of orders");
        }
        if (base.tunable() != null) {
            axes.stream().filter(axis -> !isBeside(base, axis.name())).forEach(axis -> declared(base.tunable(), axis));
        }
    }

    private static Experiment untried(Experiment base, List<String> axes) {
        Map<String, Object> none = axes.stream().filter(name -> base != null && isOrder(base, name)).collect(Collectors.toMap(name -> name, name -> 0.0));
        return none.isEmpty() ? base : base.with(base.orders().with(none));
    }

    private static boolean rises(Experiment base) {
        return base != null && base.crossover() != null;
    }

    /** Whether it is an axis of any strategy beside its own parameters. */
    private static boolean isBeside(Experiment base, String name) {
        return SIZES.contains(name) || isOrder(base, name);
    }

    /** Not so where a rule has a parameter of that name. */
    private static boolean isOrder(Experiment base, String name) {
        return isOrder(name) && (base.rule() == null || base.rule().variables().find(name).isEmpty());
    }

    private static void declared(Tunable strategy, Axis axis) {
        declared(strategy, axis.name(), axis.setting(0));
        declared(strategy, axis.name(), axis.setting(axis.count() - 1));
    }

    private static void declared(Tunable strategy, String name, Object value) {
        try {
            strategy.with(Map.of(name, value));
        } catch (Misfit itMayGoWithAnotherValueOfAnotherAxis) {
            return;
        }
    }

    public Space space() {
        return new Space(axes, rises(base));
    }

    public Pace pace() {
        return Pace.of(base != null && base.learned() != null, basket != null || base.making() != null || base.pair() != null, hasOrders());
    }

    /** Whether entries by limits, stops or profits are tried, be it with 0 alone, or stand for all cells. */
    public boolean hasOrders() {
        return base != null && (!base.orders().equals(OrderPlan.MARKET) || axes.stream().anyMatch(this::isOrder));
    }

    /** Whether it tries a share of orders. */
    public boolean isOrder(Axis axis) {
        return base != null && isOrder(base, axis.name());
    }

    /** Whether an axis of that name tries a share of orders, where a rule has no parameter of that name. */
    public static boolean isOrder(String name) {
        return ORDERS.contains(name);
    }

    public int chunks() {
        return (search.rows(space()) + pace().chunk() - 1) / pace().chunk();
    }

    /** Of a pair the first one first, of a portfolio in the order of the alphabet. */
    public List<String> symbols() {
        return basket != null ? basket.symbols() : base.pair() != null ? List.of(base.symbol(), base.pair().other()) : List.of(base.symbol());
    }

    /** Whether what it says of bars needs their times beside their days. */
    public boolean isTimed() {
        return base != null && base.isTimed();
    }

    public LocalDate fromDay() {
        return basket != null ? basket.fromDay() : base.fromDay();
    }

    public LocalDate toDay() {
        return basket != null ? basket.toDay() : base.toDay();
    }

    public Terms terms() {
        return basket != null ? basket.terms() : base.terms();
    }

    /** The backtest of a cell of one instrument over the whole time; none of a gap, or of a number that is none. */
    public Optional<Experiment> experiment(long place) {
        Space space = space();
        return place < 0 || place >= space.size() || base == null ? Optional.empty() : experiment(space, place);
    }

    /** The same of a portfolio. */
    public Optional<BasketExperiment> basket(long place) {
        Space space = space();
        return place < 0 || place >= space.size() || basket == null ? Optional.empty() : basket(space, place);
    }

    Optional<Experiment> experiment(Space space, long place) {
        try {
            return space.isCell(place) ? Optional.of(with(settings(space, place))) : Optional.empty();
        } catch (IllegalArgumentException doesNotHold) {
            return Optional.empty();
        }
    }

    Optional<BasketExperiment> basket(Space space, long place) {
        try {
            return Optional.of(basket.with(settings(space, place)));
        } catch (IllegalArgumentException doesNotHold) {
            return Optional.empty();
        }
    }

    private Experiment with(Map<String, Object> settings) {
        double target = (double) Optional.ofNullable(settings.remove(VOLATILITY_TARGET)).orElse(base.volatilityTarget());
        double kelly = (double) Optional.ofNullable(settings.remove(KELLY)).orElse(base.kelly());
        OrderPlan orders = orders(settings);
        return new Experiment(base.symbol(), base.fromDay(), base.toDay(), base.adjusted(), base.making() == null && base.pair() == null ? strategy(settings) : null,
                base.startCash(), base.feeRate(), base.perOrder(), base.slippage(), orders, base.saved(), target, kelly,
                base.pair() == null ? null : base.pair().with(settings), base.making() == null ? null : base.making().with(settings), base.execution(), null, null,
                base.bars());
    }

    private OrderPlan orders(Map<String, Object> settings) {
        Map<String, Object> shares = new HashMap<>(settings);
        shares.keySet().removeIf(name -> !isOrder(base, name));
        settings.keySet().removeAll(shares.keySet());
        return shares.isEmpty() ? base.orders() : base.orders().with(shares);
    }

    private Strategy strategy(Map<String, Object> settings) {
        Crossover cross = base.crossover();
        return cross == null ? base.tunable().with(settings)
                : new Crossover(cross.mean(), ((Double) settings.get(FAST)).intValue(), ((Double) settings.get(SLOW)).intValue(), cross.side(), cross.reading());
    }

    /** Of a cell, by their names: numbers as {@link Double}, choices as words. */
    private static Map<String, Object> settings(Space space, long place) {
        Map<String, Object> settings = new HashMap<>();
        for (int axis = 0; axis < space.axes().size(); axis++) {
            settings.put(space.axes().get(axis).name(), space.axes().get(axis).setting(space.index(place, axis)));
        }
        return settings;
    }

    public String words() {
        String tried = axes.stream().map(Axis::words).collect(Collectors.joining(", "));
        String orders = hasOrders() ? " orders=(" + base.orders().words(axes.stream().filter(this::isOrder).map(Axis::name).toList()) + ")" : "";
        return "sweep of " + (basket != null ? basket.words() : base.words() + base.barWords()) + orders + " over " + tried + ", " + search.words()
                + (walk == null ? "" : ", windows of " + walk.choose() + " and " + walk.apply() + " bars");
    }
}
