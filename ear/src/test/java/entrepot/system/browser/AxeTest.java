package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import entrepot.system.Product;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Nothing serious and nothing critical on any page, wide and light, narrow and dark; {@code -Plooks} looks at every size in
 * both themes. The report is {@code target/axe-report.md}.
 */
@InBrowser
class AxeTest {

    private final AxeReport report = new AxeReport();

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void nothingGraveIsOnAnyPage(Desk desk) throws IOException {
        look(desk.light().wide());
        look(desk.dark().narrow());
        report.write(Path.of("target", "axe-report.md"));
        assertThat(report.grave()).isEmpty();
    }

    private void look(Desk desk) {
        note(desk, "login", desk.open("login.xhtml"));
        desk.logIn("admin");
        for (Tour.Stop stop : Tour.stops(desk)) {
            note(desk, stop.name(), desk.open(stop.address()));
        }
        desk.open("today.xhtml").keyboard().press("Control+k");
        note(desk, "search and actions", desk.page());
        desk.picture("palette");
    }

    private void note(Desk desk, String name, Page page) {
        report.note(name, desk.look(), Axe.look(page));
    }
}
