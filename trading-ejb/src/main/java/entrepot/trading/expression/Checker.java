package entrepot.trading.expression;

import entrepot.trading.indicator.Catalogue;
import entrepot.trading.indicator.Input;
import entrepot.trading.indicator.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Asks what names mean and whether types fit, and makes the steps. What is wrong is a problem and has no value: null. */
final class Checker {

    private final Variables variables;
    private final Steps steps;
    private final Problems problems;

    Checker(Variables variables, Steps steps, Problems problems) {
        this.variables = variables;
        this.steps = steps;
        this.problems = problems;
    }

    Value value(Syntax syntax) {
        if (syntax instanceof Syntax.Number number) {
            return constant(number.value());
        }
        if (syntax instanceof Syntax.Name name) {
            return name(name);
        }
        if (syntax instanceof Syntax.Call call) {
            return call(call);
        }
        if (syntax instanceof Syntax.Unary unary) {
            return unary(unary);
        }
        if (syntax instanceof Syntax.Binary binary) {
            return binary(binary);
        }
        if (syntax instanceof Syntax.Line line) {
            return line(line);
        }
        if (syntax instanceof Syntax.Ago ago) {
            return ago(ago);
        }
        ((Syntax.Broken) syntax).parts().forEach(this::value);
        return null;
    }

    Value constant(double value) {
        return new Value(Type.CONSTANT, steps.constant(value), value, null);
    }

    private Value name(Syntax.Name name) {
        var column = Arrays.stream(Input.values()).filter(input -> input.word().equals(name.name())).findFirst();
        if (column.isPresent()) {
            return Value.of(Type.NUMBER, steps.column(column.get()));
        }
        var variable = variables.find(name.name());
        if (variable.isPresent()) {
            return constant(variable.get().value());
        }
        var indicator = Catalogue.find(name.name());
        if (indicator.isPresent()) {
            return new IndicatorCall(this, new Syntax.Call(name.name(), List.of(), name.at(), name.end()), indicator.get()).value();
        }
        if (Function.find(name.name()).isPresent()) {
            return problem(name, "'" + name.name() + "' needs its values: " + Function.find(name.name()).get().signature());
        }
        return unknown(name, name.name(), "a column, indicator, function or parameter",
                Stream.of(Names.COLUMNS.stream(), variables.all().stream().map(Variable::name), Names.callable()).flatMap(all -> all).toList());
    }

    private Value call(Syntax.Call call) {
        var indicator = Catalogue.find(call.name());
        if (indicator.isPresent()) {
            return new IndicatorCall(this, call, indicator.get()).value();
        }
        var function = Function.find(call.name());
        if (function.isPresent()) {
            return new FunctionCall(this, call, function.get()).value();
        }
        call.arguments().forEach(argument -> value(argument.value()));
        return unknown(new Syntax.Name(call.name(), call.at(), call.at() + call.name().length()), call.name(), "a function or indicator",
                Names.callable().toList());
    }

    private Value unknown(Syntax at, String name, String what, List<String> known) {
        String near = Names.nearest(name, known).orElse(null);
        problems.add(at.at(), at.end() - at.at(), "'" + name + "' is not " + what + (near == null ? "" : "; is '" + near + "' meant?"), near);
        return null;
    }

    private Value unary(Syntax.Unary unary) {
        Value operand = value(unary.operand());
        boolean not = unary.operator().is("not");
        if (!fits(unary.operand(), operand, not, unary.operator()) || operand == null) {
            return null;
        }
        if (not) {
            return Value.of(Type.BOOLEAN, steps.not(operand.slot()));
        }
        if (unary.operator().is("+")) {
            return operand;
        }
        return operand.isConstant() ? constant(-operand.constant()) : Value.of(Type.NUMBER, steps.negative(operand.slot()));
    }

