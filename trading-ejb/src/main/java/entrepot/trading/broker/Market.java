package entrepot.trading.broker;

import entrepot.trading.market.Bars;
import entrepot.trading.order.Order;
import entrepot.trading.portfolio.Contract;
import entrepot.trading.portfolio.Exact;
import java.util.ArrayList;
import java.util.List;

/** One instrument as the broker sees it: its bar of now in whole numbers, the volume left of it, and the orders that stand. */
final class Market {

    final int instrument;
    final Contract contract;
    final long lot;
    final long tick;
    final List<Dividend> dividends;
    final List<Order> orders = new ArrayList<>();
    private final Bars bars;
    final boolean rolls;
    private final List<Roll> coming;
    private final long participation;

    int bar = -1;
    long time;
    long open;
    long high;
    long low;
    long close;
    double volume;
    /** Millionths of a unit that may still trade in this bar. */
    long available;
    /** Millionths, bought less sold. */
    long traded;
    long day = Long.MIN_VALUE;
    int nextDividend;
    private int nextRoll;
    private long moved;

    Market(int instrument, Series series, long participation) {
        this.instrument = instrument;
        this.contract = series.contract();
        this.lot = series.lot();
        this.tick = series.tick();
        this.bars = series.bars();
        this.dividends = series.dividends();
        this.coming = series.rolls();
        this.rolls = !coming.isEmpty();
        this.participation = participation;
    }

    int size() {
        return bars.size();
    }

    long time(int at) {
        return bars.time(at);
    }

    double close(int at) {
        return bars.close(at);
    }

    /** Only what is dealt in is turned into whole numbers. */
    void load() {
        open = Exact.price(bars.open(bar));
        high = Math.max(open, Exact.price(bars.high(bar)));
        low = Math.min(open, Exact.price(bars.low(bar)));
        close = Exact.price(bars.close(bar));
        high = Math.max(high, close);
        low = Math.min(low, close);
        volume = bars.volume(bar);
        available = participation == 0 ? Long.MAX_VALUE
                : Exact.floor(participation, (long) Math.min(volume * Exact.UNIT, 9e18), BrokerTerms.WHOLE);
    }

    long closed(int at) {
        return Exact.price(bars.close(at));
    }

    /** The close of the bar before this one, as prices are since a roll between them. */
    long closedBefore() {
        return closed(bar - 1) + moved;
    }

    /** That which comes with this bar, or null. */
    Roll roll() {
        moved = 0;
        while (nextRoll < coming.size() && coming.get(nextRoll).time() < time) {
            nextRoll++;
        }
        if (bar == 0 || nextRoll == coming.size() || coming.get(nextRoll).time() != time) {
            return null;
        }
        moved = coming.get(nextRoll).difference();
        return coming.get(nextRoll);
    }
}
