package entrepot.web.page;

import entrepot.platform.company.CompanyFile;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Set;

/** What stands around every page: company, user, theme and the places this user may go, by job. */
@Named
@RequestScoped
public class Shell {

    private static final Set<String> THEMES = Set.of("light", "dark");

    private static final List<String> COSTS =
            List.of("storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin");

    private static final List<Group> ALL = List.of(
            new Group("sell", List.of(
                    Place.of("sales", "sales.xhtml"))),
            new Group("stock", List.of(
                    Place.of("items", "items.xhtml"),
                    Place.of("ledger", "ledger.xhtml"))),
            new Group("buy", List.of(
                    Place.of("replenishment", "replenishment.xhtml"),
                    Place.of("orders", "orders.xhtml"))),
            new Group("price", List.of(
                    Place.of("prices", "prices.xhtml"),
                    Place.of("pricebook", "pricebook.xhtml"))),
            new Group("books", List.of(
                    Place.of("postings", "postings.xhtml"),
                    Place.of("valuation", "valuation.xhtml"),
                    Place.of("trialbalance", "trialbalance.xhtml"))),
            new Group("run", List.of(
                    Place.of("imports", "imports.xhtml"),
                    Place.of("jobs", "jobs.xhtml"))));

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
    }

    /** A page in the navigation. */
    public record Place(String name, String page) {
        static Place of(String name, String page) {
            return new Place(name, page);
        }

        public String getName() {
            return name;
        }

        public String getPage() {
            return page;
        }

        public String getKey() {
            return name + ".title";
        }
    }

    public List<Group> getGroups() {
        return ALL;
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
            case "job" -> "jobs";
            case "import" -> "imports";
            case "posting" -> "postings";
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
        return COSTS.stream().anyMatch(external()::isUserInRole);
    }

    /** What the user chose, or null to follow the system. */
    public String getTheme() {
        return external().getRequestCookieMap().get("theme") instanceof Cookie cookie && THEMES.contains(cookie.getValue())
                ? cookie.getValue()
                : null;
    }

    private static ExternalContext external() {
        return FacesContext.getCurrentInstance().getExternalContext();
    }
}
