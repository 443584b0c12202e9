package entrepot.web.page;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** Every page of the portal and who may open it: what the navigation shows, and what is refused. */
public final class Places {

    static final List<String> COSTS = List.of("storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin");
    static final List<String> MARGINS = List.of("buyer", "pricing", "accountant", "auditor", "quant", "risk", "admin");
    private static final List<String> IMPORTS = List.of("accountant", "auditor", "admin");
    private static final List<String> BOOKS = List.of("accountant", "auditor", "risk", "admin");
    private static final List<String> OWED = List.of("buyer", "accountant", "auditor", "admin");
    private static final List<String> MARKET = List.of("quant", "trader", "risk", "accountant", "auditor", "admin");
    private static final List<String> RESEARCH = List.of("quant", "trader", "risk", "auditor", "admin");
    private static final List<String> TILL = List.of("cashier", "admin");
    private static final List<String> MOVERS = List.of("storekeeper", "buyer", "accountant", "admin");
    private static final List<String> COUNTS = List.of("storekeeper", "buyer", "accountant", "auditor", "admin");
    private static final List<String> LOTS = List.of("cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "admin");
    private static final List<String> AUDIT = List.of("auditor", "admin");
    private static final List<String> ADMIN = List.of("admin");
    private static final List<String> ALL = List.of("cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader",
            "risk", "admin");

    private static final List<Group> GROUPS = List.of(
            new Group("sell", List.of(new Place("till", TILL), new Place("sales", ALL), new Place("reservations", ALL), new Place("customers", ALL))),
            new Group("stock", List.of(new Place("items", ALL), new Place("ledger", COSTS), new Place("lots", LOTS), new Place("labels", LOTS), new Place("movement", MOVERS), new Place("locations", ALL), new Place("bills", COSTS), new Place("counts", COUNTS), new Place("countfigures", COUNTS))),
            new Group("buy", List.of(new Place("replenishment", COSTS), new Place("orders", COSTS), new Place("invoices", OWED), new Place("suppliers", ALL), new Place("consignments", List.of("storekeeper", "buyer", "accountant", "auditor", "admin")))),
            new Group("price", List.of(new Place("prices", MARGINS), new Place("pricebook", ALL), new Place("batches", MARGINS))),
            new Group("trade", List.of(new Place("instruments", MARKET), new Place("marketquality", MARKET), new Place("calendars", MARKET), new Place("screens", RESEARCH), new Place("backtest", RESEARCH), new Place("portfoliobacktest", RESEARCH), new Place("sweep", RESEARCH), new Place("strategies", RESEARCH), new Place("models", RESEARCH))),
            new Group("books", List.of(new Place("postings", COSTS), new Place("valuation", COSTS), new Place("trialbalance", COSTS), new Place("journal", COSTS),
                    new Place("rollforward", COSTS), new Place("costofsales", MARGINS), new Place("incomestatement", MARGINS), new Place("balancesheet", MARGINS),
                    new Place("periodic", MARGINS), new Place("uninvoiced", OWED), new Place("vat", IMPORTS), new Place("bookchanges", COSTS), new Place("exports", IMPORTS), new Place("periods", COSTS), new Place("costrules", COSTS), new Place("promiserules", OWED), new Place("exchangerates", COUNTS), new Place("closingrates", IMPORTS), new Place("accountroles", BOOKS), new Place("costingchanges", IMPORTS), new Place("scopechanges", IMPORTS), new Place("revaluation", IMPORTS), new Place("valuationbooks", BOOKS))),
            new Group("run", List.of(new Place("imports", IMPORTS), new Place("jobs", ALL), new Place("proof", ALL), new Place("operations", AUDIT), new Place("deadletters", AUDIT), new Place("audit", AUDIT), new Place("users", ADMIN), new Place("api-docs", ALL))));

    /** Pages that are not in the navigation, and the place they stand under. */
    private static final Map<String, String> UNDER = Map.ofEntries(
            Map.entry("sale", "sales"), Map.entry("customer", "customers"), Map.entry("item", "items"), Map.entry("ledger-live", "ledger"),
            Map.entry("order", "orders"), Map.entry("invoice", "invoices"), Map.entry("enterinvoice", "invoices"), Map.entry("supplier", "suppliers"), Map.entry("price", "pricebook"),
            Map.entry("instrument", "instruments"), Map.entry("importbars", "instruments"), Map.entry("flows", "instruments"), Map.entry("calendar", "calendars"), Map.entry("posting", "postings"),
            Map.entry("reverse", "postings"), Map.entry("amend", "postings"), Map.entry("cost", "postings"), Map.entry("import", "imports"), Map.entry("importopening", "imports"), Map.entry("job", "jobs"), Map.entry("job-live", "jobs"),
            Map.entry("jobs-live", "jobs"), Map.entry("proof-live", "proof"), Map.entry("operations-live", "operations"), Map.entry("user", "users"), Map.entry("count", "counts"),
            Map.entry("countreview", "counts"), Map.entry("reservation", "reservations"), Map.entry("reserve", "reservations"), Map.entry("lot", "lots"), Map.entry("bill", "bills"), Map.entry("location", "locations"), Map.entry("make", "bills"), Map.entry("consign", "consignments"), Map.entry("dropship", "orders"), Map.entry("strategy", "strategies"), Map.entry("screen", "screens"), Map.entry("screenrun", "screens"), Map.entry("screenvalue", "screens"), Map.entry("model", "models"), Map.entry("tearsheet", "backtest"), Map.entry("backtest-comparison", "backtest"), Map.entry("backtest-steps", "backtest"));

    /** Fewer than may go to the place it stands under. */
    private static final Map<String, List<String>> FEWER = Map.of(
            "importbars", List.of("quant", "admin"),
            "enterinvoice", List.of("buyer", "accountant", "admin"),
            "reverse", List.of("storekeeper", "accountant", "admin"),
            "amend", MOVERS,
            "make", List.of("storekeeper", "admin"),
            "consign", List.of("storekeeper", "buyer", "admin"),
            "dropship", List.of("buyer", "admin"),
            "reserve", List.of("cashier", "storekeeper", "buyer", "admin"),
            "countreview", List.of("accountant", "auditor", "admin"));

    private static final Set<String> EVERYBODYS = Set.of("today", "today-live", "broken", "expired", "forbidden", "missing", "refused");

    /** After {@code g}. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("sales", "s"), Map.entry("items", "i"), Map.entry("ledger", "l"), Map.entry("replenishment", "r"),
            Map.entry("orders", "o"), Map.entry("prices", "p"), Map.entry("pricebook", "k"), Map.entry("batches", "b"),
            Map.entry("postings", "e"), Map.entry("valuation", "v"), Map.entry("trialbalance", "a"), Map.entry("imports", "m"),
            Map.entry("jobs", "j"), Map.entry("instruments", "n"), Map.entry("till", "t"), Map.entry("movement", "g"),
            Map.entry("customers", "c"), Map.entry("suppliers", "f"), Map.entry("journal", "d"), Map.entry("audit", "w"),
            Map.entry("users", "u"), Map.entry("costrules", "z"), Map.entry("backtest", "x"), Map.entry("proof", "q"), Map.entry("counts", "y"), Map.entry("periods", "h"));

    private Places() {}

    /** Pages of one job of the day. */
    public record Group(String name, List<Place> places) {
        public String getKey() {
            return "group." + name;
        }

        public List<Place> getPlaces() {
            return places;
        }

        private Group where(Predicate<Place> open) {
            return new Group(name, places.stream().filter(open).toList());
        }
    }

    /** A page in the navigation. @param roles that may open it */
    public record Place(String name, List<String> roles) {
        public String getName() {
            return name;
        }

        public String getPage() {
            return name + ".xhtml";
        }

        public String getKey() {
            return name + ".title";
        }

        /** The key that goes there after {@code g}, or null. */
        public String getLetter() {
            return LETTERS.get(name);
        }
    }

    /** The places of somebody who has these roles. */
    static List<Group> open(Predicate<String> role) {
        return GROUPS.stream()
                .map(group -> group.where(place -> place.roles().stream().anyMatch(role)))
                .filter(group -> !group.places().isEmpty())
                .toList();
    }

    /** Roles that may open a page; empty where there is no such page. @param page as {@link #name} gives it */
    public static Optional<List<String>> mayOpen(String page) {
        if (EVERYBODYS.contains(page)) {
            return Optional.of(ALL);
        }
        List<String> fewer = FEWER.get(page);
        return fewer != null ? Optional.of(fewer) : place(of(page)).map(Place::roles);
    }

    /** The place of the navigation where a page stands: itself, if it is one. */
    static String of(String page) {
        return UNDER.getOrDefault(page, page);
    }

    /** @param path such as {@code /items.xhtml} */
    public static String name(String path) {
        return path.substring(1, path.length() - ".xhtml".length());
    }

    private static Optional<Place> place(String name) {
        return GROUPS.stream().flatMap(group -> group.places().stream()).filter(place -> place.name().equals(name)).findFirst();
    }
}
