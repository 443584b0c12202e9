package entrepot.web.api;

import entrepot.platform.retry.Retry;
import entrepot.trading.market.QuarantineReason;
import entrepot.trading.market.server.HeldRow;
import entrepot.trading.market.server.QuarantineDesk;
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
import java.time.LocalDateTime;
import java.util.List;

/** Rows of files that are not in the series of an instrument, and letting them in. */
@Path("instruments/{symbol}/quarantine")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class QuarantineResource {

    @EJB
    private QuarantineDesk desk;

    @Inject
    private Retry retry;

    private enum Status { HELD, RELEASED }

    /** @param bar absent where the row could not be read; releasedAt, releasedBy and note until it is released */
    record Held(String id, BarsResource.BarAnswer bar, QuarantineReason reason, String detail, long line, String text, LocalDateTime heldAt,
            LocalDateTime releasedAt, String releasedBy, String note) {
        static Held of(HeldRow row) {
            return new Held(Long.toString(row.id()), row.bar() == null ? null : BarsResource.BarAnswer.of(row.bar()), row.reason(), row.detail(),
                    row.line(), row.text(), row.heldAt(), row.releasedAt(), row.releasedBy(), row.note());
        }
    }

    /** In the order they were held. @param status HELD or RELEASED; absent for both */
    @GET
    public Page<Held> list(@PathParam("symbol") String symbol, @QueryParam("status") String status, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        Status which = fields.oneOfIfGiven("?status", status, Status.class, null);
        long from = MarketFields.after(fields, after, 0);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(desk.list(symbol, which == null ? null : which == Status.RELEASED, from, rows + 1), rows, HeldRow::id).map(Held::of);
    }

    record Release(String note) {}

    /** Lets the row into its series; a bar that stands there goes into the quarantine. */
    @POST
    @Path("{id}/release")
    @RolesAllowed({"quant", "risk", "admin"})
    public void release(@PathParam("symbol") String symbol, @PathParam("id") String id, Release body) {
        Fields fields = new Fields();
        String note = fields.text("/note", body.note(), 200);
        fields.check();
        long row = PriceFields.inPath("row", id);
        retry.run(() -> {
            desk.release(symbol, List.of(row), note);
            return row;
        });
    }
}
