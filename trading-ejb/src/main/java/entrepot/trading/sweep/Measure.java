package entrepot.trading.sweep;

/** What of a cell is looked at. */
public enum Measure {
    IN_SHARPE, IN_RETURN, IN_DRAWDOWN, IN_TRADES, OUT_SHARPE, OUT_RETURN, OUT_DRAWDOWN, OUT_TRADES;

    /** Of the returns of bars, not brought to a year, where it is a Sharpe ratio; not a number of a gap. */
    public double of(Chunk chunk, int row) {
        Columns columns = isInSample() ? chunk.inSample() : chunk.outOfSample();
        return switch (this) {
            case IN_SHARPE, OUT_SHARPE -> columns.sharpe()[row];
            case IN_RETURN, OUT_RETURN -> columns.netReturn()[row];
            case IN_DRAWDOWN, OUT_DRAWDOWN -> columns.maxDrawdown()[row];
            case IN_TRADES, OUT_TRADES -> columns.isGap(row) ? Double.NaN : columns.trades()[row];
        };
    }

    public boolean isInSample() {
        return ordinal() < OUT_SHARPE.ordinal();
    }

    public boolean isSharpe() {
        return this == IN_SHARPE || this == OUT_SHARPE;
    }
}
