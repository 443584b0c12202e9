package entrepot.platform.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The shipped file, read beside the database. What is written after its end was once reached is not read. Bytes that are
 * no text are read as a sign that no line has, so that a damaged line differs and is not an error.
 */
public final class ShippedSeals implements AutoCloseable {

    private final BufferedReader reader;
    private long lines;
    private long position;
    private boolean ended;
    private String last;

    private ShippedSeals(BufferedReader reader, long position) {
        this.reader = reader;
        this.position = position;
    }

    public static ShippedSeals open() {
        return open(SealFile.path(), 0);
    }

    /** From where another reading had got to. */
    public static ShippedSeals open(long position) {
        return open(SealFile.path(), position);
    }

    static ShippedSeals open(Path path, long position) {
        try {
            if (!Files.exists(path) || Files.size(path) < position) {
                return new ShippedSeals(null, position);
            }
            InputStream in = Files.newInputStream(path);
            in.skipNBytes(position);
            return new ShippedSeals(new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)), position);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the sealed postings in " + path, failure);
        }
    }

    /** How many lines were read. */
    public long lines() {
        return lines;
    }

    /** The place in the file after the last line read. */
    public long position() {
        return position;
    }

    /** The line that was read last; empty at the end of the file. */
    public Optional<String> last() {
        return Optional.ofNullable(last);
    }

    /** @return whether there was a line, and it says what {@code sealed} says; empty at the end of the file */
    public Optional<Boolean> agrees(Sealed sealed) {
        String next = next();
        if (next == null) {
            return Optional.empty();
        }
        String expected = sealed.body() == null ? "" : SealFile.line(sealed);
        if (expected.length() > next.length() && expected.startsWith(next) && isLast(next)) {
            return Optional.empty(); // it is just being written
        }
        return Optional.of(next.equals(expected));
    }

    private boolean isLast(String line) {
        long after = position;
        if (next() != null) {
            return false;
        }
        lines--;
        position = after - bytes(line);
        return true;
    }

    /** What the next line begins with, its number if it is whole; empty at the end of the file. */
    public Optional<String> nextNumber() {
        String next = next();
        return next == null ? Optional.empty() : Optional.of(next.split(" ", 2)[0]);
    }

    private String next() {
        try {
            last = reader == null || ended ? null : reader.readLine();
            ended = last == null;
            lines += ended ? 0 : 1;
            position += ended ? 0 : bytes(last);
            return last;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the sealed postings after line " + lines, failure);
        }
    }

    private static long bytes(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length + 1L;
    }

    @Override
    public void close() {
        try {
            if (reader != null) {
                reader.close();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot close the sealed postings", failure);
        }
    }
}
