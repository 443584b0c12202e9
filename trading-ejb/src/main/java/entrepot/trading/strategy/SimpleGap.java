package entrepot.trading.strategy;

import entrepot.trading.indicator.WindowSums;

/** Two simple means of one series, without making either. */
record SimpleGap(WindowSums sums, int fast, int slow) implements Gap {

    @Override
    public int length() {
        return sums.length();
    }

    @Override
    public int sign(int bar) {
        return sums.compare(bar, fast, slow);
    }

    @Override
    public int first(int from, int sign) {
        int full = slow - 1;
        for (int bar = from; bar < Math.min(full, length()); bar++) {
            if (sign(bar) == sign) {
                return bar;
            }
        }
        int start = Math.max(from, full);
        return sign > 0 ? sums.firstAbove(start, fast, slow) : sums.firstBelow(start, fast, slow);
    }
}
