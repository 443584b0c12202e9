package entrepot.trading.backtest;

/** What one pair of a sweep adds up to, from trade to trade, for an account that was worth 1 at the close of a bar, its base. */
final class Tally {

    private final SeriesColumns series;
    private final int base;
    private double equity = 1;
    private double top = 1;
    private double fallen;
    private double sum;
    private double squares;
    private int trades;

    Tally(SeriesColumns series, int base) {
        this.series = series;
        this.base = base;
    }

    /** Bought at one open and sold at a later one; what was sold up to the base is not seen. */
    void trade(int in, double entry, int out, double exit) {
        if (out <= base) {
            return;
        }
        double units = hold(in, entry, out - 1);
        double end = units * series.open[out] * exit;
        add(end / (units * series.close[out - 1]) - 1);
        equity = end;
        seen(end);
        trades++;
    }

    /** Bought and held to the last close. */
    void keep(int in, double entry) {
        int last = series.length() - 1;
        equity = hold(in, entry, last) * series.close[last];
    }

    /** To the close of a bar: from the open of another, or from the base where it was held there already. @return units */
    private double hold(int in, double entry, int last) {
        boolean carried = in <= base;
        double units = carried ? equity / series.close[base] : equity * entry / series.open[in];
        if (!carried) {
            add(units * series.close[in] / equity - 1);
        }
        sum += series.returns(carried ? base : in, last);
        squares += series.squares(carried ? base : in, last);
        int first = carried ? base + 1 : in;
        if (series.extremes != null && first <= last) {
            watch(units, first, last);
        }
        return units;
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
        int count = series.length() - 1 - base;
        double mean = sum / count;
        double variance = (squares - sum * mean) / (count - 1);
        columns.netReturn()[row] = equity - 1;
        columns.trades()[row] = trades;
        columns.sharpe()[row] = variance > 0 ? mean / Math.sqrt(variance) : Double.NaN;
        columns.maxDrawdown()[row] = series.extremes == null ? 0 : fallen;
    }
}
