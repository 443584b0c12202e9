package entrepot.trading.expression;

/**
 * What is wrong in a text and where.
 *
 * @param at         first character of it, from 0
 * @param length     0 where something is missing
 * @param line       from 1, as {@code column}
 * @param suggestion what may have been meant in its place, or null
 */
public record Problem(int at, int length, int line, int column, String text, String suggestion) {

    static Problem of(String source, int at, int length, String text, String suggestion) {
        int line = 1;
        int begin = 0;
        for (int place = source.indexOf('\n'); place >= 0 && place < at; place = source.indexOf('\n', place + 1)) {
            line++;
            begin = place + 1;
        }
        return new Problem(at, length, line, at - begin + 1, text, suggestion);
    }

    /** As a person reads it. */
    public String words() {
        return "line " + line + ", column " + column + ": " + text;
    }
}
