package entrepot.trading.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The guide has a row for each indicator, with its parameters, their standards and its lines. */
class IndicatorsGuideTest {

    @Test
    void everyIndicatorHasItsRow() throws IOException {
        List<String> rows = Files.readAllLines(Path.of("../docs/indicators.md"));
        for (Definition one : Catalogue.all()) {
            List<String> row = rows.stream().filter(line -> line.startsWith("| `" + one.name() + "` |")).toList();
            assertThat(row).as(one.name()).hasSize(1);
            assertThat(row.get(0)).endsWith("| " + String.join(", ", one.lines()) + " |").contains("| " + one.title() + " |");
            for (Parameter parameter : one.parameters()) {
                boolean word = parameter.kind() == Parameter.Kind.CHOICE;
                assertThat(row.get(0)).contains("`" + parameter.name() + "` " + (word ? "**" + parameter.standardWords() + "**" : parameter.standardWords()));
            }
        }
    }
}
