package entrepot.inventory.ledger;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Debian's hledger and Beancount, where they are installed. */
final class OtherBooks {

    private OtherBooks() {}

    record Output(int exitCode, String text) {}

    static void need(String program) throws InterruptedException {
        assumeTrue(run(program, "--help").exitCode() == 0, "no " + program + ": install Debian's hledger and beancount");
    }

    static Output run(String... command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(List.of(command)).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Output(process.waitFor(), text);
        } catch (IOException none) {
            return new Output(-1, none.getMessage());
        }
    }
}
