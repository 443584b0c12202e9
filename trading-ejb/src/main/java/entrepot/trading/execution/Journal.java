package entrepot.trading.execution;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final JournalLock lock;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong forced = new AtomicLong();
    private final AtomicReference<JournalSegment> ready = new AtomicReference<>();
    private final Queue<JournalSegment> unforced = new ConcurrentLinkedQueue<>();
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(2, Journal::daemon);
    /** Why nothing is appended any more. */
    private volatile IOException failure;
    /** Whether the disk will have no more, which is not yet so where only the next segment could not be made. */
    private volatile boolean stuck;
    private boolean closed;

    private JournalSegment segment;
    private JournalSegment forcing;
    private int at;
    private long sequence;

    private Journal(Path directory, Terms terms, JournalLock lock) {
        this.directory = directory;
        this.terms = terms;
        this.lock = lock;
    }

    /**
     * Reads what is there, cuts off a torn end and goes on behind it in a new segment.
     *
     * @param name of whose commands they are, one line; it stays with the journal
     * @param sink is given every record, one that is used again for the next
     * @throws UncheckedIOException  where it cannot be read or written
     * @throws IllegalStateException where somebody else writes it, it is another's, or it is damaged before its end
     */
    static Journal open(Path directory, String name, Terms terms, Consumer<JournalRecord> sink) {
        try {
            Files.createDirectories(directory);
            Journal journal = new Journal(directory, terms, JournalLock.of(directory, name));
            boolean begun = false;
            try {
                journal.begin(sink);
                begun = true;
                return journal;
            } finally {
                if (!begun) {
                    journal.threads.shutdown();
                    journal.lock.close();
                }
            }
        } catch (IOException failure) {
            throw refused(directory, failure);
        }
    }

    private void begin(Consumer<JournalRecord> sink) throws IOException {
        long had = lock.had();
        JournalReader.End end = JournalReader.read(directory, sink);
        long lost = Math.max(end.lost(), had > end.sequence() ? had : 0);
        if (lost > 0) {
            Path file = end.file() == null ? JournalSegment.file(directory, end.sequence() + 1) : end.file();
            throw new IllegalStateException("record " + (end.sequence() + 1) + " of the journal is "
                    + (Files.exists(file) ? "damaged, at byte " + end.offset() + " of " + file : "missing, with the file " + file)
                    + ", and the disk once had all up to record " + lost + ": bring back that file from a copy");
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
            threads.scheduleAtFixedRate(this::forceOnce, nanos, nanos, TimeUnit.NANOSECONDS);
        }
    }

    /** @return its sequence */
    long append(int code, long time, long order, long account, long price, long size) {
        if (closed) {
            throw new IllegalStateException("the journal in " + directory + " is closed");
        }
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
        if (stuck) {
            check();
        }
        return forced.get();
    }

    /**
     * By the thread that appends. Forces what is new and leaves no room behind it; nothing can be appended then.
     *
     * @throws UncheckedIOException where anything had failed; what could be forced is
     */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        stop();
        try (lock) {
            forceOnce();
            if (!stuck) {
                JournalSegment.cut(segment.file(), sequence);
                if (ready.get() != null) {
                    Files.delete(ready.get().file());
                }
                JournalSegment.forceNames(directory);
                lock.note(sequence);
            }
            if (failure != null) {
                throw refused(directory, failure);
            }
        }
    }

    private void forceOnce() {
        if (!stuck) {
            try {
                force();
            } catch (RuntimeException | Error broken) {
                stuck = true;
                failure = new IOException(broken);
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
        return new UncheckedIOException("cannot write the journal in " + directory + ": " + cause.getClass().getSimpleName() + " " + cause.getMessage()
                + ". Nothing was matched that is not in it; give it room and let the server's user write there, then start the venue again", cause);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "journal");
        thread.setDaemon(true);
        return thread;
    }
}
