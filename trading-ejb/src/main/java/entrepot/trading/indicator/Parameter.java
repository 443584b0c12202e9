package entrepot.trading.indicator;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an indicator is set by.
 *
 * @param kind     of its values
 * @param standard what it is where nothing is said: a number, or one of the choices
 * @param least    lowest number; the highest is {@code most}
 * @param choices  the words it may be, of a {@link Kind#CHOICE}
 */
public record Parameter(String name, Kind kind, Object standard, double least, double most, List<String> choices) {

    /** Longest window, in bars. */
    public static final int LONGEST = 10_000;

    public enum Kind {
        /** A count, mostly of bars. */
        WHOLE,
        /** Any number within the limits. */
        NUMBER,
        /** One of a few words. */
        CHOICE
    }

    public static Parameter bars(String name, int standard) {
        return bars(name, standard, 1);
    }

    public static Parameter bars(String name, int standard, int least) {
        return new Parameter(name, Kind.WHOLE, (double) standard, least, LONGEST, List.of());
    }

    public static Parameter whole(String name, int standard, int least, int most) {
        return new Parameter(name, Kind.WHOLE, (double) standard, least, most, List.of());
    }

    public static Parameter number(String name, double standard, double least, double most) {
        return new Parameter(name, Kind.NUMBER, standard, least, most, List.of());
    }

    /** The first is the standard. */
    public static Parameter choice(String name, String... choices) {
        return new Parameter(name, Kind.CHOICE, choices[0], 0, 0, List.of(choices));
    }

    /** What must be, where it is not: null where the value will do. */
    public String objection(Object value) {
        if (kind == Kind.CHOICE) {
            return choices.contains(value) ? null : "must be one of " + String.join(", ", choices);
        }
        if (!(value instanceof Double number) || number.isNaN()) {
            return "must be a number";
        }
        if (kind == Kind.WHOLE && number != Math.rint(number)) {
            return "must be a whole number";
        }
        return number < least || number > most ? "must be from " + plain(least) + " to " + plain(most) : null;
    }

    /** As a person writes it: {@code 14}, {@code 1.5}, {@code wilder}. */
    public String standardWords() {
        return words(standard);
    }

    /** A value as a person writes it. */
    public static String words(Object value) {
        return value instanceof Double number ? plain(number) : value.toString();
    }

    /** Of all that something is set by, one blank between two. @param value of each, as a person writes it */
    public static String settings(List<Parameter> all, Function<Parameter, String> value) {
        return all.stream().map(one -> one.name() + "=" + value.apply(one)).collect(Collectors.joining(" "));
    }

    /** As a person writes it. */
    public static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** As {@link #plain}, never with an exponent. */
    public static String decimal(double number) {
        return number == 0 ? "0" : BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
}
