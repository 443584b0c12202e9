package entrepot.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Launch;
import entrepot.system.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jboss.byteman.agent.Main;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The server dies at each line that matters, put there by Byteman: what was sold has one effect. That messages came twice
 * is wanted, as else nothing was tried.
 */
@EnabledIfSystemProperty(named = "crash.long", matches = "true", disabledReason = "a long one: profile crash")
class CrashPointsTest {

    private static final Path POINTS = Launch.target("crash-points-armed");
    private static final Path SLIPS = Launch.target("crash-points-slips");

    private static Product product;
    private static Slips slips;

    /** Each has a rule in {@code byteman/points.btm}. */
    private enum Point { BEFORE_COMMIT, AFTER_COMMIT, AFTER_SEND, BEFORE_MARKED_SENT, BEFORE_ACKNOWLEDGED }

    @BeforeAll
    static void start() throws IOException, URISyntaxException {
        Files.createDirectories(POINTS);
        for (Point point : Point.values()) {
            Files.deleteIfExists(POINTS.resolve(point.name()));
        }
        for (String file : new String[] {"asked", "acknowledged"}) {
            Files.deleteIfExists(SLIPS.resolve(file));
        }
        slips = new Slips(SLIPS);
        Path byteman = Path.of(Main.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path rules = Path.of(CrashPointsTest.class.getResource("/byteman/points.btm").toURI());
        product = Product.start("crash-points", Map.of("ENTREPOT_SERVER_OPTIONS",
                "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -javaagent:" + byteman + "=script:" + rules + ",boot:" + byteman
                        + " -Djboss.modules.system.pkgs=org.jboss.byteman -Dcrash.points=" + POINTS));
        Goods.lay(product);
    }

    @AfterAll
    static void stop() {
        product.close();
    }

    @Test
    void whereverItDiesEachSaleHasOneEffect() throws SQLException {
        Laws laws = new Laws(product, slips, Goods.OPENING);
        long seed = Long.getLong("crash.seed", System.nanoTime());
        Random random = new Random(seed);
        for (Point point : Point.values()) {
            long twice = laws.duplicates();
            dieAt(point, random);
            new Tills(product, slips).retry(20);
            String where = "seed " + seed + ", died " + point;
            assertThat(slips.acknowledged()).as(where).containsExactlyInAnyOrderElementsOf(slips.asked().keySet());
            assertThat(laws.sold()).as(where).isEqualTo(new Laws.Sold(0, 0));
            laws.theBookHolds(where);
            laws.everyDecisionFollowsTheOneBefore(where);
            System.out.printf("died %s: %d sales acknowledged, each there once; %d messages came twice since%n", point,
                    slips.acknowledged().size(), laws.duplicates() - twice);
        }
        assertThat(laws.duplicates()).as("messages that came twice").isPositive();
        assertThat(product.as("admin").get("api/v1/dead-letters").json().get("total").asInt()).isZero();
    }

    private static void dieAt(Point point, Random random) {
        ProcessHandle server = product.process("server");
        new Tills(product, slips).sellWhile(random, 20, () -> {
            try {
                Files.createFile(POINTS.resolve(point.name()));
                server.onExit().orTimeout(60, TimeUnit.SECONDS).join();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        });
        assertThat(POINTS.resolve(point.name())).as("the rule took its file").doesNotExist();
        product.restart();
    }
}
