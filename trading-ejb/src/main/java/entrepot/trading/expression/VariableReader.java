package entrepot.trading.expression;

import java.util.List;

/** Reads the named numbers of a rule. */
final class VariableReader {

    private final Problems problems;
    private final List<Token> tokens;
    private int next;

    VariableReader(String source) {
        problems = new Problems(source);
        tokens = source.length() > Program.LONGEST ? List.of(new Token(Token.Kind.END, "", 0)) : Lexer.tokens(source, problems);
        if (source.length() > Program.LONGEST) {
            problems.add(0, source.length(), "has " + source.length() + " characters, may have " + Program.LONGEST);
        }
    }

    Variables.Read read() {
        Variables found = Variables.NONE;
        while (here().kind() != Token.Kind.END) {
            Token begin = here();
            Variable one = one();
            if (one == null) {
                skip();
            } else if (accepted(begin, one, found)) {
                found = found.plus(one);
            }
        }
        return new Variables.Read(found, problems.inOrder());
    }

    private Variable one() {
        Token name = here();
        if (!name.isName()) {
            return expected("the name of a parameter");
        }
        next++;
        if (!takes("=")) {
            return expected("'=' and a number behind '" + name.text() + "'");
        }
        Double value = number();
        if (value == null) {
            return expected("a number");
        }
        Variable one = takes("from") ? ranged(name.text(), value) : new Variable(name.text(), value, value, value);
        if (one != null && !takes(",") && !takes(";") && !here().isName() && here().kind() != Token.Kind.END) {
            return expected("'from', ',' or the end");
        }
        return one;
    }

    private Variable ranged(String name, double value) {
        Double least = number();
        if (least == null) {
            return expected("a number behind 'from'");
        }
        if (!takes("to")) {
            return expected("'to' and a number");
        }
        Double most = number();
        return most == null ? expected("a number behind 'to'") : new Variable(name, value, least, most);
    }

    private boolean accepted(Token at, Variable one, Variables before) {
        String objection = Names.isTaken(one.name()) ? "'" + one.name() + "' has a meaning of its own; choose another name"
                : before.find(one.name()).isPresent() ? "'" + one.name() + "' is there already"
                : !(one.least() <= one.value() && one.value() <= one.most())
                        ? "'" + one.words() + "': the value must be from the lower to the higher end"
                : before.all().size() == Variables.MOST ? "more than " + Variables.MOST + " parameters" : null;
        if (objection != null) {
            problems.add(at.at(), at.text().length(), objection);
        }
        return objection == null;
    }

    private Double number() {
        double sign = takes("-") ? -1 : 1;
        if (here().kind() != Token.Kind.NUMBER || !Double.isFinite(Double.parseDouble(here().text()))) {
            return null;
        }
        return sign * Double.parseDouble(tokens.get(next++).text()) + 0.0;
    }

    private Variable expected(String what) {
        problems.add(here().at(), here().text().length(), "expected " + what + ", found " + here().words());
        return null;
    }

    /** To behind the next comma. */
    private void skip() {
        while (here().kind() != Token.Kind.END && !takes(",")) {
            next++;
        }
    }

    private boolean takes(String symbol) {
        boolean found = here().is(symbol);
        next += found ? 1 : 0;
        return found;
    }

    private Token here() {
        return tokens.get(next);
    }
}
