package entrepot.web.api;

import entrepot.trading.indicator.Catalogue;
import entrepot.trading.indicator.Definition;
import entrepot.trading.market.Bars;
import entrepot.trading.market.server.InstrumentBoard;
import entrepot.trading.market.server.MarketData;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** An indicator over the bars of an instrument; bars before the first day asked for count, so that it is warm there. */
@Path("instruments/{symbol}/indicators/{name}")
@RequestScoped
@RolesAllowed({"quant", "trader", "risk", "accountant", "auditor", "admin"})
public class IndicatorValuesResource {

    @EJB
    private InstrumentBoard board;

    @EJB
    private MarketData market;

    /** @param lines by name, without those for which too few bars have been seen */
    record Values(Instant time, Map<String, BigDecimal> lines) {}

    private record At(long time, int bar) {
        @Override
        public String toString() {
            return Long.toString(time);
        }
    }

    @GET
    @OwnQuery
    @Produces(MediaType.APPLICATION_JSON)
    public Page<Values> list(@PathParam("symbol") String symbol, @PathParam("name") String name, @BeanParam BarsQuery bars,
            @QueryParam("after") String after, @QueryParam("limit") Integer limit, @Context UriInfo here, @Context ResourceInfo method) {
        Definition definition = Catalogue.find(name).orElseThrow(() -> ApiProblem.notFound("indicator '" + name + "'"));
        Fields fields = new Fields();
        BarsQuery.Asked asked = bars.read(fields);
        IndicatorQuery query = IndicatorQuery.read(fields, definition, here.getQueryParameters(),
                KnownQuery.names(method.getResourceMethod()));
        int rows = fields.limit(limit);
        long from = Math.max(MarketFields.after(fields, after, Long.MIN_VALUE), asked.begins());
        BarsResource.check(fields, symbol, asked, market);
        Bars series = asked.plan() == null ? market.bars(symbol, asked.step(), null, asked.to(), asked.adjustedAsOf())
                : market.bars(symbol, asked.plan(), null, asked.to(), asked.adjustedAsOf());
        double[][] lines = query.over(series);
        int first = series.until(from).size();
        List<At> shown = IntStream.range(first, Math.min(series.size(), first + rows + 1)).mapToObj(bar -> new At(series.time(bar), bar)).toList();
        return Page.of(shown, rows, At::toString).map(at -> new Values(Instant.ofEpochMilli(at.time()), at(definition, lines, at.bar())));
    }

    private static Map<String, BigDecimal> at(Definition definition, double[][] lines, int bar) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        for (int line = 0; line < lines.length; line++) {
            double value = lines[line][bar];
            if (Double.isFinite(value)) {
                values.put(definition.lines().get(line), BigDecimal.valueOf(value));
            }
        }
        return values;
    }
}
