package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Indicators over bars that are there, asked for over REST. */
@OnProduct
class IndicatorsTest {

    private static final int BARS = 120;

    private final Product product;
    private final Api quant;

    IndicatorsTest(Product product) {
        this.product = product;
        quant = product.as("quant");
    }

    @Test
    void eachSaysHowItIsAskedFor() {
        JsonNode all = quant.get("api/v1/indicators").json().get("items");
        assertThat(all.findValuesAsText("name")).contains("sma", "rsi", "macd", "bollinger", "adx", "vwap", "hurst");
        for (JsonNode one : all) {
            assertThat(one.get("lines")).as(one.toString()).isNotEmpty();
            assertThat(one.get("title").asText()).isNotBlank();
        }
    }

    @Test
    void aMeanIsThatOfTheCloses() throws SQLException {
        String path = laid();
        JsonNode bars = quant.get(path + "/bars?limit=1000").json().get("items");
        JsonNode means = quant.get(path + "/indicators/sma?n=5&limit=1000").json().get("items");
        assertThat(means).hasSize(BARS);
        for (int at = 0; at < BARS; at++) {
            assertThat(means.get(at).get("time")).isEqualTo(bars.get(at).get("time"));
            if (at < 4) {
                assertThat(means.get(at).get("lines")).as("four bars are too few").isEmpty();
            } else {
                double sum = 0;
                for (int back = 0; back < 5; back++) {
                    sum += bars.get(at - back).get("close").asDouble();
                }
                assertThat(means.get(at).at("/lines/sma").asDouble()).isCloseTo(sum / 5, within(1e-9));
            }
        }
    }

    @Test
    void aPartIsAsWarmAsTheWhole() throws SQLException {
        String path = laid() + "/indicators/macd?fast=5&slow=12&signal=4&source=typical";
        JsonNode whole = quant.get(path + "&limit=1000").json().get("items");
        String day = whole.get(60).get("time").asText().substring(0, 10);
        JsonNode part = quant.get(path + "&from=" + day + "&limit=7").json();
        assertThat(part.get("items").get(0)).isEqualTo(whole.get(60));
        assertThat(whole.get(60).get("lines").findValuesAsText("signal")).isNotEmpty();
        JsonNode next = quant.get(path + "&from=" + day + "&limit=7&after=" + part.get("next").asText()).json().get("items");
        assertThat(next.get(0)).isEqualTo(whole.get(67));
    }

    @Test
    void allThatIsWrongIsSaidAtOnce() throws SQLException {
        String path = laid();
        assertThat(quant.get(path + "/indicators/smaa").status()).isEqualTo(404);
        Api.Answer wrong = quant.get(path + "/indicators/rsi?n=0&smoothing=soft&period=3&source=price");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("errors").findValuesAsText("pointer")).containsExactlyInAnyOrder("?n", "?smoothing", "?period", "?source");
        assertThat(wrong.body()).contains("must be from 1 to 10000, is '0'", "must be one of wilder, simple, exponential",
                "is no parameter of rsi, which has n, smoothing", "must be one of open, high, low, close");
        assertThat(quant.get("api/v1/instruments/NO-SUCH/indicators/rsi").status()).isEqualTo(404);
    }

    private String laid() throws SQLException {
        String symbol = "IND-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        DailyBars.lay(product, symbol, BARS, 7);
        return "api/v1/instruments/" + symbol;
    }
}
