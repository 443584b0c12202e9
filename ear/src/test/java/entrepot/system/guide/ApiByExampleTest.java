package entrepot.system.guide;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Api;
import entrepot.system.Launch;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Types every example of the guide to the API, in its order, and reads what comes back. */
@OnProduct
class ApiByExampleTest {

    private static final Path GUIDE = Path.of("../docs/api.md");
    private static final Duration WITHIN = Duration.ofSeconds(30);

    /** The guide's own names, which begin so, are others on each run. */
    private static final String OWN = "MY-";

    private final String mine = "MY" + UUID.randomUUID().toString().substring(0, 4).toUpperCase() + "-";
    private final Shell shell = new Shell();
    private final Printed printed = new Printed(shell.variables());
    private final Product product;

    ApiByExampleTest(Product product) {
        this.product = product;
    }

    @Test
    void everyExampleIsAnsweredAsPrinted() throws IOException {
        List<Example> examples = Example.in(GUIDE);
        assertThat(examples).hasSizeGreaterThan(20);
        List<String> different = new ArrayList<>();
        for (Example example : examples) {
            answered(example, shell.command(example.typed().replace(OWN, mine)))
                    .ifPresent(how -> different.add("line %d: %s".formatted(example.line(), how)));
        }
        assertThat(different).isEmpty();
    }

    /** What is only read may take a moment until it is so: decisions and jobs follow behind. */
    private Optional<String> answered(Example example, List<String> command) {
        long until = System.nanoTime() + WITHIN.toNanos();
        Optional<String> differs = differs(example, send(command));
        while (differs.isPresent() && isRead(command) && System.nanoTime() < until) {
            Launch.pause(200);
            differs = differs(example, send(command));
        }
        return differs;
    }

    private Optional<String> differs(Example example, Api.Answer answer) {
        if (answer.status() != example.status()) {
            return Optional.of("status " + answer.status() + ", printed is " + example.status() + ": " + answer.body());
        }
        String expected = example.answer().replace(OWN, mine);
        if (example.json()) {
            return printed.differs(expected, answer.body()).map(where -> where + " in " + answer.body());
        }
        return expected.lines().filter(line -> !answer.body().lines().toList().contains(line)).findFirst()
                .map(line -> "the line '" + line + "' is not in " + answer.body());
    }

    private Api.Answer send(List<String> command) {
        Api who = switch (command.get(0)) {
            case "as" -> product.as(command.get(1));
            case "with" -> product.anonymous();
            default -> throw new IllegalStateException("'" + command.get(0) + "' is no command of the guide");
        };
        HttpRequest.Builder request = who.request("api/v1/" + command.get(2));
        if (command.get(0).equals("with")) {
            request.header("Authorization", "Bearer " + command.get(1));
        }
        return who.send(asked(request, command.subList(3, command.size())));
    }

    /** The options of curl that the guide uses. */
    private static HttpRequest.Builder asked(HttpRequest.Builder request, List<String> options) {
        String method = null;
        String body = null;
        for (int place = 0; place < options.size(); place += 2) {
            String value = options.get(place + 1);
            switch (options.get(place)) {
                case "-X" -> method = value;
                case "-d" -> body = value;
                case "-H" -> request.header(value.substring(0, value.indexOf(':')), value.substring(value.indexOf(':') + 1).strip());
                default -> throw new IllegalStateException("'" + options.get(place) + "' is no option the guide uses");
            }
        }
        String verb = method != null ? method : body != null ? "POST" : "GET";
        return request.method(verb, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    }

    private static boolean isRead(List<String> command) {
        return !command.contains("-X") && !command.contains("-d");
    }
}
