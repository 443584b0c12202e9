package entrepot.trading.execution;

import entrepot.trading.execution.OrderBook.Level;
import entrepot.trading.execution.OrderBook.Result;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The same rules, as slow as they read: one list of all orders, sorted anew for each command. */
final class NaiveBook {

    private static final class Order {
        private final long id;
        private final long owner;
        private final BookSide side;
        private long price;
        private long size;
        private long came;

        private Order(Command command, long came) {
            id = command.id();
            owner = command.owner();
            side = command.side();
            price = command.price();
            size = command.size();
            this.came = came;
        }
    }

    private final List<Order> resting = new ArrayList<>();
    private final BookListener listener;
    private long clock;

    NaiveBook(BookListener listener) {
        this.listener = listener;
    }

    Result take(Command command) {
        clock++;
        boolean sized = command.op().equals("new") || command.op().equals("reduce");
        if (sized && command.size() <= 0) {
            return Result.WRONG_SIZE;
        }
        if (command.op().equals("new")) {
            place(new Order(command, clock), command.force());
            return Result.DONE;
        }
        List<Order> found = resting.stream().filter(order -> order.id == command.id() && order.owner == command.owner()).toList();
        if (found.isEmpty()) {
            return Result.UNKNOWN_ORDER;
        }
        Order order = found.get(0);
        if (command.op().equals("move")) {
            resting.remove(order);
            order.price = command.price();
            order.came = clock;
            trade(order, command.price());
            if (order.size > 0) {
                resting.add(order);
            }
            return Result.DONE;
        }
        long by = command.op().equals("cancel") ? order.size : Math.min(order.size, command.size());
        order.size -= by;
        if (order.size == 0) {
            resting.remove(order);
        }
        listener.reduced(order.id, order.price, by, order.size == 0);
        return Result.DONE;
    }

    private void place(Order order, TimeInForce force) {
        if (resting.stream().anyMatch(other -> other.id == order.id)) {
            listener.rejected(order.id, order.price, order.size);
            return;
        }
        boolean bid = order.side == BookSide.BID;
        long anyPrice = bid ? Long.MAX_VALUE : Long.MIN_VALUE;
        switch (force) {
            case GTC, IOC -> trade(order, order.price);
            case FOK -> {
                if (against(order.side, order.price).stream().mapToLong(other -> other.size).sum() >= order.size) {
                    trade(order, order.price);
                }
            }
            case FOK_BUDGET -> {
                List<Order> makers = against(order.side, anyPrice);
                int more = money(makers, order.size).compareTo(BigInteger.valueOf(order.price));
                if (makers.stream().mapToLong(other -> other.size).sum() >= order.size && (bid ? more <= 0 : more >= 0)) {
                    trade(order, anyPrice);
                }
            }
        }
        if (order.size > 0 && force == TimeInForce.GTC) {
            resting.add(order);
        } else if (order.size > 0) {
            listener.rejected(order.id, order.price, order.size);
        }
    }

    private static BigInteger money(List<Order> makers, long size) {
        BigInteger money = BigInteger.ZERO;
        long missing = size;
        for (Order maker : makers) {
            long traded = Math.min(maker.size, missing);
            money = money.add(BigInteger.valueOf(maker.price).multiply(BigInteger.valueOf(traded)));
            missing -= traded;
        }
        return money;
    }

    private void trade(Order taker, long worst) {
        for (Order maker : against(taker.side, worst)) {
            long size = Math.min(maker.size, taker.size);
            if (size > 0) {
                maker.size -= size;
                taker.size -= size;
                if (maker.size == 0) {
                    resting.remove(maker);
                }
                listener.traded(taker.id, maker.id, maker.price, size, maker.size == 0, taker.size == 0);
            }
        }
    }

    /** Whom it may trade with, the best price first, among equals the one that came first. */
    private List<Order> against(BookSide side, long worst) {
        boolean bid = side == BookSide.BID;
        Comparator<Order> best = Comparator.comparingLong(order -> bid ? order.price : -order.price);
        return resting.stream().filter(order -> order.side != side && (bid ? order.price <= worst : order.price >= worst))
                .sorted(best.thenComparingLong(order -> order.came)).toList();
    }

    /** Orders at rest, as if each were placed now with what is left of it. */
    List<Command> resting() {
        return resting.stream().map(order -> new Command("new", order.id, order.owner, order.side, TimeInForce.GTC, order.price, order.size)).toList();
    }

    List<Level> levels(BookSide side) {
        Comparator<Long> order = side == BookSide.ASK ? Comparator.naturalOrder() : Comparator.reverseOrder();
        Map<Long, Level> levels = new TreeMap<>(order);
        resting.stream().filter(one -> one.side == side).forEach(one -> levels.merge(one.price, new Level(one.price, one.size, 1),
                (first, second) -> new Level(one.price, first.volume() + second.volume(), first.orders() + second.orders())));
        return List.copyOf(levels.values());
    }
}
