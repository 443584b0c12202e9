package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import entrepot.system.DailyBars;
import entrepot.system.Product;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A quant learns a signal, sees what it was worth, and another person stands by a model. */
@InBrowser
class ModelPageTest {

    private static final String SYMBOL = "LEARN-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase(Locale.ROOT);
    private static final double PATIENCE_MILLIS = 120_000;

    @BeforeAll
    static void lay(Product product) throws SQLException {
        DailyBars.lay(product, SYMBOL, 900, 3);
    }

    @Test
    void aSignalIsLearnedLookedAtApprovedAndRetired(Desk desk) {
        String address = ask(desk.light().logIn("quant"));
        String model = lookAtBacktest(desk, address);
        lookAtBacktest(desk.narrow(), address);
        lookAtBacktest(desk.dark(), address);
        desk.wide();
        Page page = lookAtModel(desk, "quant", model);
        assertThat(page.locator("#approve").count()).as("who trained it does not approve").isZero();
        lookAtModel(desk.narrow(), "quant", model);
        page = lookAtModel(desk.light().wide(), "risk", model);
        page.locator("#approve").click();
        assertThat(page.locator(".note").first().textContent()).contains("Say why");
        page.locator("#decide [name=note]").fill("the folds agree");
        page.locator("#approve").click();
        assertThat(page.locator("#state").textContent()).isEqualTo("approved");
        assertThat(page.locator("#decisions").textContent()).contains("risk", "the folds agree");
        page.locator("#decide [name=note]").fill("the market changed");
        page.locator("#retire").click();
        assertThat(page.locator("#state").textContent()).isEqualTo("retired");
        assertThat(page.locator("#decide").count()).isZero();
        page = desk.open("models.xhtml");
        assertThat(page.locator("#models tbody").textContent()).contains(SYMBOL, "retired", "candidate");
        desk.picture("models");
        desk.assertFits();
        assertThat(desk.complaints()).isEmpty();
    }

    private static String ask(Desk desk) {
        Page page = desk.open("backtest.xhtml");
        page.locator("select[name=symbol]").selectOption(SYMBOL);
        page.locator("select[name=strategy]").selectOption("LEARNED");
        assertThat(page.locator("[data-kind=CHANNEL]").isVisible()).isFalse();
        page.locator("select[name='LEARNED.model']").selectOption("TREES");
        page.locator("input[name='LEARNED.window']").fill("300");
        page.locator("input[name='LEARNED.rate']").fill("0.9");
        page.locator("input[name='LEARNED.depth']").fill("9");
        page.locator("#ask input.primary").click();
        assertThat(page.locator(".note.bad, .note").allTextContents().toString()).contains("settings/rate must be from 0.01 to 0.4", "settings/depth must be from 1 to 6");
        page.locator("input[name='LEARNED.rate']").fill("0.2");
        page.locator("input[name='LEARNED.depth']").fill("2");
        desk.picture("learned-form");
        page.locator("#ask input.primary").click();
        page.waitForURL(url -> url.contains("id="));
        page.locator("#learned-figures").waitFor(new Locator.WaitForOptions().setTimeout(PATIENCE_MILLIS));
        return page.url().replaceAll("^https://[^/]+/", "");
    }

    private static String lookAtBacktest(Desk desk, String address) {
        Page page = desk.logIn("quant").open(address);
        page.locator("#candles[data-drawn]").waitFor();
        assertThat(page.locator("#learned-figures thead").textContent()).contains("Models", "Base rate");
        assertThat(page.locator("#learned-verdict").textContent()).contains("base rate");
        assertThat(page.locator("#importance tbody tr").count()).isEqualTo(12);
        assertThat(page.locator("#importance tbody").textContent()).contains("RSI of 14");
        assertThat(page.locator("#calibration tbody tr").count()).isPositive();
        assertThat(page.locator("#sets tbody tr").count()).isEqualTo(4);
        assertThat(page.locator("#models tbody tr").count()).isEqualTo(10);
        assertThat(page.locator("select[name='LEARNED.model']").inputValue()).isEqualTo("TREES");
        shoot(desk, "learned-backtest");
        assertThat(Axe.look(page)).isEmpty();
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
        return page.locator("#models tbody a").first().getAttribute("href");
    }

    private static Page lookAtModel(Desk desk, String actor, String model) {
        Page page = desk.logIn(actor).open(model);
        assertThat(page.locator("#state").textContent()).isEqualTo("candidate");
        assertThat(page.locator("#model-figures thead").textContent()).contains("In sample", "Out of sample", "Base rate");
        assertThat(page.locator("section[aria-labelledby=what]").textContent()).containsPattern("[0-9a-f]{64}").contains("RSI_14", "model=TREES");
        assertThat(page.locator("#inside thead").textContent()).contains("Questions about it");
        assertThat(page.locator("#inside tbody tr").count()).isEqualTo(12);
        assertThat(page.locator("#inside tbody td").allTextContents().stream().mapToInt(Integer::parseInt).sum()).isBetween(10, 60 * 3);
        shoot(desk, "model");
        assertThat(Axe.look(page)).isEmpty();
        assertThat(desk.complaints()).isEmpty();
        desk.assertFits();
        return page;
    }

    private static void shoot(Desk desk, String name) {
        String folder = System.getProperty("pictures", "");
        if (!folder.isBlank()) {
            desk.wholePicture(Path.of(folder), name);
        }
    }
}
