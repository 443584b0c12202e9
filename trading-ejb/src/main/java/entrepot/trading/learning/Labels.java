package entrepot.trading.learning;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What came after events, by the triple barrier: 1 where the side was right, that is where profit was reached first or, at the end of
 * patience, something had been gained. Only labels that have ended are there.
 *
 * @param event bars, increasing
 * @param end   the last bar that each label looks at
 * @param label 1 or 0
 */
public record Labels(int[] event, int[] end, int[] label) {

    /**
     * Barriers in units of the volatility that was known at the event.
     *
     * @param profit deviations of the returns of {@code bars} bars, above 0, as {@code loss}
     * @param bars   patience, 1 or more
     * @see TripleBarrier
     */
    public record Barriers(double profit, double loss, int bars) {

        /** @param volatility a bar, above 0 */
        private TripleBarrier.Outcome after(double[] close, int event, int side, double volatility) {
            double unit = volatility * Math.sqrt(bars);
            return new TripleBarrier((side > 0 ? profit : loss) * unit, (side > 0 ? loss : profit) * unit, bars).after(close, event);
        }
    }

    /**
     * @param events     bars, increasing
     * @param side       by bar: 1 or -1, or 0 where there is none and so no label
     * @param volatility by bar, of the returns of one bar; where it is not above 0 there is no label
     */
    public static Labels of(double[] close, int[] events, int[] side, double[] volatility, Barriers barriers) {
        int[] event = new int[events.length];
        int[] end = new int[events.length];
        int[] label = new int[events.length];
        int count = 0;
        for (int at : events) {
            if (side[at] == 0 || !(volatility[at] > 0)) {
                continue;
            }
            TripleBarrier.Outcome outcome = barriers.after(close, at, side[at], volatility[at]);
            if (outcome.label() != 0 || outcome.touched() == at + barriers.bars()) {
                event[count] = at;
                end[count] = outcome.touched();
                label[count++] = side[at] * outcome.gained() > 0 ? 1 : 0;
            }
        }
        return new Labels(Arrays.copyOf(event, count), Arrays.copyOf(end, count), Arrays.copyOf(label, count));
    }

    public int size() {
        return event.length;
    }

    /** The places of those that begin at a bar or later and have ended by another. */
    public int[] between(int from, int to) {
        return IntStream.range(0, event.length).filter(at -> event[at] >= from && end[at] <= to).toArray();
    }

    Labels take(int[] places) {
        return new Labels(pick(event, places), pick(end, places), pick(label, places));
    }

    private static int[] pick(int[] column, int[] places) {
        return Arrays.stream(places).map(at -> column[at]).toArray();
    }

    /**
     * How unique each label is: mean over its bars, from the one after its event to its end, of one over how many labels cover them.
     *
     * @see "López de Prado 2018, chapter 4"
     */
    public double[] uniqueness() {
        int bars = Arrays.stream(end).max().orElse(0) + 2;
        int[] covering = new int[bars];
        for (int at = 0; at < event.length; at++) {
            covering[event[at] + 1]++;
            covering[end[at] + 1]--;
        }
        double[] shares = new double[bars];
        for (int bar = 1; bar < bars; bar++) {
            covering[bar] += covering[bar - 1];
            shares[bar] = shares[bar - 1] + (covering[bar] == 0 ? 0 : 1.0 / covering[bar]);
        }
        double[] uniqueness = new double[event.length];
        Arrays.setAll(uniqueness, at -> (shares[end[at]] - shares[event[at]]) / (end[at] - event[at]));
        return uniqueness;
    }
}
