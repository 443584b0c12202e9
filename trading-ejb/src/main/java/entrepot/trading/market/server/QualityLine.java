package entrepot.trading.market.server;

import entrepot.trading.market.BarStep;
import entrepot.trading.market.Gap;
import entrepot.trading.market.InstrumentKind;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How good a series is.
 *
 * @param calendar by which it trades, or null
 * @param first    milliseconds of the first bar, null where there is none
 * @param sessions from the first bar to the last; null without a calendar, as are missing and outside
 * @param missing  sessions without a bar
 * @param outside  bars that are of no session
 * @param held     rows in quarantine
 * @param replaced bars that a person replaced by another
 * @param behind   sessions that ended since the last bar; days without a calendar; null without bars
 * @param dataHash the version of the data; null where it was not counted yet
 * @param file     that changed it last; null where a person let a row in
 * @param lookedAt by the nightly job, UTC, or null
 */
public record QualityLine(String symbol, String name, InstrumentKind kind, String calendar, BarStep step, long bars, Long first, Long last, Integer sessions, Integer missing,
        long gaps, Gap longest, Long outside, long held, long replaced, Integer behind, String dataHash, LocalDateTime changedAt, String file, LocalDateTime lookedAt) {

    /** Between the end of a session and its file in the evening one session is behind. */
    static final int SESSIONS_WAITED = 1;
    /** A long weekend. */
    static final int DAYS_WAITED = 4;

    public enum Fault { GAPS, OUTSIDE, HELD, BEHIND }

    /** Most sorts of fault first, then most gaps and missing sessions. */
    public static final Comparator<QualityLine> WORST_FIRST = Comparator.<QualityLine>comparingInt(line -> -line.faults().size())
            .thenComparing(line -> -line.gaps() - (line.missing() == null ? 0 : line.missing()))
            .thenComparing(QualityLine::symbol).thenComparing(QualityLine::step);

    public Set<Fault> faults() {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        if (gaps > 0) {
            faults.add(Fault.GAPS);
        }
        if (outside != null && outside > 0) {
            faults.add(Fault.OUTSIDE);
        }
        if (held > 0) {
            faults.add(Fault.HELD);
        }
        if (isBehind(behind, calendar != null)) {
            faults.add(Fault.BEHIND);
        }
        return faults;
    }

    static boolean isBehind(Integer behind, boolean sessions) {
        return behind != null && behind > (sessions ? SESSIONS_WAITED : DAYS_WAITED);
    }

    /** Share of the sessions that have a bar; null without a calendar. */
    public Double complete() {
        return sessions == null || sessions == 0 ? null : 1 - missing / (double) sessions;
    }

    /** For addresses and for a place in the list. */
    public String key() {
        return symbol + "~" + step;
    }

    /** The part of a list that follows a place in it. @param key of a line, or null for the beginning */
    public static List<QualityLine> after(List<QualityLine> all, String key, int limit) {
        int place = key == null ? 0 : all.stream().map(QualityLine::key).toList().indexOf(key) + 1;
        return all.subList(place, Math.min(all.size(), place + limit));
    }
}
