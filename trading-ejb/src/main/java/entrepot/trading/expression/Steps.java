package entrepot.trading.expression;

import entrepot.trading.indicator.Definition;
import entrepot.trading.indicator.Input;
import entrepot.trading.indicator.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The steps of a program in the order in which they run. A step that is there already is not made again, so equal parts of a rule are
 * computed once. The columns of the bar stand in the first slots.
 */
final class Steps {

    private final Map<String, Integer> slots = new HashMap<>();
    private final List<Supplier<Machine>> makers = new ArrayList<>();
    private final List<Double> initial = new ArrayList<>();
    private final List<Integer> warmUps = new ArrayList<>();
    private long remembered;

    Steps() {
        for (int column = 0; column < Input.values().length; column++) {
            reserve(Double.NaN, 0);
        }
    }

    int column(Input input) {
        return input.ordinal();
    }

    int constant(double value) {
        return slots.computeIfAbsent(Double.toString(value), key -> reserve(value, 0));
    }

    int binary(String operator, int left, int right) {
        return step(operator, 0, out -> Machines.of(operator, left, right, out), left, right);
    }

    int not(int of) {
        return step("not", 0, out -> Machines.not(of, out), of);
    }

    int negative(int of) {
        return step("negative", 0, out -> Machines.negative(of, out), of);
    }

    int ago(int of, int bars) {
        return step("ago " + bars, bars, out -> Machines.ago(of, bars, out), of);
    }

    int function(Function function, int bars, int... inputs) {
        int warmUp = switch (function) {
            case CROSSOVER, CROSSUNDER -> 1;
            case RISING, FALLING -> bars;
            case HIGHEST, LOWEST -> bars - 1;
            default -> 0;
        };
        return step(function.word() + " " + bars, warmUp, out -> Machines.of(function, inputs, bars, out), inputs);
    }

    private int step(String what, int warmUp, IntFunction<Supplier<Machine>> maker, int... inputs) {
        return step(what, warmUp, () -> new int[] {warmUp}, maker, inputs);
    }

    int indicator(Definition definition, Map<String, Object> given, int... inputs) {
        Map<String, Object> all = new TreeMap<>();
        definition.parameters().forEach(one -> all.put(one.name(), given.getOrDefault(one.name(), one.standard())));
        int windows = definition.parameters().stream().filter(one -> one.kind() == Parameter.Kind.WHOLE)
                .mapToInt(one -> ((Double) all.get(one.name())).intValue()).sum();
        return step(definition.name() + all, windows, () -> WarmUps.of(definition, all, windows),
                out -> Machines.of(definition, all, inputs, out), inputs);
    }

    /** @param windows bars that it remembers; @param lines warm-up of each */
    private int step(String what, int windows, Supplier<int[]> lines, IntFunction<Supplier<Machine>> maker, int... inputs) {
        String key = what + Arrays.stream(inputs).mapToObj(Integer::toString).collect(Collectors.joining(" ", " of ", ""));
        Integer there = slots.get(key);
        if (there != null) {
            return there;
        }
        remembered += windows;
        int before = Arrays.stream(inputs).map(warmUps::get).max().orElse(0);
        int out = initial.size();
        for (int own : lines.get()) {
            reserve(Double.NaN, before + own);
        }
        makers.add(maker.apply(out));
        slots.put(key, out);
        return out;
    }

    private int reserve(double value, int warmUp) {
        initial.add(value);
        warmUps.add(warmUp);
        return initial.size() - 1;
    }

    /** Bars that all of them remember together. */
    long remembered() {
        return remembered;
    }

    int warmUp(int slot) {
        return warmUps.get(slot);
    }

    Program program(List<Value> roots) {
        return new Program(List.copyOf(makers), initial.stream().mapToDouble(Double::doubleValue).toArray(),
                roots.stream().mapToInt(Value::slot).toArray());
    }
}
