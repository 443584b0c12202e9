package entrepot.web.api;

import entrepot.platform.job.Job;
import entrepot.platform.retry.Retry;
import entrepot.trading.flow.Flow;
import entrepot.trading.flow.FlowAction;
import entrepot.trading.flow.FlowGap;
import entrepot.trading.flow.FlowKind;
import entrepot.trading.flow.FlowMapping;
import entrepot.trading.market.server.FlowBoard;
import entrepot.trading.market.server.FlowDesk;
import entrepot.trading.market.server.HeldFlow;
import entrepot.trading.market.server.HeldStatus;
import entrepot.web.arrow.ArrowStream;
import entrepot.web.arrow.Column;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Quotes, events of orders and trades of an instrument. */
@Path("instruments/{symbol}/flows")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin"})
@Produces(MediaType.APPLICATION_JSON)
public class FlowsResource {

    @EJB
    private FlowBoard board;

    @EJB
    private FlowDesk desk;

    @Inject
    private Retry retry;

    /** Of each kind that there is. */
    record All(List<FlowAnswers.Series> items) {}

    @GET
    public All list(@PathParam("symbol") String symbol) {
        return new All(board.list(symbol).stream().map(FlowAnswers.Series::of).toList());
    }

    /** Brought in by a job: its progress, and at the end what became of the file. @param dryRun true to see what it would do */
    @POST
    @Path("{kind}/imports")
    @Consumes("text/csv")
    @RolesAllowed({"quant", "admin"})
    public Response bring(@PathParam("symbol") String symbol, @PathParam("kind") String kind, @BeanParam FlowMappingQuery query,
            @QueryParam("file") String file, @QueryParam("dryRun") boolean dryRun, InputStream body) throws IOException {
        FlowKind of = kind(kind);
        Fields fields = new Fields();
        FlowMapping mapping = query.read(fields, of);
        String name = MarketUpload.fileName(fields, file);
        fields.check();
        Job job = desk.queue(symbol, name, of, mapping, dryRun, body);
        return Response.status(Response.Status.ACCEPTED).location(URI.create("jobs/" + job.id())).entity(JobAnswer.of(job)).build();
    }

    /** In the order in which they happened. */
    @GET
    @Path("{kind}")
    public Page<Map<String, Object>> rows(@PathParam("symbol") String symbol, @PathParam("kind") String kind, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        int rows = fields.limit(limit);
        long from = Math.max(0, MarketFields.after(fields, after, 0));
        fields.check();
        Flow found = board.rows(symbol, kind(kind), from, rows);
        Flow next = found.size() == 0 || found.size() == rows ? found : board.rows(symbol, kind(kind), from + found.size(), rows - found.size());
        Flow all = found == next ? found : Flow.joined(found.kind(), List.of(found, next));
        boolean more = board.rows(symbol, kind(kind), from + all.size(), 1).size() > 0;
        return new Page<>(IntStream.range(0, all.size()).mapToObj(row -> FlowAnswers.row(all, row, from + row + 1)).toList(),
                more ? Long.toString(from + all.size()) : null);
    }

    @GET
    @Path("{kind}")
    @Produces("text/csv;qs=0.9")
    public Response csv(@PathParam("symbol") String symbol, @PathParam("kind") String kind) {
        FlowKind of = kind(kind);
        board.rows(symbol, of, 0, 1);
        return WholeFile.csv(symbol + "-" + kind + ".csv", out -> write(symbol, of, new OutputStreamWriter(out, StandardCharsets.UTF_8)));
    }

    private void write(String symbol, FlowKind kind, Writer out) throws IOException {
        out.write(String.join(",", kind.columns()) + "\r\n");
        each(symbol, kind, part -> {
            for (int at = 0; at < part.size(); at++) {
                int row = at;
                out.write(IntStream.range(0, kind.columns().size()).mapToObj(column -> FlowAnswers.cell(kind, column, part.value(row, column)).toString())
                        .collect(Collectors.joining(",", "", "\r\n")));
            }
        });
        out.flush();
    }

