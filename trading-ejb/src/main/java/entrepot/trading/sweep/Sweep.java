package entrepot.trading.sweep;

import entrepot.trading.backtest.Experiment;
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
 * @param base  the backtest of which each cell is one; its strategy has the numbers that are not tried
 * @param axes  {@code fast} and {@code slow} of a crossover; of another strategy some of its parameters
 * @param split last day that the choice sees, or null for the day at 70 % of the bars
 * @param walk  windows to choose in again and again, or null for none
 */
public record Sweep(Experiment base, List<Axis> axes, Search search, LocalDate split, Windows walk) {

    public static final String FAST = "fast";
    public static final String SLOW = "slow";

    public Sweep {
        axes = List.copyOf(axes);
        List<String> names = axes.stream().map(Axis::name).toList();
        if (base.crossover() != null && !names.equals(List.of(FAST, SLOW))) {
            throw new IllegalArgumentException("axes are " + names + ", must be fast and slow of a crossover");
        }
        if (base.tunable() != null) {
            axes.forEach(axis -> declared(base.tunable(), axis));
        }
        if (names.stream().distinct().count() < names.size()) {
            throw new IllegalArgumentException("axes are " + names + ", must be different parameters");
        }
    }

    private static void declared(Tunable strategy, Axis axis) {
        declared(strategy, axis.name(), axis.value(0));
        declared(strategy, axis.name(), axis.value(axis.count() - 1));
    }

    private static void declared(Tunable strategy, String name, double value) {
        try {
            strategy.with(Map.of(name, value));
        } catch (Misfit itMayGoWithAnotherValueOfAnotherAxis) {
            return;
        }
    }

    public Space space() {
        return new Space(axes, base.crossover() != null);
    }

    /** Of a cell; none where it does not hold with its numbers. */
    Optional<Strategy> strategy(Space space, long place) {
        if (!space.isCell(place)) {
            return Optional.empty();
        }
        Crossover cross = base.crossover();
        if (cross != null) {
            return Optional.of(new Crossover(cross.mean(), (int) space.value(place, 0), (int) space.value(place, 1), cross.side(),
                    cross.reading()));
        }
        try {
            return Optional.of(base.tunable().with(numbers(space, place)));
        } catch (IllegalArgumentException doesNotHold) {
            return Optional.empty();
        }
    }

    /** The numbers of a cell by their names. */
    public static Map<String, Double> numbers(Space space, long place) {
        Map<String, Double> numbers = new HashMap<>();
        for (int axis = 0; axis < space.axes().size(); axis++) {
            numbers.put(space.axes().get(axis).name(), space.value(place, axis));
        }
        return numbers;
    }

    /** The backtest of a cell over the whole time; none of a gap, or of a number that is none. */
    public Optional<Experiment> experiment(long place) {
        Space space = space();
        if (place < 0 || place >= space.size()) {
            return Optional.empty();
        }
        return strategy(space, place).map(strategy -> new Experiment(base.symbol(), base.fromDay(), base.toDay(), base.adjusted(), strategy,
                base.startCash(), base.feeRate(), base.perOrder(), base.slippage(), base.orders(), base.saved(), base.volatilityTarget(), base.kelly(), null, null,
                base.execution()));
    }

    public String words() {
        String tried = axes.stream().map(Axis::words).collect(Collectors.joining(", "));
        return "sweep of " + base.strategy().words() + " over " + tried + ", " + search.words()
                + (walk == null ? "" : ", windows of " + walk.choose() + " and " + walk.apply() + " bars");
    }
}
