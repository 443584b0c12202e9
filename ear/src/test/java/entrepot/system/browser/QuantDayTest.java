package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From a file of prices in a form of its own to trades on candles, with nothing but the portal. */
@InBrowser
class QuantDayTest {

    private static final int DAYS = 400;
    private static final DateTimeFormatter GERMAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @Test
    void aQuantGoesFromAFileToTradesOnCandles(Desk desk) {
        String symbol = "DAY-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Page page = desk.logIn("quant").open("today.xhtml");
        page.locator("#side a[href^=instruments]").click();
        page.locator("#create [name=symbol]").fill(symbol);
        page.locator("#create [name=name]").fill("Copper, own file");
        page.locator("#create [name=kind]").selectOption("COMMODITY");
        page.locator("#create [name=currency]").fill("EUR");
        page.locator("#create input.primary").click();

        page.locator("#file").setInputFiles(new FilePayload("kupfer.csv", "text/csv", waves().getBytes(StandardCharsets.UTF_8)));
        page.locator("#try details summary").click();
        page.locator("#try [name=time]").fill("Tag");
        page.locator("#try [name=format]").fill("dd.MM.yyyy");
        page.locator("#try [name=open]").fill("Eröffnung");
        page.locator("#try [name=high]").fill("Hoch");
        page.locator("#try [name=low]").fill("Tief");
        page.locator("#try [name=close]").fill("Schluss");
        page.locator("#try [name=delimiter]").selectOption(";");
        page.locator("#try [name=decimal]").selectOption("COMMA");
        page.locator("#try input[type=submit]").click();
        assertThat(page.locator("#main").textContent()).contains("kupfer.csv, tried", "Eröffnung");
        page.locator("#post input.primary").click();
        assertThat(page.locator(".note").first().textContent()).isEqualTo("New bars: 400. In quarantine: 0.");

        page.locator(".act a[href^=backtest]").click();
        assertThat(page.locator("select[name=symbol]").inputValue()).isEqualTo(symbol);
        page.locator("input[name=fast]").fill("5");
        page.locator("input[name=slow]").fill("20");
        page.locator("#ask input.primary").click();
        page.locator("#candles[data-drawn='400']").waitFor();
        int trades = page.locator("section[aria-labelledby=candles-title] tbody tr").count();
        assertThat(trades).as("one a wave of fifty days").isBetween(6, 9);
        int fills = Integer.parseInt(page.locator("#candles").getAttribute("data-marks"));
        assertThat(fills).as("a mark where a trade begins, and one where it ends").isBetween(2 * trades - 1, 2 * trades);
        assertThat(page.locator("section[aria-labelledby=figures] tbody tr").first().textContent()).contains("EUR");
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
    }

    /** Four hundred working days of waves fifty days long, as a German spreadsheet writes them. */
    private static String waves() {
        StringBuilder file = new StringBuilder("Tag;Eröffnung;Hoch;Tief;Schluss\n");
        LocalDate day = LocalDate.of(2020, 1, 2);
        double before = 60;
        for (int row = 0; row < DAYS; row++) {
            double close = 60 + 12 * Math.sin(2 * Math.PI * row / 50);
            file.append(String.format(Locale.GERMANY, "%s;%.2f;%.2f;%.2f;%.2f%n", day.format(GERMAN), before,
                    Math.max(before, close) + 0.5, Math.min(before, close) - 0.5, close));
            before = close;
            day = day.plusDays(day.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
        }
        return file.toString();
    }
}
