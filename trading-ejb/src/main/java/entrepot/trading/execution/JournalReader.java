package entrepot.trading.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Reads a journal up to the first record that is torn or out of sequence. */
final class JournalReader {

    /**
     * Where a journal ends.
     *
     * @param sequence of the last record, 0 where there is none
     * @param file     in which the next record should be, null where there is none
     * @param offset   bytes before it
     * @param lost     up to which sequence the disk had all, by what records behind the end say: what is missing is no torn end then but
     *                 damage; 0 where there is no sign of it
     */
    record End(long sequence, Path file, long offset, long lost) {}

    private final List<Path> files;
    private long sequence;
    private Path file;
    private long offset;

    private JournalReader(List<Path> files) {
        this.files = files;
    }

    /** @param sink is given one record that is used again for the next */
    static End read(Path directory, Consumer<JournalRecord> sink) {
        try {
            return new JournalReader(Files.isDirectory(directory) ? JournalSegment.all(directory) : List.of()).read(sink);
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot read the journal in " + directory + ": " + failure + ". Let the server's user read it", failure);
        }
    }

    private End read(Consumer<JournalRecord> sink) throws IOException {
        int next = 0;
        boolean whole = true;
        while (whole && next < files.size()) {
            JournalSegment segment = JournalSegment.read(files.get(next++));
            whole = read(segment, sink);
        }
        return new End(sequence, file, offset, whole ? 0 : lost(next - 1));
    }

    /** @return whether all of its records were as they should be */
    private boolean read(JournalSegment segment, Consumer<JournalRecord> sink) {
        JournalRecord record = new JournalRecord(segment.words());
        file = JournalSegment.file(segment.file().getParent(), sequence + 1);
        offset = 0;
        if (segment.first() != sequence + 1) {
            return false;
        }
        for (int at = 0; at < segment.records(); at++) {
            offset = (long) at * JournalRecord.BYTES;
            record.at(at);
            if (!record.isIntact() || record.sequence() != sequence + 1) {
                return false;
            }
            sink.accept(record);
            sequence++;
        }
        offset = (long) segment.records() * JournalRecord.BYTES;
        return true;
    }

    /** A later record that says that the disk had the missing one. */
    private long lost(int from) throws IOException {
        long lost = 0;
        for (Path path : files.subList(from, files.size())) {
            JournalSegment segment = JournalSegment.read(path);
            JournalRecord record = new JournalRecord(segment.words());
            for (int at = 0; at < segment.records(); at++) {
                if (record.at(at).isIntact() && record.sequence() > sequence && record.forced() > sequence) {
                    lost = Math.max(lost, record.forced());
                }
            }
        }
        return lost;
    }
}
