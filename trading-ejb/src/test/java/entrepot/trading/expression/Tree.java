package entrepot.trading.expression;

import entrepot.trading.indicator.Definition;
import entrepot.trading.indicator.Input;
import entrepot.trading.market.Bars;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A rule as a tree that can write itself and says what it is at a bar straight from the definition, from the whole past each time:
 * the slow second opinion on {@link Program}. A condition is 1, 0 or undefined, not a number.
 */
interface Tree {

    String text();

    /** How tightly its outermost operator binds; 9 of what needs no parentheses. */
    int tightness();

    double at(Bars bars, int bar);

    default double[] upTo(Bars bars, int bar) {
        return IntStream.rangeClosed(0, bar).mapToDouble(at -> at(bars, at)).toArray();
    }

    private static String within(Tree tree, int tightness) {
        return tree.tightness() < tightness ? "(" + tree.text() + ")" : tree.text();
    }

    private static double defined(double value) {
        return Double.isInfinite(value) ? Double.NaN : value;
    }

    private static double truth(boolean is) {
        return is ? 1 : 0;
    }

    record Number(double value, String text) implements Tree {
        @Override
        public int tightness() {
            return 9;
        }

        @Override
        public double at(Bars bars, int bar) {
            return value;
        }
    }

    record Column(Input input) implements Tree {
        @Override
        public String text() {
            return input.word();
        }

        @Override
        public int tightness() {
            return 9;
        }

        @Override
        public double at(Bars bars, int bar) {
            return input.of(bars)[bar];
        }
    }

    record Binary(String operator, Tree left, Tree right) implements Tree {
        @Override
        public String text() {
            return within(left, tightness()) + " " + operator + " " + within(right, tightness() + 1);
        }

        @Override
        public int tightness() {
            return List.of("or", "and", "not", "<<=>>===!=", "+-", "*/").indexOf(Stream.of("or", "and", "<<=>>===!=", "+-", "*/")
                    .filter(level -> level.contains(operator)).findFirst().orElseThrow());
        }

        @Override
        public double at(Bars bars, int bar) {
            double a = left.at(bars, bar);
            double b = right.at(bars, bar);
            boolean unknown = Double.isNaN(a) || Double.isNaN(b);
            return switch (operator) {
                case "or" -> a == 1 || b == 1 ? 1 : unknown ? Double.NaN : 0;
                case "and" -> a == 0 || b == 0 ? 0 : unknown ? Double.NaN : 1;
                case "+" -> defined(a + b);
                case "-" -> defined(a - b);
                case "*" -> defined(a * b);
                case "/" -> defined(a / b);
                default -> unknown ? Double.NaN : truth(compare(a, b));
            };
        }

        private boolean compare(double a, double b) {
            return switch (operator) {
                case "<" -> a < b;
                case "<=" -> a <= b;
                case ">" -> a > b;
                case ">=" -> a >= b;
                case "==" -> a == b;
                default -> a != b;
            };
        }
    }

    record Not(Tree of) implements Tree {
        @Override
        public String text() {
            return "not " + within(of, 2);
        }

        @Override
        public int tightness() {
            return 2;
        }

        @Override
        public double at(Bars bars, int bar) {
            return 1 - of.at(bars, bar);
        }
    }

    record Negative(Tree of) implements Tree {
        @Override
        public String text() {
            return "-" + within(of, 8);
        }

        @Override
        public int tightness() {
            return 6;
        }

        @Override
        public double at(Bars bars, int bar) {
            return -of.at(bars, bar);
        }
    }

    record Ago(Tree of, int count) implements Tree {
        @Override
        public String text() {
            return within(of, 9) + "[" + count + "]";
        }

        @Override
        public int tightness() {
            return 9;
        }

        @Override
        public double at(Bars bars, int bar) {
            return bar < count ? Double.NaN : of.at(bars, bar - count);
        }
    }

