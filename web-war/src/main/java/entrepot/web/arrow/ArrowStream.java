package entrepot.web.arrow;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Rows as a stream of Apache Arrow, written in batches of {@value #ROWS}: no more of it is held. */
public final class ArrowStream implements AutoCloseable {

    public static final String TYPE = "application/vnd.apache.arrow.stream";
    static final int ROWS = 4096;
    private static final int CONTINUATION = -1;
    private static final int ALIGNMENT = 8;
    private static final byte[] PADDING = new byte[ALIGNMENT];

    private final OutputStream out;
    private final List<Column> columns;
    private int rows;

    /** Writes what the columns are. */
    public ArrowStream(OutputStream out, List<Column> columns) throws IOException {
        this.out = out;
        this.columns = List.copyOf(columns);
        message(Metadata.schema(this.columns), new Body());
        for (int at = 0; at < this.columns.size(); at++) {
            if (this.columns.get(at).kind == Column.Kind.WORD) {
                dictionary(at, this.columns.get(at).words);
            }
        }
    }

    /** Ends the row whose values were set in the columns. */
    public void endRow() throws IOException {
        columns.forEach(Column::endRow);
        rows++;
        if (rows == ROWS) {
            batch();
        }
    }

    /** Writes what is left, and the end of the stream; what it is written to stays open. */
    @Override
    public void close() throws IOException {
        if (rows > 0) {
            batch();
        }
        out.write(ByteBuffer.allocate(2 * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(CONTINUATION).putInt(0).array());
        out.flush();
    }

    private void batch() throws IOException {
        Body body = new Body();
        for (Column column : columns) {
            body.add(column, rows);
        }
        message(Metadata.batch(body), body);
        columns.forEach(Column::clear);
        rows = 0;
    }

    private void dictionary(int id, List<String> words) throws IOException {
        Body body = new Body();
        body.addWords(words.stream().map(word -> word.getBytes(StandardCharsets.UTF_8)).toList());
        message(Metadata.dictionary(id, body), body);
    }

    /** A mark, the length of the metadata with its padding, the metadata, and the buffers, all of them on eighths. */
    private void message(ByteBuffer metadata, Body body) throws IOException {
        int length = metadata.remaining();
        int padding = Math.floorMod(-length, ALIGNMENT);
        out.write(ByteBuffer.allocate(2 * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(CONTINUATION).putInt(length + padding).array());
        out.write(metadata.array(), metadata.arrayOffset() + metadata.position(), length);
        out.write(PADDING, 0, padding);
        for (byte[] buffer : body.buffers()) {
            out.write(buffer);
            out.write(PADDING, 0, Math.floorMod(-buffer.length, ALIGNMENT));
        }
    }
}
