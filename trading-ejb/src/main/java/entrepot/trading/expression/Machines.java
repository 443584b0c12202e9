package entrepot.trading.expression;

import entrepot.trading.indicator.Definition;
import entrepot.trading.indicator.Extreme;
import entrepot.trading.indicator.Indicator;
import java.util.Arrays;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.Supplier;

/** Makers of the steps. A condition is 1 or 0, what is undefined is not a number; what is not finite is undefined. */
final class Machines {

    private Machines() {}

    /** A number or a condition of two numbers, or of two conditions. */
    static Supplier<Machine> of(String operator, int left, int right, int out) {
        DoubleBinaryOperator operation = operation(operator);
        return () -> values -> values[out] = finite(operation.applyAsDouble(values[left], values[right]));
    }

    static double constant(String operator, double left, double right) {
        return finite(operation(operator).applyAsDouble(left, right));
    }

    /** @see "Kleene, Introduction to Metamathematics, 1952, section 64, for 'and' and 'or'" */
    private static DoubleBinaryOperator operation(String operator) {
        return switch (operator) {
            case "+" -> (a, b) -> a + b;
            case "-" -> (a, b) -> a - b;
            case "*" -> (a, b) -> a * b;
            case "/" -> (a, b) -> a / b;
            case "and" -> (a, b) -> a == 0 || b == 0 ? 0 : a * b;
            case "or" -> (a, b) -> a == 1 || b == 1 ? 1 : a + b;
            default -> comparison(operator);
        };
    }

    private static DoubleBinaryOperator comparison(String operator) {
        DoubleBinaryOperator compared = switch (operator) {
            case "<" -> (a, b) -> a < b ? 1 : 0;
            case "<=" -> (a, b) -> a <= b ? 1 : 0;
            case ">" -> (a, b) -> a > b ? 1 : 0;
            case ">=" -> (a, b) -> a >= b ? 1 : 0;
            case "==" -> (a, b) -> a == b ? 1 : 0;
            case "!=" -> (a, b) -> a != b ? 1 : 0;
            default -> throw new IllegalStateException("no operator '" + operator + "'");
        };
        return (a, b) -> Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : compared.applyAsDouble(a, b);
    }

    static Supplier<Machine> not(int of, int out) {
        return () -> values -> values[out] = 1 - values[of];
    }

    static Supplier<Machine> negative(int of, int out) {
        return () -> values -> values[out] = -values[of];
    }

    static Supplier<Machine> of(Function function, int[] inputs, int bars, int out) {
        return switch (function) {
            case CROSSOVER -> () -> crossing(inputs[0], inputs[1], out);
            case CROSSUNDER -> () -> crossing(inputs[1], inputs[0], out);
            case RISING -> () -> moving(inputs[0], 1, bars, out);
            case FALLING -> () -> moving(inputs[0], -1, bars, out);
            case HIGHEST -> () -> extreme(Extreme.highest(bars), inputs[0], bars, out);
            case LOWEST -> () -> extreme(Extreme.lowest(bars), inputs[0], bars, out);
            case ABS -> () -> values -> values[out] = Math.abs(values[inputs[0]]);
            case MIN -> () -> values -> values[out] = fold(inputs, values, Math::min);
            case MAX -> () -> values -> values[out] = fold(inputs, values, Math::max);
        };
    }

    private static double fold(int[] inputs, double[] values, DoubleBinaryOperator both) {
        double folded = values[inputs[0]];
        for (int input = 1; input < inputs.length; input++) {
            folded = both.applyAsDouble(folded, values[inputs[input]]);
        }
        return folded;
    }

    private static Machine crossing(int upper, int lower, int out) {
        return new Machine() {
            private boolean begun;
            private int side;

            @Override
            public void next(double[] values) {
                values[out] = Double.NaN;
                double gap = values[upper] - values[lower];
                if (Double.isNaN(gap)) {
                    return;
                }
                int now = values[upper] > values[lower] ? 1 : values[upper] < values[lower] ? -1 : 0;
                values[out] = !begun ? Double.NaN : side < 0 && now > 0 ? 1 : 0;
                side = now == 0 ? side : now;
                begun = true;
            }
        };
    }

    private static Machine moving(int of, int sign, int bars, int out) {
        return new Machine() {
            private double before = Double.NaN;
            private int defined;
            private int moved;

            @Override
            public void next(double[] values) {
                double now = values[of];
                defined = Double.isNaN(now) ? 0 : Math.min(defined + 1, bars + 1);
                moved = sign * now > sign * before ? Math.min(moved + 1, bars) : 0;
                before = now;
                values[out] = defined <= bars ? Double.NaN : moved == bars ? 1 : 0;
            }
        };
    }

    private static Machine extreme(Extreme extreme, int of, int bars, int out) {
        return new Machine() {
            private int defined;

            @Override
            public void next(double[] values) {
                if (Double.isNaN(values[of])) {
                    defined = 0;
                    values[out] = Double.NaN;
                    return;
                }
                double found = extreme.next(values[of]);
                defined = Math.min(defined + 1, bars);
                values[out] = defined == bars ? found : Double.NaN;
            }
        };
    }

    static Supplier<Machine> ago(int of, int bars, int out) {
        return () -> {
            double[] ring = new double[bars + 1];
            Arrays.fill(ring, Double.NaN);
            int[] at = {0};
            return values -> {
                ring[at[0]] = values[of];
                at[0] = at[0] == bars ? 0 : at[0] + 1;
                values[out] = ring[at[0]];
            };
        };
    }

    static Supplier<Machine> of(Definition definition, Map<String, Object> parameters, int[] inputs, int out) {
        return () -> {
            Indicator indicator = definition.start(parameters);
            double[] bar = new double[inputs.length];
            double[] lines = new double[definition.lines().size()];
            return values -> {
                boolean defined = true;
                for (int input = 0; input < bar.length; input++) {
                    bar[input] = values[inputs[input]];
                    defined &= Double.isFinite(bar[input]);
                }
                if (defined) {
                    indicator.next(bar, lines);
                }
                for (int line = 0; line < lines.length; line++) {
                    values[out + line] = defined ? finite(lines[line]) : Double.NaN;
                }
            };
        };
    }

    private static double finite(double value) {
        return Double.isFinite(value) ? value : Double.NaN;
    }
}
