package entrepot.trading.execution;

import entrepot.trading.risk.RiskGate;
import entrepot.trading.risk.Verdict;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/** Commands for a venue, near its limits and beyond; the same seed gives the same. */
final class RandomCommands {

    static final long ACCOUNTS = 3;
    /** Of the clock, nanoseconds: commands are often a second apart to the nanosecond. */
    private static final long STEP = 25_000_000;

    /** @param huge whether limits, sizes and prices are often near the largest there are */
    record Market(long middle, int prices, boolean huge) {}

    record Timed(long time, Command command) {}

    private final SplittableRandom random;
    private final Market market;
    private final Deque<Command> first = new ArrayDeque<>();
    private long time;
    private long ids;

    RandomCommands(long seed, Market market) {
        this.random = new SplittableRandom(seed);
        this.market = market;
        first.add(reference(market.middle()));
        for (long account = 0; account < ACCOUNTS; account++) {
            for (Verdict limit : Verdict.values()) {
                if (limit.isLimit()) {
                    first.add(limit(account, limit));
                }
            }
        }
    }

    Timed next() {
        time += STEP * (random.nextInt(20) == 0 ? -random.nextInt(4) : random.nextInt(4));
        return new Timed(time, first.isEmpty() ? draw() : first.remove());
    }

    private Command draw() {
        int kind = random.nextInt(1_000);
        long account = random.nextLong(ACCOUNTS);
        if (kind < 4) {
            return reference(market.huge() && random.nextInt(8) == 0 ? RiskGate.MOST_REFERENCE * random.nextInt(-1, 2)
                    : market.middle() + random.nextInt(-market.prices(), market.prices()) / 4);
        }
        if (kind < 12) {
            return limit(account, Verdict.values()[random.nextInt(2, Verdict.values().length)]);
        }
        if (kind < 50) {
            return new Command(kind < 13 ? "haltAll" : kind < 15 ? "halt" : kind < 30 ? "resume" : "resumeAll", 0, account, null, null, 0, 0);
        }
        BookSide side = random.nextBoolean() ? BookSide.BID : BookSide.ASK;
        long known = Math.max(0, ids - 1 - random.nextInt(60));
        long owner = random.nextInt(30) == 0 ? 9 : known % ACCOUNTS;
        if (kind < 550) {
            long id = random.nextInt(100) == 0 ? known : ids++;
            TimeInForce force = TimeInForce.values()[Math.max(0, random.nextInt(8) - 4)];
            long size = size();
            return new Command("new", id, id % ACCOUNTS, side, force, force == TimeInForce.FOK_BUDGET ? price() * size + random.nextInt(-5, 6) : price(), size);
        }
        return new Command(kind < 720 ? "cancel" : kind < 780 ? "reduce" : "move", known, owner, null, null, price(), size());
    }

    private static Command reference(long price) {
        return new Command("reference", 0, 0, null, null, price, 0);
    }

    private Command limit(long account, Verdict limit) {
        long usual = switch (limit) {
            case ORDER_QUANTITY -> 28;
            case PRICE_COLLAR -> market.prices() / 2;
            case ORDER_NOTIONAL -> market.huge() ? limit.most() / 2 : 25 * (market.middle() + market.prices() / 4);
            case OPEN_ORDERS -> 6;
            case ORDER_RATE -> 4;
            default -> 100;
        };
        boolean most = limit != Verdict.ORDER_RATE && market.huge() && random.nextInt(3) > 0;
        return new Command("limit", limit.ordinal(), account, null, null, 0, most ? limit.most() : usual - random.nextLong(usual / 3 + 1));
    }

    private long size() {
        if (market.huge() && random.nextInt(4) == 0) {
            return switch (random.nextInt(4)) {
                case 0 -> Long.MAX_VALUE - random.nextInt(2);
                case 1 -> Long.MIN_VALUE + random.nextInt(2);
                case 2 -> (1L << 40) + random.nextInt(-1, 2);
                default -> 1L << random.nextInt(64);
            };
        }
        return random.nextInt(50) == 0 ? 0 : 1 + random.nextInt(30);
    }

    private long price() {
        if (market.huge() && random.nextInt(10) == 0) {
            return random.nextInt(2) == 0 ? Long.MAX_VALUE - random.nextInt(2) : Long.MIN_VALUE + random.nextInt(2);
        }
        return market.middle() + (long) (market.prices() * (random.nextDouble() - 0.5) * (random.nextInt(10) == 0 ? 1.5 : random.nextDouble()));
    }
}
