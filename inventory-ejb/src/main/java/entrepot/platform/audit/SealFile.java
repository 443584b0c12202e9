package entrepot.platform.audit;

import entrepot.platform.sql.Database;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;

/**
 * The sealed postings as lines of {@code number hash text} in a file outside the database: the head of the audit chain
 * that a thief of the database does not have, and a redo log. What a crash kept from the file is appended on the next
 * round; a torn last line is cut off first.
 */
@ApplicationScoped
public class SealFile {

    private static final int GROUP = 2000;

    @Inject
    private Database database;

    private long shipped = -1;

    static Path path() {
        String folder = System.getProperty("entrepot.seals", System.getProperty("jboss.server.data.dir", "."));
        return Path.of(folder, "seals.log");
    }

    /** Appends what was sealed since. @return how many lines */
    public synchronized int ship() {
        try {
            if (shipped < 0) {
                shipped = lastNumber(path());
            }
            List<Sealed> lines = database.jdbi().withHandle(handle -> handle
                    .createQuery("SELECT s.number, s.posting_seq, s.hash, s.sealed_at, a.body FROM seal s JOIN audit_entry a"
                            + " ON a.posting_seq = s.posting_seq WHERE s.number > ? ORDER BY s.number LIMIT " + GROUP)
                    .bind(0, shipped)
                    .mapTo(Sealed.class)
                    .list());
            List<Sealed> dense = lines.subList(0, dense(lines, shipped));
            if (!dense.isEmpty()) {
                append(dense);
                shipped = dense.get(dense.size() - 1).number();
            }
            return dense.size();
        } catch (IOException failure) {
            shipped = -1;
            throw new UncheckedIOException("cannot write the sealed postings to " + path(), failure);
        }
    }

    /** How many follow {@code number} without a gap: what lies behind one is not believed, and stays out of the file. */
    static int dense(List<Sealed> lines, long number) {
        int count = 0;
        while (count < lines.size() && lines.get(count).number() == number + count + 1) {
            count++;
        }
        return count;
    }

    static String line(Sealed sealed) {
        return sealed.number() + " " + HexFormat.of().formatHex(sealed.hash()) + " " + sealed.text();
    }

    private static void append(List<Sealed> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Sealed sealed : lines) {
            text.append(line(sealed)).append('\n');
        }
        try (FileChannel file = FileChannel.open(path(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
            file.force(false);
        }
    }

    /** The number on the last whole line, 0 for an empty file; what follows the last line end is cut off. */
    static long lastNumber(Path path) throws IOException {
        if (!Files.exists(path)) {
            return 0;
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
            long end = lineEndBefore(file, file.length());
            file.setLength(end);
            if (end == 0) {
                return 0;
            }
            file.seek(lineEndBefore(file, end - 1));
            return Long.parseLong(file.readLine().split(" ", 2)[0]);
        }
    }

    /** The position after the last line end before {@code position}, or 0. */
    private static long lineEndBefore(RandomAccessFile file, long position) throws IOException {
        byte[] block = new byte[8192];
        long end = position;
        while (end > 0) {
            int length = (int) Math.min(block.length, end);
            file.seek(end - length);
            file.readFully(block, 0, length);
            for (int i = length - 1; i >= 0; i--) {
                if (block[i] == '\n') {
                    return end - length + i + 1;
                }
            }
            end -= length;
        }
        return 0;
    }
}
