package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api.Answer;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Prices from files, over HTTP: in, held back, let in, adjusted as of a day. */
@OnProduct
class MarketDataTest {

    private static final Path FILES = Path.of(System.getProperty("shared.dir", "../../shared")).resolve("data/market");

    private final Product product;
    private final Api quant;
    private final Api risk;

    MarketDataTest(Product product) {
        this.product = product;
        quant = product.as("quant");
        risk = product.as("risk");
    }

    private String instrument(boolean belowZero) {
        String symbol = Names.fresh("M");
        Answer made = quant.post("api/v1/instruments", "{\"symbol\":\"" + symbol + "\",\"name\":\"Of a test\",\"kind\":\"EQUITY\","
                + "\"currency\":\"USD\",\"belowZero\":" + belowZero + "}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return symbol;
    }

    private Answer send(String path, byte[] body) {
        return quant.send(quant.request("api/v1/instruments/" + path).header("Content-Type", "text/csv").POST(BodyPublishers.ofByteArray(body)));
    }

    private JsonNode send(String path, String body) {
        Answer answer = send(path, body.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static byte[] file(String name) throws IOException {
        assumeTrue(Files.isRegularFile(FILES.resolve(name)), "no market data at " + FILES);
        return Files.readAllBytes(FILES.resolve(name));
    }

    private JsonNode series(String symbol) {
        return quant.get("api/v1/instruments/" + symbol).json().path("series").path(0);
    }

    @Test
    void aDryRunWritesNothingAndTheSameFileTwiceAddsNothing() throws IOException {
        String symbol = instrument(false);
        byte[] file = file("lean/equity-daily-aapl.csv");
        JsonNode dry = send(symbol + "/imports?dryRun=true", file).json();
        assertThat(dry.path("written").asBoolean()).isFalse();
        assertThat(dry.path("added").asLong()).isGreaterThan(5_800);
        assertThat(series(symbol).isMissingNode()).isTrue();

        assertThat(send(symbol + "/imports?file=aapl.csv", file).json().path("added")).isEqualTo(dry.path("added"));
        JsonNode again = send(symbol + "/imports", file).json();
        assertThat(again.path("added").asLong()).isZero();
        assertThat(again.path("unchanged")).isEqualTo(dry.path("rows"));
        assertThat(again.path("written").asBoolean()).isFalse();
        assertThat(quant.get("api/v1/instruments/" + symbol + "/imports").json().path("items")).hasSize(1);
    }

    @Test
    void aSplitIsKnownOnItsDay() throws IOException {
        String symbol = instrument(false);
        send(symbol + "/imports", file("lean/equity-daily-aapl.csv"));
        assertThat(send(symbol + "/factors", file("lean/factor-aapl.csv")).json().path("added").asInt()).isEqualTo(39);
        assertThat(close(symbol, "adjustedAsOf=2014-06-06")).isEqualTo(close(symbol, ""));
        assertThat(close(symbol, "adjustedAsOf=2014-06-09") * 7).isCloseTo(close(symbol, ""), within(1e-6));
        assertThat(send(symbol + "/factors", file("lean/factor-aapl.csv")).json().path("written").asBoolean()).isFalse();
        Answer other = send(symbol + "/factors", "20140606,1,0.5,645\n20501231,1,1,0".getBytes(StandardCharsets.UTF_8));
        assertThat(other.status()).isEqualTo(409);
    }

    private double close(String symbol, String query) {
        return quant.get("api/v1/instruments/" + symbol + "/bars?from=2014-06-06&limit=1&" + query).json().path("items").path(0).path("close").asDouble();
    }

    @Test
    void oilMaySettleBelowZeroAndAShareMayNot() throws IOException {
        byte[] oil = file("commodities/wti-daily.csv");
        assertThat(send(instrument(true) + "/imports", oil).json().path("reasons").path("FORBIDDEN_PRICE").asInt()).isZero();
        assertThat(send(instrument(false) + "/imports", oil).json().path("reasons").path("FORBIDDEN_PRICE").asInt()).isEqualTo(1);
    }

    @Test
    void whatIsHeldBackIsReleasedByAPersonAndReplacesNothingUnseen() {
        String symbol = instrument(false);
        JsonNode report = send(symbol + "/imports", "date,close\n2022-01-03,12.5\n2022-01-03,12.6\n2022-01-04,1250\n2022-01-05,x\n2022-01-06,12.7\n");
        assertThat(report.path("quarantined").asInt()).isEqualTo(3);
        assertThat(series(symbol).path("quarantined").asInt()).isEqualTo(3);

        String held = "api/v1/instruments/" + symbol + "/quarantine";
        JsonNode rows = risk.get(held + "?status=HELD").json().path("items");
        for (JsonNode row : rows) {
            int expected = row.path("reason").asText().equals("UNREADABLE") ? 409 : 204;
            Answer answer = risk.post(held + "/" + row.path("id").asText() + "/release", "{\"note\":\"looked at the exchange's page\"}");
            assertThat(answer.status()).as(row.toString()).isEqualTo(expected);
        }
        assertThat(series(symbol).path("bars").asInt()).isEqualTo(3);
        JsonNode all = risk.get(held).json().path("items");
        assertThat(all.findValuesAsText("reason")).containsExactlyInAnyOrder("UNREADABLE", "CONFLICT", "JUMP", "REPLACED");
        assertThat(all.findValuesAsText("decidedBy")).containsOnly("risk").hasSize(2);
        assertThat(quant.get("api/v1/instruments/" + symbol + "/bars").json().path("items").path(0).path("close").asText()).isEqualTo("12.6");
        String first = rows.path(0).path("bar").isMissingNode() ? rows.path(1).path("id").asText() : rows.path(0).path("id").asText();
        assertThat(risk.post(held + "/" + first + "/release", "{\"note\":\"again\"}").status()).isEqualTo(409);
    }

    @Test
    void whatIsDismissedIsHeldNoMoreAndDoesNotComeBackAndEachDecisionStays() {
        String symbol = instrument(false);
        String file = "date,close\n2022-01-03,12.5\n2022-01-04,1250\n2022-01-05,x\n2022-01-06,12.7\n";
        send(symbol + "/imports", file);
        String held = "api/v1/instruments/" + symbol + "/quarantine";
        JsonNode rows = risk.get(held + "?status=HELD").json().path("items");
        assertThat(rows).hasSize(2);
        for (JsonNode row : rows) {
            assertThat(risk.post(held + "/" + row.path("id").asText() + "/dismiss", "{}").status()).as("without a reason").isEqualTo(422);
            assertThat(risk.post(held + "/" + row.path("id").asText() + "/dismiss", "{\"note\":\"a slip of the feed\"}").status()).isEqualTo(204);
        }
        assertThat(series(symbol).path("quarantined").asInt()).isZero();
        assertThat(series(symbol).path("bars").asInt()).isEqualTo(2);
        assertThat(risk.get(held + "?status=DISMISSED").json().path("items")).hasSize(2);
        assertThat(send(symbol + "/imports", file).path("quarantined").asInt()).as("the same file again").isZero();

        String jump = rows.path(rows.path(0).path("reason").asText().equals("JUMP") ? 0 : 1).path("id").asText();
        Answer again = risk.post(held + "/" + jump + "/dismiss", "{\"note\":\"again\"}");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.json().path("code").asText()).isEqualTo("already-dismissed");
        assertThat(quant.post(held + "/" + jump + "/release", "{\"note\":\"it did trade there\"}").status()).isEqualTo(204);
        assertThat(series(symbol).path("bars").asInt()).isEqualTo(3);
        JsonNode decisions = risk.get(held + "/decisions").json().path("items");
        assertThat(decisions.findValuesAsText("status")).containsExactly("RELEASED", "DISMISSED", "DISMISSED");
        assertThat(decisions.findValuesAsText("actor")).containsExactly("quant", "risk", "risk");
        assertThat(decisions.path(0).path("note").asText()).isEqualTo("it did trade there");
        assertThat(decisions.path(0).path("row").asText()).isEqualTo(jump);
    }

    @Test
    void whoDecidedCannotBeRewritten() {
        for (String change : List.of("UPDATE bar_decision SET note = ''", "DELETE FROM bar_decision")) {
            assertThatThrownBy(() -> {
                try (Connection connection = product.asApplication(); var statement = connection.createStatement()) {
                    statement.execute(change);
                }
            }).hasMessageContaining("denied");
        }
    }

    @Test
    void aFileByItsMappingAndEverythingThatIsWrongWithIt() {
        String symbol = instrument(false);
        JsonNode report = send(symbol + "/imports?delimiter=%3B&decimal=COMMA&time=Tag&close=Schluss&format=dd.MM.yyyy",
                "Tag;Schluss\n03.01.2022;1234,5\n");
        assertThat(report.path("added").asInt()).isEqualTo(1);
        Answer wrong = send(symbol + "/imports?time=When&close=Last", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().path("errors").findValuesAsText("pointer")).containsExactly("?time", "?close");
        assertThat(send(symbol + "/imports?zone=Moon&stamp=X", "a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)).json().path("errors")).hasSize(2);
    }

    @Test
    void barsComeInPartsAndAsCsv() {
        String symbol = instrument(false);
        send(symbol + "/imports", "date,close\n2022-01-03,1\n2022-01-04,2\n2022-01-05,3\n");
        String path = "api/v1/instruments/" + symbol + "/bars";
        JsonNode part = quant.get(path + "?limit=2").json();
        assertThat(part.path("items").findValuesAsText("close")).containsExactly("1.0", "2.0");
        assertThat(quant.get(path + "?limit=2&after=" + part.path("next").asText()).json().path("items").findValuesAsText("close"))
                .containsExactly("3.0");
        Answer csv = quant.send(quant.request(path + "?from=2022-01-04").header("Accept", "text/csv").GET());
        assertThat(csv.body()).isEqualTo("time,open,high,low,close,volume\r\n2022-01-04,2.0,2.0,2.0,2.0,0.0\r\n2022-01-05,3.0,3.0,3.0,3.0,0.0\r\n");
    }

    @Test
    void anInstrumentIsChangedByItsVersion() {
        String symbol = instrument(false);
        String body = "{\"name\":\"Renamed\",\"kind\":\"OTHER\",\"currency\":\"EUR\",\"tickSize\":\"0.0001\"}";
        assertThat(quant.put("api/v1/instruments/" + symbol, body, "If-Match", "\"0\"").status()).isEqualTo(200);
        assertThat(quant.put("api/v1/instruments/" + symbol, body, "If-Match", "\"0\"").status()).isEqualTo(412);
        assertThat(quant.post("api/v1/instruments", "{\"symbol\":\"" + symbol + "\",\"name\":\"x\",\"kind\":\"FX\",\"currency\":\"USD\"}").status())
                .isEqualTo(409);
        assertThat(quant.post("api/v1/instruments", "{\"symbol\":\"a b\",\"kind\":\"GOLD\",\"currency\":\"XXZ\",\"tickSize\":\"0\"}").json().path("errors"))
                .hasSize(5);
    }
}
