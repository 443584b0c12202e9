package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

/** Quotes and events of orders over HTTP, from the file to the columns. */
@OnProduct
class FlowsTest {

    private static final int ROWS = 70_000;

    private final Product product;
    private final Api quant;

    FlowsTest(Product product) {
        this.product = product;
        this.quant = product.as("quant");
    }

    @Test
    void quotesAreTriedBroughtInAndReadBackInParts() {
        String symbol = RecordedFlow.instrument(quant);
        String file = quotes(ROWS) + "1700000900000000000,10,1,9,1\n";
        JsonNode tried = over(bring(symbol, "quotes", "dryRun=true", file));
        assertThat(tried.at("/outcome/added").asInt()).as(tried.toString()).isEqualTo(ROWS);
        assertThat(tried.at("/outcome/reasons/CONTRADICTORY").asInt()).isEqualTo(1);
        assertThat(quant.get(RecordedFlow.flows(symbol)).json().path("items")).isEmpty();

        JsonNode done = over(bring(symbol, "quotes", "file=quotes.csv", file));
        assertThat(done.at("/outcome/written").asBoolean()).as(done.toString()).isTrue();
        assertThat(done.path("title").asText()).isEqualTo("Import quotes.csv for " + symbol);
        JsonNode series = quant.get(RecordedFlow.flows(symbol)).json().path("items").path(0);
        assertThat(series.path("rows").asInt()).isEqualTo(ROWS);
        assertThat(series.path("first").asText()).isEqualTo("2023-11-14T22:13:20.000000001Z");
        assertThat(series.path("gaps").asInt()).isEqualTo(1);
        assertThat(series.path("held").asInt()).isEqualTo(1);
        assertThat(series.path("dataHash").asText()).matches("[0-9a-f]{64}");

        JsonNode again = over(bring(symbol, "quotes", "", file));
        assertThat(again.at("/outcome/unchanged").asInt()).isEqualTo(ROWS + 1);
        assertThat(again.at("/outcome/written").asBoolean()).isFalse();
        JsonNode more = over(bring(symbol, "quotes", "", file + "1700001000000000000,10,1,11,2\n"));
        assertThat(more.at("/outcome/added").asInt()).isEqualTo(1);
        assertThat(quant.get(RecordedFlow.flows(symbol)).json().at("/items/0/dataHash").asText()).isNotEqualTo(series.path("dataHash").asText());

        JsonNode page = quant.get(RecordedFlow.flows(symbol) + "/quotes?after=65534&limit=4").json();
        assertThat(page.path("items")).as("over the border of two parts").hasSize(4);
        assertThat(page.at("/items/3/number").asLong()).isEqualTo(65_538);
        assertThat(page.at("/items/3/time").asText()).isEqualTo(quant.get(RecordedFlow.flows(symbol) + "/quotes?after=65537&limit=1").json().at("/items/0/time").asText());
        assertThat(page.path("next").asText()).isEqualTo("65538");
        assertThat(quant.get(RecordedFlow.flows(symbol) + "/quotes?after=" + ROWS).json().has("next")).isFalse();
        String csv = quant.send(quant.request(RecordedFlow.flows(symbol) + "/quotes").header("Accept", "text/csv").GET()).body();
        assertThat(csv.lines().count()).isEqualTo(ROWS + 2);
        assertThat(csv).startsWith("time,bid,bidSize,ask,askSize\r\n2023-11-14T22:13:20.000000001Z,10.01,3,10.02,4");
        Api.Answer arrow = quant.send(quant.request(RecordedFlow.flows(symbol) + "/quotes").header("Accept", "application/vnd.apache.arrow.stream").GET());
        assertThat(arrow.status()).isEqualTo(200);
        assertThat(arrow.body().length()).isGreaterThan(ROWS);
        assertThat(quant.get(RecordedFlow.flows(symbol) + "/quotes/gaps").json().path("items")).as("the row that came later has one too").hasSize(2);
    }

