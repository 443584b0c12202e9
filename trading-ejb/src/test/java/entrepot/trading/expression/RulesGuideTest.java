package entrepot.trading.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The guide names every function, and its examples are rules that need as many bars as it says. */
class RulesGuideTest {

    private static final Pattern EXAMPLE = Pattern.compile("\\| `([^`]+)` \\| (\\d+) \\|");
    private static final Pattern CODE = Pattern.compile("`([a-z_]+\\([^`]*\\)(?:\\.[a-z]+)?)`");

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("../docs/rules.md"));
    }

    @Test
    void everyFunctionHasItsRow() throws IOException {
        List<String> lines = lines();
        for (Function one : Function.values()) {
            assertThat(lines).anyMatch(line -> line.startsWith("| `" + one.signature() + "` | " + one.meaning() + " |"));
        }
        assertThat(String.join(" ", lines)).contains(Program.LONGEST + " characters, " + Parser.DEEPEST + " deep",
                "100 000 bars, " + Variables.MOST + " parameters");
        assertThat(Program.MOST_REMEMBERED).isEqualTo(100_000);
    }

    @Test
    void everyExampleIsARuleAndNeedsTheBarsItSays() throws IOException {
        List<MatchResult> examples = lines().stream().map(EXAMPLE::matcher).filter(line -> line.matches()).map(line -> line.toMatchResult()).toList();
        assertThat(examples).hasSize(8);
        for (MatchResult example : examples) {
            assertThat(Rule.condition(example.group(1), Variables.NONE)).as(example.group(1))
                    .isEqualTo(new Rule(List.of(), Type.BOOLEAN, Integer.parseInt(example.group(2))));
        }
    }

    @Test
    void everyExpressionInTheTextIsOne() throws IOException {
        Variables variables = Variables.of("fast = 40 from 5 to 200, slow = 100, x = 3, a = 1, b = 2, n = 4");
        List<String> said = lines().stream().filter(line -> Function.words().stream().noneMatch(one -> line.startsWith("| `" + one)))
                .flatMap(line -> CODE.matcher(line).results()).map(found -> found.group(1)).toList();
        assertThat(said).hasSizeGreaterThan(10);
        assertThat(said).allSatisfy(text -> assertThat(Rule.read(text, variables).problems()).as(text).isEmpty());
    }
}
