package entrepot.trading.execution;

import static java.math.BigInteger.valueOf;

import entrepot.trading.execution.OrderBook.Result;
import entrepot.trading.risk.Verdict;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The same limits in numbers of any size: all fills, orders at rest and approvals are counted anew for each command. */
final class NaiveVenue {

    private record Fill(long owner, BookSide side, long size) {}

    private record Approval(long owner, long time) {}

    private final Told told = new Told();
    private final NaiveBook book = new NaiveBook(told);
    private final List<Fill> fills = new ArrayList<>();
    private final List<Approval> approvals = new ArrayList<>();
    private final Map<Long, Map<Verdict, Long>> limits = new HashMap<>();
    private final Set<Long> halted = new HashSet<>();
    private boolean allHalted;
    private long reference;
    Verdict verdict = Verdict.APPROVED;
    BigInteger sent = BigInteger.ZERO;
    List<Told.Event> events = List.of();

    Result take(Command command, long time) {
        events = List.of();
        switch (command.op()) {
            case "limit" -> limits.computeIfAbsent(command.owner(), any -> new HashMap<>()).put(Verdict.values()[(int) command.id()], command.size());
            case "halt" -> halted.add(command.owner());
            case "resume" -> halted.remove(command.owner());
            case "haltAll" -> allHalted = true;
            case "resumeAll" -> allHalted = false;
            case "reference" -> reference = command.price();
            default -> {
                return trade(command, time);
            }
        }
        return Result.DONE;
    }

    private Result trade(Command command, long time) {
        List<Command> before = book.resting();
        Command order = command.op().equals("new") && command.size() > 0 ? command : moved(command, before);
        if (order != null && !isApproved(order, command.op().equals("move"), Math.max(approvals.stream().filter(one -> one.owner() == command.owner()).mapToLong(Approval::time).max().orElse(time), time))) {
            return Result.REFUSED;
        }
        Result result = book.take(command);
        events = told.take();
        for (Told.Event event : events) {
            if (event.kind().equals("TRADE")) {
                Command maker = before.stream().filter(one -> one.id() == event.maker()).findAny().orElseThrow();
                fills.add(new Fill(maker.owner(), maker.side(), event.size()));
                fills.add(new Fill(command.owner(), maker.side().opposite(), event.size()));
            }
        }
        return result;
    }

    /** The order that a move would leave, null where it is no move or nobody's. */
    private static Command moved(Command command, List<Command> resting) {
        return resting.stream().filter(one -> command.op().equals("move") && one.id() == command.id() && one.owner() == command.owner())
                .map(one -> new Command("new", one.id(), one.owner(), one.side(), one.force(), command.price(), one.size())).findAny().orElse(null);
    }

    private boolean isApproved(Command order, boolean moves, long time) {
        sent = BigInteger.ZERO;
        if (allHalted || halted.contains(order.owner())) {
            verdict = Verdict.HALTED;
            return false;
        }
        boolean bid = order.side() == BookSide.BID;
        boolean budget = order.force() == TimeInForce.FOK_BUDGET;
        BigInteger size = valueOf(order.size());
        BigInteger open = open(order.owner(), order.side()).add(moves ? BigInteger.ZERO : size);
        BigInteger held = valueOf(position(order.owner()));
        BigInteger[] lots = valueOf(order.price()).divideAndRemainder(size);
        BigInteger other = lots[0].add(valueOf(lots[1].signum()));
        BigInteger distance = budget ? distance(lots[0]).max(distance(other)) : distance(valueOf(order.price()));
        BigInteger money = valueOf(order.price()).multiply(budget ? BigInteger.ONE : size).abs();
        boolean within = fits(order, Verdict.ORDER_QUANTITY, size) && fits(order, Verdict.PRICE_COLLAR, distance)
                && fits(order, Verdict.ORDER_NOTIONAL, money)
                && (moves || order.force() != TimeInForce.GTC || fits(order, Verdict.OPEN_ORDERS, valueOf(orders(order.owner()) + 1)))
                && (bid ? fits(order, Verdict.LONG_POSITION, held.add(open)) : fits(order, Verdict.SHORT_POSITION, open.subtract(held)))
                && fits(order, Verdict.ORDER_RATE, valueOf(1 + approvals.stream()
                        .filter(one -> one.owner() == order.owner() && time - one.time() < 1_000_000_000).count()));
        if (within) {
            verdict = Verdict.APPROVED;
            sent = BigInteger.ZERO;
            approvals.add(new Approval(order.owner(), time));
        }
        return within;
    }

    private BigInteger distance(BigInteger price) {
        return price.subtract(valueOf(reference)).abs();
    }

    private boolean fits(Command order, Verdict limit, BigInteger value) {
        boolean fits = value.compareTo(valueOf(limit(order.owner(), limit))) <= 0;
        if (!fits) {
            verdict = limit;
            sent = limit == Verdict.ORDER_RATE ? valueOf(limit(order.owner(), limit) + 1) : value.min(valueOf(Long.MAX_VALUE));
        }
        return fits;
    }

    long limit(long owner, Verdict limit) {
        return limits.getOrDefault(owner, Map.of()).getOrDefault(limit, 0L);
    }

    long position(long owner) {
        return fills.stream().filter(fill -> fill.owner() == owner).mapToLong(fill -> fill.side() == BookSide.BID ? fill.size() : -fill.size()).sum();
    }

    BigInteger open(long owner, BookSide side) {
        return resting(owner).filter(one -> one.side() == side).map(one -> valueOf(one.size())).reduce(BigInteger.ZERO, BigInteger::add);
    }

    long orders(long owner) {
        return resting(owner).count();
    }

    private Stream<Command> resting(long owner) {
        return book.resting().stream().filter(one -> one.owner() == owner);
    }
}
