package entrepot.trading.execution;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** Keeps others off a journal, and in two lines whose it is and up to which record the disk had all when it was closed. */
record JournalLock(FileChannel file, String name, long had) implements Closeable {

    /** @throws IllegalStateException where another one has it, or the journal is another's */
    static JournalLock of(Path directory, String name) throws IOException {
        FileChannel file = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        boolean mine = false;
        try {
            if (!taken(file)) {
                throw new IllegalStateException("the journal in " + directory + " is written by another venue: stop that one first");
            }
            List<String> lines = lines(file);
            boolean fresh = lines.size() < 2;
            if (!fresh && !lines.get(0).equals(name)) {
                throw new IllegalStateException("the journal in " + directory + " is of " + lines.get(0) + ", not of " + name + ": give the right directory");
            }
            JournalLock lock = new JournalLock(file, name, fresh ? 0 : Long.parseLong(lines.get(1)));
            if (fresh) {
                lock.note(0);
            }
            mine = true;
            return lock;
        } finally {
            if (!mine) {
                file.close();
            }
        }
    }

    private static boolean taken(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException here) {
            return false;
        }
    }

    private static List<String> lines(FileChannel file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(file.size(), Short.MAX_VALUE));
        file.read(bytes, 0);
        return new String(bytes.array(), StandardCharsets.UTF_8).lines().toList();
    }

    void note(long forced) throws IOException {
        file.truncate(0).write(StandardCharsets.UTF_8.encode(name + "\n" + forced + "\n"), 0);
        file.force(true);
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
