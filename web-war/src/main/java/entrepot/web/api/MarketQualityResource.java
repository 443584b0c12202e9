package entrepot.web.api;

import entrepot.trading.market.BarStep;
import entrepot.trading.market.Gap;
import entrepot.trading.market.InstrumentKind;
import entrepot.trading.market.server.QualityBoard;
import entrepot.trading.market.server.QualityLine;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/** Is the data good? */
@Path("market-quality")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class MarketQualityResource {

    @EJB
    private QualityBoard board;

    /**
     * How good a series is.
     *
     * @param sessions  from the first bar to the last; absent without a calendar, as are missing, complete and outside
     * @param complete  share of the sessions that have a bar
     * @param longest   of the gaps
     * @param replaced  bars that a person replaced by another
     * @param behind    sessions that ended since the last bar; days without a calendar
     * @param changedBy the file that changed it last; absent where a person let a row in
     * @param lookedAt  by the nightly job
     */
    record Answer(String symbol, String name, InstrumentKind kind, String calendar, BarStep step, long bars, Instant first, Instant last, Integer sessions, Integer missing,
            BigDecimal complete, long gaps, InstrumentsResource.GapAnswer longest, Long outside, long quarantined, long replaced, Integer behind, String dataHash,
            Instant changedAt, String changedBy, Instant lookedAt, Set<QualityLine.Fault> faults) {

        static Answer of(QualityLine line) {
            Gap longest = line.longest();
            return new Answer(line.symbol(), line.name(), line.kind(), line.calendar(), line.step(), line.bars(), InstrumentAnswer.moment(line.first()),
                    InstrumentAnswer.moment(line.last()), line.sessions(), line.missing(),
                    line.complete() == null ? null : BigDecimal.valueOf(line.complete()).setScale(6, RoundingMode.FLOOR), line.gaps(),
                    longest == null ? null : InstrumentsResource.GapAnswer.of(longest), line.outside(), line.held(), line.replaced(), line.behind(), line.dataHash(),
                    moment(line.changedAt()), line.file(), moment(line.lookedAt()), line.faults());
        }

        private static Instant moment(LocalDateTime utc) {
            return utc == null ? null : utc.toInstant(ZoneOffset.UTC);
        }
    }

    /** Every series, worst first. @param faulty true for those with a fault alone */
    @GET
    public Page<Answer> list(@QueryParam("q") String text, @QueryParam("kind") String kind, @QueryParam("faulty") String faulty, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        var filter = new QualityBoard.Filter(Listings.text(fields, "?q", text), fields.oneOfIfGiven("?kind", kind, InstrumentKind.class, null),
                Boolean.TRUE.equals(Listings.truth(fields, "?faulty", faulty)));
        int rows = fields.limit(limit);
        fields.check();
        List<QualityLine> all = board.list(filter);
        return Page.of(QualityLine.after(all, after, rows + 1), rows, QualityLine::key).map(Answer::of);
    }
}
