package entrepot.trading.sweep;

import entrepot.trading.basket.BasketRun;
import entrepot.trading.basket.Universe;
import entrepot.trading.market.Bars;
import java.util.Arrays;
import java.util.Currency;
import java.util.Optional;
import java.util.stream.IntStream;

/** Cells of a portfolio. */
public final class BasketCells implements Cells {

    private final Sweep sweep;
    private final Universe inSample;
    private final Universe whole;
    private final Currency currency;
    private final Space space;
    private final boolean known;

    /**
     * @param seen days up to the split
     * @throws IllegalArgumentException where there are too few on a side
     */
    public BasketCells(Sweep sweep, Universe whole, int seen, Currency currency) {
        SweepBars.enough(seen, whole.days() - seen);
        this.sweep = sweep;
        this.whole = whole;
        this.inSample = whole.cut(seen);
        this.currency = currency;
        this.space = sweep.space();
        this.known = IntStream.range(0, whole.size()).allMatch(member -> same(inSample.carried(member), whole.carried(member)));
    }

    private static boolean same(Bars then, Bars now) {
        return Arrays.equals(then.closes(), Arrays.copyOf(now.closes(), then.size())) && Arrays.equals(then.opens(), Arrays.copyOf(now.opens(), then.size()));
    }

    @Override
    public long[] times() {
        return whole.times();
    }

    @Override
    public int split() {
        return inSample.days() - 1;
    }

    @Override
    public boolean known() {
        return known;
    }

    @Override
    public String dataHash() {
        return whole.hash();
    }

    @Override
    public Optional<CellRun> whole(long place) {
        return run(place, whole);
    }

    @Override
    public Optional<CellRun> inSample(long place) {
        return run(place, inSample);
    }

    private Optional<CellRun> run(long place, Universe over) {
        return sweep.basket(space, place).map(cell -> CellRun.of(new BasketRun(cell, over, currency).alone()));
    }
}
