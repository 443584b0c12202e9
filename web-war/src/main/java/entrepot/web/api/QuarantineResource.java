package entrepot.web.api;

import entrepot.platform.retry.Retry;
import entrepot.trading.market.QuarantineReason;
import entrepot.trading.market.server.HeldRow;
import entrepot.trading.market.server.HeldStatus;
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
import java.util.function.BiConsumer;

/** Rows of files that are not in the series of an instrument, and what is decided about them. */
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

    /** @param bar absent where the row could not be read; decidedAt, decidedBy and note while it is held */
    record Held(String id, BarsResource.BarAnswer bar, QuarantineReason reason, String detail, long line, String text, LocalDateTime heldAt,
            HeldStatus status, LocalDateTime decidedAt, String decidedBy, String note) {
        static Held of(HeldRow row) {
            return new Held(Long.toString(row.id()), row.bar() == null ? null : BarsResource.BarAnswer.of(row.bar()), row.reason(), row.detail(),
                    row.line(), row.text(), row.heldAt(), row.status(), row.decidedAt(), row.decidedBy(), row.note());
        }
    }

    /** In the order they were held. @param status HELD, RELEASED or DISMISSED; absent for all */
    @GET
    public Page<Held> list(@PathParam("symbol") String symbol, @QueryParam("status") String status, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        HeldStatus which = fields.oneOfIfGiven("?status", status, HeldStatus.class, null);
        long from = MarketFields.after(fields, after, 0);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(desk.list(symbol, which, from, rows + 1), rows, HeldRow::id).map(Held::of);
    }

    /** @param row it is about; @param at UTC */
    record Decision(String id, String row, HeldStatus status, LocalDateTime at, String actor, String note) {
        static Decision of(QuarantineDesk.Decision one) {
            return new Decision(Long.toString(one.id()), Long.toString(one.row().id()), one.status(), one.at(), one.actor(), one.note());
        }
    }

    /** Who let which row in or dismissed it, and why; newest first. */
    @GET
    @Path("decisions")
    public Page<Decision> decisions(@PathParam("symbol") String symbol, @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        long before = MarketFields.after(fields, after, Long.MAX_VALUE);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(desk.decisions(symbol, before, rows + 1), rows, QuarantineDesk.Decision::id).map(Decision::of);
    }

    /** Why somebody decides so. */
    record Reason(String note) {}

    /** Lets the row into its series; a bar that stands there goes into the quarantine. */
    @POST
    @Path("{id}/release")
    @RolesAllowed({"quant", "risk", "admin"})
    public void release(@PathParam("symbol") String symbol, @PathParam("id") String id, Reason body) {
        decide(id, body, (row, note) -> desk.release(symbol, row, note));
    }

    /** The row does not belong into the series, and is no longer counted as held. */
    @POST
    @Path("{id}/dismiss")
    @RolesAllowed({"quant", "risk", "admin"})
    public void dismiss(@PathParam("symbol") String symbol, @PathParam("id") String id, Reason body) {
        decide(id, body, (row, note) -> desk.dismiss(symbol, row, note));
    }

    private void decide(String id, Reason body, BiConsumer<List<Long>, String> act) {
        Fields fields = new Fields();
        String note = fields.text("/note", body.note(), 200);
        fields.check();
        List<Long> row = List.of(PriceFields.inPath("row", id));
        retry.run(() -> {
            act.accept(row, note);
            return row;
        });
    }
}
