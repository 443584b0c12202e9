package entrepot.system.browser;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** axe-core, which looks for what keeps people with disabilities from using a page. */
final class Axe {

    private static final String PROGRAM = program();
    private static final String NOT_THERE = "typeof axe === 'undefined'";

    /**
     * All rules, but contrast only where it can differ: a row whose elements have the tags, attributes and blanks of an earlier one of
     * its table looks as that one. A list of a hundred sales has three such shapes, and contrast is two thirds of the work.
     */
    private static final String RUN = """
            async () => {
              // What a page does when its width changes it does before the next picture.
              await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
              const told = ['href', 'id', 'for', 'name', 'value', 'title', 'datetime', 'aria-label', 'aria-labelledby', 'aria-describedby'];
              const blank = e => [...e.childNodes].every(n => n.nodeType !== Node.TEXT_NODE || n.data.trim() === '');
              const shape = e => e.tagName + [...e.attributes].map(a => a.name + (told.includes(a.name) ? '' : '=' + a.value)).join() + blank(e)
                  + '(' + [...e.children].map(shape).join('') + ')';
              const seen = new Map();
              const again = row => {
                const shapes = seen.get(row.parentElement) ?? new Set();
                seen.set(row.parentElement, shapes);
                const before = shapes.size;
                return shapes.add(shape(row)).size === before;
              };
              const twins = [...document.querySelectorAll('tbody > tr')].filter(again).flatMap(row => [row, ...row.querySelectorAll('*')]);
              twins.forEach(e => e.setAttribute('data-twin', ''));
              axe.configure({ rules: [{ id: 'color-contrast', selector: ':not([data-twin])' }] });
              const found = await axe.run(document, { resultTypes: ['violations'] });
              twins.forEach(e => e.removeAttribute('data-twin'));
              return found.violations.map(v => ({
                  rule: v.id, impact: v.impact, help: v.help, where: v.nodes.map(n => n.target.join(' ')).join(' | ') }));
            }""";

    private Axe() {}

    /** @param impact minor, moderate, serious or critical; @param help the rule in words; @param where selectors of the elements */
    record Finding(String rule, String impact, String help, String where) {
        boolean isGrave() {
            return impact.equals("serious") || impact.equals("critical");
        }
    }

    static List<Finding> look(Page page) {
        if ((boolean) page.evaluate(NOT_THERE)) {
            page.evaluate(PROGRAM);
        }
        List<?> found = (List<?>) page.evaluate(RUN);
        return found.stream().map(Map.class::cast)
                .map(one -> new Finding((String) one.get("rule"), (String) one.get("impact"), (String) one.get("help"), (String) one.get("where")))
                .toList();
    }

    private static String program() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
