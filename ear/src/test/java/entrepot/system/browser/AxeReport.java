package entrepot.system.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What axe-core found, page by page in every look: one file to read. */
final class AxeReport {

    /** By page, then by look. */
    private final Map<String, Map<String, List<Axe.Finding>>> found = new LinkedHashMap<>();
    private final Set<String> looks = new LinkedHashSet<>();

    /** @param look e.g. {@code light 360} */
    void note(String page, String look, List<Axe.Finding> findings) {
        looks.add(look);
        found.computeIfAbsent(page, key -> new LinkedHashMap<>()).put(look, findings);
    }

    /** Serious and critical ones, with where. */
    List<String> grave() {
        List<String> grave = new ArrayList<>();
        found.forEach((page, seen) -> seen.forEach((look, findings) -> findings.stream()
                .filter(Axe.Finding::isGrave)
                .forEach(finding -> grave.add(page + ", " + look + ": " + finding.rule() + " at " + finding.where()))));
        return grave;
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        List<String> lines = new ArrayList<>();
        lines.add("# What axe-core found");
        lines.add("");
        lines.add("%d pages, %d looks of each. Serious or critical: %d. Lesser: %d.".formatted(
                found.size(), looks.size(), grave().size(), all() - grave().size()));
        lines.add("");
        byRule(lines);
        byPage(lines);
        Files.write(file, lines);
    }

    private int all() {
        return found.values().stream().flatMap(seen -> seen.values().stream()).mapToInt(List::size).sum();
    }

    private void byRule(List<String> lines) {
        Map<String, Set<String>> rules = new TreeMap<>();
        found.forEach((page, seen) -> seen.forEach((look, findings) -> findings.forEach(finding -> rules
                .computeIfAbsent("%s (%s): %s".formatted(finding.rule(), finding.impact(), finding.help()), key -> new LinkedHashSet<>())
                .add("- %s, %s: `%s`".formatted(page, look, finding.where())))));
        rules.forEach((rule, places) -> {
            lines.add("## " + rule);
            lines.add("");
            lines.addAll(places);
            lines.add("");
        });
    }

    private void byPage(List<String> lines) {
        lines.add("| Page | " + String.join(" | ", looks) + " |");
        lines.add("|---|" + "---:|".repeat(looks.size()));
        found.forEach((page, seen) -> lines.add("| " + page + " | " + String.join(" | ", looks.stream()
                .map(look -> seen.containsKey(look) ? String.valueOf(seen.get(look).size()) : "–").toList()) + " |"));
    }
}
