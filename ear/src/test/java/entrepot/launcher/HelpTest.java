package entrepot.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Every command says how it is used when asked, and that is no error. */
class HelpTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final CommandLine commands = Entrepot.commands().setOut(new PrintWriter(out)).setErr(new PrintWriter(err));

    static Collection<String> names() {
        return Entrepot.commands().getSubcommands().keySet();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCommandTellsItsOwnUsage(String name) {
        assertThat(commands.execute(name, "--help")).isZero();
        assertThat(out.toString()).contains("Usage: entrepot " + name);
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void aloneItTellsOfAllCommands() {
        assertThat(commands.execute("--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: entrepot").contains("restore", "ENTREPOT_DATA");
    }

    @Test
    void whatACommandDoesNotKnowIsAnError() {
        assertThat(commands.execute("status", "--hlep")).isEqualTo(2);
        assertThat(err.toString()).contains("--hlep");
        assertThat(out.toString()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"test", "bench"})
    void theScriptTellsOfItsOwnCommandsAndRunsNothing(String name) throws Exception {
        Process asked = new ProcessBuilder(Path.of("../entrepot").toAbsolutePath().normalize().toString(), name, "--help")
                .redirectErrorStream(true).start();
        String told = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(asked.waitFor(10, TimeUnit.SECONDS)).isTrue();
        assertThat(asked.exitValue()).as(told).isZero();
        assertThat(told).startsWith("Usage: entrepot " + name);
    }
}
