package entrepot.trading.expression;

import entrepot.trading.indicator.Input;
import entrepot.trading.market.Bars;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Rules made ready to run over bars, one after the other; parts that are equal, also in different rules, are computed once. */
public final class Program {

    /** Characters of a rule. */
    public static final int LONGEST = 2_000;

    /** Bars that all windows of a rule may remember together. */
    public static final int MOST_REMEMBERED = 100_000;

    private final List<Supplier<Machine>> makers;
    private final double[] initial;
    private final int[] roots;

    Program(List<Supplier<Machine>> makers, double[] initial, int[] roots) {
        this.makers = makers;
        this.initial = initial;
        this.roots = roots;
    }

    /** @throws IllegalArgumentException with all that is wrong */
    public static Program of(Variables variables, List<String> rules) {
        Steps steps = new Steps();
        List<Value> values = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        for (String rule : rules) {
            Problems problems = new Problems(rule);
            values.add(Rule.value(rule, variables, steps, problems));
            problems.inOrder().forEach(problem -> wrong.add("'" + rule + "', " + problem.words()));
        }
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", wrong));
        }
        return steps.program(values);
    }

    /** How many things are computed at a bar. */
    public int steps() {
        return makers.size();
    }

    /** From before the first bar. */
    public Run start() {
        return new Run(makers.stream().map(Supplier::get).toArray(Machine[]::new), initial.clone(), roots);
    }

    /** Each rule at each bar: a number, or 1 where it is true and 0 where not; not a number where it is undefined. */
    public double[][] over(Bars bars) {
        double[][] found = new double[roots.length][bars.size()];
        Run run = start();
        for (int bar = 0; bar < bars.size(); bar++) {
            run.next(bars.open(bar), bars.high(bar), bars.low(bar), bars.close(bar), bars.volume(bar));
            for (int rule = 0; rule < roots.length; rule++) {
                found[rule][bar] = run.value(rule);
            }
        }
        return found;
    }

    /** Takes one bar after the other. */
    public static final class Run {
        private final Machine[] machines;
        private final double[] values;
        private final int[] roots;

        private Run(Machine[] machines, double[] values, int[] roots) {
            this.machines = machines;
            this.values = values;
            this.roots = roots;
        }

        public void next(double open, double high, double low, double close, double volume) {
            values[Input.OPEN.ordinal()] = open;
            values[Input.HIGH.ordinal()] = high;
            values[Input.LOW.ordinal()] = low;
            values[Input.CLOSE.ordinal()] = close;
            values[Input.VOLUME.ordinal()] = volume;
            values[Input.MEDIAN.ordinal()] = (high + low) / 2;
            values[Input.TYPICAL.ordinal()] = (high + low + close) / 3;
            values[Input.OHLC4.ordinal()] = (open + high + low + close) / 4;
            for (Machine machine : machines) {
                machine.next(values);
            }
        }

        /** Of a rule at the last bar, as {@link Program#over} has it. */
        public double value(int rule) {
            return values[roots[rule]];
        }
    }
}
