package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import entrepot.system.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds on every page: no complaint, no sideways scrolling, one heading, nothing that keeps somebody from using it. */
@InBrowser
class EveryPageTest {

    static final List<String> PAGES = List.of("today", "sales", "items", "item", "ledger", "lots", "labels", "movement", "bills", "bill", "locations", "location", "consignments", "consign", "dropship", "promiserules", "till", "reservations", "reserve", "customers", "customer",
            "suppliers", "supplier", "replenishment", "orders", "invoices", "enterinvoice", "prices", "price", "journal", "proof", "operations", "deadletters", "audit", "users", "user", "api-docs",
            "pricebook", "batches", "counts", "countfigures", "postings", "valuation", "trialbalance", "costrules", "exchangerates", "closingrates", "accountroles", "costingchanges", "scopechanges", "revaluation", "valuationbooks", "periods", "rollforward", "costofsales", "incomestatement",
            "balancesheet", "bookchanges", "exports", "periodic", "uninvoiced", "vat", "imports", "importopening", "jobs",
            "instruments", "instrument", "importbars", "flows", "marketquality", "calendars", "calendar", "backtest", "backtest-comparison", "portfoliobacktest", "sweep", "strategies", "strategy", "screens", "screen", "models");
    private static final String REACHABLE = "[...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]"
            + ".filter(e => !e.closest('dialog:not([open])') && e.checkVisibility())";
    private static final String NAME_ALL = REACHABLE + ".map((e, i) => { e.dataset.place = i; return String(i); })";
    private static final String FOCUSED = "document.activeElement?.dataset?.place ?? ''";

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    static String address(String page) {
        return switch (page) {
            case "user" -> "user.xhtml?name=cashier";
            case "labels" -> "labels.xhtml?offset=2&copies=3&item=" + Shop.ITEM;
            case "item", "ledger", "price" -> page + ".xhtml?sku=" + Shop.ITEM;
            case "instrument", "importbars", "flows" -> page + ".xhtml?symbol=" + Shop.INSTRUMENT;
            case "calendar" -> "calendar.xhtml?code=NYSE";
            default -> page + ".xhtml";
        };
    }

    /** Loaded once, and then turned to each look. The report is {@code target/axe-report.md}; {@code -Plooks} looks at more. */
    @Test
    void isQuietFitsEveryScreenAndHasNothingGraveInBothThemes(Desk desk) throws IOException {
        AxeReport report = new AxeReport();
        desk.phoneByNight().open("login.xhtml");
        look(desk, "login", report);
        desk.logIn("admin");
        for (Tour.Stop stop : stops(desk)) {
            Response answer = desk.phoneByNight().go(stop.address());
            assertThat(answer.status()).as(stop.name()).isEqualTo(200);
            assertThat(desk.page().locator("h1").count()).as("headings of " + stop.name()).isEqualTo(1);
            assertThat(desk.page().locator("#main table:not(:has(caption), .tv-lightweight-charts *)").count()).as("tables without a caption on " + stop.name()).isZero();
            look(desk, stop.name(), report);
            desk.wallByDay().assertFits();
            assertThat(desk.complaints()).as(stop.name()).isEmpty();
        }
        desk.phoneByNight().open("today.xhtml").keyboard().press("Control+k");
        look(desk, "search and actions", report);
        desk.picture("palette");
        desk.phoneByNight().picture("palette");
        desk.phoneByNight().open(Tour.MISSING.address());
        look(desk, Tour.MISSING.name(), report);
        report.write(Path.of("target", "axe-report.md"));
        assertThat(report.grave()).isEmpty();
    }

    /** The pages as they are without a thing to show, too. */
    private static Collection<Tour.Stop> stops(Desk desk) {
        Map<String, Tour.Stop> stops = new LinkedHashMap<>();
        PAGES.forEach(page -> stops.put(address(page), new Tour.Stop(address(page), address(page))));
        Tour.stops(desk).stream().filter(stop -> !stop.equals(Tour.MISSING)).forEach(stop -> stops.put(stop.address(), stop));
        return stops.values();
    }

