package entrepot.trading.market;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Which bars somebody wants: how long, and what they are made of.
 *
 * @param trades whether of single trades; else of days or minutes
 * @param zone   in which minutes and trades become days, and by whose clock they are counted; null for UTC and, of days and longer, for those that are made of days
 */
public record BarPlan(boolean trades, Every every, ZoneId zone) {

    private static final long MINUTES_A_DAY = 1440;

    /** The days as they are. */
    public static final BarPlan DAILY = new BarPlan(false, Timeframe.DAY, null);

    public BarPlan {
        if (every instanceof TickLength && !trades) {
            throw new IllegalArgumentException(every + " is made of trades only, not of bars");
        }
        if (trades && every.isOfDays() && zone == null) {
            throw new IllegalArgumentException("needs a zone in which trades become days");
        }
    }

    /** Of bars, in UTC or of days. */
    public static BarPlan of(String every) {
        return new BarPlan(false, Every.read(every), null);
    }

    public boolean isDaily() {
        return equals(DAILY);
    }

    /** What bars are made of where they are not of trades. */
    public BarStep step() {
        return every.isOfDays() && zone == null ? BarStep.DAY : BarStep.MINUTE;
    }

    /** Whether a bar needs its time beside its day. */
    public boolean isTimed() {
        return !every.isOfDays();
    }

    /** So many days a source begins before a series, so that the first bar is whole. */
    public int daysBefore() {
        return isRaw() ? 0 : every.longestDays() + 2;
    }

    private boolean isRaw() {
        return step() == BarStep.DAY && every.equals(Timeframe.DAY);
    }

    /** By whose clock minutes and trades are counted. */
    public ZoneId clock() {
        return zone == null ? ZoneOffset.UTC : zone;
    }

    /** Of the bars of {@link #step()}, adjusted before. */
    public Bars of(Bars bars) {
        if (isRaw()) {
            return bars;
        }
        List<Bar> made = new ArrayList<>();
        Consumer<Bar> maker = maker(made::add);
        for (int at = 0; at < bars.size(); at++) {
            maker.accept(bars.bar(at));
        }
        return Bars.of(made);
    }

    /** Takes one bar after the other, as {@link #of} takes them at once. @param ended hears each bar as soon as it is complete */
    public Consumer<Bar> maker(Consumer<Bar> ended) {
        if (isRaw()) {
            return ended;
        }
        Timeframe length = (Timeframe) every;
        return (step() == BarStep.DAY ? Resampler.ofDays(length, ended) : Resampler.ofMinutes(length, clock(), ended))::add;
    }

    /** How many of the bars of {@link #step()} a bar is made of at most. */
    public long parts() {
        return step() == BarStep.DAY ? every.longestDays() : every.isOfDays() ? every.longestDays() * MINUTES_A_DAY : ((Timeframe) every).count();
    }

    /** {@code name=value} with one blank between two. */
    public String settings() {
        return (trades ? "of=trades " : "") + "every=" + every + (zone == null ? "" : " zone=" + zone);
    }

    /** @param settings null for {@link #DAILY} */
    public static BarPlan read(String settings) {
        if (settings == null) {
            return DAILY;
        }
        Map<String, String> values = new HashMap<>();
        for (String one : settings.split(" ")) {
            values.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
        }
        String zone = values.get("zone");
        return new BarPlan(values.containsKey("of"), Every.read(values.get("every")), zone == null ? null : zone(zone));
    }

    /**
     * As somebody asks on a page.
     *
     * @param every P1D where null; @param of {@code trades}, or anything else for bars
     * @return empty where nothing is asked: no length, no zone and no trades
     * @throws IllegalArgumentException with what is possible
     */
    public static Optional<BarPlan> asked(String every, String zone, String of) {
        boolean trades = "trades".equals(of);
        return every == null && zone == null && !trades ? Optional.empty()
                : Optional.of(new BarPlan(trades, every == null ? Timeframe.DAY : Every.read(every), zone == null ? null : zone(zone)));
    }

    /** @throws IllegalArgumentException where there is no such zone */
    public static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException unknown) {
            throw new IllegalArgumentException("must be a zone such as America/New_York, is '" + name + "'", unknown);
        }
    }
}