    @Test
    void eventsOfOrdersAreHeldWhereNoBookCouldHaveHadThemAndDismissedOnce() throws SQLException {
        String symbol = RecordedFlow.instrument(quant);
        String file = "34200.1,1,7,18,5853300,1\n34200.2,4,7,10,5853300,1\n34200.3,4,7,10,5853300,1\n34200.4,3,8,1,5853300,1\n34200.5,3,7,8,5853300,1\n";
        JsonNode done = over(bring(symbol, "orders", "layout=LOBSTER&day=2012-06-21&zone=America/New_York", file));
        assertThat(done.at("/outcome/added").asInt()).as(done.toString()).isEqualTo(3);
        JsonNode held = quant.get(RecordedFlow.flows(symbol) + "/orders/quarantine").json().path("items");
        assertThat(held.findValuesAsText("reason")).containsExactly("WRONG_SIZE", "UNKNOWN_ORDER");
        assertThat(held.findValuesAsText("detail")).containsExactly("size is 10, order 7 has 8 left", "no order 8 rests");
        JsonNode rows = quant.get(RecordedFlow.flows(symbol) + "/orders").json().path("items");
        assertThat(rows.findValuesAsText("action")).containsExactly("ADD", "EXECUTE", "CANCEL");
        assertThat(rows.at("/0/time").asText()).isEqualTo("2012-06-21T13:30:00.100Z");
        assertThat(rows.at("/0/price").asText()).isEqualTo("585.33");

        String dismiss = RecordedFlow.flows(symbol) + "/quarantine/" + held.at("/0/id").asText() + "/dismiss";
        assertThat(quant.post(dismiss, "{}").status()).isEqualTo(422);
        assertThat(quant.post(dismiss, "{\"note\": \"sent twice\"}").status()).isEqualTo(204);
        assertThat(quant.post(dismiss, "{\"note\": \"sent twice\"}").json().path("code").asText()).isEqualTo("not-held");
        assertThat(quant.get(RecordedFlow.flows(symbol) + "/orders/quarantine?status=DISMISSED").json().at("/items/0/note").asText()).isEqualTo("sent twice");
        assertThat(quant.get(RecordedFlow.flows(symbol)).json().at("/items/0/held").asInt()).isEqualTo(1);
        assertThat(over(bring(symbol, "orders", "layout=LOBSTER&day=2012-06-21&zone=America/New_York", file)).at("/outcome/unchanged").asInt()).isEqualTo(5);
        try (Connection application = product.asApplication(); var statement = application.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("UPDATE flow_part SET size = 0")).hasMessageContaining("denied");
            assertThatThrownBy(() -> statement.executeUpdate("DELETE FROM flow_quarantine")).hasMessageContaining("denied");
        }
    }

    @Test
    void whatIsWrongIsToldAtOnce() {
        String symbol = RecordedFlow.instrument(quant);
        JsonNode wrong = bring(symbol, "quotes", "zone=Moon&price=p&day=2012-02-30&layout=ITCH", "x").json().path("errors");
        assertThat(wrong.findValuesAsText("pointer")).containsExactlyInAnyOrder("?zone", "?price", "?day", "?layout");
        assertThat(bring(symbol, "news", "", "x").status()).isEqualTo(404);
        assertThat(bring("NO-SUCH", "quotes", "", "x").status()).isEqualTo(404);
        assertThat(quant.get(RecordedFlow.flows(symbol) + "/quotes").status()).isEqualTo(404);
        JsonNode failed = over(bring(symbol, "quotes", "", "time,bid\n1,2\n"));
        assertThat(failed.path("status").asText()).isEqualTo("FAILED");
        assertThat(failed.path("failure").asText()).contains("the columns [bidSize, ask, askSize] are not in the header [time, bid]");
    }

    /** A millisecond apart, with a pause of five minutes in the middle. */
    private static String quotes(int rows) {
        StringBuilder file = new StringBuilder("time,bid,bid_size,ask,ask_size\n");
        for (int row = 0; row < rows; row++) {
            file.append(1_700_000_000_000_000_001L + 1_000_000L * row + (row < rows / 2 ? 0 : 300_000_000_000L)).append(",10.01,").append(3 + row % 5).append(",10.02,4\n");
        }
        return file.toString();
    }

    private JsonNode over(Api.Answer queued) {
        return RecordedFlow.over(quant, queued);
    }

    private Api.Answer bring(String symbol, String kind, String query, String file) {
        return RecordedFlow.bring(quant, symbol, kind, query, file);
    }
}
