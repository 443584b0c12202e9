package entrepot.bench;

import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Api;
import entrepot.system.Product;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The ways to post sales of {@link Mix#LINES} lines, each measured from outside the server. */
final class Tills {

    static final int CLIENTS = 64;
    private static final int BULK = 1000;

    private final Meter meter;
    private final Api api;
    private final String token;
    private final AtomicInteger seeds = new AtomicInteger(1);

    Tills(Product product, Meter meter) {
        this.meter = meter;
        api = product.anonymous();
        Api.Answer answer = product.as("admin").post("api/v1/tokens", "{\"label\":\"benchmark\"}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        token = answer.json().path("secret").asText();
    }

    /** 50,000 items, half of each costing method, and one layer of stock for each. */
    void stock() throws SQLException {
        try (Connection owner = meter.product().asOwner(); Statement sql = owner.createStatement()) {
            sql.execute("INSERT INTO location (id, code, name) VALUES (1, '" + Mix.LOCATION + "', 'Benchmark')");
            sql.execute("INSERT INTO item (id, sku, name, unit_code, costing) SELECT 9000000000 + seq, CONCAT('BENCH-', seq),"
                    + " CONCAT('Thing ', seq), 'EA', IF(seq % 2 = 0, 'FIFO', 'AVERAGE') FROM seq_1_to_" + Mix.ITEMS);
        }
        StringBuilder body = new StringBuilder();
        for (int first = 1; first <= Mix.ITEMS; first += 500) {
            List<String> lines = new ArrayList<>();
            for (int item = first; item < first + 500; item++) {
                lines.add("{\"sku\":\"BENCH-" + item + "\",\"quantity\":\"1000000\",\"totalCost\":\"" + (1_000_000 + item) + ".37\"}");
            }
            body.append("{\"id\":\"").append(new UUID(7, first)).append("\",\"kind\":\"OPENING\",\"location\":\"").append(Mix.LOCATION)
                    .append("\",\"lines\":[").append(String.join(",", lines)).append("]}\n");
        }
        assertThat(sendLines("api/v1/movements", body.toString()).lines()).allMatch(line -> line.contains("\"status\":201"));
    }

    /** At the bean boundary, by threads inside the server. */
    Measured inProcess(String reference, Mix mix, int threads, int group, int sales) {
        String path = "inside/bench?mix=" + mix + "&threads=" + threads + "&group=" + group + "&sales=" + sales
                + "&reference=" + reference + "&seed=" + seeds.getAndIncrement();
        List<String> words = new ArrayList<>();
        Measured outside = meter.time(sales, () -> {
            Api.Answer answer = api.send(api.request(path).timeout(Duration.ofMinutes(5)).GET());
            assertThat(answer.status()).as(answer.body()).isEqualTo(200);
            words.addAll(List.of(answer.body().split(" ")));
            return Long.parseLong(words.get(2));
        });
        return outside.inside(Long.parseLong(words.get(0)), Long.parseLong(words.get(1)) / 1e9,
                words.stream().skip(3).mapToLong(Long::parseLong).toArray());
    }

    /** NDJSON over HTTP, {@value #BULK} sales a request, two at a time. */
    Measured bulk(String reference, Mix mix, int sales) {
        List<String> bodies = new ArrayList<>();
        for (int i = 0; i < sales / BULK; i++) {
            Random random = new Random(seeds.getAndIncrement());
            StringBuilder body = new StringBuilder();
            for (int sale = 0; sale < BULK; sale++) {
                body.append("{\"id\":\"").append(new UUID(random.nextLong(), random.nextLong())).append("\",")
                        .append(sale(random, mix, reference).substring(1)).append('\n');
            }
            bodies.add(body.toString());
        }
        return meter.time(bodies.size() * (long) BULK, () -> clients(2, bodies.size(), i ->
                sendLines("api/v1/sales", bodies.get(i)).lines().filter(line -> !line.contains("\"status\":201")).count()));
    }

    /** JSON over HTTP with kept connections, one sale a request. */
    Measured single(String reference, int sales) {
        return oneByOne("api/v1/sales", reference, sales, 201);
    }

    /** The same request to a resource that gives the body back. */
    Measured echo(int sales) {
        return oneByOne("inside/api/echo", "echo", sales, 200);
    }

    /** The tills have opened their connections before the time is taken, as those of a shop have. */
    private Measured oneByOne(String path, String reference, int sales, int expected) {
        List<HttpRequest> opening = requests(path, "opening", CLIENTS);
        assertThat(clients(CLIENTS, CLIENTS, i -> status(opening.get(i)) == expected ? 0 : 1)).isZero();
        List<HttpRequest> requests = requests(path, reference, sales);
        List<Long> micros = Collections.synchronizedList(new ArrayList<>());
        Measured measured = meter.time(sales, () -> clients(CLIENTS, sales, i -> {
            long begun = System.nanoTime();
            int status = status(requests.get(i));
            micros.add((System.nanoTime() - begun) / 1000);
            return status == expected ? 0 : 1;
        }));
        return measured.inside(sales, measured.seconds(), micros.stream().mapToLong(Long::longValue).toArray());
    }

    private List<HttpRequest> requests(String path, String reference, int sales) {
        Random random = new Random(seeds.getAndIncrement());
        List<HttpRequest> requests = new ArrayList<>();
        for (int i = 0; i < sales; i++) {
            requests.add(api.request(path).header("Authorization", "Bearer " + token).header("Content-Type", "application/json")
                    .header("Idempotency-Key", new UUID(random.nextLong(), random.nextLong()).toString())
                    .POST(BodyPublishers.ofString(sale(random, Mix.SPREAD, reference))).build());
        }
        return requests;
    }

    private int status(HttpRequest request) throws IOException, InterruptedException {
        return api.client().send(request, BodyHandlers.ofString()).statusCode();
    }

    private static String sale(Random random, Mix mix, String reference) {
        String[] lines = new String[Mix.LINES];
        Arrays.setAll(lines, i -> "{\"sku\":\"" + mix.sku(random) + "\",\"quantity\":\"1\",\"unitPrice\":\"2.50\"}");
        return "{\"location\":\"" + Mix.LOCATION + "\",\"channel\":\"BENCH\",\"reference\":\"" + reference + "\",\"lines\":["
                + String.join(",", lines) + "]}";
    }

    /** NDJSON, answered line by line. */
    String sendLines(String path, String body) {
        return api.send(api.request(path).timeout(Duration.ofMinutes(5)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/x-ndjson").POST(BodyPublishers.ofString(body))).body();
    }

    private interface Call {
        long errors(int number) throws IOException, InterruptedException;
    }

    /** @return errors of all calls */
    private static long clients(int count, int calls, Call call) {
        AtomicInteger next = new AtomicInteger();
        AtomicLong errors = new AtomicLong();
        ExecutorService threads = Executors.newFixedThreadPool(count);
        List<CompletableFuture<Void>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            running.add(CompletableFuture.runAsync(() -> {
                for (int number = next.getAndIncrement(); number < calls; number = next.getAndIncrement()) {
                    errors.addAndGet(errors(call, number));
                }
            }, threads));
        }
        running.forEach(CompletableFuture::join);
        threads.shutdown();
        return errors.get();
    }

    private static long errors(Call call, int number) {
        try {
            return call.errors(number);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
