package entrepot.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.launcher.Login;
import entrepot.system.Api;
import entrepot.system.Launch;
import entrepot.system.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Tills sell while something dies at a random moment; afterwards they ask again for what had no answer. {@code crash.rounds}
 * says how many times, {@code crash.seed} repeats them. The long form goes on where the last run stopped, and stops after
 * {@code crash.minutes}, so that it can be had in pieces.
 */
class CrashTest {

    private static final int ROUNDS = Integer.getInteger("crash.rounds", 5);
    private static final boolean LONG = Boolean.getBoolean("crash.long");
    private static final Duration AT_MOST = Duration.ofMinutes(Long.getLong("crash.minutes", 600));
    private static final Duration FROZEN = Duration.ofSeconds(LONG ? 30 : 3);
    /** Thirty seconds are wanted, and the report says how often they were kept: a machine that does other work meanwhile may take more. */
    private static final Duration BACK_WITHIN = Duration.ofMinutes(2);
    /** Sales before a blow, so that there is something to lose. */
    private static final int AT_LEAST = 50;
    private static final String NAME = LONG ? "crash-long" : "crash";
    private static final Path KEPT = Launch.target(NAME + "-slips");

    private static Product product;
    private static Slips slips;
    private static Rounds rounds;

    @BeforeAll
    static void open() throws IOException {
        Map<String, String> environment = Map.of("ENTREPOT_DB_PORT", Integer.toString(Launch.freePort()));
        rounds = new Rounds(KEPT);
        if (LONG && !rounds.done().isEmpty() && rounds.done().size() < ROUNDS) {
            slips = new Slips(KEPT);
            product = Product.startAgain(NAME, environment);
            new Tills(product, slips).retry(0);
        } else {
            for (String file : new String[] {"asked", "acknowledged", "rounds"}) {
                Files.deleteIfExists(KEPT.resolve(file));
            }
            rounds = new Rounds(KEPT);
            slips = new Slips(KEPT);
            product = Product.start(NAME, environment);
            Goods.lay(product);
        }
    }

    @AfterAll
    static void close() {
        product.close();
    }

    @Test
    void whatWasAcknowledgedIsThereOnceWhateverDies() throws SQLException {
        long end = System.nanoTime() + AT_MOST.toNanos();
        while (rounds.done().size() < ROUNDS && System.nanoTime() < end) {
            int number = rounds.done().size() + 1;
            long seed = Long.getLong("crash.seed", System.nanoTime()) + number;
            System.out.println("crash round " + number + " of " + ROUNDS + ", seed " + seed + ": " + Death.of(number).words());
            Rounds.Round round = run(number, seed);
            rounds.add(round);
            System.out.println(round);
            hold(round);
        }
        if (LONG) {
            CrashReport.write(rounds.done());
        }
    }

    @Test
    void withoutItsLauncherTheNextStartStopsWhatIsLeft() {
        assertThat(Stream.generate(CrashTest::guess).limit(4)).containsOnly(401);
        List<ProcessHandle> left = processes("server", "database");
        product.killLauncher();
        assertThat(left).allMatch(ProcessHandle::isAlive);

        product.restart();

        assertThat(left).noneMatch(ProcessHandle::isAlive);
        assertThat(product.said()).contains("Stopping the server that an earlier run left behind");
        assertThat(product.as("cashier").get("api/v1/locations/SHOP").status()).isEqualTo(200);
        assertThat(guess()).as("the fifth guess of one user").isEqualTo(401);
        assertThat(guess()).as("the sixth, two of them after the restart").isEqualTo(429);
    }

    private static List<ProcessHandle> processes(String... names) {
        return Stream.of(names).map(product::process).toList();
    }

    private static int guess() {
        return new Api(product.url(), product.anonymous().client(), new Login("risk", "not this one")).get("api/v1/me").status();
    }

    private static Rounds.Round run(int number, long seed) throws SQLException {
        Random random = new Random(seed);
        Tills tills = new Tills(product, slips);
        Death death = Death.of(number);
        List<ProcessHandle> before = processes("launcher", "server", "database");
        long[] blow = new long[1];
        tills.sellWhile(random, AT_LEAST, () -> {
            Launch.pause(random.nextInt(2000));
            blow[0] = System.nanoTime();
            death.strike(product, FROZEN);
        });
        CompletableFuture<Long> databaseBack = CompletableFuture.completedFuture(blow[0]);
        if (death.isFreeze()) {
            blow[0] += FROZEN.toNanos();
        } else {
            int code = product.awaitEnd();
            if (death == Death.SERVER || death == Death.DATABASE) {
                assertThat(code).isEqualTo(1);
                assertThat(before).noneMatch(ProcessHandle::isAlive);
                assertThat(product.said()).contains("The " + death.name().toLowerCase(Locale.ROOT)
                        + " ended by itself (exit code 137), so Entrepot stops");
            }
            databaseBack = CompletableFuture.supplyAsync(CrashTest::awaitDatabase);
            product.restart();
        }
        long unsure = slips.asked().size() - slips.acknowledged().size();
        Tills again = new Tills(product, slips);
        again.sellOne(random);
        long sold = System.nanoTime();
        long cpu = product.process("server").info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
        again.retry(20);
        assertThat(slips.acknowledged()).as("seed %d: every sale is acknowledged in the end", seed)
                .containsExactlyInAnyOrderElementsOf(slips.asked().keySet());
        Laws laws = new Laws(product, slips, Goods.OPENING);
        Laws.Sold found = laws.sold();
        return new Rounds.Round(number, seed, death, slips.acknowledged().size(), unsure, found.missing(), found.doubled(), deadLetters(),
                laws.duplicates(), (sold - blow[0]) / 1_000_000, (sold - Math.max(blow[0], databaseBack.join())) / 1_000_000, cpu);
    }

    private static void hold(Rounds.Round round) throws SQLException {
        assertThat(round.missing()).as("acknowledged and missing: %s", round).isZero();
        assertThat(round.doubled()).as("doubled: %s", round).isZero();
        assertThat(round.deadLetters()).as("dead letters: %s", round).isZero();
        Laws laws = new Laws(product, slips, Goods.OPENING);
        laws.theBookHolds(round.toString());
        laws.everyDecisionFollowsTheOneBefore(round.toString());
        assertThat(Duration.ofMillis(round.afterDatabaseMillis())).as("back after the database: %s", round).isLessThan(BACK_WITHIN);
    }

    private static long deadLetters() {
        return product.as("admin").get("api/v1/dead-letters").json().get("total").asLong();
    }

    private static long awaitDatabase() {
        while (true) {
            try (Connection open = product.asOwner()) {
                if (open.isValid(1)) {
                    return System.nanoTime();
                }
            } catch (SQLException notYet) {
                Launch.pause(50);
            }
        }
    }
}
