package entrepot.web.api;

import entrepot.trading.market.Bars;
import entrepot.trading.playback.Playback;
import entrepot.trading.playback.server.PlaybackRefused;
import entrepot.trading.playback.server.Playbacks;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** A backtest gone through bar by bar. Who asks for bars up to one learns nothing of those behind it. */
@Path("backtests/{id}/steps")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class StepsResource {

    private static final int LIMIT = 200;
    private static final int MOST = 1_000;

    private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

    @EJB
    private Playbacks playbacks;

    /**
     * @param from   number of the first bar, from 1; 1 where neither it nor {@code at} is given
     * @param limit  1 to {@value #MOST}; {@value #LIMIT} where it is not given
     * @param at     instead of {@code from}: a day or a moment; the last bars up to it, the first bar where there are none
     * @param toFill whether to go on to the first bar that has a fill; then it is the last of those answered
     */
    @GET
    public StepsAnswer steps(@PathParam("id") String id, @QueryParam("from") Integer from, @QueryParam("limit") Integer limit, @QueryParam("at") String at,
            @QueryParam("toFill") boolean toFill) {
        Fields fields = new Fields();
        Instant until = until(fields, at);
        int most = limit == null ? LIMIT : limit;
        if (most < 1 || most > MOST) {
            fields.refuse("?limit", "range", "must be 1 to " + MOST + ", is " + most);
        }
        if (from != null && from < 1) {
            fields.refuse("?from", "range", "must be 1 or more, is " + from);
        }
        if (from != null && at != null) {
            fields.refuse("?at", "not-both", "does not go with from: one of them says where to begin");
        }
        fields.check();
        Playbacks.Found found = found(id);
        int size = found.playback().steps().size();
        if (until != null) {
            int to = Math.max(1, known(found.playback().result().bars(), until));
            return StepsAnswer.of(found, Math.max(0, to - most), to);
        }
        int first = Math.min(size, from == null ? 0 : from - 1);
        if (toFill) {
            int to = behindFill(found.playback(), first, size);
            return StepsAnswer.of(found, Math.max(first, to - most), to);
        }
        return StepsAnswer.of(found, first, Math.min(size, first + most));
    }

    /** All of them. */
    @GET
    @Path("csv")
    @Produces("text/csv")
    public Response csv(@PathParam("id") String id) {
        Playbacks.Found found = found(id);
        return WholeFile.csv("steps.csv", out -> StepsCsv.write(found.playback(), out));
    }

    /** The last moment that is meant, null where none is given. */
    private static Instant until(Fields fields, String at) {
        if (at != null && at.length() > "2026-03-31".length()) {
            Instant moment = fields.momentIfGiven("?at", at);
            if (moment != null && (moment.isBefore(FIRST) || moment.isAfter(LAST))) {
                fields.refuse("?at", "out-of-range", "must be from " + FIRST + " to " + LAST);
            }
            return moment;
        }
        LocalDate day = fields.dateIfGiven("?at", at);
        return day == null ? null : day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusMillis(1);
    }

    /** How many bars there are up to a moment. */
    private static int known(Bars bars, Instant until) {
        return bars.until(until.toEpochMilli()).size();
    }

    private static int behindFill(Playback playback, int from, int to) {
        int bar = from;
        while (bar < to && playback.steps().get(bar).fills().isEmpty()) {
            bar++;
        }
        return Math.min(to, bar + 1);
    }

    private Playbacks.Found found(String id) {
        try {
            return PathId.of(id).flatMap(playbacks::find).orElseThrow(() -> ApiProblem.notFound("backtest '" + id + "'"));
        } catch (PlaybackRefused refused) {
            throw ApiProblem.of(409, refused.code(), refused.getMessage());
        }
    }
}
