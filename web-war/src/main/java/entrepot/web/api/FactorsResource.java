package entrepot.web.api;

import entrepot.trading.market.CorporateAction;
import entrepot.trading.market.server.FactorImport;
import entrepot.trading.market.server.InstrumentBoard;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;

/** Splits and dividends of an instrument. */
@Path("instruments/{symbol}/factors")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class FactorsResource {

    @EJB
    private InstrumentBoard board;

    @Inject
    private MarketUpload upload;

    /**
     * @param lastDay       the last day without it; it is known the day after
     * @param dividendRatio share of the price that is left; 1 for none
     * @param splitRatio    old shares for a new one; 1 for none
     */
    record Factor(LocalDate lastDay, BigDecimal dividendRatio, BigDecimal splitRatio, BigDecimal close) {
        static Factor of(CorporateAction action) {
            return new Factor(action.lastDay(), BigDecimal.valueOf(action.dividendRatio()), BigDecimal.valueOf(action.splitRatio()),
                    Double.isNaN(action.close()) ? null : BigDecimal.valueOf(action.close()));
        }
    }

    /** By day. */
    @GET
    public Page<Factor> list(@PathParam("symbol") String symbol, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        LocalDate from = fields.dateIfGiven("?after", after);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(board.actions(symbol, from, rows + 1), rows, CorporateAction::lastDay).map(Factor::of);
    }

    /** A file as Lean has it: day, price factor, split factor, close; no header. @param dryRun true to see what it would do */
    @POST
    @Consumes("text/csv")
    @RolesAllowed({"quant", "admin"})
    public FactorImport.Report add(@PathParam("symbol") String symbol, @QueryParam("file") String file, @QueryParam("dryRun") boolean dryRun,
            InputStream body) throws IOException {
        return upload.factors(symbol, file, body, dryRun);
    }
}
