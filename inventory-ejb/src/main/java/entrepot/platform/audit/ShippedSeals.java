package entrepot.platform.audit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Optional;

/** The shipped file, read from its start beside the database. What is written after its end was once reached is
 * not read. */
public final class ShippedSeals implements AutoCloseable {

    private final BufferedReader reader;
    private long line;
    private boolean ended;

    private ShippedSeals(BufferedReader reader) {
        this.reader = reader;
    }

    public static ShippedSeals open() {
        return open(SealFile.path());
    }

    static ShippedSeals open(Path path) {
        try {
            return new ShippedSeals(Files.exists(path) ? Files.newBufferedReader(path, StandardCharsets.UTF_8) : null);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the sealed postings in " + path, failure);
        }
    }

    /** How many lines were read. */
    public long line() {
        return line;
    }

    /** @return whether there was a line, and it says what {@code sealed} says; empty at the end of the file */
    public Optional<Boolean> agrees(Sealed sealed) {
        String next = next();
        if (next == null) {
            return Optional.empty();
        }
        String expected = SealFile.line(sealed);
        if (expected.length() > next.length() && expected.startsWith(next) && next() == null) {
            line--; // it is just being written
            return Optional.empty();
        }
        return Optional.of(next.equals(expected));
    }

    /** The number on the next line; empty at the end of the file. */
    public Optional<Long> nextNumber() {
        String next = next();
        return next == null ? Optional.empty() : Optional.of(Long.parseLong(next.split(" ", 2)[0]));
    }

    private String next() {
        try {
            String next = reader == null || ended ? null : reader.readLine();
            ended = next == null;
            line += ended ? 0 : 1;
            return next;
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the sealed postings after line " + line, failure);
        }
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
