package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bars of any length over HTTP: of minutes, of days and of trades, and what is made of them. */
@OnProduct
class BarLengthsTest extends SweepCalls {

    private static final int DAYS = 25;
    private static String minutes;

    BarLengthsTest(Product product) {
        super(product);
    }

    @BeforeAll
    static void lay(Product product) {
        minutes = MinuteBars.laid(product, DAYS, 5);
    }

    private String bars(String symbol, String query) {
        return "api/v1/instruments/" + symbol + "/bars?" + query;
    }

    private List<JsonNode> all(String symbol, String query) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = quant.get(bars(symbol, query + "&limit=150" + after)).json();
            page.path("items").forEach(all::add);
            after = page.has("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());
        return all;
    }

    private String csv(String symbol, String query) {
        return quant.send(quant.request(bars(symbol, query)).header("Accept", "text/csv").GET()).body();
    }

    private List<String> refused(String path) {
        Api.Answer answer = quant.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        List<String> faults = new ArrayList<>();
        answer.json().path("errors").forEach(error -> faults.add(error.path("pointer").asText() + " " + error.path("code").asText()));
        return faults;
    }

    @Test
    void fiveMinutesAreWhatTheirMinutesSay() {
        List<JsonNode> five = all(minutes, "every=PT5M");
        assertThat(five).hasSize(DAYS * MinuteBars.A_DAY / 5);
        List<JsonNode> of = quant.get(bars(minutes, "step=MINUTE&limit=10")).json().findParents("close");
        for (int bar = 0; bar < 2; bar++) {
            List<JsonNode> part = of.subList(5 * bar, 5 * bar + 5);
            assertThat(five.get(bar).path("time")).isEqualTo(part.get(4).path("time"));
            assertThat(five.get(bar).path("open")).isEqualTo(part.get(0).path("open"));
            assertThat(five.get(bar).path("close")).isEqualTo(part.get(4).path("close"));
            assertThat(five.get(bar).path("high").asDouble()).isEqualTo(part.stream().mapToDouble(one -> one.path("high").asDouble()).max().orElseThrow());
            assertThat(five.get(bar).path("low").asDouble()).isEqualTo(part.stream().mapToDouble(one -> one.path("low").asDouble()).min().orElseThrow());
            assertThat(five.get(bar).path("volume").asDouble()).isEqualTo(part.stream().mapToDouble(one -> one.path("volume").asDouble()).sum());
        }
        String csv = csv(minutes, "every=PT5M");
        assertThat(csv.lines().count()).isEqualTo(five.size() + 1);
        assertThat(csv).contains(five.get(77).path("time").asText() + "," + five.get(77).path("open").asText());
        assertThat(all(minutes, "every=PT5M&from=2024-03-06&to=2024-03-06")).isEqualTo(five.subList(2 * 78, 3 * 78));
        assertThat(quant.send(quant.request(bars(minutes, "every=PT5M")).header("Accept", "application/vnd.apache.arrow.stream").GET()).status()).isEqualTo(200);
        JsonNode chart = quant.get("api/v1/instruments/" + minutes + "/bars/chart?every=PT1H&points=20").json().path("rows");
        assertThat(chart).hasSize(20);
        List<JsonNode> hours = all(minutes, "every=PT1H");
        assertThat(chart.at("/19/4").asDouble()).isEqualTo(hours.get(hours.size() - 1).path("close").asDouble());
        assertThat(chart.at("/0/0").asLong()).isEqualTo(Instant.parse(hours.get(hours.size() - 20).path("time").asText()).getEpochSecond());
        JsonNode mean = quant.get("api/v1/instruments/" + minutes + "/indicators/sma?every=PT5M&n=3&limit=3").json().at("/items/2");
        assertThat(mean.path("time")).isEqualTo(five.get(2).path("time"));
        assertThat(mean.at("/lines").elements().next().asDouble()).isCloseTo(five.subList(0, 3).stream().mapToDouble(one -> one.path("close").asDouble()).average().orElseThrow(),
                within(1e-9));
    }

