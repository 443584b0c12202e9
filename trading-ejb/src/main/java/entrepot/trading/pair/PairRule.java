package entrepot.trading.pair;

import static entrepot.trading.indicator.Parameter.bars;
import static entrepot.trading.indicator.Parameter.choice;
import static entrepot.trading.indicator.Parameter.number;

import entrepot.trading.broker.BrokerTerms;
import entrepot.trading.indicator.Parameter;
import entrepot.trading.indicator.Settings;
import java.util.List;
import java.util.Map;

/**
 * When a pair is traded.
 *
 * @param window bars of the regression, the score and the alarm
 * @param refit  bars after which the regression is made anew, of Engle and Granger
 * @param enter  score beyond which the spread is entered; above {@code exit}, below {@code stop}
 * @param bound  p-value of the unit-root test of the spread in the window above which the pair is taken for broken
 * @param drift  how far the hedge ratio may walk, of Kalman; {@code noise}, variance of an observation
 * @param margin half of it is the share of both legs that the account must be worth at each close to hold them; 0 where it is not asked
 * @param borrow a year, on the value of shorts and on owed money
 * @see "Engle and Granger, Econometrica 55(2), 1987; Gatev, Goetzmann and Rouwenhorst, Pairs Trading, Review of Financial Studies 19(3),
 *     2006: in at two deviations; Chan, Algorithmic Trading, 1st ed. 2013, chapter 3: drift 0.0001, noise 0.001"
 */
public record PairRule(Method method, int window, int refit, double enter, double exit, double stop, double bound, double drift, double noise,
        double margin, double borrow) {

    /** Where the hedge ratio comes from. */
    public enum Method {
        ENGLE_GRANGER, KALMAN
    }

    public static final List<Parameter> PARAMETERS = List.of(choice("method", Method.ENGLE_GRANGER.name(), Method.KALMAN.name()), bars("window", 250, 20),
            bars("refit", 21), number("enter", 2, 0.1, 20), number("exit", 0, -20, 20), number("stop", 4, 0.2, 100), number("bound", 0.2, 0.001, 1),
            number("drift", 0.0001, 0, 0.999), number("noise", 0.001, 1e-9, 1e9),
            number("margin", 0, 0, 1), number("borrow", 0, 0, 1));

    public PairRule {
        Swing.check(enter, exit, stop);
    }

    /** @param given numbers as {@link Double}, the method as its name; the standard for what is not given */
    public static PairRule of(Map<String, Object> given) {
        Settings all = Settings.of("PAIR", PARAMETERS, given);
        return new PairRule(Method.valueOf(all.choice("method")), all.whole("window"), all.whole("refit"), all.number("enter"), all.number("exit"),
                all.number("stop"), all.number("bound"), all.number("drift"), all.number("noise"), all.number("margin"), all.number("borrow"));
    }

    /** From {@link #settings}. */
    public static PairRule read(String settings) {
        return of(Settings.read(PARAMETERS, settings));
    }

    /** The same with other values. @throws IllegalArgumentException where one is not known, or they do not hold */
    public PairRule with(Map<String, Object> others) {
        return of(Settings.changed(PARAMETERS, settings(), others));
    }

    /** The same with margin and with what borrowing costs. Both legs are worth the account when they are decided on, so no more is asked to open them. */
    public BrokerTerms charged(BrokerTerms terms) {
        return terms.charging(margin, borrow).openingFreely();
    }

    /** As a person would write it. */
    public String value(Parameter parameter) {
        return switch (parameter.name()) {
            case "method" -> method.name();
            case "window" -> Integer.toString(window);
            case "refit" -> Integer.toString(refit);
            case "enter" -> Parameter.plain(enter);
            case "exit" -> Parameter.plain(exit);
            case "stop" -> Parameter.plain(stop);
            case "bound" -> Parameter.plain(bound);
            case "drift" -> Parameter.plain(drift);
            case "noise" -> Parameter.plain(noise);
            case "margin" -> Parameter.plain(margin);
            default -> Parameter.plain(borrow);
        };
    }

    /** All of them, one blank between two. */
    public String settings() {
        return Parameter.settings(PARAMETERS, this::value);
    }
}
