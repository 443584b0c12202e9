package entrepot.web.api;

import entrepot.trading.evidence.server.TrialLog;
import entrepot.trading.evidence.server.TrialRow;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;

/** The log of all that was tried, which nobody can shorten. */
@Path("trials")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class TrialsResource {

    @EJB
    private TrialLog log;

    /**
     * @param cells  1 of a backtest
     * @param returns what the Sharpe ratio of one bar was seen in
     */
    record Trial(long number, LocalDateTime madeAt, String madeBy, String instrument, String dataHash, String resultHash, String strategy,
            String terms, Instant firstBar, Instant lastBar, long cells, BigDecimal cellVariance, EvidenceAnswer.Returns returns) {
        static Trial of(TrialRow row) {
            return new Trial(row.number(), row.madeAt(), row.madeBy(), row.symbol(), row.dataHash(), row.resultHash(), row.strategy(),
                    row.terms(), Instant.ofEpochMilli(row.firstTime()), Instant.ofEpochMilli(row.lastTime()), row.cells(),
                    BacktestAnswer.decimal(row.variance()), new EvidenceAnswer.Returns(row.observations(),
                            BacktestAnswer.decimal(row.sharpe()), BacktestAnswer.decimal(row.skew()), BacktestAnswer.decimal(row.kurtosis())));
        }
    }

    /** Newest first. */
    @GET
    public Page<Trial> list(@QueryParam("instrument") String instrument, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        OfInstrument part = OfInstrument.read(instrument, after, limit);
        return Page.of(log.list(part.symbol(), part.before(), part.rows() + 1), part.rows(), TrialRow::number).map(Trial::of);
    }
}
