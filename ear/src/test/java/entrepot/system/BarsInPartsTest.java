package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bars are kept in parts; whatever order they come in, what is read is what came, beside a map that has one entry a bar. */
@OnProduct
class BarsInPartsTest {

    private static final int BARS = 9_500;
    private static final Instant FIRST = Instant.parse("2024-03-01T00:01:00Z");

    private final Api quant;

    BarsInPartsTest(Product product) {
        quant = product.as("quant");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void filesInAnyOrderMakeOneSeries(long seed) {
        Random random = new Random(seed);
        String symbol = Names.fresh("PT");
        assertThat(quant.post("api/v1/instruments", "{\"symbol\":\"%s\",\"name\":\"In parts\",\"kind\":\"FX\",\"currency\":\"USD\"}".formatted(symbol)).status()).isEqualTo(201);
        Map<Instant, String> kept = new TreeMap<>();
        for (List<Integer> file : files(random)) {
            StringBuilder rows = new StringBuilder("time,close\n");
            for (int bar : file) {
                Instant time = FIRST.plusSeconds(60L * bar);
                String price = String.format(Locale.ROOT, "%.2f", 100 + random.nextInt(100) / 100.0);
                kept.put(time, price);
                rows.append(time.toString(), 0, 16).append(',').append(price).append('\n');
            }
            Api.Answer sent = quant.send(quant.request("api/v1/instruments/" + symbol + "/imports?step=MINUTE&zone=UTC&stamp=END&format=yyyy-MM-dd'T'HH:mm".replace("'", "%27"))
                    .header("Content-Type", "text/csv").POST(BodyPublishers.ofString(rows.toString())));
            assertThat(sent.status()).as("seed %d: %s", seed, sent.body()).isEqualTo(200);
            assertThat(sent.json().path("added").asInt()).as("seed %d", seed).isEqualTo(file.size());
            check(symbol, kept, random, seed);
        }
        assertThat(kept).hasSize(BARS);
    }

    /** Blocks in any order, and what is scattered among them last, a bar here and there. */
    private static List<List<Integer>> files(Random random) {
        List<List<Integer>> blocks = new ArrayList<>();
        List<Integer> scattered = new ArrayList<>();
        List<Integer> block = new ArrayList<>();
        for (int bar = 0; bar < BARS; bar++) {
            (random.nextInt(50) == 0 ? scattered : block).add(bar);
            if (random.nextInt(1_200) == 0 || bar == BARS - 1) {
                blocks.add(block);
                block = new ArrayList<>();
            }
        }
        blocks.removeIf(List::isEmpty);
        Collections.shuffle(blocks, random);
        blocks.add(scattered);
        return blocks;
    }

    private void check(String symbol, Map<Instant, String> kept, Random random, long seed) {
        String path = "api/v1/instruments/" + symbol + "/bars?step=MINUTE";
        List<String> lines = quant.send(quant.request(path).header("Accept", "text/csv").GET()).body().lines().skip(1).map(line -> line.split(",")[0] + " " + line.split(",")[4]).toList();
        assertThat(lines).as("seed %d", seed).isEqualTo(kept.entrySet().stream().map(one -> one.getKey() + " " + Double.parseDouble(one.getValue())).toList());
        Instant after = FIRST.plusSeconds(60L * random.nextInt(BARS));
        int limit = 1 + random.nextInt(900);
        List<Instant> expected = kept.keySet().stream().filter(time -> time.isAfter(after)).limit(limit).toList();
        List<Instant> page = new ArrayList<>();
        for (JsonNode bar : quant.get(path + "&after=" + after.toEpochMilli() + "&limit=" + limit).json().path("items")) {
            page.add(Instant.parse(bar.path("time").asText()));
        }
        assertThat(page).as("seed %d, after %s", seed, after).isEqualTo(expected);
        JsonNode series = quant.get("api/v1/instruments/" + symbol).json().path("series").get(0);
        assertThat(series.path("bars").asInt()).isEqualTo(kept.size());
    }
}
