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
        int full = Math.min(slow - 1, length());
        for (int bar = from; bar < full; bar++) {
            if (sign(bar) == sign) {
                return bar;
            }
        }
        return sums.first(Math.max(from, full), length(), sign, fast, slow);
    }
}
