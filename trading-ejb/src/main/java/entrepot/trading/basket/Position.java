package entrepot.trading.basket;

import java.util.ArrayList;
import java.util.List;

/** What is held of one instrument, and all the money that went in and came out. Money is minor units, units are millionths. */
final class Position {

    private final int member;
    private final List<Holding> ended = new ArrayList<>();
    private long units;
    private long bought;
    private long sold;
    private long fees;
    private long borrow;
    private long dividends;
    private long splits;
    private long flow;
    private int side;
    private int from;

    Position(int member) {
        this.member = member;
    }

    int member() {
        return member;
    }

    long units() {
        return units;
    }

    /** @param traded above zero where bought; never through zero; @param value not below 0 */
    void trade(int day, long traded, long value, long fee) {
        if (units == 0) {
            from = day;
            side = Long.signum(traded);
            flow = 0;
        }
        bought += traded > 0 ? value : 0;
        sold += traded < 0 ? value : 0;
        fees += fee;
        flow += (traded > 0 ? -value : value) - fee;
        units = Math.addExact(units, traded);
        endIfNothingIsLeft(day);
    }

    void borrow(long paid) {
        borrow += paid;
        flow -= paid;
    }

    void dividend(long cash) {
        dividends += cash;
        flow += cash;
    }

    void split(int day, long after, long cash) {
        splits += cash;
        flow += cash;
        units = after;
        endIfNothingIsLeft(day);
    }

    private void endIfNothingIsLeft(int day) {
        if (units == 0) {
            ended.add(new Holding(member, side, from, day, flow, false));
        }
    }

    Part part(long worth) {
        return new Part(member, bought, sold, fees, borrow, dividends, splits, worth);
    }

    List<Holding> holdings(int last, long worth) {
        List<Holding> all = new ArrayList<>(ended);
        if (units != 0) {
            all.add(new Holding(member, side, from, last, flow + worth, true));
        }
        return all;
    }
}
