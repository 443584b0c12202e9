package entrepot.trading.replay;

import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowAction;
import entrepot.trading.flow.FlowKind;
import entrepot.trading.order.OrderKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The rules of a replay once more: everything that happens is sorted by time first, own orders stand in one list with those of others, which is searched
 * from its front for everything, and money is decimal.
 */
final class SlowReplay {

    final List<String> fills = new ArrayList<>();
    final List<String> ends = new ArrayList<>();
    final List<String> worth = new ArrayList<>();
    BigDecimal cash;
    BigDecimal held = BigDecimal.ZERO;
    private final Flow flow;
    private final BigDecimal restingRate;
    private final BigDecimal takingRate;
    private final List<Stands> queue = new ArrayList<>();
    private final Map<Integer, Stands> own = new HashMap<>();
    private final Map<Integer, BigDecimal> quoteTaken = new HashMap<>();
    private int row = -1;
    private BigDecimal mid;

    SlowReplay(Flow flow, BigDecimal cash, BigDecimal restingRate, BigDecimal takingRate) {
        this.flow = flow;
        this.cash = cash;
        this.restingRate = restingRate;
        this.takingRate = takingRate;
    }

    /** An order that stands; an own one has a number. */
    private static final class Stands {
        private long id;
        private int number;
        private int side;
        private BigDecimal price;
        private BigDecimal left;
        private BigDecimal taken = BigDecimal.ZERO;

        private BigDecimal there() {
            return left.subtract(taken).max(BigDecimal.ZERO);
        }
    }

    /** @param rank of what happens at one time: the end of an interval, then rows, then what comes to the market */
    private record Step(long time, int rank, int place) {}

    void run(List<RandomFlowTrader.Told> told, long latency, long clock) {
        List<Step> steps = new ArrayList<>();
        TreeSet<Long> ends = new TreeSet<>();
        for (int at = 0; at < flow.size(); at++) {
            steps.add(new Step(flow.time(at), 1, at));
            ends.add((Math.floorDiv(flow.time(at), clock) + 1) * clock);
        }
        ends.forEach(end -> steps.add(new Step(end, 0, 0)));
        long last = flow.time(flow.size() - 1);
        for (int at = 0; at < told.size(); at++) {
            if (told.get(at).time() + latency < last) {
                steps.add(new Step(told.get(at).time() + latency, 2, at));
            }
        }
        steps.sort(Comparator.comparingLong(Step::time).thenComparingInt(Step::rank).thenComparingInt(Step::place));
        for (Step step : steps) {
            switch (step.rank()) {
                case 0 -> sample();
                case 1 -> happen(step.place());
                default -> come(told.get(step.place()));
            }
        }
    }

    private void sample() {
        if (mid != null) {
            worth.add(cash.add(mid.multiply(held).setScale(2, RoundingMode.HALF_UP)).toPlainString());
        }
    }

    private void happen(int at) {
        row = at;
        if (flow.kind() == FlowKind.QUOTES) {
            quote(at);
        } else {
            event(at);
        }
        if (best(1) != null && best(-1) != null) {
            mid = best(1).add(best(-1)).divide(BigDecimal.valueOf(2), 9, RoundingMode.FLOOR);
        }
    }

    // A row

