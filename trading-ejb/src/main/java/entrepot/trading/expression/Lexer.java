package entrepot.trading.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes a text apart. */
final class Lexer {

    private static final Pattern WORD = Pattern.compile("(?<blank>\\s+)"
            + "|(?<number>(?:[0-9]+(?:\\.[0-9]+)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?)"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_]*)"
            + "|(?<symbol><=|>=|==|!=|[-+*/<>=()\\[\\],.;])");

    private Lexer() {}

    /** Ends with a token of its own; what is no word of the language is a problem and left out. */
    static List<Token> tokens(String source, Problems problems) {
        List<Token> tokens = new ArrayList<>();
        Matcher word = WORD.matcher(source);
        int at = 0;
        while (at < source.length()) {
            if (!word.region(at, source.length()).lookingAt()) {
                int length = Character.charCount(source.codePointAt(at));
                problems.add(at, length, "'" + source.substring(at, at + length) + "' is no sign of the language");
                at += length;
                continue;
            }
            if (word.group("blank") == null) {
                tokens.add(new Token(kind(word), word.group(), at));
            }
            at = word.end();
        }
        tokens.add(new Token(Token.Kind.END, "", source.length()));
        return tokens;
    }

    private static Token.Kind kind(Matcher word) {
        if (word.group("number") != null) {
            return Token.Kind.NUMBER;
        }
        return word.group("name") != null ? Token.Kind.NAME : Token.Kind.SYMBOL;
    }
}
