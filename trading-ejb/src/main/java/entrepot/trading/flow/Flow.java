package entrepot.trading.flow;

import entrepot.platform.idempotency.Fingerprint;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Rows of one kind in the order in which they happened, by columns. */
public final class Flow {

    /** Rows of a part as it is stored, at most. */
    public static final int PART = 1 << 16;
    private static final long NANOS = 1_000_000_000;

    private final FlowKind kind;
    private final long[][] columns;

    private Flow(FlowKind kind, long[][] columns) {
        this.kind = kind;
        this.columns = columns;
    }

    public static Flow of(FlowKind kind, List<long[]> rows) {
        long[][] columns = new long[kind.columns().size()][rows.size()];
        for (int row = 0; row < rows.size(); row++) {
            for (int column = 0; column < columns.length; column++) {
                columns[column][row] = rows.get(row)[column];
            }
        }
        return new Flow(kind, columns);
    }

    /** One after the other. */
    public static Flow joined(FlowKind kind, List<Flow> parts) {
        long[][] columns = new long[kind.columns().size()][parts.stream().mapToInt(Flow::size).sum()];
        int at = 0;
        for (Flow part : parts) {
            for (int column = 0; column < columns.length; column++) {
                System.arraycopy(part.columns[column], 0, columns[column], at, part.size());
            }
            at += part.size();
        }
        return new Flow(kind, columns);
    }

    public FlowKind kind() {
        return kind;
    }

    public int size() {
        return columns[0].length;
    }

    /** @param column a place in {@link FlowKind#columns} */
    public long value(int row, int column) {
        return columns[column][row];
    }

    public long time(int row) {
        return columns[FlowKind.TIME][row];
    }

    /** @param nanos of the epoch */
    public static Instant moment(long nanos) {
        return Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
    }

    /** Of the epoch. */
    public static long nanos(Instant moment) {
        return Math.addExact(Math.multiplyExact(moment.getEpochSecond(), NANOS), moment.getNano());
    }

    public long[] times() {
        return columns[FlowKind.TIME].clone();
    }

    /** @param to the first that is not in it */
    public Flow slice(int from, int to) {
        return new Flow(kind, Arrays.stream(columns).map(column -> Arrays.copyOfRange(column, from, to)).toArray(long[][]::new));
    }

    /** SHA-256 of the kind and of all rows, eight bytes a value: the version of the data. */
    public String hash() {
        return hash(kind, List.of(this), row -> true);
    }

    /** As above, of a flow in parts. @param goOn asked after each with the rows that are through; @return null where it said no */
    public static String hash(FlowKind kind, Iterable<Flow> parts, LongPredicate goOn) {
        MessageDigest digest = Fingerprint.digest();
        digest.update((byte) kind.ordinal());
        long rows = 0;
        for (Flow part : parts) {
            part.feed(digest);
            rows += part.size();
            if (!goOn.test(rows)) {
                return null;
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void feed(MessageDigest digest) {
        ByteBuffer row = ByteBuffer.allocate(columns.length * Long.BYTES);
        for (int at = 0; at < size(); at++) {
            row.clear();
            for (long[] column : columns) {
                row.putLong(column[at]);
            }
            digest.update(row.array());
        }
    }

    /** One column after the other, each value less the one before, deflated. */
    public byte[] packed() {
        ByteBuffer bytes = ByteBuffer.allocate(columns.length * size() * Long.BYTES);
        for (long[] column : columns) {
            long before = 0;
            for (long value : column) {
                bytes.putLong(value - before);
                before = value;
            }
        }
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        try {
            deflater.setInput(bytes.array());
            deflater.finish();
            byte[] packed = new byte[bytes.capacity() + bytes.capacity() / 1000 + 1024];
            return Arrays.copyOf(packed, deflater.deflate(packed));
        } finally {
            deflater.end();
        }
    }

    /** @param rows that were packed */
    public static Flow unpacked(FlowKind kind, int rows, byte[] packed) {
        ByteBuffer bytes = ByteBuffer.allocate(kind.columns().size() * rows * Long.BYTES);
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(packed);
            if (inflater.inflate(bytes.array()) != bytes.capacity()) {
                throw new IllegalArgumentException("a part of " + rows + " " + kind + " is shorter than it says");
            }
        } catch (DataFormatException broken) {
            throw new IllegalArgumentException("a part of " + rows + " " + kind + " is broken: " + broken.getMessage(), broken);
        } finally {
            inflater.end();
        }
        long[][] columns = new long[kind.columns().size()][rows];
        for (long[] column : columns) {
            long before = 0;
            for (int row = 0; row < rows; row++) {
                before += bytes.getLong();
                column[row] = before;
            }
        }
        return new Flow(kind, columns);
    }
}
