package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import entrepot.system.DailyBars;
import entrepot.system.Product;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A quant gives an instrument a calendar, sees what is missing, and says which days were no sessions. */
@InBrowser
class MarketQualityPageTest {

    private static final String MARK = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private static final String SYMBOL = "GOOD-" + MARK;
    private static final String CALENDAR = "CAL-" + MARK;

    @BeforeAll
    static void lay(Product product) throws SQLException {
        DailyBars.lay(product, SYMBOL, 40, 7);
    }

    @Test
    void aCalendarSaysWhatIsMissing(Desk desk) {
        Page page = desk.light().logIn("quant").open("calendars.xhtml");
        assertThat(page.locator("main table").first().textContent()).contains("NYSE", "America/Chicago", "17:00 on the evening before", "Mon, Tue, Wed, Thu, Fri");
        desk.picture("calendars");
        page.locator("#create [name=code]").fill(CALENDAR);
        page.locator("#create [name=name]").fill("Mine");
        page.locator("#create [name=zone]").fill("Moon");
        page.locator("#create [name=opens]").fill("09:30");
        page.locator("#create [name=closes]").fill("16:00");
        page.locator("#make").click();
        assertThat(page.locator("main").textContent()).contains("must be a time zone such as America/New_York");
        assertThat(page.locator("#create [name=code]").inputValue()).isEqualTo(CALENDAR);
        page.locator("#create [name=zone]").fill("America/New_York");
        page.locator("#make").click();
        page.waitForURL(url -> url.contains("calendar.xhtml"));
        assertThat(page.locator("section[aria-labelledby=coming]").textContent()).contains("09:30", "16:00");

        desk.open("instrument.xhtml?symbol=" + SYMBOL);
        page.locator("#change summary").click();
        page.locator("#facts [name=calendar]").selectOption(CALENDAR);
        page.locator("#save").click();
        page.waitForURL(url -> url.contains("instrument.xhtml"));
        assertThat(page.locator("dl.facts").first().textContent()).contains(CALENDAR, "Missing: 0", "Outside: 12");
        assertThat(page.locator("section[aria-labelledby=outside]").textContent()).contains("2010-01-02", "2010-01-03");
        desk.assertFits();

        desk.open("marketquality.xhtml?q=" + SYMBOL);
        assertThat(page.locator("main table tbody").textContent()).contains(SYMBOL, "bars outside, behind", "100.0 %");
        desk.picture("marketquality");
        desk.assertFits();
        page.locator("a[href$='#outside']").click();
        page.waitForURL(url -> url.contains("#outside"));

        desk.open("calendar.xhtml?code=" + CALENDAR);
        page.locator("#file").setInputFiles(new FilePayload("days.csv", "text/csv", "day,closes,name\n2010-01-02,12:00,Saturday\n2010-01-09,12:00,Saturday\n".getBytes(StandardCharsets.UTF_8)));
        page.locator("#upload").click();
        assertThat(page.locator(".note").first().textContent()).isEqualTo("2 days were changed; a job counts the gaps of its instruments anew.");
        page.locator("#one [name=day]").fill("2010-01-16");
        page.locator("#one [name=early]").fill("08:00");
        page.locator("#one [name=why]").fill("too early");
        page.locator("#except").click();
        assertThat(page.locator("main").textContent()).contains("it must close after it opens at 09:30, closes at 08:00");
        desk.open("calendar.xhtml?code=" + CALENDAR);
        page.locator("[name=asrules]").first().check();
        page.locator("#asrules").click();
        assertThat(page.locator(".note").first().textContent()).startsWith("One day was changed");
        desk.picture("calendar");
        desk.assertFits();
        assertThat(desk.complaints()).isEmpty();

        desk.open("marketquality.xhtml");
        page.locator("#look").click();
        page.waitForURL(url -> url.contains("job.xhtml"));
        page.locator("#live[data-state^=DONE]").waitFor();
        assertThat(page.locator("h1").textContent()).isEqualTo("Look through all series of prices");
        desk.open("marketquality.xhtml?q=" + SYMBOL);
        assertThat(page.locator("main table tbody").textContent()).as("one Saturday is a session now").contains("11");

        desk.narrow().logIn("auditor").open("marketquality.xhtml?faulty=true");
        assertThat(desk.page().locator("#look").count()).isZero();
        desk.assertFits();
        desk.open("calendar.xhtml?code=" + CALENDAR);
        assertThat(desk.page().locator("#one").count()).isZero();
        desk.assertFits();
    }
}
