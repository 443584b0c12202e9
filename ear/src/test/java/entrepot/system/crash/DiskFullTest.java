package entrepot.system.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import entrepot.system.Api;
import entrepot.system.Launch;
import entrepot.system.Product;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The data folder is a file system of its own in memory (tmpfs), which a file fills to the last byte: writes of the database,
 * of the queues and of the log truly fail. Tills go on selling meanwhile; then the file is gone.
 */
@EnabledIfSystemProperty(named = "crash.long", matches = "true", disabledReason = "a long one: profile crash")
class DiskFullTest {

    private static final Path DATA = Launch.target("full");
    private static final Path SLIPS = Launch.target("full-slips");
    private static final int AT_ONCE = 200;
    private static final int REFUSED_ENOUGH = 20;
    private static final int NO_ANSWER = 0;

    private static Product product;
    private static Slips slips;

    @BeforeAll
    static void start() throws IOException {
        Files.createDirectories(DATA);
        assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=1200m,mode=700", "entrepot-full", DATA.toString()) == 0,
                "only root may mount a file system that can be filled");
        for (String file : new String[] {"asked", "acknowledged"}) {
            Files.deleteIfExists(SLIPS.resolve(file));
        }
        slips = new Slips(SLIPS);
        product = Product.start("full");
        Goods.lay(product);
    }

    @AfterAll
    static void stop() {
        if (product != null) {
            product.close();
            run("umount", DATA.toString());
        }
    }

    @Test
    void aFullDiskLosesNothingAndIsToldAsSuch() throws SQLException, IOException {
        Random random = new Random(Long.getLong("crash.seed", 42));
        fill();
        Map<Integer, Integer> statuses = new TreeMap<>();
        long until = System.nanoTime() + Duration.ofMinutes(4).toNanos();
        while (statuses.getOrDefault(503, 0) < REFUSED_ENOUGH && System.nanoTime() < until) {
            sell(random, statuses);
        }
        System.out.println("answers while the disk was full: " + statuses);
        Files.delete(DATA.resolve("filler"));
        long freed = System.nanoTime();
        Tills tills = new Tills(product, slips);
        if (!product.process("launcher").isAlive()) {
            System.out.println("it ended: " + product.said());
            product.restart();
            tills = new Tills(product, slips);
        }
        tills.sellOne(random);
        System.out.printf("sold again %d ms after there was room%n", (System.nanoTime() - freed) / 1_000_000);
        tills.retry(20);
        Laws laws = new Laws(product, slips, Goods.OPENING);
        assertThat(slips.acknowledged()).containsExactlyInAnyOrderElementsOf(slips.asked().keySet());
        assertThat(laws.sold()).isEqualTo(new Laws.Sold(0, 0));
        laws.theBookHolds("after a full disk");
        laws.everyDecisionFollowsTheOneBefore("after a full disk");
        assertThat(statuses.keySet()).as("what tills were told").isSubsetOf(NO_ANSWER, 201, 503);
        assertThat(product.as("admin").get("api/v1/dead-letters").json().get("total").asInt()).isZero();
    }

    private static void fill() throws IOException {
        byte[] block = new byte[1 << 20];
        try (OutputStream filler = Files.newOutputStream(DATA.resolve("filler"))) {
            while (true) {
                filler.write(block);
            }
        } catch (IOException full) {
            assertThat(full.getMessage()).contains("No space left");
        }
    }

    /** Many lines in one request, so that the book soon needs more room; each is answered for itself. */
    private static void sell(Random random, Map<Integer, Integer> statuses) {
        StringBuilder lines = new StringBuilder();
        List<UUID> ids = new ArrayList<>();
        for (int line = 0; line < AT_ONCE; line++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            Basket basket = Basket.random(random);
            slips.ask(id, basket);
            ids.add(id);
            lines.append("{\"id\":\"").append(id).append("\",").append(basket.json().substring(1)).append('\n');
        }
        try {
            Api cashier = product.as("cashier");
            Api.Answer answer = cashier.send(cashier.request("api/v1/sales").header("Content-Type", "application/x-ndjson")
                    .POST(BodyPublishers.ofString(lines.toString())));
            if (answer.status() == 503) {
                assertThat(answer.response().headers().firstValue("Retry-After")).contains("5");
            }
            if (answer.status() != 200) {
                statuses.merge(answer.status(), 1, Integer::sum);
                return;
            }
            List<String> answers = answer.body().lines().toList();
            for (int line = 0; line < answers.size(); line++) {
                int status = Integer.parseInt(answers.get(line).replaceFirst(".*\"status\":(\\d+).*", "$1"));
                statuses.merge(status, 1, Integer::sum);
                if (status == 201) {
                    slips.acknowledge(ids.get(line));
                }
            }
        } catch (UncheckedIOException broken) {
            statuses.merge(NO_ANSWER, 1, Integer::sum);
        }
    }

    private static int run(String... command) {
        try {
            return new ProcessBuilder(command).inheritIO().start().waitFor();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