    private void event(int at) {
        long id = flow.value(at, FlowKind.ORDER);
        int side = (int) flow.value(at, FlowKind.SIDE);
        BigDecimal price = decimal(flow.value(at, FlowKind.PRICE), 9);
        BigDecimal size = decimal(flow.value(at, FlowKind.SIZE), 6);
        Stands other = queue.stream().filter(one -> one.number == 0 && one.id == id).findFirst().orElse(null);
        switch (FlowAction.of(flow.value(at, FlowKind.ACTION))) {
            case ADD -> {
                Stands added = new Stands();
                added.id = id;
                added.side = side;
                added.price = price;
                added.left = size;
                queue.add(added);
                crosses(added);
            }
            case MODIFY -> {
                boolean keeps = other.price.compareTo(price) == 0 && size.compareTo(other.left) <= 0;
                other.price = price;
                other.left = size;
                if (!keeps) {
                    queue.remove(other);
                    queue.add(other);
                }
                crosses(other);
            }
            case CANCEL -> less(other, size);
            case EXECUTE -> {
                int place = queue.indexOf(other);
                fillOwn(side, size, one -> better(one, price) ? "TRADED_BEYOND"
                        : one.price.compareTo(price) == 0 && queue.indexOf(one) < place ? "REACHED_IN_QUEUE" : null, other);
                less(other, size);
            }
            case TRADE -> {
                BigDecimal left = size.subtract(fillOwn(1, size, one -> better(one, price) ? "TRADED_BEYOND" : null, null));
                fillOwn(-1, left, one -> better(one, price) ? "TRADED_BEYOND" : null, null);
            }
            case CLEAR -> {
                queue.stream().filter(one -> one.number > 0).forEach(one -> ends.add(one.number + " EXPIRED TIME"));
                queue.clear();
            }
        }
    }

    private void less(Stands other, BigDecimal size) {
        other.left = other.left.subtract(size);
        if (other.left.signum() == 0) {
            queue.remove(other);
        }
    }

    private void crosses(Stands other) {
        other.taken = other.taken.add(fillOwn(-other.side, other.there(),
                one -> better(one, other.price) || one.price.compareTo(other.price) == 0 ? "MET_BY_OTHER_SIDE" : null, null));
    }

    private void quote(int at) {
        for (int side : new int[] {-1, 1}) {
            BigDecimal price = best(side, at);
            if (at == 0 || price.compareTo(best(side, at - 1)) != 0) {
                quoteTaken.put(side, BigDecimal.ZERO);
            }
            BigDecimal met = fillOwn(-side, quoteThere(side), one -> better(one, price) || one.price.compareTo(price) == 0 ? "MET_BY_OTHER_SIDE" : null, null);
            quoteTaken.merge(side, met, BigDecimal::add);
        }
    }

    private BigDecimal quoteThere(int side) {
        return decimal(flow.value(row, side > 0 ? FlowKind.BID_SIZE : FlowKind.ASK_SIZE), 6).subtract(quoteTaken.get(side)).max(BigDecimal.ZERO);
    }

    private BigDecimal best(int side, int at) {
        return decimal(flow.value(at, side > 0 ? FlowKind.BID : FlowKind.ASK), 9);
    }

    private interface Rule {
        String of(Stands own);
    }

    private static boolean better(Stands one, BigDecimal price) {
        return one.side * one.price.compareTo(price) > 0;
    }

    /** @param executed order of another that is, or null */
    private BigDecimal fillOwn(int side, BigDecimal size, Rule rule, Stands executed) {
        List<Stands> mine = new ArrayList<>(queue.stream().filter(one -> one.number > 0 && one.side == side && rule.of(one) != null).toList());
        mine.sort((one, other) -> side * other.price.compareTo(one.price));
        BigDecimal left = size;
        for (Stands one : mine) {
            BigDecimal had = left.min(one.left);
            if (had.signum() > 0) {
                String why = rule.of(one);
                if (why.equals("REACHED_IN_QUEUE")) {
                    aheadIsGone(one, executed);
                }
                left = left.subtract(had);
                fill(one, had, one.price, restingRate, why);
            }
        }
        queue.removeIf(one -> one.number > 0 && one.left.signum() == 0);
        return size.subtract(left);
    }

    private void aheadIsGone(Stands one, Stands executed) {
        for (Stands before : queue.subList(0, queue.indexOf(one))) {
            if (before != executed && before.number == 0 && before.side == one.side && before.price.compareTo(one.price) == 0) {
                throw new AssertionError("order " + one.number + " is filled by row " + (row + 1) + " behind order " + before.id + ", which still stands");
            }
        }
    }

    // What comes to the market

