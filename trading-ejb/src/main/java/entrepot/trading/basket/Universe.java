package entrepot.trading.basket;

import entrepot.trading.backtest.ResultHash;
import entrepot.trading.market.Adjustment;
import entrepot.trading.market.Bars;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/** Several instruments on the days that at least one of them has, in the order of their symbols. */
public final class Universe {

    public static final int FEWEST = 2;
    public static final int MOST = 50;

    private final List<Member> members;
    private final List<Bars> carried;
    private final long[] times;
    private final int[][] bar;
    private final double[][] closes;

    private Universe(List<Member> members) {
        this.members = members;
        this.carried = members.stream().map(member -> Adjustment.forward(member.bars(), member.actions())).toList();
        this.times = members.stream().flatMapToLong(member -> LongStream.of(member.bars().times())).sorted().distinct().toArray();
        this.bar = new int[members.size()][times.length];
        this.closes = new double[members.size()][times.length];
        for (int member = 0; member < bar.length; member++) {
            place(carried.get(member), bar[member], closes[member]);
        }
    }

    public static Universe of(List<Member> members) {
        if (members.size() < FEWEST || members.size() > MOST) {
            throw new IllegalArgumentException(members.size() + " instruments, must be " + FEWEST + " to " + MOST);
        }
        return new Universe(members.stream().sorted(Comparator.comparing(Member::symbol)).toList());
    }

    /** Where a day has no bar, the bar is that before, and the close too. */
    private void place(Bars bars, int[] bar, double[] closes) {
        int last = -1;
        for (int day = 0; day < times.length; day++) {
            last += last + 1 < bars.size() && bars.time(last + 1) == times[day] ? 1 : 0;
            bar[day] = last;
            closes[day] = last < 0 ? Double.NaN : bars.close(last);
        }
    }

    public int size() {
        return members.size();
    }

    public int days() {
        return times.length;
    }

    public long time(int day) {
        return times[day];
    }

    public long[] times() {
        return times.clone();
    }

    public Member member(int member) {
        return members.get(member);
    }

    public List<Member> members() {
        return members;
    }

    /** Prices with dividends and splits carried forward: what decisions are made from. */
    public Bars carried(int member) {
        return carried.get(member);
    }

    /** The last bar that a member has on a day or before it, -1 before its first. */
    int bar(int member, int day) {
        return bar[member][day];
    }

    boolean trades(int member, int day) {
        return bar[member][day] >= 0 && (day == 0 || bar[member][day] > bar[member][day - 1]);
    }

    /** Carried forward; that of its last bar where a day has none, not a number before the first. */
    double close(int member, int day) {
        return closes[member][day];
    }

    /** The same at the open; the close before where it does not trade. */
    double open(int member, int day) {
        return trades(member, day) ? carried.get(member).open(bar[member][day]) : closes[member][day];
    }

    /** SHA-256 of the data of all instruments. */
    public String hash() {
        ResultHash hash = new ResultHash();
        members.forEach(member -> hash.add(member.hash()));
        return hash.hex();
    }

    /** What was known at the close of a day. @param days that are left, 1 or more */
    public Universe cut(int days) {
        long last = times[days - 1];
        return new Universe(members.stream().map(member -> new Member(member.symbol(), member.bars().until(last), member.actions())).toList());
    }
}
