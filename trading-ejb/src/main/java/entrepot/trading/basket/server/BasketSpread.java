package entrepot.trading.basket.server;

import entrepot.platform.sql.ColumnPart;
import entrepot.trading.basket.SpreadPath;

/** What a portfolio saw of its spread at the close of each day, by columns; not a number where it saw none. */
public record BasketSpread(long[] times, double[] score, double[] combinations) {

    static BasketSpread of(long[] times, SpreadPath path) {
        return new BasketSpread(times, path.score(), path.combinations());
    }

    public int size() {
        return times.length;
    }

    int parts() {
        return ColumnPart.parts(size());
    }

    byte[] part(int part) {
        return ColumnPart.write(part, times, score, combinations);
    }

    static BasketSpread read(byte[] part) {
        ColumnPart read = ColumnPart.read(part, 2);
        return new BasketSpread(read.times(), read.columns()[0], read.columns()[1]);
    }
}
