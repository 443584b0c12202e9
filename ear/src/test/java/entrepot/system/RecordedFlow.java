package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Instruments with recorded orders or quotes, brought in over HTTP. */
public final class RecordedFlow {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Five minutes before a day ends. */
    private static final long BEGIN = 1_700_006_100_000L;

    private static final String HEADER = "time,action,order,side,price,size\n";

    private RecordedFlow() {}

    /** A new one. */
    static String instrument(Api quant) {
        String symbol = Names.fresh("F");
        Api.Answer made = quant.post("api/v1/instruments", "{\"symbol\":\"" + symbol + "\",\"name\":\"Flow\",\"kind\":\"EQUITY\",\"currency\":\"USD\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        return symbol;
    }

    static String flows(String symbol) {
        return "api/v1/instruments/" + symbol + "/flows";
    }

    static Api.Answer bring(Api quant, String symbol, String kind, String query, String file) {
        return quant.send(quant.request(flows(symbol) + "/" + kind + "/imports?" + query).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(file)));
    }

    /** The job once it is over. */
    static JsonNode over(Api quant, Api.Answer queued) {
        assertThat(queued.status()).as(queued.body()).isEqualTo(202);
        return quant.over("api/v1/jobs/" + queued.json().path("id").asText(), PATIENCE);
    }

    /** One with {@link #orders}, in two files, and {@link #quotes}. @param seconds an even number */
    public static String laid(Product product, int seconds) {
        Api quant = product.as("quant");
        String symbol = instrument(quant);
        String orders = orders(seconds);
        int half = orders.indexOf("\n" + (BEGIN + 500L * seconds)) + 1;
        for (String part : List.of(orders.substring(0, half), HEADER + orders.substring(half))) {
            assertThat(over(quant, bring(quant, symbol, "orders", "", part)).at("/outcome/quarantined").asInt(-1)).isZero();
        }
        assertThat(over(quant, bring(quant, symbol, "quotes", "", quotes(seconds))).at("/outcome/quarantined").asInt(-1)).isZero();
        return symbol;
    }

    /**
     * A mid that goes to and fro by ten cents. Each second five come to both sides, a cent away from it, and those of the second before go; half a second later
     * four of one side are executed, and of each fourth second all five with a hidden one beyond.
     */
    static String orders(int seconds) {
        StringBuilder file = new StringBuilder(HEADER);
        for (int second = 0; second < seconds; second++) {
            long at = BEGIN + 1000L * second;
            if (second > 0) {
                boolean sold = (second - 1) % 2 == 0;
                line(file, at, "CANCEL", 2 * second - (sold ? 1 : 2), "", "", "");
                if ((second - 1) % 4 != 0) {
                    line(file, at, "CANCEL", 2 * second - (sold ? 2 : 1), "", "", "");
                }
            }
            line(file, at + 1, "ADD", 2 * second, "BUY", price(second, -1), "5");
            line(file, at + 1, "ADD", 2 * second + 1, "SELL", price(second, 1), "5");
            boolean sells = second % 2 == 0;
            line(file, at + 500, "EXECUTE", 2 * second + (sells ? 0 : 1), "", "", second % 4 == 0 ? "5" : "4");
            if (second % 4 == 0) {
                line(file, at + 500, "TRADE", 0, "", price(second, -2), "3");
            }
        }
        return file.toString();
    }

    private static void line(StringBuilder file, long at, String action, int order, String side, String price, String size) {
        file.append(at).append(',').append(action).append(',').append(order).append(',').append(side).append(',').append(price).append(',').append(size).append('\n');
    }

    static String quotes(int seconds) {
        StringBuilder file = new StringBuilder("time,bid,bidSize,ask,askSize\n");
        for (int second = 0; second < seconds; second++) {
            file.append(BEGIN + 1000L * second).append(',').append(price(second, -1)).append(",5,").append(price(second, 1)).append(",5\n");
        }
        return file.toString();
    }

    private static String price(int second, int cents) {
        return String.format(Locale.ROOT, "%.2f", (10_000 + Math.round(10 * Math.sin(second / 5.0)) + cents) / 100.0);
    }
}