    private Value binary(Syntax.Binary binary) {
        Value left = value(binary.left());
        Value right = value(binary.right());
        Token operator = binary.operator();
        boolean logical = operator.is("and") || operator.is("or");
        boolean fits = fits(binary.left(), left, logical, operator) & fits(binary.right(), right, logical, operator);
        if (!fits || left == null || right == null) {
            return null;
        }
        boolean arithmetic = "+-*/".contains(operator.text());
        if (arithmetic && left.isConstant() && right.isConstant()) {
            double folded = Machines.constant(operator.text(), left.constant(), right.constant());
            return Double.isNaN(folded) ? problem(binary, "is no number: " + Variable.plain(left.constant()) + " " + operator.text() + " "
                    + Variable.plain(right.constant())) : constant(folded);
        }
        return Value.of(arithmetic ? Type.NUMBER : Type.BOOLEAN, steps.binary(operator.text(), left.slot(), right.slot()));
    }

    /** Of what has a value. */
    private boolean fits(Syntax at, Value found, boolean condition, Token operator) {
        if (found == null || condition != found.type().isNumber()) {
            return true;
        }
        problem(at, "'" + operator.text() + "' takes " + (condition ? "conditions" : "numbers") + ", but this is " + found.type().words());
        return false;
    }

    private Value line(Syntax.Line line) {
        Value of = value(line.of());
        if (of == null) {
            return null;
        }
        if (of.indicator() == null) {
            return problem(line.name(), "'." + line.name().text() + "' must stand right behind an indicator, as in macd(12, 26, 9).signal", null);
        }
        List<String> lines = of.indicator().lines();
        int at = lines.indexOf(line.name().text());
        return at < 0 ? problem(line.name(), of.indicator().name() + " has the lines " + String.join(", ", lines),
                Names.nearest(line.name().text(), lines).orElse(null)) : Value.of(Type.NUMBER, of.slot() + at);
    }

    private Value ago(Syntax.Ago ago) {
        Value of = value(ago.of());
        int bars = bars(ago.bars(), 0, "the bars to look back");
        if (of != null && of.isConstant()) {
            return problem(ago.of(), "is a constant, which is the same at all bars before");
        }
        return of == null || bars < 0 ? null : bars == 0 ? Value.of(of.type(), of.slot()) : kept(ago, Value.of(of.type(), steps.ago(of.slot(), bars)));
    }

    /** A whole constant; -1 where it is none. */
    int bars(Syntax at, int least, String what) {
        Value found = value(at);
        if (found == null) {
            return -1;
        }
        if (!found.isConstant()) {
            problem(at, what + " must be a constant, but this is " + found.type().words());
            return -1;
        }
        double bars = found.constant();
        if (bars != Math.rint(bars) || bars < least || bars > Parameter.LONGEST) {
            problem(at, what + " must be a whole number from " + least + " to " + Parameter.LONGEST + ", is " + Variable.plain(bars)
                    + (bars < 0 && least == 0 ? "; bars that come later are not known" : ""));
            return -1;
        }
        return (int) bars;
    }

    /** That value, where all windows together are not too long. */
    Value kept(Syntax at, Value value) {
        if (steps.remembered() > Program.MOST_REMEMBERED) {
            problems.addLast(at.at(), at.end() - at.at(), "all windows together are longer than " + Program.MOST_REMEMBERED + " bars");
            return null;
        }
        return value;
    }

    Value numeric(Syntax at) {
        Value found = value(at);
        return found == null || found.type().isNumber() ? found : problem(at, "expected a number, but this is " + found.type().words());
    }

    Steps steps() {
        return steps;
    }

    Value problem(Syntax at, String text) {
        problems.add(at.at(), at.end() - at.at(), text);
        return null;
    }

    Value problem(Token at, String text, String suggestion) {
        problems.add(at.at(), at.text().length(), text + (suggestion == null ? "" : "; is '" + suggestion + "' meant?"), suggestion);
        return null;
    }
}
