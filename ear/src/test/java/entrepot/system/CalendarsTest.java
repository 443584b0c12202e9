package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Calendars over HTTP, and what they make of gaps, age and quality of a series. */
@OnProduct
class CalendarsTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Product product;
    private final Api quant;

    CalendarsTest(Product product) {
        this.product = product;
        this.quant = product.as("quant");
    }

    @Test
    void theCalendarsOfTheProductSayWhenTheyTrade() {
        JsonNode all = quant.get("api/v1/calendars").json().path("items");
        assertThat(all.findValuesAsText("code")).contains("ALWAYS", "CME-EQUITY", "FX", "LME", "NYSE", "TARGET", "XETRA");
        JsonNode sessions = quant.get("api/v1/calendars/NYSE/sessions?from=2023-07-03&to=2023-07-05").json().path("items");
        assertThat(sessions.findValuesAsText("to")).containsExactly("2023-07-03T17:00:00Z", "2023-07-05T20:00:00Z");
        assertThat(sessions.at("/0/special").asText()).isEqualTo("Eve of Independence Day");
        JsonNode one = quant.get("api/v1/calendars/CME-EQUITY").json();
        assertThat(one.path("overnight").asBoolean()).isTrue();
        assertThat(one.path("builtIn").asBoolean()).isTrue();
        assertThat(one.path("coming").size()).isBetween(15, 24);
        assertThat(quant.get("api/v1/calendars/MOON").status()).isEqualTo(404);
        assertThat(quant.get("api/v1/calendars/NYSE/sessions?from=2023-07-03&to=2023-07-01").status()).isEqualTo(422);
    }

    @Test
    void aCalendarIsMadeAndChangedAtItsVersion() {
        String code = code();
        Api.Answer made = quant.post("api/v1/calendars", calendar(code, "08:30", "15:15"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(quant.post("api/v1/calendars", calendar(code, "08:30", "15:15")).json().path("code").asText()).isEqualTo("taken");
        assertThat(change(code, "\"0\"", calendar(code, "08:30", "15:00")).status()).isEqualTo(200);
        assertThat(change(code, "\"0\"", calendar(code, "08:30", "15:00")).status()).isEqualTo(412);
        assertThat(quant.get("api/v1/calendars/" + code).json().path("closes").asText()).startsWith("15:00");
        assertThat(change("NYSE", "\"0\"", calendar("NYSE", "08:30", "15:00")).json().path("code").asText()).isEqualTo("built-in");
        JsonNode wrong = quant.post("api/v1/calendars", "{\"code\": \"no good\", \"zone\": \"Moon\", \"opens\": \"25:00\", \"closes\": \"9\", \"days\": [], \"holidays\": \"MOON\"}").json().path("errors");
        assertThat(wrong.findValuesAsText("pointer")).containsExactlyInAnyOrder("/code", "/name", "/zone", "/opens", "/closes", "/days", "/holidays");
    }

    @Test
    void exceptionsComeAsAFileAndGoAgain() {
        String code = code();
        quant.post("api/v1/calendars", calendar(code, "09:00", "17:00"));
        String path = "api/v1/calendars/" + code + "/exceptions";
        Api.Answer taken = upload(path, "day,closes,name\n2024-02-01,,Snow\n2024-02-02,12:00,Half a day\n");
        assertThat(taken.status()).as(taken.body()).isEqualTo(200);
        assertThat(taken.json().path("days").asInt()).isEqualTo(2);
        assertThat(taken.json().has("job")).as("nothing trades by it").isFalse();
        JsonNode kept = quant.get(path).json().path("items");
        assertThat(kept.findValuesAsText("name")).containsExactly("Snow", "Half a day");
        assertThat(kept.at("/0/addedBy").asText()).isEqualTo("quant");
        assertThat(quant.get("api/v1/calendars/" + code + "/sessions?from=2024-02-01&to=2024-02-02").json().path("items").findValuesAsText("special")).containsExactly("Half a day");
        assertThat(upload(path, "day,closes,name\n2024-02-30,,x\n2024-02-05,,\n").json().path("errors").size()).isEqualTo(2);
        assertThat(upload(path, "day,closes,name\n2024-02-05,08:00,too early\n").json().toString()).contains("it must close after it opens at 09:00");
        assertThat(quant.send(quant.request(path + "/2024-02-01").DELETE()).status()).isEqualTo(200);
        assertThat(quant.send(quant.request(path + "/2024-02-01").DELETE()).status()).isEqualTo(404);
        assertThat(quant.get("api/v1/calendars/" + code + "/sessions?from=2024-02-01&to=2024-02-02").json().path("items")).hasSize(2);
        assertThat(change(code, "\"0\"", calendar(code, "13:00", "17:00")).json().toString()).contains("2024-02-02: it must close after it opens at 13:00, closes at 12:00");
        assertThat(quant.get("api/v1/calendars/" + code).json().path("opens").asText()).as("nothing was changed").startsWith("09:00");
    }

    @Test
    void gapsFollowTheCalendarOfTheInstrumentAndItsExceptions() {
        String symbol = RecordedFlow.instrument(quant);
        String code = code();
        quant.post("api/v1/calendars", calendar(code, "09:30", "16:00"));
        Api.Answer imported = imported(symbol, "date,close,volume\n2024-01-02,10,1\n2024-01-03,10,1\n2024-01-05,10,1\n2024-01-06,10,1\n2024-01-08,10,1\n");
        assertThat(imported.status()).as(imported.body()).isEqualTo(200);
        assertThat(quality(symbol).path("gaps").asInt()).as("without a calendar two days are no gap").isZero();
        assertThat(quality(symbol).has("sessions")).isFalse();

        assertThat(trades(symbol, "MOON").json().at("/errors/0/pointer").asText()).isEqualTo("/calendar");
        Api.Answer changed = trades(symbol, code);
        assertThat(changed.json().path("calendar").asText()).as(changed.body()).isEqualTo(code);
        JsonNode found = quality(symbol);
        assertThat(found.path("sessions").asInt()).as(found.toString()).isEqualTo(5);
        assertThat(found.path("missing").asInt()).isEqualTo(1);
        assertThat(found.path("gaps").asInt()).isEqualTo(1);
        assertThat(found.at("/longest/after").asText()).isEqualTo("2024-01-03T00:00:00Z");
        assertThat(found.path("outside").asInt()).isEqualTo(1);
        assertThat(found.path("complete").asDouble()).isEqualTo(0.8);
        assertThat(found.path("behind").asInt()).isGreaterThan(500);
        assertThat(found.path("faults").toString()).isEqualTo("[\"GAPS\",\"OUTSIDE\",\"BEHIND\"]");
        assertThat(quant.get("api/v1/instruments/" + symbol + "/outside").json().path("items").findValuesAsText("time")).containsExactly("2024-01-06T00:00:00Z");

        JsonNode taken = quant.post("api/v1/calendars/" + code + "/exceptions", "[{\"day\": \"2024-01-04\", \"name\": \"Flood\"}, {\"day\": \"2024-01-06\", \"closes\": \"12:00\", \"name\": \"Catching up\"}]").json();
        quant.over("api/v1/jobs/" + taken.path("job").asText(), PATIENCE);
        JsonNode mended = quality(symbol);
        assertThat(mended.path("gaps").asInt()).as(mended.toString()).isZero();
        assertThat(mended.path("missing").asInt()).isZero();
        assertThat(mended.path("outside").asInt()).isZero();
        assertThat(mended.path("dataHash")).isEqualTo(found.path("dataHash"));
    }

    @Test
    void theVersionOfTheDataIsThatOfABacktestAndChangesWithTheData() {
        String symbol = RecordedFlow.instrument(quant);
        StringBuilder file = new StringBuilder("date,close\n");
        for (int day = 1; day <= 28; day++) {
            file.append(String.format(Locale.ROOT, "2022-01-%02d,%d%n2022-02-%02d,%d%n", day, 10 + day % 3, day, 11 + day % 4));
        }
        imported(symbol, file.toString());
        JsonNode before = quality(symbol);
        assertThat(before.path("dataHash").asText()).matches("[0-9a-f]{64}");
        assertThat(before.path("changedBy").asText()).isEqualTo("mine.csv");
        Api.Answer asked = quant.post("api/v1/backtests", "{\"instrument\": \"" + symbol + "\", \"fast\": 2, \"slow\": 5, \"feeRate\": \"0.001\"}", "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        JsonNode backtest = quant.over(SweepCalls.place(asked), PATIENCE);
        assertThat(backtest.at("/result/dataHash")).as(backtest.toString()).isEqualTo(before.path("dataHash"));
        imported(symbol, file + "2022-03-01,12\n");
        assertThat(quality(symbol).path("dataHash")).isNotEqualTo(before.path("dataHash"));
    }

    @Test
    void theNightlyLookTellsWhatGotWorseAndWhatWasChangedPastTheApplication() throws SQLException {
        String symbol = RecordedFlow.instrument(quant);
        imported(symbol, "date,close\n2024-01-02,10\n2024-01-03,10\n2024-01-04,10\n2024-01-05,10\n2024-01-06,10\n2024-01-07,10\n2024-01-08,10\n");
        assertThat(look().path("faulty").asInt()).isPositive();
        assertThat(quality(symbol).path("lookedAt").asText()).isNotEmpty();
        imported(symbol, "date,close\n2024-01-20,10\n2024-01-21,nothing\n");
        try (Connection owner = product.asOwner(); var statement = owner.prepareStatement("UPDATE bar_part p JOIN bar_series s ON s.id = p.series_id JOIN instrument i ON i.id = s.instrument_id"
                + " SET p.content = INSERT(p.content, p.size * 32 + 8, 1, X'01') WHERE i.symbol = ?")) {
            statement.setString(1, symbol);
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
        JsonNode found = look();
        assertThat(found.path("gotWorse").toString()).contains(symbol + " DAY: gaps 1, were 0, rows held 1, were 0, bars changed past the application");
        assertThat(look().path("gotWorse").toString()).doesNotContain(symbol);
        assertThat(quant.get("api/v1/market-quality?faulty=true&limit=1").json().path("items")).hasSize(1);
        String first = quant.get("api/v1/market-quality?limit=1").json().path("next").asText();
        assertThat(quant.get("api/v1/market-quality?limit=1&after=" + first).json().at("/items/0/symbol").asText()).isNotEmpty();
    }

    private JsonNode look() {
        return RecordedFlow.over(quant, quant.post("api/v1/jobs", "{\"kind\": \"market-look\"}")).path("outcome");
    }

    private JsonNode quality(String symbol) {
        return quant.get("api/v1/market-quality?q=" + symbol).json().at("/items/0");
    }

    private Api.Answer trades(String symbol, String calendar) {
        Api.Answer now = quant.get("api/v1/instruments/" + symbol);
        var body = (ObjectNode) now.json();
        body.put("calendar", calendar).remove("series");
        return quant.send(quant.request("api/v1/instruments/" + symbol).header("Content-Type", "application/json").header("If-Match", now.response().headers().firstValue("ETag").orElseThrow())
                .PUT(BodyPublishers.ofString(body.toString())));
    }

    private Api.Answer imported(String symbol, String file) {
        return upload("api/v1/instruments/" + symbol + "/imports?file=mine.csv", file);
    }

    private Api.Answer upload(String path, String file) {
        return quant.send(quant.request(path).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(file)));
    }

    private Api.Answer change(String code, String version, String body) {
        return quant.send(quant.request("api/v1/calendars/" + code).header("Content-Type", "application/json").header("If-Match", version).PUT(BodyPublishers.ofString(body)));
    }

    private static String calendar(String code, String opens, String closes) {
        return "{\"code\": \"" + code + "\", \"name\": \"Mine\", \"zone\": \"America/New_York\", \"opens\": \"" + opens + "\", \"closes\": \"" + closes + "\", \"holidays\": \"NYSE\"}";
    }

    private static String code() {
        return "CAL-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }
}
