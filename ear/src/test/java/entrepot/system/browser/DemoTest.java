package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import entrepot.system.Api;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a newcomer finds after the first start: the demo company, an account for each role, and what the README promises. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DemoTest {

    private static final Duration WITHIN = Duration.ofMinutes(3);

    @RegisterExtension
    static final Demo DEMO = new Demo();

    private Desk desk;

    @BeforeEach
    void sitDown() {
        desk = DEMO.desk();
    }

    @AfterEach
    void leave() {
        desk.close();
    }

    /** Each item moved on some hundred days, and was decided on when they were all there. */
    @Test
    @Order(0)
    void itsHistoryIsDecidedOnOnceAllOfItIsThere() throws SQLException {
        try (Connection book = DEMO.product().asOwner(); Statement sql = book.createStatement();
                ResultSet found = sql.executeQuery("SELECT consumer, COUNT(DISTINCT item_id), COUNT(*) / COUNT(DISTINCT item_id)"
                        + " FROM decision GROUP BY consumer ORDER BY consumer")) {
            for (String consumer : List.of("replenishment", "reprice")) {
                assertThat(found.next()).isTrue();
                assertThat(found.getString(1)).isEqualTo(consumer);
                assertThat(found.getInt(2)).as("items decided on").isGreaterThan(150);
                assertThat(found.getDouble(3)).as("decisions an item").isLessThan(10);
            }
        }
    }

    @ParameterizedTest
    @Order(1)
    @ValueSource(strings = {
        "cashier", "storekeeper", "buyer", "pricing", "accountant", "auditor", "quant", "trader", "risk", "admin"
    })
    void eachRoleLogsInToTheDemo(String role) {
        Page page = desk.logInByForm(role).page();
        assertThat(page.title()).contains("Today");
        assertThat(page.locator(".demo").isVisible()).isTrue();
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    @Order(2)
    void thePagesTheReadmeShows() {
        String sku = proposed();
        lookAround(desk.light(), sku);
        lookAround(desk.dark(), sku);
    }

    private void lookAround(Desk theme, String sku) {
        theme.logIn("admin");
        look("today", "today.xhtml");
        look("item", "item.xhtml?sku=" + sku);
        look("ledger", "ledger.xhtml?sku=" + sku);
        look("replenishment", "replenishment.xhtml");
        look("prices", "prices.xhtml");
        assertThat(theme.complaints()).isEmpty();
    }

    private void look(String name, String address) {
        Page page = desk.open(address);
        assertThat(page.locator("#main").textContent()).isNotBlank();
        desk.assertFits();
        desk.picture(name);
    }

    private static String proposed() {
        return DEMO.product().as("buyer").get("api/v1/replenishment/suggestions?limit=1").json().path("items").path(0).path("sku").asText();
    }

    @Test
    @Order(3)
    void theSaleOfTheReadmeMovesStockBooksOrderAndPrice() throws IOException {
        MatchResult example = Pattern.compile("as cashier (sales) .*?-d '(\\{.*?})'", Pattern.DOTALL)
                .matcher(Files.readString(Path.of(System.getProperty("entrepot.home"), "README.md")))
                .results().findFirst().orElseThrow();
        Api cashier = DEMO.product().as("cashier");
        Api admin = DEMO.product().as("admin");
        String key = UUID.randomUUID().toString();
        Api.Answer first = cashier.post("api/v1/sales", example.group(2), "Idempotency-Key", key);
        assertThat(first.status()).as(first.body()).isEqualTo(201);
        assertThat(first.json().path("cost").asDouble()).isPositive();
        Api.Answer again = cashier.post("api/v1/sales", example.group(2), "Idempotency-Key", key);
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.body()).isEqualTo(first.body());

        JsonNode journal = admin.get("api/v1/journal?posting=" + key).json().path("items");
        long balance = 0;
        for (JsonNode line : journal) {
            balance += Math.round(line.path("amount").asDouble() * 100);
        }
        assertThat(journal).isNotEmpty();
        assertThat(balance).isZero();
        awaitDecided(admin, "replenishment");
        awaitDecided(admin, "prices");
        String sku = cashier.get("api/v1/sales/" + key).json().path("lines").path(0).path("sku").asText();
        assertThat(admin.get("api/v1/prices/" + sku).json().path("words")).isNotEmpty();
    }

    /** A delivery that nobody had written down, and the freight of another. */
    @Test
    @Order(4)
    void whatIsLearntLateIsSeenBeforeItIsPostedAndExplainedAfter() {
        Api accountant = DEMO.product().as("accountant");
        String sku = received(accountant);
        String month = LocalDate.now().minusDays(30).toString();
        String known = "&knownAt=" + Instant.now();
        String before = worth(accountant, sku, month, known);
        assertThat(worth(accountant, sku, month, "")).as("all is sealed").isEqualTo(before);

        Page page = desk.logIn("admin").open("movement.xhtml?kind=RECEIPT&location=DOCK");
        page.locator("input[name=scan]").fill(sku);
        page.keyboard().press("Enter");
        page.locator("input.short").first().waitFor();
        page.locator("input.short").nth(0).fill("7");
        page.locator("input.short").nth(1).fill("1.00");
        page.locator("input[name=date]").fill(LocalDate.now().minusDays(60).toString());
        page.locator("input[name=reference]").fill("FOUND-IN-A-DRAWER");
        seeRestated(page);
        desk.picture("late-receipt");
        page.locator("#book").click();
        page.waitForURL(url -> url.contains("posting.xhtml"));
        assertThat(worth(accountant, sku, month, "")).isNotEqualTo(before);

        page = desk.open("amend.xhtml?id=" + receipt(accountant, sku));
        page.locator("[name=amount]").fill("45");
        page.locator("[name=reference]").fill("FREIGHT-45");
        Locator restated = seeRestated(page);
        desk.picture("late-freight");
        String sale = restated.filter(new Locator.FilterOptions().setHasText("Sale")).filter(new Locator.FilterOptions().setHasText(sku))
                .filter(new Locator.FilterOptions().setHasText("DOCK")).first().locator("a").first().getAttribute("href");
        page.locator("#book").click();
        page.waitForURL(url -> url.contains("posting.xhtml"));
        page = desk.open(sale);
        page.locator("tr").filter(new Locator.FilterOptions().setHasText(sku)).locator("a[href^='cost.xhtml']").first().click();
        assertThat(page.locator("section[aria-labelledby=made]").textContent()).contains("FREIGHT-45");
        desk.picture("cost-explained");
        assertThat(worth(accountant, sku, month, known)).as("as known before").isEqualTo(before);
        assertThat(desk.complaints()).isEmpty();
    }

    private static Locator seeRestated(Page page) {
        page.locator("#look").click();
        Locator restated = page.locator("section[aria-labelledby=restated] tbody tr");
        restated.first().waitFor();
        return restated;
    }

    private static String worth(Api reader, String sku, String day, String known) {
        return reader.get("api/v1/stock/as-of?item=" + sku + "&asOf=" + day + known).json().path("items").toString();
    }

    /** An item received at DOCK in the last four months and sold there since, also in the last month: what comes late changes what these sales cost. */
    private static String received(Api reader) {
        String month = LocalDate.now().minusDays(30).toString();
        for (JsonNode item : reader.get("api/v1/items?limit=200").json().path("items")) {
            boolean sold = false;
            for (JsonNode row : ledger(reader, item.path("sku").asText())) {
                sold |= row.path("kind").asText().equals("SALE") && row.path("businessDate").asText().compareTo(month) > 0;
                if (row.path("kind").asText().equals("RECEIPT")) {
                    if (sold) {
                        return item.path("sku").asText();
                    }
                    break;
                }
            }
        }
        throw new AssertionError("no item received and sold at DOCK");
    }

    /** Newest first. */
    private static JsonNode ledger(Api reader, String sku) {
        String from = LocalDate.now().minusDays(120).toString();
        return reader.get("api/v1/items/" + sku + "/ledger?location=DOCK&limit=1000&from=" + from).json().path("items");
    }

    /** One that goods of were sold since. */
    private static String receipt(Api reader, String sku) {
        for (JsonNode row : ledger(reader, sku)) {
            if (row.path("kind").asText().equals("RECEIPT")) {
                return row.path("posting").asText();
            }
        }
        throw new AssertionError("no receipt of " + sku);
    }

    /** The last postings' items have no decision outstanding. */
    private static void awaitDecided(Api admin, String noun) {
        long until = System.nanoTime() + WITHIN.toNanos();
        JsonNode lag = admin.get("api/v1/" + noun + "/lag").json();
        while (lag.path("waiting").asInt() > 0 && System.nanoTime() < until) {
            lag = admin.get("api/v1/" + noun + "/lag").json();
        }
        assertThat(lag.path("waiting").asInt()).as(lag.toString()).isZero();
    }
}
