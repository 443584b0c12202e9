package entrepot.trading.pair;

import entrepot.trading.market.Bar;
import entrepot.trading.market.Bars;
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

    public int size() {
        return one.size();
    }

    /** The first of them. */
    public PairBars cut(int bars) {
        return new PairBars(one.slice(0, bars), other.slice(0, bars));
    }
}
