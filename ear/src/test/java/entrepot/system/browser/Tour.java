package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every page with something on it: the lists, and of each the first thing that it leads to. */
final class Tour {

    /** Pages of one thing, and the list they are opened from. */
    private static final Map<String, String> OPENED_FROM = openedFrom();

    /** What is not there. */
    static final Stop MISSING = new Stop("missing", "item.xhtml?sku=NO-SUCH");

    private Tour() {}

    /** @param address below the root */
    record Stop(String name, String address) {}

    private static Map<String, String> openedFrom() {
        Map<String, String> from = new LinkedHashMap<>();
        from.put("item", "items.xhtml");
        from.put("sale", "sales.xhtml");
        from.put("customer", "customers.xhtml");
        from.put("supplier", "suppliers.xhtml");
        from.put("order", "orders.xhtml");
        from.put("count", "counts.xhtml");
        from.put("posting", "postings.xhtml?kind=SALE");
        from.put("instrument", "instruments.xhtml");
        from.put("calendar", "calendars.xhtml");
        from.put("import", "imports.xhtml");
        from.put("job", "jobs.xhtml");
        from.put("user", "users.xhtml");
        return from;
    }

    /** For somebody who is logged in and may see everything. */
    static List<Stop> stops(Desk desk) {
        List<Stop> stops = new ArrayList<>();
        for (String page : EveryPageTest.PAGES) {
            if (!OPENED_FROM.containsKey(page) && !List.of("ledger", "price", "importbars", "flows").contains(page)) {
                stops.add(new Stop(page, page + ".xhtml"));
            }
        }
        OPENED_FROM.forEach((page, list) -> stops.add(new Stop(page, first(desk, list, page + ".xhtml?"))));
        String item = address(stops, "item");
        stops.add(new Stop("ledger", item.replace("item.xhtml", "ledger.xhtml")));
        stops.add(new Stop("price", item.replace("item.xhtml", "price.xhtml")));
        stops.add(new Stop("countreview", address(stops, "count").replace("count.xhtml", "countreview.xhtml")));
        stops.add(new Stop("reverse", address(stops, "posting").replace("posting.xhtml", "reverse.xhtml")));
        stops.add(new Stop("cost", first(desk, address(stops, "posting"), "cost.xhtml?")));
        String opening = first(desk, "postings.xhtml?kind=OPENING", "posting.xhtml?").replace("posting.xhtml", "amend.xhtml");
        stops.add(new Stop("amend freight", opening));
        stops.add(new Stop("amend price", opening + "&what=PRICE"));
        stops.add(new Stop("amend quantity", opening + "&what=QUANTITY"));
        stops.add(new Stop("importbars", address(stops, "instrument").replace("instrument.xhtml", "importbars.xhtml").replaceAll("&.*", "")));
        stops.add(new Stop("flows", address(stops, "instrument").replace("instrument.xhtml", "flows.xhtml").replaceAll("&.*", "")));
        stops.add(new Stop("instrument held", first(desk, "instruments.xhtml", "instrument.xhtml?'][href$='#quarantine")));
        stops.add(new Stop("backtest result", first(desk, "backtest.xhtml", "backtest.xhtml?id=")));
        stops.add(new Stop("tearsheet", address(stops, "backtest result").replace("backtest.xhtml", "tearsheet.xhtml")));
        stops.add(new Stop("screen result", first(desk, "screens.xhtml", "screenrun.xhtml?id=")));
        stops.add(new Stop("screen value", first(desk, address(stops, "screen result"), "screenvalue.xhtml?id=")));
        stops.add(new Stop("backtest steps", address(stops, "backtest result").replace("backtest.xhtml", "backtest-steps.xhtml")));
        stops.add(new Stop("user with sessions", "user.xhtml?name=admin"));
        stops.add(new Stop("customer new", "customer.xhtml"));
        stops.add(new Stop("movement receipt", "movement.xhtml?kind=RECEIPT"));
        stops.add(new Stop("movement transfer", "movement.xhtml?kind=TRANSFER"));
        stops.add(new Stop("till return", "till.xhtml?kind=RETURN"));
        stops.add(new Stop("audit prices", "audit.xhtml?what=PRICES"));
        stops.add(new Stop("audit security", "audit.xhtml?what=SECURITY"));
        stops.add(new Stop("items none", "items.xhtml?q=nothing-is-called-so"));
        stops.add(MISSING);
        return stops;
    }

    private static String address(List<Stop> stops, String name) {
        return stops.stream().filter(stop -> stop.name().equals(name)).map(Stop::address).findFirst().orElseThrow();
    }

    private static String first(Desk desk, String list, String begins) {
        Locator links = desk.open(list).locator("#main tbody a[href^='" + begins + "']");
        assertThat(links.count()).as("links on %s to %s", list, begins).isPositive();
        return links.first().getAttribute("href");
    }
}
