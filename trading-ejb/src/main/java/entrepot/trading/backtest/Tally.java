package entrepot.trading.backtest;

/** What one pair of a sweep adds up to, from trade to trade, for an account that began with 1. */
final class Tally {

    private final SeriesColumns series;
    private double equity = 1;
    private double top = 1;
    private double fallen;
    private double sum;
    private double squares;
    private int trades;

    Tally(SeriesColumns series) {
        this.series = series;
    }

    /** Bought at one open and sold at a later one. */
    void trade(int in, double entry, int out, double exit) {
        double units = equity * entry / series.open[in];
        hold(units, in, out - 1);
        double end = units * series.open[out] * exit;
        add(end / (units * series.close[out - 1]) - 1);
        equity = end;
        seen(end);
        trades++;
    }

    /** Bought and held to the last close. */
    void keep(int in, double entry) {
        int last = series.length() - 1;
        double units = equity * entry / series.open[in];
        hold(units, in, last);
        equity = units * series.close[last];
    }

    /** From the open of one bar to the close of another. */
    private void hold(double units, int in, int last) {
        add(units * series.close[in] / equity - 1);
        sum += series.returns(in, last);
        squares += series.squares(in, last);
        if (series.extremes != null) {
            watch(units, in, last);
        }
    }

    private void add(double gained) {
        sum += gained;
        squares += gained * gained;
    }

    /** In prices, since the account moves with them; goes bar by bar only where a new top may have a deeper fall behind it. */
    private void watch(double units, int in, int last) {
        double top = this.top / units;
        double high = series.extremes.highest(in, last);
        double low = series.extremes.lowest(in, last);
        if (high <= top) {
            fallen = Math.max(fallen, 1 - low / top);
            return;
        }
        if (1 - low / high > fallen) {
            walk(top, in, last);
        }
        this.top = high * units;
    }

    private void walk(double top, int in, int last) {
        double high = top;
        for (int bar = in; bar <= last; bar++) {
            high = Math.max(high, series.close[bar]);
            fallen = Math.max(fallen, 1 - series.close[bar] / high);
        }
    }

    private void seen(double worth) {
        top = Math.max(top, worth);
        fallen = Math.max(fallen, 1 - worth / top);
    }

    void into(SweepColumns columns, int row) {
        int count = series.length() - 1;
        double mean = sum / count;
        double variance = (squares - sum * mean) / (count - 1);
        columns.netReturn()[row] = equity - 1;
        columns.trades()[row] = trades;
        columns.sharpe()[row] = variance > 0 ? mean / Math.sqrt(variance) : Double.NaN;
        columns.maxDrawdown()[row] = series.extremes == null ? 0 : fallen;
    }
}
