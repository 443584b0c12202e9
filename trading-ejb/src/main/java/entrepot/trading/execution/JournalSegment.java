package entrepot.trading.execution;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A file of the journal, named by the sequence of its first record. A mapping is given back when the collector finds it: Java 17 has no other way.
 *
 * @param records how many it has room for
 */
record JournalSegment(Path file, long first, int records, MappedByteBuffer bytes, LongBuffer words) {

    private static final String SUFFIX = ".journal";
    private static final int PAGE = 4096;

    /** All zeros, written and not left out, so that a full disk is known now and not in the middle of a record; its pages are mapped already. */
    static JournalSegment make(Path directory, long first, int records) throws IOException {
        Path file = file(directory, first);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long size = (long) records * JournalRecord.BYTES;
            ByteBuffer zeros = ByteBuffer.allocateDirect((int) Math.min(size, 1 << 20));
            for (long written = 0; written < size; ) {
                zeros.position(0).limit((int) Math.min(zeros.capacity(), size - written));
                written += channel.write(zeros);
            }
            JournalSegment made = of(file, first, channel.map(MapMode.READ_WRITE, 0, size));
            for (int at = 0; at < size; at += PAGE) {
                made.bytes.put(at, (byte) 0);
            }
            return made;
        }
    }

    /** Whole records only. */
    static JournalSegment read(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size() / JournalRecord.BYTES * JournalRecord.BYTES;
            return of(file, first(file), channel.map(MapMode.READ_ONLY, 0, size));
        }
    }

    private static JournalSegment of(Path file, long first, MappedByteBuffer bytes) {
        bytes.order(ByteOrder.LITTLE_ENDIAN);
        return new JournalSegment(file, first, bytes.capacity() / JournalRecord.BYTES, bytes, bytes.asLongBuffer());
    }

    /** In the order of their records. */
    static List<Path> all(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{19}" + SUFFIX)).sorted().toList();
        }
    }

    static Path file(Path directory, long first) {
        return directory.resolve(String.format("%019d", first) + SUFFIX);
    }

    static long first(Path file) {
        return Long.parseLong(file.getFileName().toString().replace(SUFFIX, ""));
    }

    /** @param from sequence of the first record, @param to of the last; of this segment only */
    void force(long from, long to) {
        int begin = (int) (from - first) * JournalRecord.BYTES;
        bytes.force(begin, (int) (to - first + 1) * JournalRecord.BYTES - begin);
    }

    long last() {
        return first + records - 1;
    }

    /** Nothing of it is left on the disk but the records up to a sequence; without one it is gone. */
    static void cut(Path file, long to) throws IOException {
        if (to < first(file)) {
            Files.delete(file);
            return;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate((to - first(file) + 1) * JournalRecord.BYTES);
            channel.force(true);
        }
    }

    /** Which files there are is on the disk. */
    static void forceNames(Path directory) throws IOException {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
