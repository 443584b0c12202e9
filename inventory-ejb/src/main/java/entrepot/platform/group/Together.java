package entrepot.platform.group;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import java.util.function.Function;

/**
 * Does the work of several callers together, as group commit does. There is no thread of its own: a caller who
 * finds a worker's place free takes it and does what waits, its own work with it; the others sleep until theirs is done.
 * So work that comes alone is done at once, and groups grow only as long as all places are taken. Those of a group that was
 * answered are likely to come again: the next one is drawn when they are there, or a quarter of the time later that it took.
 *
 * <p>Work that fails in a group is done again one by one, and each failure is its own caller's.
 *
 * @param <T> what is asked
 * @param <R> what is answered
 */
public final class Together<T, R> {

    private final Function<List<T>, List<R>> work;
    private final BiPredicate<T, T> mayJoin;
    private final int most;
    private final int longest;
    private final Semaphore places;
    private final Deque<Waiting<T, R>> queue = new ArrayDeque<>();

    /** How many are likely to come again, and until when it is worth waiting for them; of the group that was answered last. */
    private int expected;
    private long patience;

    /**
     * @param work    answers a group, one answer each in the same order; a group that throws must have had no effect
     * @param mayJoin whether the second may be of the group of the first
     * @param workers groups at a time
     * @param most    asked of one group
     * @param longest that the queue may grow
     */
    public Together(Function<List<T>, List<R>> work, BiPredicate<T, T> mayJoin, int workers, int most, int longest) {
        this.work = work;
        this.mayJoin = mayJoin;
        this.most = most;
        this.longest = longest;
        this.places = new Semaphore(workers);
    }

    private static final class Waiting<T, R> {
        private final T asked;
        private final Semaphore wake = new Semaphore(0);
        private volatile boolean done;
        private R answer;
        private RuntimeException failure;

        private Waiting(T asked) {
            this.asked = asked;
        }

        private void answer(R given) {
            answer = given;
            done = true;
            wake.release();
        }

        private void fail(RuntimeException failed) {
            failure = failed;
            done = true;
            wake.release();
        }
    }

    /** @throws QueueFull at once, where too many wait already; and whatever the work throws for what was asked */
    public R ask(T asked) {
        var mine = new Waiting<T, R>(asked);
        enqueue(mine);
        while (!mine.done) {
            if (places.tryAcquire()) {
                try {
                    doNext();
                } finally {
                    places.release();
                    wakeNext();
                }
            } else {
                mine.wake.acquireUninterruptibly();
            }
        }
        if (mine.failure != null) {
            throw mine.failure;
        }
        return mine.answer;
    }

    /** How many wait for a worker. */
    public int waiting() {
        synchronized (queue) {
            return queue.size();
        }
    }

    private void enqueue(Waiting<T, R> mine) {
        synchronized (queue) {
            if (queue.size() >= longest) {
                throw new QueueFull(longest);
            }
            queue.add(mine);
            if (queue.size() >= expected) {
                queue.notifyAll();
            }
        }
    }

    /** Whoever gives a place back wakes the first in the queue, so that nobody is left asleep beside a free place. */
    private void wakeNext() {
        synchronized (queue) {
            if (!queue.isEmpty()) {
                queue.peek().wake.release();
            }
        }
    }

    private void doNext() {
        List<Waiting<T, R>> group = next();
        if (!group.isEmpty()) {
            long begun = System.nanoTime();
            work(group);
            expect(group.size(), System.nanoTime() - begun);
        }
    }

    private void expect(int answered, long took) {
        synchronized (queue) {
            expected = answered > 1 ? answered : 0;
            patience = System.nanoTime() + took / 4;
        }
    }

    private List<Waiting<T, R>> next() {
        synchronized (queue) {
            awaitExpected();
            List<Waiting<T, R>> group = new ArrayList<>();
            while (!queue.isEmpty() && group.size() < most
                    && (group.isEmpty() || mayJoin.test(group.get(0).asked, queue.peek().asked))) {
                group.add(queue.poll());
            }
            return group;
        }
    }

    private void awaitExpected() {
        long left = patience - System.nanoTime();
        while (queue.size() < expected && left > 0) {
            try {
                TimeUnit.NANOSECONDS.timedWait(queue, left);
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
                return;
            }
            left = patience - System.nanoTime();
        }
    }

    private void work(List<Waiting<T, R>> group) {
        List<R> answers;
        try {
            answers = work.apply(group.stream().map(waiting -> waiting.asked).toList());
        } catch (RuntimeException failure) {
            if (group.size() == 1) {
                group.get(0).fail(failure);
            } else {
                group.forEach(waiting -> work(List.of(waiting)));
            }
            return;
        } catch (Error failure) {
            group.forEach(waiting -> waiting.fail(new IllegalStateException("what was asked died with the worker", failure)));
            throw failure;
        }
        for (int i = 0; i < group.size(); i++) {
            group.get(i).answer(answers.get(i));
        }
    }
}