    private static void look(Desk desk, String name, AxeReport report) {
        see(desk.phoneByNight(), name, report);
        see(desk.screenByDay(), name, report);
    }

    private static void see(Desk desk, String name, AxeReport report) {
        desk.assertFits();
        report.note(name, desk.look(), Axe.look(desk.page()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"today", "items", "ledger", "movement", "replenishment", "orders", "jobs"})
    void isReachedByTheTabKeyAlone(String name, Desk desk) {
        Page page = desk.logIn("admin").open(address(name));
        Set<String> all = new TreeSet<>();
        ((List<?>) page.evaluate(NAME_ALL)).forEach(place -> all.add(place.toString()));
        Set<String> reached = new TreeSet<>();
        for (int press = 0; press < 2 * all.size() + 20 && !reached.containsAll(all); press++) {
            page.keyboard().press("Tab");
            reached.add(page.evaluate(FOCUSED).toString());
        }
        assertThat(reached).containsAll(all);
    }

    @Test
    void theFirstTabSkipsToThePage(Desk desk) {
        Page page = desk.logIn("admin").open("items.xhtml");
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.evaluate("document.activeElement.id")).isEqualTo("main");
    }

    @Test
    void theThemeIsKept(Desk desk) {
        Page page = desk.logIn("admin").open("today.xhtml");
        page.locator("[data-do=theme]").click();
        page.reload();
        assertThat(page.locator("html").getAttribute("data-theme")).isEqualTo("dark");
    }

    @Test
    void theKeysAreListedAndGoAway(Desk desk) {
        Page page = desk.logIn("admin").open("today.xhtml");
        page.keyboard().press("?");
        assertThat(page.locator("#keys").isVisible()).isTrue();
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys").isVisible()).isFalse();
    }

    @Test
    void whatIsNotThereIsAPageAndNotAnError(Desk desk) {
        Response answer = desk.logIn("admin").go("item.xhtml?sku=NO-SUCH");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(desk.page().locator("h1").textContent()).isEqualTo("Nothing here");
    }

    @Test
    void todayNamesTheLastJobs(Product product, Desk desk) {
        JsonNode jobs = product.as("admin").post("api/v1/jobs", "{\"kind\":\"ledger-check\"}").json();
        assertThat(jobs.path("title").asText()).isEqualTo("Check the ledger's laws");
        Page page = desk.logIn("admin").open("today.xhtml");
        assertThat(page.locator("section[aria-labelledby=recent] tbody tr").first().textContent())
                .contains("Check the ledger's laws", "admin");
        assertThat(page.locator("section[aria-labelledby=recent] tbody td:first-child").allTextContents()).noneMatch(String::isBlank);
    }

    @Test
    void aCashierSeesNoCosts(Desk desk) {
        Page page = desk.logIn("cashier").open("items.xhtml");
        assertThat(page.locator("thead").textContent()).doesNotContain("Value");
        assertThat(page.locator("#side").textContent()).doesNotContain("Valuation", "Stock ledger");
    }

    @ParameterizedTest
    @ValueSource(strings = {"items", "ledger", "sales", "postings", "valuation", "trialbalance", "jobs", "replenishment", "orders", "invoices", "prices", "counts", "vat",
        "pricebook", "batches", "instruments", "bars", "quarantine", "backtest"})
    void everyListIsAFileToo(String list, Desk desk) {
        var csv = desk.logIn("admin").fetch(file("csv", list));
        assertThat(csv.status()).as(list).isEqualTo(200);
        assertThat(csv.headers().get("content-type")).startsWith("text/csv");
        assertThat(csv.text()).contains("\r\n");
        var xlsx = desk.fetch(file("xlsx", list));
        assertThat(xlsx.status()).as(list).isEqualTo(200);
        assertThat(xlsx.headers().get("content-type")).contains("spreadsheetml");
        assertThat(xlsx.body()).as("a zip file").startsWith('P', 'K');
    }

    private static String file(String format, String list) {
        return format + "/" + list + "." + format + "?sku=" + Shop.ITEM;
    }
}
