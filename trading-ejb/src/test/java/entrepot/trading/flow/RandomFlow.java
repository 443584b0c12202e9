package entrepot.trading.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Lines of a file of orders, some of which cannot be right. */
final class RandomFlow {

    static final String HEADER = "time,action,order,side,price,size\n";
    private static final long BEGIN = 1_700_000_000_000_000_000L;

    private final SplittableRandom random;
    private final List<long[]> resting = new ArrayList<>();
    private long time = BEGIN;
    private long next = 1;

    RandomFlow(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** @param wrong share of lines that are likely wrong */
    List<String> lines(int count, double wrong) {
        List<String> lines = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            time += random.nextInt(3) == 0 ? 0 : random.nextInt(1_000_000);
            lines.add(random.nextDouble() < wrong ? broken() : right());
        }
        return lines;
    }

    private String right() {
        int what = random.nextInt(10);
        if (resting.isEmpty() || what < 5) {
            long[] order = {next++, random.nextBoolean() ? 1 : -1, random.nextInt(990, 1010), random.nextInt(1, 50)};
            resting.add(order);
            return line("ADD", order[0], order[1], order[2], order[3]);
        }
        int at = random.nextInt(resting.size());
        long[] order = resting.get(at);
        if (what == 9) {
            order[2] = random.nextInt(990, 1010);
            order[3] = random.nextInt(1, 50);
            return line("MODIFY", order[0], order[1], order[2], order[3]);
        }
        long size = random.nextInt(2) == 0 ? order[3] : random.nextLong(1, order[3] + 1);
        order[3] -= size;
        if (order[3] == 0) {
            resting.remove(at);
        }
        return what < 7 && order[3] == 0 ? time + ",cancel," + order[0] + ",,," : line(what < 7 ? "CANCEL" : "EXECUTE", order[0], order[1], order[2], size);
    }

    private String broken() {
        return switch (random.nextInt(6)) {
            case 0 -> line("EXECUTE", next + 1000, 1, 1000, 1);
            case 1 -> line("ADD", resting.isEmpty() ? next + 1000 : resting.get(0)[0], 1, 1000, random.nextInt(2));
            case 2 -> time + ",ADD," + next + ",BUY,abc,1";
            case 3 -> time - 5_000_000_000L + ",TRADE,,,10,1";
            case 4 -> resting.isEmpty() ? line("TRADE", 0, 1, 1000, -1) : line("CANCEL", resting.get(0)[0], resting.get(0)[1], resting.get(0)[2], 5000);
            default -> resting.isEmpty() ? line("TRADE", 0, 1, -3, 1) : line("EXECUTE", resting.get(0)[0], resting.get(0)[1], 2000, 1);
        };
    }

    private String line(String action, long order, long side, long price, long size) {
        return time + "," + action + "," + order + "," + (side > 0 ? "BUY" : "SELL") + "," + price / 100.0 + "," + size;
    }
}
