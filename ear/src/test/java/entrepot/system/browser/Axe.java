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
    private static final String RUN = "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations.map(v => ({"
            + " rule: v.id, impact: v.impact, help: v.help, where: v.nodes.map(n => n.target.join(' ')).join(' | ') }))";

    private Axe() {}

    /** @param impact minor, moderate, serious or critical; @param help the rule in words; @param where selectors of the elements */
    record Finding(String rule, String impact, String help, String where) {
        boolean isGrave() {
            return impact.equals("serious") || impact.equals("critical");
        }
    }

    static List<Finding> look(Page page) {
        page.evaluate(PROGRAM);
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
