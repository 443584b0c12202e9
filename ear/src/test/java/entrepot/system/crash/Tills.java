package entrepot.system.crash;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Api;
import entrepot.system.Launch;
import entrepot.system.Product;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/** Eight clients who make the ids of their sales, and who sell until one of their sales gets no answer. */
final class Tills {

    private static final int TILLS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private final Product product;
    private final Slips slips;

    Tills(Product product, Slips slips) {
        this.product = product;
        this.slips = slips;
    }

    /** Sells while {@code meanwhile} happens, which begins when {@code atLeast} sales are acknowledged, and ends with it. */
    void sellWhile(Random random, int atLeast, Runnable meanwhile) {
        AtomicBoolean open = new AtomicBoolean(true);
        ExecutorService threads = Executors.newFixedThreadPool(TILLS);
        List<CompletableFuture<Void>> days = IntStream.range(0, TILLS)
                .mapToObj(till -> new Random(random.nextLong()))
                .map(own -> CompletableFuture.runAsync(() -> sellUntilItBreaks(own, open), threads))
                .toList();
        int wanted = slips.acknowledged().size() + atLeast;
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (slips.acknowledged().size() < wanted && System.nanoTime() < until) {
            Launch.pause(20);
        }
        meanwhile.run();
        open.set(false);
        days.forEach(CompletableFuture::join);
        threads.shutdown();
    }

    private void sellUntilItBreaks(Random random, AtomicBoolean open) {
        Api till = product.as("cashier");
        boolean answered = true;
        while (answered && open.get()) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            slips.ask(id, Basket.random(random));
            answered = sell(till, id);
        }
    }

    /** Tries one new sale until it is acknowledged. */
    void sellOne(Random random) {
        Api till = product.as("cashier");
        UUID id = new UUID(random.nextLong(), random.nextLong());
        slips.ask(id, Basket.random(random));
        while (!sell(till, id)) {
            Launch.pause(50);
        }
    }

    /** Every sale without an answer, and some that had one: they get it again. */
    void retry(int acknowledgedToo) {
        Api till = product.as("cashier");
        slips.asked().keySet().stream().filter(id -> !slips.acknowledged().contains(id)).forEach(id -> sell(till, id));
        slips.acknowledged().stream().limit(acknowledgedToo).forEach(id ->
                assertThat(sell(till, id)).as("a second try of %s gets its answer", id).isTrue());
    }

    /** @return whether the till was told that it is booked */
    private boolean sell(Api till, UUID id) {
        try {
            Api.Answer answer = till.send(till.request("api/v1/sales").timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", id.toString())
                    .POST(BodyPublishers.ofString(slips.asked().get(id).json())));
            if (answer.status() == 201 || answer.status() == 200) {
                slips.acknowledge(id);
                return true;
            }
            assertThat(answer.status()).as(answer.body()).isGreaterThanOrEqualTo(500);
            return false;
        } catch (UncheckedIOException broken) {
            return false;
        }
    }
}
