package entrepot.web.arrow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/** The values of a batch as buffers, little end first: of each column which are there, and what they are. */
final class Body {

    private final List<byte[]> buffers = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();

    /** A column of a batch. */
    record Node(int rows, int missing) {}

    List<byte[]> buffers() {
        return buffers;
    }

    List<Node> nodes() {
        return nodes;
    }

    int rows() {
        return nodes.get(0).rows();
    }

    void add(Column column, int rows) {
        int missing = column.missing();
        nodes.add(new Node(rows, missing));
        buffers.add(missing == 0 ? new byte[0] : there(column, rows));
        buffers.add(column.kind == Column.Kind.FLAG ? flags(column, rows) : values(column, rows));
    }

    /** Bits, the lowest of a byte first. */
    private static byte[] there(Column column, int rows) {
        byte[] bits = new byte[(rows + 7) / 8];
        for (int row = 0; row < rows; row++) {
            bits[row / 8] |= (byte) (column.there(row) ? 1 << row % 8 : 0);
        }
        return bits;
    }

    private static byte[] flags(Column column, int rows) {
        byte[] bits = new byte[(rows + 7) / 8];
        for (int row = 0; row < rows; row++) {
            bits[row / 8] |= (byte) (column.value(row) << row % 8);
        }
        return bits;
    }

    private static byte[] values(Column column, int rows) {
        ByteBuffer bytes = ByteBuffer.allocate(rows * column.kind.width).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = 0; row < rows; row++) {
            long value = column.value(row);
            switch (column.kind) {
                case DAY -> bytes.putInt(Math.toIntExact(value));
                case WORD -> bytes.put((byte) value);
                case DECIMAL -> bytes.putLong(value).putLong(value < 0 ? -1 : 0);
                default -> bytes.putLong(value);
            }
        }
        return bytes.array();
    }

    /** The words of a dictionary: where each begins and ends, and all of them together. */
    void addWords(List<byte[]> words) {
        ByteBuffer ends = ByteBuffer.allocate((words.size() + 1) * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(0);
        ByteBuffer text = ByteBuffer.allocate(words.stream().mapToInt(word -> word.length).sum());
        for (byte[] word : words) {
            text.put(word);
            ends.putInt(text.position());
        }
        nodes.add(new Node(words.size(), 0));
        buffers.add(new byte[0]);
        buffers.add(ends.array());
        buffers.add(text.array());
    }
}
