package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** Contracts of a future over HTTP: as one series, and traded one after the other. */
@OnProduct
class FuturesTest extends SweepCalls {

    private static final int CONTRACTS = 8;
    private static final LocalDate FIRST = LocalDate.of(2020, 1, 1);

    FuturesTest(Product product) {
        super(product);
    }

    private static String all(String root, String more) {
        return "{\"symbol\":\"%s\",\"name\":\"All of a test\",\"kind\":\"CONTINUOUS\",\"currency\":\"USD\",\"tickSize\":\"0.01\",\"future\":{\"multiplier\":\"50\",\"margin\":\"2000\"%s}}"
                .formatted(root, more);
    }

    private static String contract(String root, int number, int multiplier) {
        return "{\"symbol\":\"%s.%d\",\"name\":\"One of a test\",\"kind\":\"FUTURE\",\"currency\":\"USD\",\"tickSize\":\"0.01\",\"future\":{\"multiplier\":\"%d\",\"root\":\"%s\",\"expiry\":\"%s\"}}"
                .formatted(root, number, multiplier, root, expiry(number));
    }

    private static LocalDate expiry(int number) {
        return FIRST.plusMonths(3L * (number + 1)).withDayOfMonth(15);
    }

    /** A future of eight contracts on one spot price, each dearer than the one before. */
    private String future(long seed) {
        String root = Names.fresh("F");
        made(all(root, ",\"rollDays\":\"5\""));
        for (int number = 0; number < CONTRACTS; number++) {
            made(contract(root, number, 50));
            StringBuilder rows = new StringBuilder("date,open,high,low,close,volume\n");
            Random random = new Random(seed);
            double spot = 100;
            for (LocalDate day = FIRST; !day.isAfter(expiry(number)); day = day.plusDays(1)) {
                if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
                    continue;
                }
                double open = spot + random.nextGaussian() / 2;
                spot = open + random.nextGaussian();
                if (day.isAfter(expiry(number).minusMonths(8))) {
                    double carry = 0.01 * day.until(expiry(number), ChronoUnit.DAYS);
                    rows.append(String.format(Locale.ROOT, "%s,%.2f,%.2f,%.2f,%.2f,1000%n", day, open + carry, Math.max(open, spot) + carry + 1, Math.min(open, spot) + carry - 1,
                            spot + carry));
                }
            }
            Api.Answer sent = send(root + "." + number, rows.toString());
            assertThat(sent.status()).as(sent.body()).isEqualTo(200);
        }
        return root;
    }

    private Api.Answer send(String symbol, String rows) {
        return quant.send(quant.request("api/v1/instruments/" + symbol + "/imports").header("Content-Type", "text/csv").POST(BodyPublishers.ofString(rows)));
    }

    private void made(String body) {
        Api.Answer made = quant.post("api/v1/instruments", body);
        assertThat(made.status()).as(made.body()).isEqualTo(201);
    }

    private List<JsonNode> items(String path) {
        return StreamSupport.stream(quant.get("api/v1/instruments/" + path).json().path("items").spliterator(), false).toList();
    }

    @Test
    void contractsAreOneSeriesRawAndJoined() {
        String root = future(1);
        List<JsonNode> rolls = items(root + "/rolls");
        assertThat(rolls).hasSize(CONTRACTS - 1);
        assertThat(rolls.get(0).path("time").asText()).as("15 April 2020 less five weekdays is the 8th").isEqualTo("2020-04-09T00:00:00Z");
        assertThat(rolls.get(0).path("difference").asDouble()).as("91 days of carry").isCloseTo(0.91, within(0.011));

        JsonNode one = quant.get("api/v1/instruments/" + root).json();
        assertThat(one.path("future").path("joined").asText()).isEqualTo("DIFFERENCE");
        assertThat(one.path("series").get(0).path("bars").asInt()).isEqualTo(items(root + "/bars?limit=1000").size());
        double raw = items(root + "/bars?from=2020-03-02&limit=1").get(0).path("close").asDouble();
        double all = rolls.stream().mapToDouble(roll -> roll.path("difference").asDouble()).sum();
        assertThat(items(root + "/bars?from=2020-03-02&limit=1&adjustedAsOf=2030-01-01").get(0).path("close").asDouble()).isCloseTo(raw + all, within(1e-9));
        assertThat(items(root + "/bars?from=2020-03-02&limit=1&adjustedAsOf=2020-04-08").get(0).path("close").asDouble()).as("before the first roll").isEqualTo(raw);
        assertThat(quant.send(quant.request("api/v1/instruments/" + root + "/bars").header("Accept", "text/csv").GET()).body().lines().count())
                .isEqualTo(one.path("series").get(0).path("bars").asLong() + 1);
    }

    @Test
    void whatDoesNotFitIsRefusedWithWhatToDo() {
        String root = Names.fresh("F");
        made(all(root, ""));
        Api.Answer other = quant.post("api/v1/instruments", contract(root, 0, 20));
        assertThat(other.status()).isEqualTo(409);
        assertThat(other.body()).contains("multiplier of 50", "must be alike");
        made(contract(root, 0, 50));
        Api.Answer file = send(root, "date,close\n2020-01-02,1\n");
        assertThat(file.status()).isEqualTo(409);
        assertThat(file.body()).contains("bring in the file for one of them");
        Api.Answer wrong = quant.post("api/v1/instruments", "{\"symbol\":\"X\",\"name\":\"x\",\"kind\":\"FUTURE\",\"currency\":\"USD\",\"lotSize\":\"-1\",\"future\":{\"multiplier\":\"0\",\"root\":\"a b\","
                + "\"expiry\":\"2020-02-30\",\"rollBy\":\"EXPIRY\"}}");
        assertThat(wrong.json().path("errors").findValuesAsText("pointer"))
                .containsExactlyInAnyOrder("/lotSize", "/future/multiplier", "/future/root", "/future/expiry", "/future/rollBy");
        assertThat(quant.post("api/v1/instruments", "{\"symbol\":\"X\",\"name\":\"x\",\"kind\":\"EQUITY\",\"currency\":\"USD\",\"future\":{\"multiplier\":\"1\"}}").json().path("errors")
                .findValuesAsText("code")).containsExactly("not-a-future");
        Api.Answer pair = quant.post("api/v1/backtests", "{\"strategy\":\"PAIR\",\"instrument\":\"%s.0\",\"other\":\"%s\"}".formatted(root, root), "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(pair.status()).as(pair.body()).isEqualTo(422);
        assertThat(pair.body()).contains("are futures");
    }

    @Test
    void aBacktestRollsWholeContractsAndASweepAgreesWithIt() {
        String root = future(2);
        String asked = "{\"instrument\": \"%s\", \"fast\": 5, \"slow\": 20, \"side\": \"LONG_SHORT\", \"feeRate\": \"0.0001\", \"slippage\": \"0.0002\"}".formatted(root);
        Api.Answer sent = quant.post("api/v1/backtests", asked, "Idempotency-Key", UUID.randomUUID().toString());
        JsonNode found = answered(sent);
        List<JsonNode> fills = StreamSupport.stream(quant.get(self(found) + "/fills?limit=1000").json().path("items").spliterator(), false).toList();
        assertThat(fills).allSatisfy(fill -> assertThat(fill.path("units").decimalValue().stripTrailingZeros().scale()).isLessThanOrEqualTo(0));
        assertThat(fills.stream().filter(fill -> fill.path("rule").asText().equals("ROLL_IN")).count()).isBetween(3L, CONTRACTS - 1L)
                .isEqualTo(fills.stream().filter(fill -> fill.path("rule").asText().equals("ROLL_OUT")).count());

        String sweep = ("{\"instrument\": \"%s\", \"side\": \"LONG_SHORT\", \"feeRate\": \"0.0001\", \"slippage\": \"0.0002\", \"split\": \"2021-03-31\", \"axes\": ["
                + "{\"name\": \"fast\", \"from\": \"5\", \"to\": \"15\", \"step\": \"5\"}, {\"name\": \"slow\", \"from\": \"20\", \"to\": \"40\", \"step\": \"10\"}]}").formatted(root);
        JsonNode swept = answered(ask(sweep, UUID.randomUUID()));
        assertThat(swept.path("result").path("dataHash")).isEqualTo(found.path("result").path("dataHash"));
        String cells = quant.get(self(swept) + "/cells.csv").body();
        String[] cell = cells.lines().filter(line -> line.contains(",5,20,")).findFirst().orElseThrow(() -> new AssertionError(cells)).split(",");
        double end = 10_000 * (1 + Double.parseDouble(cell[3])) * (1 + Double.parseDouble(cell[7]));
        assertThat(end).isCloseTo(found.path("result").path("endValue").asDouble(), within(0.001));
    }
}