    @Test
    void aWeekIsThereOnceItIsOverAndADayByTheZone() throws SQLException {
        List<JsonNode> weeks = all(minutes, "every=P1W&zone=America/New_York");
        assertThat(weeks).extracting(one -> one.path("time").asText()).startsWith("2024-03-08T00:00:00Z", "2024-03-15T00:00:00Z").hasSize(4);
        assertThat(csv(minutes, "every=P1D&zone=America/New_York")).contains("\r\n2024-03-04,");
        assertThat(all(minutes, "every=P1D&zone=America/New_York")).hasSize(DAYS - 1);
        String days = instrument(8);
        assertThat(all(days, "every=P1M").get(0).path("time").asText()).isEqualTo("2010-01-31T00:00:00Z");
        assertThat(csv(days, "every=P1D")).isEqualTo(csv(days, "step=DAY"));
        assertThat(quant.send(quant.request("api/v1/instruments/" + days + "/factors").header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("20100115,1,0.25,100\n20501231,1,1,0"))).status()).isEqualTo(200);
        List<JsonNode> january = all(days, "to=2010-01-31&adjustedAsOf=2010-03-01");
        JsonNode month = all(days, "every=P1M&adjustedAsOf=2010-03-01").get(0);
        assertThat(month.path("open")).as("split before, not after").isEqualTo(january.get(0).path("open"));
        assertThat(month.path("high").asDouble()).isEqualTo(january.stream().mapToDouble(one -> one.path("high").asDouble()).max().orElseThrow());
        assertThat(month.path("volume").asDouble()).isEqualTo(15 * 4000 + 16 * 1000);
    }

    @Test
    void whatCannotBeIsRefusedWithWhatCan() throws SQLException {
        String days = instrument(9);
        assertThat(refused(bars(days, "every=PT7M&zone=Moon&of=quotes&step=DAY"))).containsExactlyInAnyOrder("?every range", "?zone range", "?of unknown-value", "?step with-every");
        assertThat(refused(bars(days, "every=PT5M"))).containsExactly("?every no-minutes");
        assertThat(quant.get(bars(days, "every=PT5M")).body()).contains("has days only, of which P1D, P1W, P1M, P3M and P1Y are made");
        assertThat(refused(bars(minutes, "every=P1D"))).containsExactly("?zone no-days");
        assertThat(refused(bars(minutes, "every=500ticks"))).containsExactly("?every without-trades");
        assertThat(refused(bars(minutes, "every=PT1M&of=trades"))).containsExactly("?of no-trades");
        assertThat(refused("api/v1/instruments/" + days + "/indicators/sma?every=PT5M")).containsExactly("?every no-minutes");
        assertThat(ask("{\"instrument\": \"%s\", \"every\": \"PT5M\", \"axes\": [{\"name\": \"fast\", \"from\": \"2\", \"to\": \"3\"}, {\"name\": \"slow\", \"from\": \"5\", \"to\": \"6\"}]}"
                .formatted(days), UUID.randomUUID()).json().at("/errors/0/pointer").asText()).isEqualTo("/every");
        Api.Answer backtest = asked("{\"instrument\": \"%s\", \"fast\": 5, \"slow\": 20}".formatted(minutes));
        assertThat(backtest.json().at("/errors/0/pointer").asText()).as(backtest.body()).isEqualTo("/zone");
    }

    private Api.Answer asked(String body) {
        return quant.post("api/v1/backtests", body, "Idempotency-Key", UUID.randomUUID().toString());
    }

    @Test
    void aBacktestOverMinutesCountsItsBarsAndIsFoundInTheLog() throws SQLException {
        JsonNode found = answered(asked("{\"instrument\": \"%s\", \"fast\": 5, \"slow\": 20, \"every\": \"PT5M\", \"feeRate\": \"0.0001\"}".formatted(minutes)));
        assertThat(found.at("/asked/every").asText()).isEqualTo("PT5M");
        JsonNode result = found.path("result");
        assertThat(result.path("bars").asInt()).isEqualTo(DAYS * 78);
        assertThat(result.at("/strategy/barsPerYear").asDouble()).as("of days of 78 bars, weekends and all").isBetween(19_000.0, 23_500.0);
        assertThat(result.path("firstBar").asText()).isEqualTo("2024-03-04T13:35:00Z");
        assertThat(quant.get(self(found) + "/equity.csv").body().lines().skip(1).findFirst().orElseThrow()).startsWith("1,2024-03-04T13:35:00Z,");
        assertThat(quant.get("api/v1/trials?instrument=" + minutes).body()).contains("every=PT5M");
        assertThat(quant.get("api/v1/tearsheets/" + found.path("id").asText()).json().path("every").asText()).isEqualTo("PT5M");
        assertThat(quant.get("api/v1/tearsheets/" + found.path("id").asText() + "/days.csv").body()).startsWith("at,").contains("\n2024-03-04T13:35:00Z,");

        String days = instrument(10);
        String body = "{\"instrument\": \"" + days + "\", \"fast\": 5, \"slow\": 20%s}";
        JsonNode plain = answered(asked(body.formatted(""))).path("result");
        assertThat(answered(asked(body.formatted(", \"every\": \"P1D\""))).at("/result/resultHash")).isEqualTo(plain.path("resultHash"));
        JsonNode weekly = answered(asked(body.formatted(", \"every\": \"P1W\", \"volatilityTarget\": \"0.1\""))).path("result");
        assertThat(weekly.at("/strategy/barsPerYear").asDouble()).isCloseTo(52.2, within(0.1));
    }

    @Test
    void aCellOfASweepOverMinutesIsItsBacktestAndAPairGoesByItsCommonMinutes() {
        JsonNode sweep = answered(ask(("{\"instrument\": \"%s\", \"every\": \"PT15M\", \"walk\": {\"choose\": 100, \"apply\": 50}, \"axes\": [{\"name\": \"fast\", \"from\": \"2\", \"to\": \"4\"},"
                + " {\"name\": \"slow\", \"from\": \"8\", \"to\": \"9\"}]}").formatted(minutes), UUID.randomUUID()));
        JsonNode best = sweep.at("/result/best/0");
        JsonNode cell = backtest(self(sweep) + "/cells/" + best.path("cell").asLong() + "/backtest");
        assertThat((1 + best.at("/inSample/netReturn").asDouble()) * (1 + best.at("/outOfSample/netReturn").asDouble()) - 1)
                .isCloseTo(cell.path("totalReturn").asDouble(), within(1e-9));
        String other = MinuteBars.laid(product, DAYS, 6);
        JsonNode pair = answered(asked("{\"instrument\": \"%s\", \"strategy\": \"PAIR\", \"other\": \"%s\", \"every\": \"PT30M\", \"settings\": {\"window\": \"40\"}}".formatted(minutes, other)));
        assertThat(pair.at("/result/bars").asInt()).isEqualTo(DAYS * 13);
    }

    @Test
    void tradesBecomeBarsOfTimeOfTicksAndOfVolume() {
        String symbol = RecordedFlow.instrument(quant);
        StringBuilder file = new StringBuilder("time,price,size,side\n");
        for (int trade = 0; trade < 6_000; trade++) {
            file.append(1_700_000_000_000L + 500L * trade).append(',').append(100 + trade % 7).append(",2,").append(trade % 2 == 0 ? "BUY" : "SELL").append('\n');
        }
        JsonNode done = RecordedFlow.over(quant, RecordedFlow.bring(quant, symbol, "trades", "", file + "1700003001000,-5,1,\n"));
        assertThat(done.at("/outcome/added").asInt()).as(done.toString()).isEqualTo(6_000);
        assertThat(done.at("/outcome/reasons/FORBIDDEN_PRICE").asInt()).isEqualTo(1);
        JsonNode rows = quant.get(RecordedFlow.flows(symbol) + "/trades?limit=2").json().path("items");
        assertThat(rows.at("/1/side").asText()).isEqualTo("SELL");
        assertThat(quant.send(quant.request(RecordedFlow.flows(symbol) + "/trades").header("Accept", "text/csv").GET()).body()).startsWith("time,price,size,side\r\n2023-11-14T22:13:20Z,100,2,BUY");
        assertThat(quant.send(quant.request(RecordedFlow.flows(symbol) + "/trades").header("Accept", "application/vnd.apache.arrow.stream").GET()).status()).isEqualTo(200);

        List<JsonNode> minutes = all(symbol, "of=trades&every=PT1M");
        assertThat(minutes).as("the first is part of a minute, the last is not over").hasSize(50);
        assertThat(minutes.get(1).path("volume").asDouble()).isEqualTo(240);
        assertThat(all(symbol, "of=trades&every=PT1M&from=2023-11-14")).isEqualTo(minutes);
        assertThat(all(symbol, "of=trades&every=500ticks")).hasSize(12);
        assertThat(all(symbol, "of=trades&every=3000volume")).extracting(one -> one.path("volume").asDouble()).containsExactly(3000.0, 3000.0, 3000.0, 3000.0);
        assertThat(csv(symbol, "of=trades&every=500ticks").lines().count()).isEqualTo(13);
        assertThat(quant.get("api/v1/instruments/" + symbol + "/bars/chart?of=trades&every=500ticks&points=5").json().path("rows")).hasSize(5);
        JsonNode backtest = answered(asked("{\"instrument\": \"%s\", \"fast\": 2, \"slow\": 5, \"of\": \"trades\", \"every\": \"100ticks\"}".formatted(symbol)));
        assertThat(backtest.at("/result/bars").asInt()).isEqualTo(60);
        assertThat(backtest.at("/asked/of").asText()).isEqualTo("trades");
        assertThat(asked("{\"instrument\": \"%s\", \"fast\": 2, \"slow\": 5}".formatted(symbol)).json().at("/errors/0/detail").asText()).contains("say of=trades");
    }
}
