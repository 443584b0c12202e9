package entrepot.trading.expression;

/** A word of a text. @param at its first character, from 0 */
record Token(Kind kind, String text, int at) {

    enum Kind {
        NUMBER, NAME, SYMBOL, END
    }

    boolean is(String symbol) {
        return kind != Kind.NUMBER && kind != Kind.END && text.equals(symbol);
    }

    boolean isName() {
        return kind == Kind.NAME;
    }

    int end() {
        return at + text.length();
    }

    String words() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
