package entrepot.system.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every page with something on it: the lists, and of each the first thing that it leads to. */
final class Tour {

    /** Pages of one thing, and how the list they are opened from begins. */
    private static final Map<String, String> OPENED_FROM = openedFrom();

    private Tour() {}

    /** @param address below the root */
    record Stop(String name, String address) {}

    private static Map<String, String> openedFrom() {
        Map<String, String> from = new LinkedHashMap<>();
        from.put("item", "replenishment");
        from.put("sale", "sales");
        from.put("customer", "customers");
        from.put("supplier", "suppliers");
        from.put("order", "orders");
        from.put("posting", "postings");
        from.put("instrument", "instruments");
        from.put("import", "imports");
        from.put("job", "jobs");
        from.put("user", "users");
        return from;
    }

    /** For somebody who is logged in and may see everything. */
    static List<Stop> stops(Desk desk) {
        List<Stop> stops = new ArrayList<>();
        for (String page : EveryPageTest.PAGES) {
            if (!OPENED_FROM.containsKey(page) && !List.of("ledger", "price", "importbars").contains(page)) {
                stops.add(new Stop(page, page + ".xhtml"));
            }
        }
        OPENED_FROM.forEach((page, list) -> add(stops, page, first(desk, list, page + ".xhtml?")));
        String item = address(stops, "item");
        add(stops, "ledger", item.replace("item.xhtml", "ledger.xhtml"));
        add(stops, "price", item.replace("item.xhtml", "price.xhtml"));
        add(stops, "reverse", address(stops, "posting").replace("posting.xhtml", "reverse.xhtml"));
        add(stops, "importbars", address(stops, "instrument").replace("instrument.xhtml", "importbars.xhtml").replaceAll("&.*", ""));
        add(stops, "backtest result", first(desk, "backtest", "backtest.xhtml?id="));
        add(stops, "customer new", "customer.xhtml");
        add(stops, "movement receipt", "movement.xhtml?kind=RECEIPT");
        add(stops, "movement transfer", "movement.xhtml?kind=TRANSFER");
        add(stops, "till return", "till.xhtml?kind=RETURN");
        add(stops, "audit prices", "audit.xhtml?what=PRICES");
        add(stops, "audit security", "audit.xhtml?what=SECURITY");
        add(stops, "items none", "items.xhtml?q=nothing-is-called-so");
        add(stops, "missing", "item.xhtml?sku=NO-SUCH");
        return stops;
    }

    private static void add(List<Stop> stops, String name, String address) {
        if (!address.isEmpty()) {
            stops.add(new Stop(name, address));
        }
    }

    private static String address(List<Stop> stops, String name) {
        return stops.stream().filter(stop -> stop.name().equals(name)).map(Stop::address).findFirst().orElse("");
    }

    /** @return empty where the list is */
    private static String first(Desk desk, String list, String begins) {
        Page page = desk.open(list + ".xhtml");
        Locator links = page.locator("#main tbody a[href^='" + begins + "']");
        return links.count() == 0 ? "" : links.first().getAttribute("href");
    }
}