    private void come(RandomFlowTrader.Told told) {
        if (told.ticket() == null) {
            Stands one = own.get(told.order());
            if (one != null && queue.remove(one)) {
                ends.add(one.number + " CANCELLED ASKED");
            }
            return;
        }
        Stands one = new Stands();
        one.number = told.order();
        one.side = told.ticket().side();
        one.price = told.ticket().kind() == OrderKind.MARKET ? null : decimal(told.ticket().limit(), 9);
        one.left = decimal(told.ticket().units(), 6);
        boolean mine = one.price != null && queue.stream().anyMatch(other -> other.number > 0 && other.side == -one.side && reaches(one, other.price));
        if (mine || told.ticket().postOnly() && best(-one.side) != null && reaches(one, best(-one.side))) {
            ends.add(one.number + " REJECTED WOULD_TAKE");
            return;
        }
        own.put(one.number, one);
        take(one);
        if (one.left.signum() > 0 && one.price != null) {
            queue.add(one);
        } else if (one.left.signum() > 0) {
            ends.add(one.number + " CANCELLED NOT_AT_ONCE");
        }
    }

    private static boolean reaches(Stands one, BigDecimal price) {
        return one.price == null || one.side * one.price.compareTo(price) >= 0;
    }

    private void take(Stands one) {
        if (flow.kind() == FlowKind.QUOTES) {
            BigDecimal price = best(-one.side, row);
            BigDecimal had = reaches(one, price) ? one.left.min(quoteThere(-one.side)) : BigDecimal.ZERO;
            if (had.signum() > 0) {
                quoteTaken.merge(-one.side, had, BigDecimal::add);
                fill(one, had, price, takingRate, "TAKEN_FROM_BOOK");
            }
            return;
        }
        List<BigDecimal> prices = queue.stream().filter(other -> other.number == 0 && other.side == -one.side && reaches(one, other.price)).map(other -> other.price)
                .distinct().sorted((a, b) -> one.side * a.compareTo(b)).toList();
        for (BigDecimal price : prices) {
            BigDecimal had = BigDecimal.ZERO;
            for (Stands other : queue) {
                if (other.number == 0 && other.side == -one.side && other.price.compareTo(price) == 0) {
                    BigDecimal more = one.left.subtract(had).min(other.there());
                    other.taken = other.taken.add(more);
                    had = had.add(more);
                }
            }
            if (had.signum() > 0) {
                fill(one, had, price, takingRate, "TAKEN_FROM_BOOK");
            }
        }
    }

    private void fill(Stands one, BigDecimal units, BigDecimal price, BigDecimal rate, String rule) {
        one.left = one.left.subtract(units);
        BigDecimal value = price.multiply(units).setScale(2, RoundingMode.HALF_UP);
        BigDecimal fee = value.multiply(rate).setScale(2, RoundingMode.HALF_UP);
        BigDecimal side = BigDecimal.valueOf(one.side);
        cash = cash.subtract(side.multiply(value)).subtract(fee);
        held = held.add(side.multiply(units));
        fills.add(one.number + " row " + (row + 1) + " " + side.multiply(units).stripTrailingZeros().toPlainString() + " at " + price.stripTrailingZeros().toPlainString() + " fee "
                + fee.toPlainString() + " " + rule);
        if (one.left.signum() == 0) {
            ends.add(one.number + " FILLED NONE");
        }
    }

    /** Of others; null where there are none. */
    private BigDecimal best(int side) {
        if (flow.kind() == FlowKind.QUOTES) {
            return flow.value(row, side > 0 ? FlowKind.BID_SIZE : FlowKind.ASK_SIZE) > 0 ? best(side, row) : null;
        }
        Comparator<BigDecimal> byPrice = Comparator.naturalOrder();
        return queue.stream().filter(other -> other.number == 0 && other.side == side).map(other -> other.price).max(side > 0 ? byPrice : byPrice.reversed()).orElse(null);
    }

    private static BigDecimal decimal(long value, int scale) {
        return BigDecimal.valueOf(value, scale);
    }
}