    /** @param count bars, of those that take some */
    record Call(Function function, List<Tree> inputs, int count) implements Tree {
        @Override
        public String text() {
            String bars = function.counts ? ", " + count : "";
            return inputs.stream().map(Tree::text).collect(Collectors.joining(", ", function.word() + "(", bars + ")"));
        }

        @Override
        public int tightness() {
            return 9;
        }

        @Override
        public double at(Bars bars, int bar) {
            return switch (function) {
                case CROSSOVER -> crossing(bars, bar, inputs.get(0), inputs.get(1));
                case CROSSUNDER -> crossing(bars, bar, inputs.get(1), inputs.get(0));
                case RISING -> moving(bars, bar, 1);
                case FALLING -> moving(bars, bar, -1);
                case HIGHEST -> extreme(bars, bar, 1);
                case LOWEST -> extreme(bars, bar, -1);
                case ABS -> Math.abs(inputs.get(0).at(bars, bar));
                case MIN -> inputs.stream().mapToDouble(one -> one.at(bars, bar)).reduce(Math::min).orElseThrow();
                case MAX -> inputs.stream().mapToDouble(one -> one.at(bars, bar)).reduce(Math::max).orElseThrow();
            };
        }

        /** Above now, and below at the last bar before at which they were not equal. */
        private static double crossing(Bars bars, int bar, Tree upper, Tree lower) {
            double gap = upper.at(bars, bar) - lower.at(bars, bar);
            double[] before = IntStream.range(0, bar).mapToDouble(at -> upper.at(bars, at) - lower.at(bars, at))
                    .filter(one -> !Double.isNaN(one)).toArray();
            if (Double.isNaN(gap) || before.length == 0) {
                return Double.NaN;
            }
            double[] apart = IntStream.range(0, before.length).mapToDouble(at -> before[at]).filter(one -> one != 0).toArray();
            return truth(gap > 0 && apart.length > 0 && apart[apart.length - 1] < 0);
        }

        private double moving(Bars bars, int bar, int sign) {
            if (bar < count) {
                return Double.NaN;
            }
            double[] steps = IntStream.range(0, count)
                    .mapToDouble(ago -> sign * (inputs.get(0).at(bars, bar - ago) - inputs.get(0).at(bars, bar - ago - 1))).toArray();
            boolean unknown = IntStream.range(0, count).anyMatch(ago -> Double.isNaN(steps[ago]));
            return unknown ? Double.NaN : truth(IntStream.range(0, count).allMatch(ago -> steps[ago] > 0));
        }

        private double extreme(Bars bars, int bar, int sign) {
            if (bar < count - 1) {
                return Double.NaN;
            }
            double[] window = IntStream.range(0, count).mapToDouble(ago -> sign * inputs.get(0).at(bars, bar - ago)).toArray();
            return sign * IntStream.range(0, count).mapToDouble(ago -> window[ago]).reduce(Math::max).orElseThrow();
        }
    }

    /** @param line -1 where none is named, which is the first */
    record Line(Definition definition, List<Tree> sources, Map<String, Object> parameters, int line) implements Tree {
        @Override
        public String text() {
            Stream<String> named = parameters.entrySet().stream().map(one -> one.getKey() + "="
                    + (one.getValue() instanceof Double whole ? Integer.toString(whole.intValue()) : one.getValue()));
            String call = Stream.concat(sources.stream().map(Tree::text), named)
                    .collect(Collectors.joining(", ", definition.name() + "(", ")"));
            return line < 0 ? call : call + "." + definition.lines().get(line);
        }

        @Override
        public int tightness() {
            return 9;
        }

        @Override
        public double at(Bars bars, int bar) {
            Stream<double[]> first = IntStream.range(0, definition.sources().size()).mapToObj(at -> at < sources.size()
                    ? sources.get(at).upTo(bars, bar) : definition.sources().get(at).of(bars.slice(0, bar + 1)));
            Stream<double[]> then = definition.columns().stream().map(input -> input.of(bars.slice(0, bar + 1)));
            return defined(definition.over(parameters, Stream.concat(first, then).toArray(double[][]::new))[Math.max(line, 0)][bar]);
        }
    }
}
