package entrepot.web.arrow;

import com.google.flatbuffers.FlatBufferBuilder;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * The messages of Arrow as FlatBuffers. Numbers of fields and of types are those of {@code Message.fbs} and {@code Schema.fbs}, Apache Arrow
 * format, metadata version V5.
 */
final class Metadata {

    private static final short VERSION_5 = 4;
    private static final byte SCHEMA = 1;
    private static final byte DICTIONARY_BATCH = 2;
    private static final byte RECORD_BATCH = 3;
    private static final short DOUBLE_PRECISION = 2;
    private static final short DAYS = 0;
    private static final short DATE_UNIT_OTHERWISE = 1;
    private static final short MICROSECONDS = 2;
    private static final int DECIMAL_DIGITS = 19;
    private static final int LONG_BITS = 64;
    private static final int INDEX_BITS = 8;
    private static final int STRUCT = 16;

    private final FlatBufferBuilder builder = new FlatBufferBuilder(1024);

    private Metadata() {}

    static ByteBuffer schema(List<Column> columns) {
        Metadata made = new Metadata();
        return made.message(SCHEMA, made.columns(columns), 0);
    }

    static ByteBuffer batch(Body body) {
        Metadata made = new Metadata();
        return made.message(RECORD_BATCH, made.recordBatch(body), length(body));
    }

    static ByteBuffer dictionary(long id, Body body) {
        Metadata made = new Metadata();
        int data = made.recordBatch(body);
        made.builder.startTable(3);
        made.builder.addLong(0, id, 0);
        made.builder.addOffset(1, data, 0);
        return made.message(DICTIONARY_BATCH, made.builder.endTable(), length(body));
    }

    private ByteBuffer message(byte kind, int header, long bodyLength) {
        builder.startTable(5);
        builder.addShort(0, VERSION_5, 0);
        builder.addByte(1, kind, 0);
        builder.addOffset(2, header, 0);
        builder.addLong(3, bodyLength, 0);
        builder.finish(builder.endTable());
        return builder.dataBuffer();
    }

    // What the columns are

    private int columns(List<Column> columns) {
        int[] fields = new int[columns.size()];
        for (int at = 0; at < fields.length; at++) {
            fields[at] = field(columns.get(at), at);
        }
        int vector = offsets(fields);
        builder.startTable(4);
        builder.addOffset(1, vector, 0);
        return builder.endTable();
    }

    private int field(Column column, int id) {
        int name = builder.createString(column.name);
        int type = type(column);
        int dictionary = column.kind == Column.Kind.WORD ? dictionaryEncoding(id) : 0;
        int children = offsets(new int[0]);
        builder.startTable(7);
        builder.addOffset(0, name, 0);
        builder.addBoolean(1, true, false);
        builder.addByte(2, number(column.kind), 0);
        builder.addOffset(3, type, 0);
        builder.addOffset(4, dictionary, 0);
        builder.addOffset(5, children, 0);
        return builder.endTable();
    }

    private static byte number(Column.Kind kind) {
        return switch (kind) {
            case COUNT -> 2;
            case NUMBER -> 3;
            case WORD -> 5;
            case FLAG -> 6;
            case DECIMAL -> 7;
            case DAY -> 8;
            case MOMENT -> 10;
        };
    }

    private int type(Column column) {
        return switch (column.kind) {
            case COUNT -> wholeNumber(LONG_BITS);
            case NUMBER -> table(1, () -> builder.addShort(0, DOUBLE_PRECISION, 0));
            case WORD, FLAG -> table(0, () -> { });
            case DECIMAL -> table(3, () -> {
                builder.addInt(0, DECIMAL_DIGITS, 0);
                builder.addInt(1, column.scale, 0);
            });
            case DAY -> table(1, () -> builder.addShort(0, DAYS, DATE_UNIT_OTHERWISE));
            case MOMENT -> moment();
        };
    }

    private int moment() {
        int zone = builder.createString("UTC");
        builder.startTable(2);
        builder.addShort(0, MICROSECONDS, 0);
        builder.addOffset(1, zone, 0);
        return builder.endTable();
    }

    private int wholeNumber(int bits) {
        builder.startTable(2);
        builder.addInt(0, bits, 0);
        builder.addBoolean(1, true, false);
        return builder.endTable();
    }

    private int dictionaryEncoding(long id) {
        int index = wholeNumber(INDEX_BITS);
        builder.startTable(4);
        builder.addLong(0, id, 0);
        builder.addOffset(1, index, 0);
        return builder.endTable();
    }

    private int table(int fields, Runnable fill) {
        builder.startTable(fields);
        fill.run();
        return builder.endTable();
    }

    // Where the values are

    /** Vectors are written from their ends. */
    private int recordBatch(Body body) {
        builder.startVector(STRUCT, body.buffers().size(), Long.BYTES);
        long end = length(body);
        for (int at = body.buffers().size() - 1; at >= 0; at--) {
            byte[] buffer = body.buffers().get(at);
            end -= padded(buffer.length);
            pair(end, buffer.length);
        }
        int buffers = builder.endVector();
        builder.startVector(STRUCT, body.nodes().size(), Long.BYTES);
        for (int at = body.nodes().size() - 1; at >= 0; at--) {
            pair(body.nodes().get(at).rows(), body.nodes().get(at).missing());
        }
        int nodes = builder.endVector();
        builder.startTable(5);
        builder.addLong(0, body.rows(), 0);
        builder.addOffset(1, nodes, 0);
        builder.addOffset(2, buffers, 0);
        return builder.endTable();
    }

    private void pair(long first, long second) {
        builder.prep(Long.BYTES, STRUCT);
        builder.putLong(second);
        builder.putLong(first);
    }

    private int offsets(int[] offsets) {
        builder.startVector(Integer.BYTES, offsets.length, Integer.BYTES);
        for (int at = offsets.length - 1; at >= 0; at--) {
            builder.addOffset(offsets[at]);
        }
        return builder.endVector();
    }

    private static long length(Body body) {
        return body.buffers().stream().mapToLong(buffer -> padded(buffer.length)).sum();
    }

    private static long padded(long length) {
        return (length + 7) / 8 * 8;
    }
}
