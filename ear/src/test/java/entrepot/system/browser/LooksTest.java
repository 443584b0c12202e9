package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import entrepot.system.Api;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every page of the demo company to be looked at: pictures in both themes on a phone, a desk and a wall, and what axe-core
 * says, in {@code target/looks}. Run with {@code -Plooks}; {@code -Dproduct.data} names a running demo instead of a new one.
 */
@Tag("looks")
class LooksTest {

    private static final Path FOLDER = Path.of("target", "looks");

    @RegisterExtension
    static final Demo DEMO = new Demo();

    private final AxeReport report = new AxeReport();
    private final List<String> tooWide = new ArrayList<>();

    @BeforeAll
    static void openResearchAndCount() {
        Research.openOn(DEMO.product());
        Api admin = DEMO.product().as("admin");
        if (admin.get("api/v1/counts").json().get("items").isEmpty()) {
            JsonNode stock = admin.get("api/v1/stock?limit=50").json().get("items");
            String location = stock.get(0).get("location").asText();
            List<String> skus = stock.findValuesAsText("sku").stream().distinct().toList();
            Shop.count(admin, location, skus.get(0), skus.get(1));
        }
    }

    @Test
    void everyPageIsSeenAndNothingGraveIsOnIt() throws IOException {
        try (Desk desk = DEMO.desk()) {
            for (String size : System.getProperty("looks.sizes", "narrow wide vast").split(" ")) {
                look(sit(desk.light(), size));
                look(sit(desk.dark(), size));
            }
            report.write(FOLDER.resolve("axe.md"));
            assertThat(report.grave()).isEmpty();
            assertThat(tooWide).isEmpty();
            assertThat(desk.complaints()).allMatch(complaint -> complaint.contains("404"));
        }
    }

    private static Desk sit(Desk desk, String size) {
        return switch (size) {
            case "narrow" -> desk.narrow();
            case "vast" -> desk.vast();
            default -> desk.wide();
        };
    }

    private void look(Desk desk) throws IOException {
        desk.open("login.xhtml");
        see(desk, "login");
        desk.logIn("admin");
        for (Tour.Stop stop : Tour.stops(desk)) {
            desk.open(stop.address());
            see(desk, stop.name());
        }
        fill(desk, "till.xhtml", "till filled");
        fill(desk, "movement.xhtml?kind=ISSUE", "movement filled");
        desk.open("today.xhtml").keyboard().press("?");
        see(desk, "keys");
        desk.open("today.xhtml").keyboard().press("Control+k");
        see(desk, "palette");
    }

    /** With a line, and what it would do to the books. */
    private void fill(Desk desk, String address, String name) throws IOException {
        String sku = desk.open("items.xhtml").locator("#main tbody a[href^='item.xhtml']").first().textContent();
        Page page = desk.open(address);
        page.locator("input[name=scan]").fill(sku);
        page.keyboard().press("Enter");
        page.locator("input.short").first().waitFor();
        page.locator("#look").click();
        page.waitForLoadState();
        see(desk, name);
    }

    private void see(Desk desk, String name) throws IOException {
        if (desk.page().locator("#candles").count() > 0) {
            desk.page().locator("#candles[data-drawn]").waitFor();
        }
        desk.wholePicture(FOLDER, name.replace(' ', '-'));
        report.note(name, desk.look(), Axe.look(desk.page()));
        if (desk.pixelsTooWide() > 0) {
            tooWide.add("%s, %s: %d pixels".formatted(name, desk.look(), desk.pixelsTooWide()));
        }
    }
}