    /** All rows as columns; {@code time} is nanoseconds of the epoch. */
    @GET
    @Path("{kind}")
    @Produces(ArrowStream.TYPE + ";qs=0.8")
    public Response arrow(@PathParam("symbol") String symbol, @PathParam("kind") String kind) {
        FlowKind of = kind(kind);
        board.rows(symbol, of, 0, 1);
        return WholeFile.arrow(symbol + "-" + kind + ".arrows", out -> writeColumns(symbol, of, out));
    }

    private void writeColumns(String symbol, FlowKind kind, OutputStream out) throws IOException {
        List<Column> columns = kind.columns().stream().map(FlowsResource::column).toList();
        try (ArrowStream stream = new ArrowStream(out, columns)) {
            each(symbol, kind, part -> {
                for (int row = 0; row < part.size(); row++) {
                    for (int column = 0; column < columns.size(); column++) {
                        if (kind == FlowKind.ORDERS && column == FlowKind.ACTION) {
                            columns.get(column).set(FlowAction.of(part.value(row, column)).name());
                        } else {
                            columns.get(column).set(part.value(row, column));
                        }
                    }
                    stream.endRow();
                }
            });
        }
    }

    private static Column column(String name) {
        return switch (name) {
            case "action" -> Column.word(name, FlowAction.values());
            case "time", "order", "side" -> Column.count(name);
            case "price", "bid", "ask" -> Column.decimal(name, 9);
            default -> Column.decimal(name, 6);
        };
    }

    /** Something to be done with a part. */
    private interface EachPart {
        void see(Flow part) throws IOException;
    }

    private void each(String symbol, FlowKind kind, EachPart each) throws IOException {
        long row = 0;
        for (Flow part = board.rows(symbol, kind, 0, Flow.PART); part.size() > 0; part = board.rows(symbol, kind, row, Flow.PART)) {
            each.see(part);
            row += part.size();
        }
    }

    @GET
    @Path("{kind}/gaps")
    public Page<FlowAnswers.Gap> gaps(@PathParam("symbol") String symbol, @PathParam("kind") String kind, @QueryParam("after") String after,
            @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        long from = MarketFields.after(fields, after, Long.MIN_VALUE);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(board.gaps(symbol, kind(kind), from, rows + 1), rows, FlowGap::after).map(FlowAnswers.Gap::of);
    }

    /** In the order they were held. @param status HELD or DISMISSED; absent for all */
    @GET
    @Path("{kind}/quarantine")
    public Page<FlowAnswers.Held> quarantine(@PathParam("symbol") String symbol, @PathParam("kind") String kind, @QueryParam("status") String status,
            @QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        Fields fields = new Fields();
        HeldStatus which = fields.oneOfIfGiven("?status", status, HeldStatus.class, null);
        long from = MarketFields.after(fields, after, 0);
        int rows = fields.limit(limit);
        fields.check();
        return Page.of(board.held(symbol, kind(kind), which, from, rows + 1), rows, HeldFlow::id).map(FlowAnswers.Held::of);
    }

    /** Why somebody decides so. */
    record Reason(String note) {}

    /** The row does not belong into the series, and is no longer counted as held. */
    @POST
    @Path("quarantine/{id}/dismiss")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({"quant", "risk", "admin"})
    public void dismiss(@PathParam("symbol") String symbol, @PathParam("id") String id, Reason body) {
        Fields fields = new Fields();
        String note = fields.text("/note", DocumentFields.body(body).note(), 200);
        fields.check();
        long row = PriceFields.inPath("row", id);
        retry.run(() -> {
            desk.dismiss(symbol, List.of(row), note);
            return row;
        });
    }

    private static FlowKind kind(String name) {
        return List.of(FlowKind.values()).stream().filter(one -> one.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
                .orElseThrow(() -> ApiProblem.notFound("kind '" + name + "', must be quotes, orders or trades"));
    }
}
