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
import java.util.Set;
import java.util.TreeMap;

/**
 * Steps of several pools in an order in which they can be worked out: by date; within a date each pool by its ordinals, and
 * what arrives, or comes back, after what it depends on, and returns of one source one after the other as they were numbered.
 */
final class Timeline {

    private static final Comparator<Step> COST_ORDER = Comparator.comparing(Step::date).thenComparingLong(Step::ordinal);

    private final List<Step> ordered = new ArrayList<>();
    private final Set<Long> done = new HashSet<>();
    private final Map<Long, Integer> leaving = new HashMap<>();
    private final Map<Long, PriorityQueue<Long>> returns = new HashMap<>();

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
        Set<Long> today = new HashSet<>();
        leaving.clear();
        returns.clear();
        for (Step step : steps) {
            pools.computeIfAbsent(step.pool(), pool -> new ArrayDeque<>()).add(step);
            today.add(step.movement());
            if (step.basis() == Basis.LEAVES_FOR) {
                leaving.merge(step.pair(), 1, Integer::sum);
            }
            if (step.basis().returns()) {
                returns.computeIfAbsent(step.source(), fresh -> new PriorityQueue<>()).add(step.movement());
            }
        }
        int left = steps.size();
        while (left > 0) {
            int before = left;
            for (Deque<Step> queue : pools.values()) {
                while (!queue.isEmpty() && isReady(queue.peek(), today)) {
                    take(queue.poll());
                    left--;
                }
            }
            if (left == before && returns.isEmpty()) {
                throw stuck(pools.values());
            }
            if (left == before) {
                returns.clear(); // numbers of several servers need not follow each other
            }
        }
    }

    private boolean isReady(Step step, Set<Long> today) {
        if (step.basis().followsPair()) {
            return leaving.getOrDefault(step.pair(), 0) == 0;
        }
        if (step.basis().returns() && returns.containsKey(step.source()) && returns.get(step.source()).peek() != step.movement()) {
            return false;
        }
        return step.source() == null || !today.contains(step.source()) || done.contains(step.source());
    }

    private void take(Step step) {
        ordered.add(step);
        done.add(step.movement());
        if (step.basis() == Basis.LEAVES_FOR) {
            leaving.merge(step.pair(), -1, Integer::sum);
        }
        if (step.basis().returns() && returns.containsKey(step.source())) {
            returns.get(step.source()).remove(step.movement());
        }
    }

    private static Unvaluable stuck(Collection<Deque<Step>> queues) {
        Step first = queues.stream().filter(queue -> !queue.isEmpty()).findFirst().orElseThrow().peek();
        return new Unvaluable(first, "no-order", "movement " + first.movement() + " of " + first.date()
                + " needs what comes only after it");
    }
}
