package entrepot.trading.basket;

import static entrepot.trading.indicator.Parameter.choice;
import static entrepot.trading.indicator.Parameter.number;
import static entrepot.trading.indicator.Parameter.whole;

import entrepot.trading.allocation.Construction;
import entrepot.trading.econometrics.Combinations;
import entrepot.trading.econometrics.Johansen;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.indicator.Settings;
import entrepot.trading.pair.Swing;
import entrepot.trading.strategy.Misfit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/**
 * The combination of all instruments that comes back most clearly by Johansen's test, bought where it is low and sold short where it is high. The
 * window of the plan is that of the test, which is made anew as often as the plan says.
 *
 * @param lags  differences before, of the test
 * @param enter score beyond which the spread is entered; above {@code exit}, below {@code stop}
 * @see "Johansen, Econometrica 59(6), 1991; baskets of the first eigenvector: Chan, Algorithmic Trading, 1st ed. 2013, chapter 2"
 */
public record Cointegration(Test test, Level level, int lags, double enter, double exit, double stop) implements Rule {

    public static final int FEWEST = 3;
    public static final int MOST = 6;
    /** Days below which the critical values say too little. */
    public static final int SHORTEST = 60;

    /** By what combinations are counted. */
    public enum Test {
        TRACE, LARGEST,
        /** The smaller of the two counts. */
        BOTH
    }

    /** Of the critical values. */
    public enum Level {
        P90, P95, P99
    }

    public static final List<Parameter> PARAMETERS = List.of(choice("test", names(Test.values())),
            choice("level", Level.P95.name(), Level.P90.name(), Level.P99.name()), whole("lags", 1, 0, 10),
            number("enter", 2, 0.1, 20), number("exit", 0, -20, 20), number("stop", 4, 0.2, 100));

    public Cointegration {
        Swing.check(enter, exit, stop);
    }

    private static String[] names(Enum<?>[] all) {
        return Arrays.stream(all).map(Enum::name).toArray(String[]::new);
    }

    /** @param given numbers as {@link Double}, choices as their names; the standard for what is not given */
    public static Cointegration of(Map<String, Object> given) {
        Settings all = Settings.of("COINTEGRATION", PARAMETERS, given);
        return new Cointegration(Test.valueOf(all.choice("test")), Level.valueOf(all.choice("level")), all.whole("lags"), all.number("enter"),
                all.number("exit"), all.number("stop"));
    }

    /** What does not go with it, of a plan. */
    static List<Misfit> objections(Plan plan) {
        return Stream.of(
                plan.window() < SHORTEST ? new Misfit("window", "must be " + SHORTEST + " or more with COINTEGRATION, is " + plan.window()) : null,
                plan.band() != 0 ? new Misfit("band", "must be 0 with COINTEGRATION, which trades all instruments or none, is " + Parameter.plain(plan.band())) : null,
                plan.construction() != Construction.EQUAL
                        ? new Misfit("construction", "must be EQUAL, or left out, with COINTEGRATION, whose weights come from its test, is " + plan.construction()) : null)
                .filter(Objects::nonNull).toList();
    }

    @Override
    public int need() {
        return 0;
    }

    @Override
    public Wanted on(Universe universe, Plan plan, IntPredicate goOn) {
        return new SpreadDecisions(this, universe, plan).make(goOn);
    }

    /** How many combinations of prices come back. */
    int combinations(Johansen found) {
        int trace = Combinations.byTrace(found, level.ordinal());
        int largest = Combinations.byLargest(found, level.ordinal());
        return test == Test.TRACE ? trace : test == Test.LARGEST ? largest : Math.min(trace, largest);
    }

    @Override
    public String words() {
        return "cointegration test=" + test + " level=" + level + " lags=" + lags + " enter=" + enter + " exit=" + exit + " stop=" + stop;
    }
}
