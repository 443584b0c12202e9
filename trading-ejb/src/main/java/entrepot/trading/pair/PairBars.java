package entrepot.trading.pair;

import entrepot.trading.market.Bar;
import entrepot.trading.market.BarPlan;
import entrepot.trading.market.Bars;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Two series at the times that both have. */
public record PairBars(Bars one, Bars other) {

    public static PairBars of(Bars one, Bars other) {
        List<Bar> left = new ArrayList<>();
        List<Bar> right = new ArrayList<>();
        int at = 0;
        for (int bar = 0; bar < one.size(); bar++) {
            while (at < other.size() && other.time(at) < one.time(bar)) {
                at++;
            }
            if (at < other.size() && other.time(at) == one.time(bar)) {
                left.add(one.bar(bar));
                right.add(other.bar(at));
            }
        }
        return new PairBars(Bars.of(left), Bars.of(right));
    }

    /** Both as long as a plan has it. What they are made of is at the same times, and so are they. */
    public PairBars of(BarPlan plan) {
        return new PairBars(plan.of(one), plan.of(other));
    }

    /** @param day null for all */
    public PairBars since(LocalDate day) {
        long from = day == null ? Long.MIN_VALUE + 1 : day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        return new PairBars(one.since(from), other.since(from));
    }

    public int size() {
        return one.size();
    }

    /** The first of them. */
    public PairBars cut(int bars) {
        return new PairBars(one.slice(0, bars), other.slice(0, bars));
    }
}
