package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import entrepot.system.Product;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Wherever the keyboard is can be seen: it has an outline and nothing lies over it. */
@InBrowser
class KeyboardSeenTest {

    private static final int MOST_PRESSES = 600;

    /** Of each kind of page one: long lists, forms, scan fields, boxes to tick, charts. */
    private static final List<String> WALKED = List.of("today", "items", "ledger", "journal", "movement", "users", "backtest result", "item", "instruments");

    private static final String END = "end";

    /** What is wrong with where the keyboard is, or nothing, or {@link #END} before the page and behind it. */
    private static final String UNSEEN = """
            first => {
              const e = document.activeElement;
              if (!first && (e === document.body || e.matches('.skip'))) return 'end';
              if (!e || e === document.body) return '';
              const name = e.outerHTML.slice(0, 120);
              const style = getComputedStyle(e);
              if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no outline: ' + name;
              const box = e.getClientRects()[0];
              if (!box) return 'no box: ' + name;
              const x = Math.min(box.left + box.width / 2, innerWidth - 2), y = Math.min(box.top + box.height / 2, innerHeight - 2);
              const over = document.elementFromPoint(x, y);
              if (over === null) return 'out of sight at ' + x + ',' + y + ': ' + name;
              if (e.contains(over) || over.contains(e) && !over.matches('.top, thead, thead *')) return '';
              return 'covered by ' + over.outerHTML.slice(0, 60) + ': ' + name;
            }""";

    @BeforeAll
    static void open(Product product) {
        Shop.openOn(product);
    }

    /** On a wall the heads of tables stick, so there backwards too; on a phone everything wraps. */
    @Test
    void whereTheKeyboardIsCanBeSeen(Desk desk) {
        List<String> unseen = new ArrayList<>();
        walk(desk.vast().logIn("admin"), unseen, "Tab", "Shift+Tab");
        walk(desk.narrow().logIn("admin"), unseen, "Tab");
        assertThat(unseen).isEmpty();
    }

    private static void walk(Desk desk, List<String> unseen, String... keys) {
        for (Tour.Stop stop : Tour.stops(desk).stream().filter(one -> WALKED.contains(one.name())).toList()) {
            Page page = desk.open(stop.address());
            for (String key : keys) {
                assertThat(walk(desk, page, stop, key, unseen)).as("stops of %s", stop.name()).isLessThan(MOST_PRESSES);
            }
        }
    }

    /** Until the keyboard leaves the page at its end. @return how many stops it made */
    private static int walk(Desk desk, Page page, Tour.Stop stop, String key, List<String> unseen) {
        page.evaluate("document.activeElement.blur()");
        for (int press = 0; press < MOST_PRESSES; press++) {
            page.keyboard().press(key);
            String bad = (String) page.evaluate(UNSEEN, press == 0);
            if (bad.equals(END)) {
                return press;
            }
            if (!bad.isEmpty()) {
                unseen.add("%s, %s, %s: %s".formatted(stop.name(), desk.look(), key, bad));
            }
        }
        return MOST_PRESSES;
    }
}
