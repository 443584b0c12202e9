package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import entrepot.system.Api;
import entrepot.system.Product;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** From a file of prices to a series that can be believed, with nothing but the portal. */
@InBrowser
class ImportPricesTest {

    private static final String FILE = "Day;Last\n03/01/2022;12.5\n04/01/2022;1250\n05/01/2022;12.7\n";

    private static String instrument(Page page) {
        String symbol = "P-" + Long.toString(System.nanoTime(), 36).toUpperCase(java.util.Locale.ROOT);
        page.locator("#create [name=symbol]").fill(symbol);
        page.locator("#create [name=name]").fill("Of a browser test");
        page.locator("#create input.primary").click();
        assertThat(page.locator("h1").textContent()).isEqualTo("Prices for " + symbol);
        return symbol;
    }

    private static void tryOut(Page page) {
        page.locator("#file").setInputFiles(new FilePayload("mine.csv", "text/csv", FILE.getBytes(StandardCharsets.UTF_8)));
        page.locator("#try input[type=submit]").click();
    }

    @Test
    void aFileIsMappedTriedImportedAndItsOddRowReleased(Desk desk) {
        Page page = desk.logIn("quant").open("instruments.xhtml");
        instrument(page);
        tryOut(page);
        assertThat(page.locator(".note.bad").first().textContent()).contains("time: say which of");

        page.locator("#try details summary").click();
        page.locator("#try [name=time]").fill("Day");
        page.locator("#try [name=format]").fill("dd/MM/yyyy");
        page.locator("#try [name=close]").fill("Last");
        page.locator("#try [name=delimiter]").selectOption(";");
        tryOut(page);
        assertThat(page.locator("section[aria-labelledby=tried]").textContent()).contains("mine.csv, tried", "jump of 50 times");
        desk.picture("import-prices");

        page.locator("#post input.primary").click();
        assertThat(page.locator(".note").first().textContent()).contains("New bars: 2. In quarantine: 1.");
        assertThat(page.locator("section[aria-labelledby=bars] tbody tr").count()).isEqualTo(2);

        page.locator("#held [name=tick]").check();
        page.locator("#held [name=note]").fill("the exchange says so too");
        page.locator("#release").click();
        assertThat(page.locator(".note").first().textContent()).isEqualTo("1 released.");
        assertThat(page.locator("section[aria-labelledby=bars] tbody tr").count()).isEqualTo(3);
        page.locator("#decided summary").click();
        assertThat(page.locator("#decided tbody").textContent()).contains("released", "quant", "the exchange says so too");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void anOddRowIsDismissedAndLetInAfterAll(Desk desk) {
        Page page = desk.logIn("quant").open("instruments.xhtml");
        String symbol = instrument(page);
        page.locator("#file").setInputFiles(new FilePayload("odd.csv", "text/csv", "date,close\n2022-01-03,12.5\n2022-01-04,1250\n".getBytes(StandardCharsets.UTF_8)));
        page.locator("#try input[type=submit]").click();
        page.locator("#post input.primary").click();
        page.locator("#dismiss").click();
        assertThat(page.locator(".note.bad").textContent()).isEqualTo("Nothing was ticked; nothing was changed.");
        page.locator("#held [name=tick]").check();
        page.locator("#held [name=note]").fill("a slip of the feed");
        page.locator("#dismiss").click();
        assertThat(page.locator(".note").first().textContent()).isEqualTo("1 dismissed.");
        assertThat(page.locator("#held").count()).as("nothing is held").isZero();
        assertThat(page.locator(".facts").first().textContent()).contains("Quarantined: 0");

        page = desk.logOut().logIn("risk").open("instrument.xhtml?symbol=" + symbol);
        page.locator("#decided summary").click();
        page.locator("#decided [name=tick]").check();
        page.locator("#decided [name=note]").fill("it did trade there");
        page.locator("#decided input[type=submit]").click();
        assertThat(page.locator("section[aria-labelledby=bars] tbody tr").count()).isEqualTo(2);
        assertThat(page.locator("#decided tbody tr").count()).as("both decisions stay").isEqualTo(2);
        assertThat(page.locator("#decided [name=tick]").count()).isZero();
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void aLargeFileIsTriedAndImportedByAJob(Desk desk) {
        Page page = desk.logIn("quant").open("instruments.xhtml");
        String symbol = instrument(page);
        StringBuilder file = new StringBuilder("date,close,remark\n");
        for (int row = 0; row < 30_000; row++) {
            file.append(LocalDate.of(1900, 1, 1).plusDays(row)).append(",12.5,").append("-".repeat(130)).append('\n');
        }
        page.locator("#file").setInputFiles(new FilePayload("large.csv", "text/csv", file.toString().getBytes(StandardCharsets.UTF_8)));
        page.locator("#try input[type=submit]").click();
        page.locator("section[aria-labelledby=tried]").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        assertThat(page.locator("section[aria-labelledby=tried] dl").textContent()).contains("30,000");
        page.locator("#post input.primary").click();
        page.waitForURL(url -> url.contains("job.xhtml"));
        assertThat(page.locator("h1").textContent()).isEqualTo("Import large.csv for " + symbol);
        page.locator("#live[data-state^=DONE]").waitFor(new Locator.WaitForOptions().setTimeout(60_000));
        assertThat(desk.open("instrument.xhtml?symbol=" + symbol).locator(".facts").first().textContent()).contains("30,000, 1900-01-01");
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void anInstrumentIsChangedOnItsPageAndTwoAreToldKindly(Product product, Desk desk) {
        Page page = desk.logIn("quant").open("instruments.xhtml");
        String symbol = instrument(page);
        Api quant = product.as("quant");
        quant.send(quant.request("api/v1/instruments/" + symbol + "/imports").header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("date,close\n2022-01-03,12.5\n2022-01-04,1250\n")));
        page = desk.open("instrument.xhtml?symbol=" + symbol);
        page.locator("#change summary").click();
        page.locator("#change [name=name]").fill("Copper, renamed");
        page.locator("#change [name=currency]").fill("XXZ");
        page.locator("#save").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("Currency: must be a currency's code");
        assertThat(page.locator("#change [name=name]").inputValue()).isEqualTo("Copper, renamed");
        assertThat(page.locator("#change [name=currency]").getAttribute("aria-invalid")).isEqualTo("true");
        assertThat(page.locator("#held tbody tr").count()).as("the rest of the page is as before").isEqualTo(1);

        assertThat(quant.put("api/v1/instruments/" + symbol, "{\"name\":\"Meanwhile\",\"kind\":\"OTHER\",\"currency\":\"USD\"}", "If-Match", "\"0\"").status())
                .isEqualTo(200);
        page.locator("#change [name=currency]").fill("EUR");
        page.locator("#change [name=belowzero]").check();
        page.locator("#save").click();
        assertThat(page.locator("[role=alert]").textContent()).contains("Somebody changed it while you did");
        assertThat(page.locator("#change .warn").textContent()).contains("Meanwhile");
        assertThat(page.locator("#change [name=currency]").inputValue()).isEqualTo("EUR");
        page.locator("#save").click();
        assertThat(page.locator(".note").first().textContent()).isEqualTo("It is kept.");
        assertThat(page.locator("h1").textContent()).isEqualTo(symbol + " · Copper, renamed");
        assertThat(page.locator(".facts").first().textContent()).contains("EUR", "yes");
        assertThat(quant.get("api/v1/instruments/" + symbol).json().path("belowZero").asBoolean()).isTrue();
        assertThat(desk.complaints()).isEmpty();
    }

    @Test
    void whoMayOnlyReadHasNoButtons(Product product, Desk desk) {
        Page page = desk.logIn("auditor").open("instruments.xhtml");
        assertThat(page.locator("#create").count()).isZero();
        assertThat(page.locator("#side").textContent()).contains("Instruments");
        Shop.openOn(product);
        page = desk.open("instrument.xhtml?symbol=" + Shop.INSTRUMENT);
        assertThat(page.locator("#change, #release, #dismiss").count()).isZero();
    }

    @Test
    void aCashierDoesNotSeeTheMarket(Desk desk) {
        Page page = desk.logIn("cashier").open("today.xhtml");
        assertThat(page.locator("#side").textContent()).doesNotContain("Instruments");
    }

    @Test
    void aFutureIsMadeOfContractsAndItsRollsAreSeen(Desk desk) {
        Page page = desk.logIn("quant").open("instruments.xhtml");
        String root = "R" + Long.toString(System.nanoTime(), 36).toUpperCase(java.util.Locale.ROOT);
        future(page, root, "CONTINUOUS");
        page.locator("#create [name=rollDays]").fill("x");
        page.locator("#create input.primary").click();
        assertThat(page.locator("[data-part=faults]").textContent()).contains("Weekdays before expiry: must be a decimal number");
        assertThat(page.locator("#create [name=symbol]").inputValue()).as("what was entered stays").isEqualTo(root);
        page.locator("#create [name=rollDays]").fill("0");
        page.locator("#create input.primary").click();
        assertThat(page.locator("h1").textContent()).contains(root);
        for (int contract = 0; contract < 2; contract++) {
            desk.open("instruments.xhtml");
            future(page, root + "." + contract, "FUTURE");
            page.locator("#create [name=root]").fill(root);
            page.locator("#create [name=expiry]").fill(contract == 0 ? "2022-01-04" : "2022-06-30");
            page.locator("#create input.primary").click();
            String rows = "date,close\n2022-01-03,%d\n2022-01-04,%d\n2022-01-05,%d\n2022-01-06,%d\n".formatted(100 + 5 * contract, 101 + 5 * contract, 102 + 5 * contract, 103 + 5 * contract);
            page.locator("#file").setInputFiles(new FilePayload("contract.csv", "text/csv", rows.getBytes(StandardCharsets.UTF_8)));
            page.locator("#try input[type=submit]").click();
            page.locator("#post input.primary").click();
            assertThat(page.locator(".note").first().textContent()).contains("New bars: 4.");
        }
        desk.open("instrument.xhtml?symbol=" + root);
        assertThat(page.locator("section[aria-labelledby=rolls] tbody").textContent()).contains("2022-01-05", root + ".0", "102.00", root + ".1", "107.00", "5.00");
        assertThat(page.locator("section[aria-labelledby=bars] tbody tr").count()).isEqualTo(4);
        desk.picture("future");
        assertThat(desk.complaints()).isEmpty();
    }

    private static void future(Page page, String symbol, String kind) {
        page.locator("#create [name=symbol]").fill(symbol);
        page.locator("#create [name=name]").fill("Of a browser test");
        page.locator("#create [name=kind]").selectOption(kind);
        page.locator("#create [name=multiplier]").fill("50");
    }
}
