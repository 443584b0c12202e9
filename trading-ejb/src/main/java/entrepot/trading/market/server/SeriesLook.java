package entrepot.trading.market.server;

import entrepot.trading.market.server.QualityTable.Look;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks through one series: counts it anew from its bars, and compares with what was found the last time. */
@Stateless
@RolesAllowed("system")
public class SeriesLook {

    @Inject
    private SeriesTable series;

    @Inject
    private QualityTable quality;

    /** @param worse what got worse since the last look, in words; empty where nothing did or it is the first */
    public record Found(boolean faulty, List<String> worse) {}

    public Found look(long id) {
        series.lock(id);
        Optional<String> kept = series.hash(id);
        String now = series.recount(id, series.named(id).orElseThrow().step());
        QualityLine line = quality.of(id).orElseThrow();
        Look look = Look.of(line);
        List<String> worse = new ArrayList<>(quality.looked(id).map(before -> worse(before, look, line.calendar() != null)).orElse(List.of()));
        kept.filter(hash -> !hash.equals(now)).ifPresent(hash -> worse.add("bars changed past the application"));
        quality.keep(id, look);
        return new Found(!line.faults().isEmpty(), worse.isEmpty() ? worse : List.of(line.symbol() + " " + line.step() + ": " + String.join(", ", worse)));
    }

    static List<String> worse(Look before, Look now, boolean sessions) {
        List<String> worse = new ArrayList<>();
        more(worse, "gaps", before.gaps(), now.gaps());
        more(worse, "sessions missing", orZero(before.missing()), orZero(now.missing()));
        more(worse, "bars outside", orZero(before.outside()), orZero(now.outside()));
        more(worse, "rows held", before.held(), now.held());
        if (QualityLine.isBehind(now.behind(), sessions) && !QualityLine.isBehind(before.behind(), sessions)) {
            worse.add(now.behind() + (sessions ? " sessions" : " days") + " behind");
        }
        return worse;
    }

    private static void more(List<String> worse, String what, long before, long now) {
        if (now > before) {
            worse.add(what + " " + now + ", were " + before);
        }
    }

    private static long orZero(Number number) {
        return number == null ? 0 : number.longValue();
    }
}
