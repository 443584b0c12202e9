package entrepot.inventory.valuation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Steps of several pools in an order in which they can be worked out: by date; within a date each pool by its ordinals, and
 * what arrives, is made, or comes back, after what it depends on; and of different pools what was numbered first, which on one server
 * is the order in which it was posted.
 */
final class Timeline {

    private static final Comparator<Step> COST_ORDER = Comparator.comparing(Step::date).thenComparingLong(Step::ordinal);

    private final List<Step> ordered = new ArrayList<>();
    private final Set<Long> done = new HashSet<>();

    // Of the day
    private final Set<Long> today = new HashSet<>();
    private final Map<Long, Integer> leaving = new HashMap<>();
    private final Map<Long, SortedSet<Long>> made = new HashMap<>();
    private final Queue<Deque<Step>> ready = new PriorityQueue<>(Comparator.comparingLong(pool -> pool.peek().movement()));
    private final Map<Long, List<Deque<Step>>> ofSource = new HashMap<>();
    private final Map<Long, List<Deque<Step>>> ofPair = new HashMap<>();

    private Timeline() {}

    static List<Step> of(Collection<Step> steps) {
        List<Step> sorted = steps.stream().sorted(COST_ORDER).toList();
        Timeline timeline = new Timeline();
        for (int from = 0, to; from < sorted.size(); from = to) {
            to = from + 1;
            while (to < sorted.size() && sorted.get(to).date().equals(sorted.get(from).date())) {
                to++;
            }
            timeline.day(sorted.subList(from, to));
        }
        return timeline.ordered;
    }

    private void day(List<Step> steps) {
        Map<Long, Deque<Step>> pools = new TreeMap<>();
        today.clear();
        leaving.clear();
        made.clear();
        for (Step step : steps) {
            pools.computeIfAbsent(step.pool(), pool -> new ArrayDeque<>()).add(step);
            today.add(step.movement());
            if (step.basis().leadsPair()) {
                leaving.merge(step.pair(), 1, Integer::sum);
            }
            if (step.basis() == Basis.MADE) {
                made.computeIfAbsent(step.pair(), fresh -> new TreeSet<>()).add(step.movement());
            }
        }
        pools.values().forEach(this::queue);
        for (int left = steps.size(); left > 0; left--) {
            if (ready.isEmpty()) {
                throw stuck(pools.values());
            }
            Deque<Step> pool = ready.poll();
            take(pool.poll());
            queue(pool);
        }
    }

    /** By its first step, which stays the first until it is taken. */
    private void queue(Deque<Step> pool) {
        if (pool.isEmpty()) {
            return;
        }
        Step first = pool.peek();
        if (isReady(first)) {
            ready.add(pool);
        } else {
            (first.basis().followsPair() ? ofPair : ofSource).computeIfAbsent(first.basis().followsPair() ? first.pair() : first.source(),
                    fresh -> new ArrayList<>()).add(pool);
        }
    }

    private boolean isReady(Step step) {
        if (step.basis().followsPair()) {
            boolean first = step.basis() != Basis.MADE || made.get(step.pair()).first() == step.movement();
            return first && leaving.getOrDefault(step.pair(), 0) == 0;
        }
        return step.source() == null || !today.contains(step.source()) || done.contains(step.source());
    }

    private void take(Step step) {
        ordered.add(step);
        done.add(step.movement());
        ask(ofSource.remove(step.movement()));
        if (step.basis().leadsPair()) {
            leaving.merge(step.pair(), -1, Integer::sum);
            ask(ofPair.remove(step.pair()));
        }
        if (step.basis() == Basis.MADE) {
            made.get(step.pair()).remove(step.movement());
            ask(ofPair.remove(step.pair()));
        }
    }

    private void ask(List<Deque<Step>> waited) {
        if (waited != null) {
            waited.forEach(this::queue);
        }
    }

    private static Unvaluable stuck(Collection<Deque<Step>> queues) {
        Step first = queues.stream().filter(queue -> !queue.isEmpty()).findFirst().orElseThrow().peek();
        return new Unvaluable(first, "no-order", "movement " + first.movement() + " of " + first.date()
                + " needs what comes only after it");
    }
}
