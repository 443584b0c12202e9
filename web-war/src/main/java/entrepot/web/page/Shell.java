package entrepot.web.page;

import entrepot.platform.company.CompanyFile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** What stands around every page: company, user, theme and the places this user may go, by job. */
@Named
@RequestScoped
public class Shell {

    private static final Set<String> THEMES = Set.of("light", "dark");

    private static final List<String> COSTS =
            List.of("storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin");
    private static final List<String> MARGINS = List.of("buyer", "pricing", "accountant", "auditor", "quant", "risk", "admin");
    private static final List<String> IMPORTS = List.of("accountant", "auditor", "admin");
    private static final List<String> MARKET = List.of("quant", "trader", "risk", "accountant", "auditor", "admin");
    private static final List<String> RESEARCH = List.of("quant", "trader", "risk", "auditor", "admin");
    private static final List<String> TILL = List.of("cashier", "admin");
    private static final List<String> MOVERS = List.of("storekeeper", "buyer", "accountant", "admin");
    private static final List<String> AUDIT = List.of("auditor", "admin");
    private static final List<String> ADMIN = List.of("admin");
    private static final List<String> ALL = List.of();

    private static final List<Group> GROUPS = List.of(
            new Group("sell", List.of(new Place("till", TILL), new Place("sales", ALL), new Place("customers", ALL))),
            new Group("stock", List.of(new Place("items", ALL), new Place("ledger", COSTS), new Place("movement", MOVERS))),
            new Group("buy", List.of(new Place("replenishment", COSTS), new Place("orders", COSTS), new Place("suppliers", ALL))),
            new Group("price", List.of(new Place("prices", MARGINS), new Place("pricebook", ALL), new Place("batches", MARGINS))),
            new Group("trade", List.of(new Place("instruments", MARKET), new Place("backtest", RESEARCH))),
            new Group("books", List.of(new Place("postings", COSTS), new Place("valuation", COSTS), new Place("trialbalance", COSTS), new Place("journal", COSTS))),
            new Group("run", List.of(new Place("imports", IMPORTS), new Place("jobs", ALL), new Place("audit", AUDIT), new Place("users", ADMIN))));

    /** After {@code g}. */
    private static final Map<String, String> LETTERS = Map.ofEntries(
            Map.entry("sales", "s"), Map.entry("items", "i"), Map.entry("ledger", "l"), Map.entry("replenishment", "r"),
            Map.entry("orders", "o"), Map.entry("prices", "p"), Map.entry("pricebook", "k"), Map.entry("batches", "b"),
            Map.entry("postings", "e"), Map.entry("valuation", "v"), Map.entry("trialbalance", "a"), Map.entry("imports", "m"),
            Map.entry("jobs", "j"), Map.entry("instruments", "n"), Map.entry("till", "t"), Map.entry("movement", "g"),
            Map.entry("customers", "c"), Map.entry("suppliers", "f"), Map.entry("journal", "d"), Map.entry("audit", "w"),
            Map.entry("users", "u"));

    @Inject
    private CompanyFile companies;

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

    /** A page in the navigation. @param roles that see it; empty: everybody */
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

    /** The places this user may go. */
    public List<Group> getGroups() {
        return GROUPS.stream()
                .map(group -> group.where(place -> place.roles().isEmpty() || isOneOf(place.roles())))
                .filter(group -> !group.places().isEmpty())
                .toList();
    }

    /** @return {@code page} where the page shown is this place or stands under it, else null */
    public String current(String place) {
        return place.equals(open()) ? "page" : null;
    }

    private String open() {
        String view = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        String name = view.substring(1, view.length() - ".xhtml".length());
        return switch (name) {
            case "item" -> "items";
            case "order" -> "orders";
            case "sale" -> "sales";
            case "customer" -> "customers";
            case "user" -> "users";
            case "price" -> "pricebook";
            case "supplier" -> "suppliers";
            case "job" -> "jobs";
            case "import" -> "imports";
            case "instrument", "importbars" -> "instruments";
            case "posting", "reverse" -> "postings";
            default -> name;
        };
    }

    public String getCompany() {
        return companies.company().name();
    }

    public boolean isDemo() {
        return companies.company().demo();
    }

    public String getCurrency() {
        return companies.company().currency().getCurrencyCode();
    }

    public String getUser() {
        return external().getRemoteUser();
    }

    public boolean may(String role) {
        return external().isUserInRole(role) || external().isUserInRole("admin");
    }

    /** Whether the user may see what things cost: everybody but who is a cashier alone. */
    public boolean isCosts() {
        return isOneOf(COSTS);
    }

    /** Whether the user's work needs margins and proposals of prices. */
    public boolean isMargins() {
        return isOneOf(MARGINS);
    }

    private static boolean isOneOf(List<String> roles) {
        return roles.stream().anyMatch(external()::isUserInRole);
    }

    /** What the user chose, or null to follow the system. */
    public String getTheme() {
        return external().getRequestCookieMap().get("theme") instanceof Cookie cookie && THEMES.contains(cookie.getValue())
                ? cookie.getValue()
                : null;
    }

    /** What the button in the head changes to. */
    public String getOtherLanguage() {
        return Language.here().locale().getLanguage().equals("de") ? "en" : "de";
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
