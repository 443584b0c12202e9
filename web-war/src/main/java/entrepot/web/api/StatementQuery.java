package entrepot.web.api;

import entrepot.inventory.statement.server.StatementFilter;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;

/** Which period, as known when, of which goods. Without days: this month up to today. */
public class StatementQuery {

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    @QueryParam("knownAt")
    private String knownAt;

    @QueryParam("location")
    private String location;

    @QueryParam("category")
    private String category;

    @QueryParam("item")
    private String item;

    StatementFilter filter(QueryFields query, AsKnown known) {
        LocalDate last = query.day("to", to, known.today());
        LocalDate first = query.day("from", from, last == null ? null : last.withDayOfMonth(1));
        if (first != null && last != null && first.isAfter(last)) {
            query.refuse("from", "out-of-range", "must not be after 'to', " + last);
        }
        return new StatementFilter(first, last, known.seal(query, "knownAt", knownAt), query.text("location", location),
                query.text("category", category), query.text("item", item));
    }
}
