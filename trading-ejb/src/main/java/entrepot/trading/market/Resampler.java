package entrepot.trading.market;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.function.Consumer;

/**
 * Makes longer bars of shorter ones: open of the first, highest high, lowest low, close of the last, volumes summed.
 *
 * <p>A bar is there only once it is known to be complete: one that ends with it, or comes after it, has been seen. So
 * <b>{@code resample(cut series)} is a prefix of {@code resample(whole)}</b>, wherever the series is cut, and no bar says
 * what was not known at its time. Its time is, within a day, its end; of days and longer 00:00 of the day of the last bar in it.
 *
 * <p>Minutes are counted from midnight of the zone; a bar in which the zone puts its clock ends there. Splits and dividends are worked in before, not after.
 */
public final class Resampler {

    private static final long MINUTE = 60_000;

    /** Places in which bars are told apart, rising with time: milliseconds within a day, else days. */
    private interface Grid {
        long place(long time);

        /** The last place of the bar that a place is in. */
        long end(long place);

        /** The place up to which nothing more can come after a bar at a place. */
        long over(long place);

        /** @param last place of a bar in it */
        long time(long end, long last);
    }

    private final Grid grid;
    private final Consumer<Bar> ended;
    private boolean begun;
    private long end;
    private long last;
    private double open;
    private double high;
    private double low;
    private double close;
    private double volume;

    private Resampler(Grid grid, Consumer<Bar> ended) {
        this.grid = grid;
        this.ended = ended;
    }

    /** Of days. @param ended hears each bar as soon as it is complete */
    public static Resampler ofDays(Timeframe every, Consumer<Bar> ended) {
        return new Resampler(new Days(every, time -> Math.floorDiv(time, Adjustment.DAY), 0), ended);
    }

    /** Of minutes, by the clock of a zone. */
    public static Resampler ofMinutes(Timeframe every, ZoneId zone, Consumer<Bar> ended) {
        return every.isOfDays() ? ofMinutes(every, TradingDay.in(zone), ended)
                : new Resampler(new Minutes(every.count() * MINUTE, zone.getRules(), 0), ended);
    }

    /** Of minutes, into days and longer. */
    public static Resampler ofMinutes(Timeframe every, TradingDay day, Consumer<Bar> ended) {
        return new Resampler(new Days(every, day, 1), ended);
    }

    /** Of trades, each named by the next millisecond, after which others of the same may come. */
    public static Resampler ofTrades(Timeframe every, ZoneId zone, Consumer<Bar> ended) {
        return every.isOfDays() ? ofMinutes(every, zone, ended) : new Resampler(new Minutes(every.count() * MINUTE, zone.getRules(), 1), ended);
    }

    /** The next bar of the series. */
    public void add(Bar bar) {
        long place = grid.place(bar.time());
        if (begun && place > end) {
            emit();
        }
        if (begun) {
            high = Math.max(high, bar.high());
            low = Math.min(low, bar.low());
            volume += bar.volume();
        } else {
            begun = true;
            end = grid.end(place);
            open = bar.open();
            high = bar.high();
            low = bar.low();
            volume = bar.volume();
        }
        close = bar.close();
        last = place;
        if (grid.over(place) >= end) {
            emit();
        }
    }

    private void emit() {
        begun = false;
        ended.accept(new Bar(grid.time(end, last), open, high, low, close, volume));
    }

    /** @param open days at the end of which more may come: none where a bar is a whole day, one where it is part of it */
    private record Days(Timeframe every, TradingDay day, int open) implements Grid {
        @Override
        public long place(long time) {
            return day.of(time);
        }

        @Override
        public long end(long place) {
            return every.lastDay(place);
        }

        @Override
        public long over(long place) {
            return place - open;
        }

        @Override
        public long time(long end, long last) {
            return last * Adjustment.DAY;
        }
    }

    /** @param open milliseconds at the end of which more may come */
    private record Minutes(long length, ZoneRules rules, long open) implements Grid {
        @Override
        public long place(long time) {
            return time;
        }

        /** A bar is named by its end, so what it covers lies before it. */
        @Override
        public long end(long place) {
            Instant within = Instant.ofEpochMilli(place - 1);
            ZoneOffset offset = rules.getOffset(within);
            long shift = offset.getTotalSeconds() * 1000L;
            long end = (Math.floorDiv(place - 1 + shift, length) + 1) * length - shift;
            ZoneOffsetTransition put = rules.nextTransition(within);
            return put == null ? end : Math.min(end, put.toEpochSecond() * 1000);
        }

        @Override
        public long over(long place) {
            return place - open;
        }

        @Override
        public long time(long end, long last) {
            return end;
        }
    }
}
