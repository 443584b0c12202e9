package entrepot.web.api;

import entrepot.trading.flow.FlowKind;
import entrepot.trading.flow.FlowMapping;
import jakarta.ws.rs.QueryParam;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;

/** Which column of a file of a flow is what, as clients say it. What is absent is found by its own name. */
public class FlowMappingQuery {
    @QueryParam("layout") String layout;
    @QueryParam("delimiter") String delimiter;
    @QueryParam("day") String day;
    @QueryParam("zone") String zone;
    @QueryParam("time") String time;
    @QueryParam("bid") String bid;
    @QueryParam("bidSize") String bidSize;
    @QueryParam("ask") String ask;
    @QueryParam("askSize") String askSize;
    @QueryParam("action") String action;
    @QueryParam("order") String order;
    @QueryParam("side") String side;
    @QueryParam("price") String price;
    @QueryParam("size") String size;

    /** With a header that names the columns, or as LOBSTER's message files are. */
    public enum Layout {
        HEADER, LOBSTER
    }

    /** @param source of each parameter above, by its name */
    public static FlowMappingQuery of(Function<String, String> source) {
        FlowMappingQuery query = new FlowMappingQuery();
        query.layout = source.apply("layout");
        query.delimiter = source.apply("delimiter");
        query.day = source.apply("day");
        query.zone = source.apply("zone");
        query.time = source.apply("time");
        query.bid = source.apply("bid");
        query.bidSize = source.apply("bidSize");
        query.ask = source.apply("ask");
        query.askSize = source.apply("askSize");
        query.action = source.apply("action");
        query.order = source.apply("order");
        query.side = source.apply("side");
        query.price = source.apply("price");
        query.size = source.apply("size");
        return query;
    }

    public FlowMapping read(Fields fields, FlowKind kind) {
        boolean lobster = fields.oneOfIfGiven("?layout", layout, Layout.class, Layout.HEADER) == Layout.LOBSTER;
        return new FlowMapping(lobster, BarMapping.delimiter(fields, delimiter), columns(fields, kind), fields.dateIfGiven("?day", day), BarMapping.zone(fields, zone));
    }

    private Map<String, String> columns(Fields fields, FlowKind kind) {
        Map<String, String> said = new HashMap<>();
        String[] names = {"time", "bid", "bidSize", "ask", "askSize", "action", "order", "side", "price", "size"};
        String[] values = {time, bid, bidSize, ask, askSize, action, order, side, price, size};
        for (int at = 0; at < names.length; at++) {
            String value = values[at] == null || values[at].isBlank() ? null : fields.textIfGiven("?" + names[at], values[at], 60);
            if (value != null && !kind.columns().contains(names[at])) {
                fields.refuse("?" + names[at], "unknown-column", kind + " has the columns " + kind.columns());
            } else if (value != null) {
                said.put(names[at], value);
            }
        }
        return said;
    }
}
