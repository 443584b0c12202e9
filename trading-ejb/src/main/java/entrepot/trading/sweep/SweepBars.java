package entrepot.trading.sweep;

import entrepot.trading.market.Bars;
import java.util.Arrays;

/**
 * The prices that a sweep chooses by, and all of them.
 *
 * @param inSample as they were known at the split: splits and dividends that came later are not worked in
 * @param whole    the same bars and those after the split, as known at the end
 * @param known    whether the bars up to the split are the same in both
 */
public record SweepBars(Bars inSample, Bars whole, boolean known) {

    private static final int FEWEST = 3;

    /** @throws IllegalArgumentException where a side has too few bars, or the first are not bars of the second */
    public static SweepBars of(Bars inSample, Bars whole) {
        int after = whole.size() - inSample.size();
        enough(inSample.size(), after);
        Bars before = whole.slice(0, inSample.size());
        if (!Arrays.equals(before.times(), inSample.times())) {
            throw new IllegalArgumentException("the bars up to the split are not the first of all bars");
        }
        boolean known = Arrays.equals(before.opens(), inSample.opens()) && Arrays.equals(before.closes(), inSample.closes())
                && Arrays.equals(before.highs(), inSample.highs()) && Arrays.equals(before.lows(), inSample.lows())
                && Arrays.equals(before.volumes(), inSample.volumes());
        return new SweepBars(inSample, whole, known);
    }

    /** @throws IllegalArgumentException where there are too few on a side */
    static void enough(int before, int after) {
        if (before < FEWEST || after < FEWEST) {
            throw new IllegalArgumentException(before + " bars up to the split and " + after
                    + " after it; a sweep needs " + FEWEST + " or more on both sides");
        }
    }
}
