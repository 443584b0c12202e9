package entrepot.bench.sweep;

import entrepot.trading.market.Bars;

/** The crossover as one would explain it: every mean added up anew, bar by bar. */
record SlowCrossover(int trades, double money) {

    static SlowCrossover run(Bars bars, int fast, int slow, double fee) {
        double[] open = bars.opens();
        double[] close = bars.closes();
        double money = 1;
        double units = 0;
        int trades = 0;
        boolean below = false;
        for (int bar = slow - 1; bar < close.length - 1; bar++) {
            double gap = mean(close, bar, fast) - mean(close, bar, slow);
            if (units == 0 && below && gap > 0) {
                units = money * (1 - fee) / open[bar + 1];
            } else if (units > 0 && gap < 0) {
                money = units * open[bar + 1] * (1 - fee);
                units = 0;
                trades++;
            }
            below = gap == 0 ? below : gap < 0;
        }
        return new SlowCrossover(trades, units > 0 ? units * close[close.length - 1] : money);
    }

    private static double mean(double[] close, int bar, int period) {
        double sum = 0;
        for (int at = bar - period + 1; at <= bar; at++) {
            sum += close[at];
        }
        return sum / period;
    }
}
