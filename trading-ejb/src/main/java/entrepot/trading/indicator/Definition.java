package entrepot.trading.indicator;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * An indicator as the catalogue knows it.
 *
 * @param name    as it is written in an expression
 * @param title   what people call it
 * @param scale   where its lines are drawn
 * @param sources inputs that may be replaced by any other series, as in {@code sma(rsi(14), 5)}, and what they are otherwise
 * @param columns inputs after these, always of the bars
 * @param lines   what it gives; the first is meant where none is named
 */
public record Definition(String name, String title, Scale scale, List<Input> sources, List<Input> columns, List<String> lines,
        List<Parameter> parameters, Function<Settings, Indicator> maker) {

    /** Where a line belongs on a chart. */
    public enum Scale {
        /** On the prices. */
        PRICE,
        /** In a panel of its own. */
        OWN,
        /** Where its first source is. */
        SOURCE
    }

    /** From no bars. @throws IllegalArgumentException for a parameter that is unknown or out of its limits */
    public Indicator start(Map<String, Object> given) {
        return maker.apply(Settings.of(this, given));
    }

    /**
     * All lines over whole columns, by the order of {@link #lines}. A bar at which an input is not a finite number has undefined lines
     * and is otherwise passed over, as if it were not there.
     *
     * @param inputs the sources, then the columns, of one length
     */
    public double[][] over(Map<String, Object> given, double[]... inputs) {
        Indicator indicator = start(given);
        double[][] found = new double[lines.size()][inputs[0].length];
        double[] bar = new double[inputs.length];
        double[] now = new double[found.length];
        for (int at = 0; at < inputs[0].length; at++) {
            if (read(inputs, at, bar)) {
                indicator.next(bar, now);
            } else {
                Arrays.fill(now, Double.NaN);
            }
            for (int line = 0; line < now.length; line++) {
                found[line][at] = now[line];
            }
        }
        return found;
    }

    private static boolean read(double[][] inputs, int at, double[] bar) {
        boolean defined = true;
        for (int input = 0; input < bar.length; input++) {
            bar[input] = inputs[input][at];
            defined &= Double.isFinite(bar[input]);
        }
        return defined;
    }

    static Definition filter(String name, String title, Scale scale, List<Parameter> parameters, Function<Settings, Filter> maker) {
        return new Definition(name, title, scale, List.of(Input.CLOSE), List.of(), List.of(name), parameters, settings -> {
            Filter filter = maker.apply(settings);
            return (inputs, lines) -> lines[0] = filter.next(inputs[0]);
        });
    }
}
