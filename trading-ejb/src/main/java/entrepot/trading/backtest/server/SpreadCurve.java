package entrepot.trading.backtest.server;

import entrepot.platform.sql.ColumnPart;
import entrepot.trading.backtest.PairResult;
import entrepot.trading.pair.PairDecisions;

/** How far two instruments went apart at the close of each bar that both have, by columns; what is not known is not a number. */
public record SpreadCurve(long[] times, double[] hedge, double[] spread, double[] score, double[] pValue) {

    static SpreadCurve of(PairResult found) {
        PairDecisions made = found.decisions();
        return new SpreadCurve(found.bars().one().times(), made.hedge(), made.spread(), made.score(), made.pValue());
    }

    public int size() {
        return times.length;
    }

    int parts() {
        return ColumnPart.parts(size());
    }

    byte[] part(int part) {
        return ColumnPart.write(part, times, hedge, spread, score, pValue);
    }

    static SpreadCurve read(byte[] part) {
        ColumnPart read = ColumnPart.read(part, 4);
        double[][] columns = read.columns();
        return new SpreadCurve(read.times(), columns[0], columns[1], columns[2], columns[3]);
    }
}
