package entrepot.trading.expression;

import java.util.List;

/** A text as a tree, before anybody asked what its names mean. */
sealed interface Syntax {

    /** From its first character... */
    int at();

    /** ...to behind its last. */
    int end();

    record Number(double value, int at, int end) implements Syntax {}

    record Name(String name, int at, int end) implements Syntax {}

    record Call(String name, List<Argument> arguments, int at, int end) implements Syntax {}

    /** @param name null where it goes by its place */
    record Argument(Token name, Syntax value) {}

    record Unary(Token operator, Syntax operand) implements Syntax {
        @Override
        public int at() {
            return operator.at();
        }

        @Override
        public int end() {
            return operand.end();
        }
    }

    record Binary(Token operator, Syntax left, Syntax right) implements Syntax {
        @Override
        public int at() {
            return left.at();
        }

        @Override
        public int end() {
            return right.end();
        }
    }

    /** One of the lines of an indicator. */
    record Line(Syntax of, Token name) implements Syntax {
        @Override
        public int at() {
            return of.at();
        }

        @Override
        public int end() {
            return name.end();
        }
    }

    /** What it was some bars before. */
    record Ago(Syntax of, Syntax bars, int end) implements Syntax {
        @Override
        public int at() {
            return of.at();
        }
    }

    /** What could not be understood; its parts still can have faults of their own. */
    record Broken(List<Syntax> parts, int at, int end) implements Syntax {}
}
