package entrepot.trading.execution;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Commands in the order in which they came, in memory-mapped segments of fixed {@link JournalRecord records}. One thread appends; another one
 * forces what is new to the disk, a third has the next segment ready. What is appended outlives the process at once, also where it is killed;
 * what is {@link #forced()} outlives the machine.
 *
 * <p>Once anything fails all that comes later fails with the same words, so nothing is appended behind a gap.
 */
public final class Journal implements Closeable {

    /**
     * @param forceEvery     how often new records are forced; zero for at the close only
     * @param segmentRecords how many records a segment holds, 64 bytes each
     */
    public record Terms(Duration forceEvery, int segmentRecords) {

        public static final Terms USUAL = new Terms(Duration.ofMillis(1), 1 << 20);
        private static final int MOST = 1 << 24;

        public Terms {
            if (forceEvery.isNegative() || segmentRecords < 1 || segmentRecords > MOST) {
                throw new IllegalArgumentException("forceEvery is " + forceEvery + ", must not be negative; segmentRecords is " + segmentRecords
                        + ", must be from 1 to " + MOST);
            }
        }
    }

    private static final long WAIT_NANOS = 20_000;

    private final Path directory;
    private final Terms terms;
    private final FileChannel lock;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong forced = new AtomicLong();
    private final AtomicReference<JournalSegment> ready = new AtomicReference<>();
    private final Queue<JournalSegment> unforced = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, Journal::daemon);
    private volatile IOException failure;

    private JournalSegment segment;
    private JournalSegment forcing;
    private int at;
    private long sequence;

    private Journal(Path directory, Terms terms, FileChannel lock) {
        this.directory = directory;
        this.terms = terms;
        this.lock = lock;
    }

    /**
     * Reads what is there, cuts off a torn end and goes on behind it in a new segment.
     *
     * @param sink is given every record, one that is used again for the next
     * @throws UncheckedIOException  where it cannot be read or written
     * @throws IllegalStateException where somebody else writes it, or it is damaged before its end
     */
    public static Journal open(Path directory, Terms terms, Consumer<JournalRecord> sink) {
        try {
            Files.createDirectories(directory);
            Journal journal = new Journal(directory, terms, lock(directory));
            try {
                journal.begin(sink);
                return journal;
            } catch (IOException | RuntimeException failure) {
                journal.threads.shutdown();
                journal.lock.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw refused(directory, failure);
        }
    }

    private static FileChannel lock(Path directory) throws IOException {
        FileChannel lock = FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (lock.tryLock() != null) {
                return lock;
            }
        } catch (OverlappingFileLockException here) {
            // as below
        }
        lock.close();
        throw new IllegalStateException("the journal in " + directory + " is written by another venue: stop that one first");
    }

    private void begin(Consumer<JournalRecord> sink) throws IOException {
        JournalReader.End end = JournalReader.read(directory, sink);
        if (end.isDamaged()) {
            throw new IllegalStateException("record " + (end.sequence() + 1) + " of the journal is damaged, at byte " + end.offset() + " of "
                    + end.file() + ", and the disk once had all up to record " + end.lost() + ": bring back that file from a copy");
        }
        for (Path file : JournalSegment.all(directory)) {
            JournalSegment.cut(file, end.sequence());
        }
        sequence = end.sequence();
        written.set(sequence);
        forced.set(sequence);
        segment = JournalSegment.make(directory, sequence + 1, terms.segmentRecords());
        forcing = segment;
        JournalSegment.forceNames(directory);
        long following = segment.last() + 1;
        threads.execute(() -> attempt(() -> prepare(following)));
        if (!terms.forceEvery().isZero()) {
            long nanos = terms.forceEvery().toNanos();
            threads.scheduleAtFixedRate(() -> attempt(this::force), nanos, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** @return its sequence */
    long append(int code, long time, long order, long account, long price, long size) {
        check();
        if (at == segment.records()) {
            roll();
        }
        long next = sequence + 1;
        try {
            JournalRecord.write(segment.words(), at, next, code, next - forced.get(), time, order, account, price, size);
        } catch (InternalError fault) {
            failure = new IOException("the mapped file " + segment.file() + " has gone: " + fault.getMessage(), fault);
            check();
        }
        at++;
        sequence = next;
        written.lazySet(next);
        return next;
    }

    /** Sequence of the last record that was appended; it outlives the process. */
    public long written() {
        return written.get();
    }

    /**
     * Up to which sequence the disk has all.
     *
     * @throws UncheckedIOException where it will never have more, because a force failed
     */
    public long forced() {
        check();
        return forced.get();
    }

    /** By the thread that appends. Forces what is new and leaves no room behind it; nothing can be appended then. */
    @Override
    public void close() throws IOException {
        if (!lock.isOpen()) {
            return;
        }
        stop();
        try (lock) {
            if (failure == null) {
                force();
                failure = new IOException("it is closed");
                JournalSegment.cut(segment.file(), sequence);
                if (ready.get() != null) {
                    Files.delete(ready.get().file());
                }
                JournalSegment.forceNames(directory);
            }
        }
    }

    private void stop() throws IOException {
        threads.shutdown();
        try {
            if (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
                throw refused(directory, new IOException("the disk takes nothing for a minute"));
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while the journal in " + directory + " was forced");
        }
    }

    private void roll() {
        JournalSegment next = ready.getAndSet(null);
        while (next == null) {
            check();
            LockSupport.parkNanos(WAIT_NANOS);
            next = ready.getAndSet(null);
        }
        unforced.add(next);
        segment = next;
        at = 0;
        long following = next.last() + 1;
        threads.execute(() -> attempt(() -> prepare(following)));
    }

    private void prepare(long first) throws IOException {
        JournalSegment made = JournalSegment.make(directory, first, terms.segmentRecords());
        JournalSegment.forceNames(directory);
        ready.set(made);
    }

    private void force() {
        long to = written.get();
        long from = forced.get() + 1;
        while (forcing.last() < to) {
            if (from <= forcing.last()) {
                forcing.force(from, forcing.last());
            }
            forcing = unforced.remove();
            from = forcing.first();
        }
        if (from <= to) {
            forcing.force(from, to);
            forced.set(to);
        }
    }

    /** Thrown anew, so that it says where it was in the way. */
    private void check() {
        if (failure != null) {
            throw refused(directory, failure);
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    private void attempt(Work work) {
        if (failure == null) {
            try {
                work.run();
            } catch (IOException refused) {
                failure = refused;
            } catch (RuntimeException | Error broken) {
                failure = new IOException(broken);
            }
        }
    }

    private static UncheckedIOException refused(Path directory, IOException cause) {
        return new UncheckedIOException("cannot write the journal in " + directory + ": " + cause
                + ". Nothing was matched that is not in it; give it room and let the server's user write there, then start the venue again", cause);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "journal");
        thread.setDaemon(true);
        return thread;
    }
}
