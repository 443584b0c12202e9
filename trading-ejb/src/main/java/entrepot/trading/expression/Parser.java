package entrepot.trading.expression;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a tree of a text by the precedence of its operators. After a fault it goes on, so that all faults are found.
 *
 * @see "Pratt, Top Down Operator Precedence, POPL 1973"
 */
final class Parser {

    static final int DEEPEST = 64;
    static final int NOT = 3;
    static final int TIGHTEST = 7;

    private final Problems problems;
    private final List<Token> tokens;
    private int next;
    private int depth;

    private Parser(String source, Problems problems) {
        this.problems = problems;
        this.tokens = Lexer.tokens(source, problems);
    }

    static Syntax parse(String source, Problems problems) {
        return new Parser(source, problems).whole();
    }

    private Syntax whole() {
        Syntax first = expression(0);
        if (here().kind() == Token.Kind.END) {
            return first;
        }
        List<Syntax> parts = new ArrayList<>(List.of(first));
        while (here().kind() != Token.Kind.END) {
            expectedOperator();
            if (here().kind() != Token.Kind.END) {
                parts.add(expression(0));
            }
        }
        return new Syntax.Broken(parts, first.at(), here().at());
    }

    /** Passes over what closes nothing, so that each round takes a token. */
    private void expectedOperator() {
        Token found = here();
        if (found.is("=")) {
            problem(found, "a comparison is written '=='; '=' stands only between the name of an argument and its value", "==");
        } else if (found.is(")") || found.is("]")) {
            problem(found, found.words() + " closes nothing that was opened", null);
        } else {
            problem(found, "expected an operator or the end, found " + found.words(), null);
        }
        if (found.kind() == Token.Kind.SYMBOL && !found.is("(")) {
            next++;
        }
    }

    private Syntax expression(int tightest) {
        if (depth == DEEPEST) {
            return tooDeep();
        }
        depth++;
        Syntax left = prefix();
        for (int tight = tightness(here()); tight > tightest; tight = tightness(here())) {
            Token operator = take();
            left = new Syntax.Binary(operator, left, expression(tight));
        }
        depth--;
        return left;
    }

    /** The rest is not read. */
    private Syntax tooDeep() {
        Token token = here();
        problems.addLast(token.at(), token.text().length(), "nested deeper than " + DEEPEST + " times");
        next = tokens.size() - 1;
        return new Syntax.Broken(List.of(), token.at(), token.end());
    }

    /** How tightly an operator binds; 0 of what is none. */
    static int tightness(Token token) {
        return switch (token.kind() == Token.Kind.NUMBER ? "" : token.text()) {
            case "or" -> 1;
            case "and" -> 2;
            case "<", "<=", ">", ">=", "==", "!=" -> 4;
            case "+", "-" -> 5;
            case "*", "/" -> 6;
            default -> 0;
        };
    }

    private Syntax prefix() {
        if (here().is("not")) {
            return new Syntax.Unary(take(), expression(NOT));
        }
        if (here().is("-") || here().is("+")) {
            return new Syntax.Unary(take(), expression(TIGHTEST));
        }
        return postfix(primary());
    }

    private Syntax postfix(Syntax of) {
        Syntax whole = of;
        while (here().is("[") || here().is(".")) {
            whole = take().is("[") ? ago(whole) : line(whole);
        }
        return whole;
    }

    private Syntax ago(Syntax of) {
        Token open = tokens.get(next - 1);
        Syntax bars = expression(0);
        return new Syntax.Ago(of, bars, close("]", open, "an operator or ']'"));
    }

    private Syntax line(Syntax of) {
        if (here().isName()) {
            return new Syntax.Line(of, take());
        }
        problem(here(), "expected the name of a line behind '.', found " + here().words(), null);
        return new Syntax.Broken(List.of(of), of.at(), here().at());
    }

    private Syntax primary() {
        Token token = here();
        if (token.kind() == Token.Kind.NUMBER) {
            return number(take());
        }
        if (token.isName() && tightness(token) == 0) {
            take();
            return here().is("(") ? call(token) : new Syntax.Name(token.text(), token.at(), token.end());
        }
        if (token.is("(")) {
            take();
            Syntax inner = expression(0);
            close(")", token, "an operator or ')'");
            return inner;
        }
        problem(token, "expected a value, found " + token.words(), null);
        if (token.is("=")) {
            take();
            return new Syntax.Broken(List.of(expression(TIGHTEST)), token.at(), here().at());
        }
        if (token.is("[") || token.is(".") || token.is(";")) {
            take();
        }
        return new Syntax.Broken(List.of(), token.at(), token.end());
    }

    private Syntax number(Token token) {
        double value = Double.parseDouble(token.text());
        if (Double.isInfinite(value)) {
            problem(token, token.words() + " is too large", null);
        }
        return new Syntax.Number(value, token.at(), token.end());
    }

    private Syntax call(Token name) {
        Token open = take();
        List<Syntax.Argument> arguments = new ArrayList<>();
        if (!here().is(")")) {
            do {
                arguments.add(argument());
            } while (goesOn());
        }
        return new Syntax.Call(name.text(), arguments, name.at(), close(")", open, "an operator, ',' or ')'"));
    }

    private Syntax.Argument argument() {
        boolean named = here().isName() && tokens.get(next + 1).is("=");
        Token name = named ? take() : null;
        if (named) {
            take();
        }
        return new Syntax.Argument(name, expression(0));
    }

    private boolean goesOn() {
        if (here().is(",")) {
            take();
            return true;
        }
        return false;
    }

    /** @return the end of what closes */
    private int close(String symbol, Token open, String expected) {
        Token found = here();
        if (found.kind() == Token.Kind.END) {
            problem(found, "'" + symbol + "' is missing: " + open.words() + " at character " + (open.at() + 1) + " is not closed", symbol);
        } else if (!found.is(symbol)) {
            problem(found, "expected " + expected + ", found " + found.words(), found.is("=") ? "==" : null);
            skipTo(symbol);
        }
        return here().is(symbol) ? take().end() : here().at();
    }

    private void skipTo(String symbol) {
        int open = 0;
        while (here().kind() != Token.Kind.END && (open > 0 || !here().is(symbol))) {
            open += here().is("(") || here().is("[") ? 1 : here().is(")") || here().is("]") ? -1 : 0;
            next++;
        }
    }

    private Token here() {
        return tokens.get(next);
    }

    /** The last one, the end, stays. */
    private Token take() {
        Token token = here();
        next = Math.min(next + 1, tokens.size() - 1);
        return token;
    }

    private void problem(Token token, String text, String suggestion) {
        problems.add(token.at(), token.text().length(), text, suggestion);
    }
}
