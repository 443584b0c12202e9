package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.launcher.Login;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** An instance of its own loses its launcher, then its database; the next start goes on and leaves nobody behind. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RestartTest {

    private static final String LOCATION = "{\"code\": \"YARD\", \"name\": \"Yard\", \"active\": true}";

    private static Product product;

    @BeforeAll
    static void start() {
        product = Product.start("restart");
        assertThat(product.as("admin").post("api/v1/locations", LOCATION).status()).isEqualTo(201);
        assertThat(Stream.generate(RestartTest::guess).limit(4)).containsOnly(401);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    @Order(1)
    void withoutItsLauncherTheNextStartStopsWhatIsLeft() {
        List<ProcessHandle> before = processes("server", "database");
        product.killLauncher();
        assertThat(before).allMatch(ProcessHandle::isAlive);

        product.restart();

        assertThat(before).noneMatch(ProcessHandle::isAlive);
        assertThat(product.said()).contains("Stopping the server that an earlier run left behind");
        keptItsData();
        assertThat(guess()).as("the fifth guess of one user").isEqualTo(401);
        assertThat(guess()).as("the sixth, two of them after the restart").isEqualTo(429);
    }

    @Test
    @Order(2)
    void withoutItsDatabaseItStopsAndSaysWhy() {
        List<ProcessHandle> before = processes("launcher", "server", "database");
        product.killDatabase();
        assertThat(product.awaitEnd()).isEqualTo(1);

        assertThat(before).noneMatch(ProcessHandle::isAlive);
        assertThat(product.said()).contains("The database ended by itself (exit code 137), so Entrepot stops");

        product.restart();
        keptItsData();
    }

    private static List<ProcessHandle> processes(String... names) {
        return Stream.of(names).map(product::process).toList();
    }

    private static int guess() {
        return new Api(product.url(), product.anonymous().client(), new Login("risk", "not this one")).get("api/v1/me").status();
    }

    private static void keptItsData() {
        assertThat(product.as("cashier").get("api/v1/locations/YARD").status()).isEqualTo(200);
    }
}
