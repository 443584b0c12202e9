package entrepot.trading.market;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

/**
 * How whole a series is.
 *
 * @param longest  of the gaps, by the time in which there was trading; null where there are none
 * @param sessions from the first bar to the last; null without a calendar, as are the two below
 * @param missing  of those, without a bar
 * @param outside  bars that are of no session
 */
public record SeriesExam(List<Gap> gaps, Gap longest, Integer sessions, Integer missing, Long outside) {

    /** @param times increasing; @param calendar or null */
    public static SeriesExam of(long[] times, BarStep step, TradingCalendar calendar) {
        if (calendar == null) {
            List<Gap> gaps = Gap.of(times, step);
            return new SeriesExam(gaps, longest(gaps), null, null, null);
        }
        if (times.length == 0) {
            return new SeriesExam(List.of(), null, 0, 0, 0L);
        }
        Sessions sessions = Sessions.around(calendar, step, times[0], times[times.length - 1]);
        long[] inside = LongStream.of(times).filter(sessions::has).toArray();
        return inSessions(inside, step, sessions, times.length - inside.length);
    }

    private static SeriesExam inSessions(long[] times, BarStep step, Sessions sessions, long outside) {
        List<Gap> gaps = new ArrayList<>();
        Gap longest = null;
        long most = step == BarStep.DAY ? 0 : Gap.USUAL_STEPS * usual(times, sessions);
        long lengthOfLongest = 0;
        int seen = times.length == 0 ? 0 : 1;
        for (int at = 1; at < times.length; at++) {
            seen += sessions.of(times[at]) == sessions.of(times[at - 1]) ? 0 : 1;
            long length = sessions.between(times[at - 1], times[at]);
            if (length > most) {
                Gap gap = new Gap(times[at - 1], times[at]);
                gaps.add(gap);
                if (length > lengthOfLongest) {
                    longest = gap;
                    lengthOfLongest = length;
                }
            }
        }
        int all = times.length == 0 ? 0 : sessions.of(times[times.length - 1]) - sessions.of(times[0]) + 1;
        return new SeriesExam(gaps, longest, all, all - seen, outside);
    }

    /** The median pause, counted while there is trading. */
    private static long usual(long[] times, Sessions sessions) {
        long[] pauses = new long[Math.max(0, times.length - 1)];
        for (int at = 0; at < pauses.length; at++) {
            pauses[at] = sessions.between(times[at], times[at + 1]);
        }
        return Gap.median(pauses);
    }

    private static Gap longest(List<Gap> gaps) {
        return gaps.stream().reduce((one, other) -> other.before() - other.after() > one.before() - one.after() ? other : one).orElse(null);
    }
}
