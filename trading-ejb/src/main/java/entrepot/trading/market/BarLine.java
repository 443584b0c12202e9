package entrepot.trading.market;

/**
 * A line of a file.
 *
 * @param line    in the file, the header being 1
 * @param bar     null where it cannot be read
 * @param text    the line, where it cannot be read, else null
 * @param problem why it cannot, or null
 */
public record BarLine(long line, Bar bar, String text, String problem) {

    static BarLine good(long line, Bar bar) {
        return new BarLine(line, bar, null, null);
    }

    static BarLine bad(long line, String text, String problem) {
        return new BarLine(line, null, text, problem);
    }
}
