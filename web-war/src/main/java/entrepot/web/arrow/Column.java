package entrepot.web.arrow;

import java.util.Arrays;
import java.util.List;

/** A column of a stream, with the values of the rows that are not written yet. What is not set in a row is missing. */
public final class Column {

    private static final int MOST_SCALE = 18;
    private static final int MOST_WORDS = 127;

    /** What the values are. */
    enum Kind {
        /** date32: days since 1970. */
        DAY(4),
        /** timestamp[us, UTC]. */
        MOMENT(8),
        /** double. */
        NUMBER(8),
        /** int64. */
        COUNT(8),
        /** decimal128 with nineteen digits, as many as int64 has. */
        DECIMAL(16),
        /** One of few words: dictionary of utf8 with indices of int8. */
        WORD(1),
        /** bool, eight in a byte. */
        FLAG(0);

        final int width;

        Kind(int width) {
            this.width = width;
        }
    }

    final String name;
    final Kind kind;
    final int scale;
    final List<String> words;
    private final long[] values = new long[ArrowStream.ROWS];
    private final boolean[] there = new boolean[ArrowStream.ROWS];
    private int row;

    private Column(String name, Kind kind, int scale, List<String> words) {
        this.name = name;
        this.kind = kind;
        this.scale = scale;
        this.words = words;
    }

    public static Column day(String name) {
        return new Column(name, Kind.DAY, 0, null);
    }

    public static Column moment(String name) {
        return new Column(name, Kind.MOMENT, 0, null);
    }

    public static Column number(String name) {
        return new Column(name, Kind.NUMBER, 0, null);
    }

    public static Column count(String name) {
        return new Column(name, Kind.COUNT, 0, null);
    }

    /** Exact. @param scale digits after the point, 0 to {@value #MOST_SCALE} */
    public static Column decimal(String name, int scale) {
        if (scale < 0 || scale > MOST_SCALE) {
            throw new IllegalArgumentException("column " + name + " has scale " + scale + ", must be 0 to " + MOST_SCALE);
        }
        return new Column(name, Kind.DECIMAL, scale, null);
    }

    /** @param words all that there may be, {@value #MOST_WORDS} at most */
    public static Column word(String name, List<String> words) {
        if (words.size() > MOST_WORDS) {
            throw new IllegalArgumentException("column " + name + " has " + words.size() + " words, must be " + MOST_WORDS + " at most");
        }
        return new Column(name, Kind.WORD, 0, List.copyOf(words));
    }

    /** A word for each constant. */
    public static Column word(String name, Enum<?>[] constants) {
        return word(name, Arrays.stream(constants).map(Enum::name).toList());
    }

    public static Column flag(String name) {
        return new Column(name, Kind.FLAG, 0, null);
    }

    // Set in the row that is open

    /** @param millis of the epoch, UTC; of a day any of its moments */
    public void time(long millis) {
        put(kind == Kind.DAY ? Math.floorDiv(millis, 86_400_000L) : Math.multiplyExact(millis, 1000L), Kind.DAY, Kind.MOMENT);
    }

    /** What is no number is missing. */
    public void set(double value) {
        if (Double.isFinite(value)) {
            put(Double.doubleToRawLongBits(value), Kind.NUMBER, Kind.NUMBER);
        }
    }

    /** @param value of a decimal its digits without the point */
    public void set(long value) {
        put(value, Kind.COUNT, Kind.DECIMAL);
    }

    /** Missing where it is null. */
    public void set(String word) {
        if (word != null) {
            int at = words.indexOf(word);
            if (at < 0) {
                throw new IllegalArgumentException("column " + name + " has no word '" + word + "', has " + words);
            }
            put(at, Kind.WORD, Kind.WORD);
        }
    }

    public void set(boolean value) {
        put(value ? 1 : 0, Kind.FLAG, Kind.FLAG);
    }

    private void put(long value, Kind one, Kind other) {
        if (kind != one && kind != other) {
            throw new IllegalArgumentException("column " + name + " is " + kind + ", not " + one);
        }
        values[row] = value;
        there[row] = true;
    }

    // Read by the stream

    void endRow() {
        row++;
    }

    void clear() {
        Arrays.fill(there, false);
        row = 0;
    }

    boolean there(int at) {
        return there[at];
    }

    long value(int at) {
        return there[at] ? values[at] : 0;
    }

    int missing() {
        int missing = 0;
        for (int at = 0; at < row; at++) {
            missing += there[at] ? 0 : 1;
        }
        return missing;
    }
}
