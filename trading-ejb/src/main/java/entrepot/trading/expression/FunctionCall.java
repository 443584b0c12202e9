package entrepot.trading.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** A function with what stands in its parentheses. */
record FunctionCall(Checker checker, Syntax.Call call, Function function) {

    Value value() {
        List<Value> values = new ArrayList<>();
        List<Syntax> rest = new ArrayList<>();
        boolean whole = true;
        for (Syntax.Argument argument : call.arguments()) {
            if (argument.name() != null && !(function.counts && argument.name().is("n") && rest.isEmpty())) {
                checker.problem(argument.name(), function.signature() + " has no '" + argument.name().text() + "'", null);
                checker.value(argument.value());
                whole = false;
            } else if (argument.name() == null && values.size() < function.most) {
                Value value = checker.numeric(argument.value());
                whole &= value != null;
                values.add(value);
            } else {
                rest.add(argument.value());
            }
        }
        int bars = bars(rest);
        if (values.size() < function.fewest || rest.size() > (function.counts ? 1 : 0)) {
            return isWhole() ? checker.problem(call, "takes " + function.signature() + ", found " + call.arguments().size()) : null;
        }
        return whole && bars >= 0 ? of(values, bars) : null;
    }

    /** Whether all of it could be read, so that what is missing is worth saying. */
    private boolean isWhole() {
        return call.arguments().stream().noneMatch(argument -> argument.value() instanceof Syntax.Broken);
    }

    /** -1 where it is wrong. */
    private int bars(List<Syntax> rest) {
        if (function.counts && !rest.isEmpty()) {
            return checker.bars(rest.get(0), 1, "n of " + function.word());
        }
        if (function == Function.HIGHEST || function == Function.LOWEST) {
            if (isWhole()) {
                checker.problem(call, "takes " + function.signature() + "; n is missing");
            }
            return -1;
        }
        return function.counts ? 1 : 0;
    }

    private Value of(List<Value> values, int bars) {
        if (function.isArithmetic() && values.stream().allMatch(Value::isConstant)) {
            return checker.constant(constant(values));
        }
        int[] inputs = values.stream().mapToInt(Value::slot).toArray();
        return checker.kept(call, Value.of(function.decides() ? Type.BOOLEAN : Type.NUMBER, checker.steps().function(function, bars, inputs)));
    }

    private double constant(List<Value> values) {
        DoubleStream numbers = values.stream().mapToDouble(Value::constant);
        return switch (function) {
            case ABS -> Math.abs(numbers.findFirst().orElseThrow());
            case MIN -> numbers.reduce(Math::min).orElseThrow();
            default -> numbers.reduce(Math::max).orElseThrow();
        };
    }
}
