package entrepot.trading.sweep;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;

/** Some rows of a sweep, before and behind its split. It is kept as one block of bytes. */
public record Chunk(Columns inSample, Columns outOfSample) {

    /** No chunk has more; see {@link Pace}. */
    public static final int ROWS = 1024;

    static Chunk of(int rows) {
        return new Chunk(Columns.of(rows), Columns.of(rows));
    }

    public int rows() {
        return inSample.rows();
    }

    /** The number of rows, then column after column, big end first; deflated. The same chunk has the same bytes. */
    public byte[] pack() {
        ByteBuffer plain = ByteBuffer.allocate(Integer.BYTES + 2 * rows() * Columns.BYTES_A_ROW);
        plain.putInt(rows());
        inSample.write(plain);
        outOfSample.write(plain);
        Deflater deflater = new Deflater(Deflater.BEST_SPEED);
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, deflater)) {
            out.write(plain.array());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        } finally {
            deflater.end();
        }
        return packed.toByteArray();
    }

    /** @throws IllegalArgumentException for bytes that {@link #pack} did not make */
    public static Chunk unpack(byte[] packed) {
        Inflater inflater = new Inflater();
        inflater.setInput(packed);
        try {
            byte[] head = new byte[Integer.BYTES];
            inflate(inflater, head);
            int rows = ByteBuffer.wrap(head).getInt();
            if (rows < 0 || rows > ROWS) {
                throw new IllegalArgumentException("a chunk of " + rows + " rows, must be 0 to " + ROWS);
            }
            byte[] plain = new byte[2 * rows * Columns.BYTES_A_ROW];
            inflate(inflater, plain);
            ByteBuffer bytes = ByteBuffer.wrap(plain);
            return new Chunk(Columns.read(bytes, rows), Columns.read(bytes, rows));
        } catch (DataFormatException broken) {
            throw new IllegalArgumentException("not a chunk of a sweep: " + broken.getMessage(), broken);
        } finally {
            inflater.end();
        }
    }

    private static void inflate(Inflater inflater, byte[] into) throws DataFormatException {
        int at = 0;
        while (at < into.length) {
            int read = inflater.inflate(into, at, into.length - at);
            if (read == 0) {
                throw new DataFormatException("ends after " + at + " of " + into.length + " bytes");
            }
            at += read;
        }
    }
}
