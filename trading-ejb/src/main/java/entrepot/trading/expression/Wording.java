package entrepot.trading.expression;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a tree as a text that reads as the same tree, with no more parentheses than it takes. */
final class Wording {

    private static final int ATOM = 9;

    private Wording() {}

    static String of(Syntax syntax) {
        if (syntax instanceof Syntax.Number number) {
            return new BigDecimal(Double.toString(number.value())).stripTrailingZeros().toPlainString();
        }
        if (syntax instanceof Syntax.Name name) {
            return name.name();
        }
        if (syntax instanceof Syntax.Call call) {
            return call.name() + call.arguments().stream().map(Wording::argument).collect(Collectors.joining(", ", "(", ")"));
        }
        if (syntax instanceof Syntax.Unary unary) {
            return unary.operator().text() + (unary.operator().is("not") ? " " : "") + within(unary.operand(), tightness(unary));
        }
        if (syntax instanceof Syntax.Binary binary) {
            int tight = tightness(binary);
            return within(binary.left(), tight) + " " + binary.operator().text() + " " + within(binary.right(), tight + 1);
        }
        if (syntax instanceof Syntax.Line line) {
            return within(line.of(), ATOM) + "." + line.name().text();
        }
        if (syntax instanceof Syntax.Ago ago) {
            return within(ago.of(), ATOM) + "[" + of(ago.bars()) + "]";
        }
        throw new IllegalArgumentException("what could not be understood has no words: " + syntax);
    }

    private static String argument(Syntax.Argument argument) {
        return (argument.name() == null ? "" : argument.name().text() + "=") + of(argument.value());
    }

    private static String within(Syntax syntax, int tightness) {
        return tightness(syntax) < tightness ? "(" + of(syntax) + ")" : of(syntax);
    }

    private static int tightness(Syntax syntax) {
        if (syntax instanceof Syntax.Binary binary) {
            return Parser.tightness(binary.operator());
        }
        if (syntax instanceof Syntax.Unary unary) {
            return unary.operator().is("not") ? Parser.NOT : Parser.TIGHTEST;
        }
        return syntax instanceof Syntax.Number number && number.value() < 0 ? Parser.TIGHTEST : ATOM;
    }

    /** What it is directly made of, in order. */
    static List<Syntax> parts(Syntax syntax) {
        if (syntax instanceof Syntax.Call call) {
            return call.arguments().stream().map(Syntax.Argument::value).toList();
        }
        if (syntax instanceof Syntax.Unary unary) {
            return List.of(unary.operand());
        }
        if (syntax instanceof Syntax.Binary binary) {
            return List.of(binary.left(), binary.right());
        }
        if (syntax instanceof Syntax.Line line) {
            return parts(line.of());
        }
        return syntax instanceof Syntax.Ago ago ? List.of(ago.of()) : List.of();
    }
}
