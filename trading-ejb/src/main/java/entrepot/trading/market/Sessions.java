package entrepot.trading.market;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

/** The sessions of a calendar around a series, for quick questions. */
public final class Sessions {

    private final BarStep step;
    private final long[] from;
    private final long[] to;
    private final long[] days;
    /** Time traded before each session, and after the last. */
    private final long[] before;

    private Sessions(BarStep step, List<Session> all) {
        this.step = step;
        from = all.stream().mapToLong(Session::from).toArray();
        to = all.stream().mapToLong(Session::to).toArray();
        days = all.stream().mapToLong(session -> session.day().toEpochDay()).toArray();
        before = new long[all.size() + 1];
        for (int at = 0; at < from.length; at++) {
            before[at + 1] = before[at] + to[at] - from[at];
        }
    }

    /** @param first milliseconds of the first bar; @param last of the last one, or now */
    public static Sessions around(TradingCalendar calendar, BarStep step, long first, long last) {
        return new Sessions(step, calendar.sessions(utc(first).minusDays(2), utc(last).plusDays(2)));
    }

    private static LocalDate utc(long time) {
        return Instant.ofEpochMilli(time).atZone(ZoneOffset.UTC).toLocalDate();
    }

    /** The number of the session that a bar is of, or less than zero. A daily bar is of its day, a minute is named by its end. */
    int of(long bar) {
        if (step == BarStep.DAY) {
            return Math.max(-1, Arrays.binarySearch(days, Math.floorDiv(bar, Adjustment.DAY)));
        }
        int at = begun(bar - 1);
        return at >= 0 && bar <= to[at] ? at : -1;
    }

    public boolean has(long bar) {
        return of(bar) >= 0;
    }

    /** How long trading went on between two bars: in sessions for days, in milliseconds for minutes. */
    long between(long one, long other) {
        return step == BarStep.DAY ? of(other) - of(one) - 1L : traded(other) - traded(one);
    }

    /** Sessions that are over now and later than that of a bar. */
    public int behind(long bar, long now) {
        int last = of(bar);
        if (last < 0) {
            last = step == BarStep.DAY ? -Arrays.binarySearch(days, Math.floorDiv(bar, Adjustment.DAY)) - 2 : begun(bar - 1);
        }
        int ended = Arrays.binarySearch(to, now);
        return Math.max(0, (ended < 0 ? -ended - 1 : ended + 1) - last - 1);
    }

    /** Days of UTC since a bar, where nothing says when there is trading. */
    public static int daysBehind(long bar, long now) {
        return (int) Math.max(0, Math.floorDiv(now, Adjustment.DAY) - Math.floorDiv(bar, Adjustment.DAY));
    }

    private long traded(long time) {
        int at = begun(time);
        return at < 0 ? 0 : before[at] + Math.min(time, to[at]) - from[at];
    }

    /** The last that began by then. */
    private int begun(long time) {
        int at = Arrays.binarySearch(from, time);
        return at < 0 ? -at - 2 : at;
    }
}
