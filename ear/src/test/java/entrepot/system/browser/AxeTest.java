package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import entrepot.system.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Nothing serious and nothing critical on any page, in both themes, wide and narrow. The report is {@code target/axe-report.txt}. */
@InBrowser
class AxeTest {

    /** Lists, and what the first link in their table opens. */
    private static final List<String> OPENED_FROM = List.of("orders", "postings", "jobs");

    private final List<String> report = new ArrayList<>();
    private final List<String> grave = new ArrayList<>();

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    @Test
    void nothingGraveIsOnAnyPage(Desk desk) throws IOException {
        look(desk.light().wide(), "light, 1440 px");
        look(desk.dark().wide(), "dark, 1440 px");
        look(desk.light().narrow(), "light, 360 px");
        look(desk.dark().narrow(), "dark, 360 px");
        Files.write(Path.of("target", "axe-report.txt"), report);
        assertThat(grave).isEmpty();
    }

    private void look(Desk desk, String how) {
        note("login", how, desk.open("login.xhtml"));
        desk.logIn("admin");
        for (String page : EveryPageTest.PAGES) {
            note(page, how, desk.open(EveryPageTest.address(page)));
        }
        for (String list : OPENED_FROM) {
            Locator links = desk.open(list + ".xhtml").locator("#main tbody a");
            if (links.count() > 0) {
                desk.open(links.first().getAttribute("href"));
                note("first of " + list, how, desk.page());
            }
        }
        desk.page().keyboard().press("Control+k");
        note("search and actions", how, desk.page());
        desk.picture("palette");
    }

    private void note(String name, String how, Page page) {
        List<Axe.Finding> found = Axe.look(page);
        List<Axe.Finding> bad = found.stream().filter(Axe.Finding::isGrave).toList();
        report.add("%-18s %-15s %d grave, %d lesser%s".formatted(name, how, bad.size(), found.size() - bad.size(), found.isEmpty() ? "" : ": " + found));
        bad.forEach(finding -> grave.add(name + ", " + how + ": " + finding));
    }
}
