package entrepot.platform.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Each caller gets its own answer, whoever did the work. */
@Timeout(60)
class TogetherTest {

    private final ExecutorService callers = Executors.newFixedThreadPool(64);
    private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void whatComesAloneIsDoneAtOnceByItsCaller() {
        Together<Integer, String> together = together(2, 100);
        gate.countDown();
        assertThat(together.ask(7)).isEqualTo("7 by " + Thread.currentThread().getName());
    }

    @Test
    void whatComesWhileAllPlacesAreTakenIsOneGroup() throws Exception {
        Together<Integer, String> together = together(1, 100);
        List<Future<String>> answers = ask(together, 0, 1);
        until(() -> groups.size() == 1);
        answers.addAll(ask(together, 1, 20));
        until(() -> together.waiting() == 20);
        gate.countDown();
        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get(20, TimeUnit.SECONDS)).startsWith(i + " by ");
        }
        assertThat(groups).hasSize(2);
        assertThat(groups.get(1)).hasSize(20);
    }

    /** Without it the first to come again would be worked for alone, and the others wait for it. */
    @Test
    void whoWasAnsweredTogetherComesAgainTogether() throws Exception {
        Together<Integer, Integer> together = new Together<>(group -> {
            List<Integer> done = noted(group);
            sleep(group.size() > 1 ? 1600 : 0);
            return done;
        }, (one, other) -> true, 1, 100, 100);
        List<Future<Integer>> answers = new ArrayList<>(List.of(callers.submit(() -> together.ask(0))));
        until(() -> groups.size() == 1);
        for (int caller = 1; caller <= 20; caller++) {
            int asked = caller;
            answers.add(callers.submit(() -> {
                together.ask(asked);
                sleep(asked);
                return together.ask(asked);
            }));
        }
        until(() -> together.waiting() == 20);
        gate.countDown();
        for (Future<Integer> answer : answers) {
            answer.get(20, TimeUnit.SECONDS);
        }
        assertThat(groups.stream().map(List::size)).containsExactly(1, 20, 20);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void whatMayNotJoinIsAGroupOfItsOwn() throws Exception {
        Together<Integer, Integer> together = new Together<>(this::noted, (one, other) -> one % 2 == other % 2, 1, 100, 100);
        List<Future<Integer>> answers = new ArrayList<>();
        answers.add(callers.submit(() -> together.ask(0)));
        until(() -> groups.size() == 1);
        for (int asked : new int[] {2, 4, 1, 3, 6}) {
            answers.add(callers.submit(() -> together.ask(asked)));
            int waiting = answers.size() - 1;
            until(() -> together.waiting() == waiting);
        }
        gate.countDown();
        for (Future<Integer> answer : answers) {
            answer.get(20, TimeUnit.SECONDS);
        }
        assertThat(groups).containsExactly(List.of(0), List.of(2, 4), List.of(1, 3), List.of(6));
    }

    @Test
    void aFailureIsItsOwnCallersAlone() throws Exception {
        Together<Integer, Integer> together = new Together<>(group -> {
            noted(group);
            if (group.contains(13)) {
                throw new IllegalArgumentException("not " + 13);
            }
            return group;
        }, (one, other) -> true, 1, 100, 100);
        Future<Integer> first = callers.submit(() -> together.ask(0));
        until(() -> groups.size() == 1);
        Future<Integer> bad = callers.submit(() -> together.ask(13));
        List<Future<Integer>> good = new ArrayList<>();
        for (int i = 1; i < 10; i++) {
            int asked = i;
            good.add(callers.submit(() -> together.ask(asked)));
        }
        until(() -> together.waiting() == 10);
        gate.countDown();
        assertThat(first.get(20, TimeUnit.SECONDS)).isZero();
        assertThatThrownBy(() -> bad.get(20, TimeUnit.SECONDS)).hasRootCauseMessage("not 13");
        for (int i = 1; i < 10; i++) {
            assertThat(good.get(i - 1).get(20, TimeUnit.SECONDS)).isEqualTo(i);
        }
    }

    @Test
    void whoFindsTooManyWaitingIsToldAtOnce() throws Exception {
        Together<Integer, String> together = together(1, 3);
        List<Future<String>> answers = ask(together, 0, 1);
        until(() -> groups.size() == 1);
        answers.addAll(ask(together, 1, 3));
        until(() -> together.waiting() == 3);
        assertThatThrownBy(() -> together.ask(99)).isInstanceOf(QueueFull.class);
        gate.countDown();
        for (Future<String> answer : answers) {
            assertThat(answer.get(20, TimeUnit.SECONDS)).isNotBlank();
        }
    }

    @Test
    void nobodyIsLeftBehind() throws Exception {
        AtomicInteger at = new AtomicInteger();
        AtomicInteger largest = new AtomicInteger();
        Together<Integer, Integer> together = new Together<>(group -> {
            largest.accumulateAndGet(at.incrementAndGet(), Math::max);
            List<Integer> answers = group.stream().map(one -> one + 1).toList();
            Thread.yield();
            at.decrementAndGet();
            return answers;
        }, (one, other) -> one % 3 == other % 3, 2, 8, 1000);
        List<Future<Boolean>> all = new ArrayList<>();
        for (int caller = 0; caller < 64; caller++) {
            int number = caller;
            all.add(callers.submit(() -> {
                for (int round = 0; round < 500; round++) {
                    if (together.ask(number + round) != number + round + 1) {
                        return false;
                    }
                }
                return true;
            }));
        }
        for (Future<Boolean> one : all) {
            assertThat(one.get(30, TimeUnit.SECONDS)).isTrue();
        }
        assertThat(largest.get()).as("workers at a time").isLessThanOrEqualTo(2);
        assertThat(together.waiting()).isZero();
    }

    private Together<Integer, String> together(int workers, int longest) {
        return new Together<>(group -> noted(group).stream().map(one -> one + " by " + Thread.currentThread().getName()).toList(),
                (one, other) -> true, workers, 100, longest);
    }

    private List<Integer> noted(List<Integer> group) {
        groups.add(group);
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
        return group;
    }

    private List<Future<String>> ask(Together<Integer, String> together, int from, int count) {
        List<Future<String>> answers = new ArrayList<>();
        for (int i = from; i < from + count; i++) {
            int asked = i;
            answers.add(callers.submit(() -> together.ask(asked)));
        }
        return answers;
    }

    private static void until(BooleanSupplier holds) throws InterruptedException {
        while (!holds.getAsBoolean()) {
            Thread.sleep(1);
        }
    }
}
