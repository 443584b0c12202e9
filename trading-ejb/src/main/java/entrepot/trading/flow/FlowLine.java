package entrepot.trading.flow;

/**
 * A line of a file.
 *
 * @param line    in the file, from 1
 * @param values  by the columns of the kind, {@link #ABSENT} where the file does not say; null where it cannot be read
 * @param text    the line, at most 300 characters
 * @param problem why it cannot be read, or null
 */
public record FlowLine(long line, long[] values, String text, String problem) {

    public static final long ABSENT = Long.MIN_VALUE;
}
