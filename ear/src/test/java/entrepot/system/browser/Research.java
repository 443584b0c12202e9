package entrepot.system.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Launch;
import entrepot.system.Product;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import java.util.UUID;

/**
 * What a quant and an administrator leave behind: an instrument with prices, a gap, a split and one price held back, a
 * backtest over it, and a file of a shop's sales that was tried. Made once for a product.
 */
final class Research {

    private static final long SEED = 20_261_126;
    private static final String SOLD = """
            Invoice,StockCode,Description,Quantity,InvoiceDate,Price,CustomerID,Country
            800001,98001,RED JUG,12,2010-01-04 10:00:00,2.95,98321,France
            800002,98002,BLUE JUG,many,2010-01-05 10:00:00,1.25,98321,France
            """;

    private final Api admin;

    private Research(Api admin) {
        this.admin = admin;
    }

    static synchronized void openOn(Product product) {
        Api admin = product.as("admin");
        if (admin.get("api/v1/instruments/" + Shop.INSTRUMENT).status() == 404) {
            Research research = new Research(admin);
            research.quote();
            research.await("api/v1/backtests/" + research.backtest(product.as("quant")), "/status");
            research.await("api/v1/screens/Rising/runs/" + research.screen(product.as("quant")), "/status");
            research.await("api/v1/imports/" + research.trySales(), "/job/status");
        }
    }

    private void quote() {
        Api.Answer made = admin.post("api/v1/instruments",
                "{\"symbol\":\"" + Shop.INSTRUMENT + "\",\"name\":\"Arabica coffee, nearby\",\"kind\":\"COMMODITY\",\"currency\":\"USD\"}");
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Random random = new Random(SEED);
        LocalDate today = LocalDate.now(ZoneId.of("Europe/London"));
        StringBuilder csv = new StringBuilder("date,open,high,low,close,volume\n");
        double price = 180;
        for (int day = 200; day > 0; day--) {
            price *= 1 + (random.nextDouble() - 0.5) / 40;
            csv.append("%s,%.2f,%.2f,%.2f,%.2f,%d%n".formatted(today.minusDays(day < 100 ? day : day + 12), price, price + 2, price - 2,
                    price + 1, 1000 + random.nextInt(9000)));
        }
        csv.append(today).append(",18000,18000,18000,18000,1\n");
        file("imports", csv.toString());
        file("factors", "%s,1,0.5,180%n20501231,1,1,0".formatted(today.minusDays(50).toString().replace("-", "")));
    }

    private void file(String noun, String csv) {
        Api.Answer answer = admin.send(admin.request("api/v1/instruments/" + Shop.INSTRUMENT + "/" + noun)
                .header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private UUID backtest(Api quant) {
        UUID key = UUID.randomUUID();
        Api.Answer asked = quant.post("api/v1/backtests", "{\"instrument\":\"" + Shop.INSTRUMENT + "\",\"fast\":5,\"slow\":20,\"feeRate\":\"0.001\"}",
                "Idempotency-Key", key.toString());
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        return key;
    }

    private UUID screen(Api quant) {
        Api.Answer saved = quant.post("api/v1/screens", "{\"name\":\"Rising\",\"condition\":\"close > 0\",\"rankedBy\":\"roc(10)\",\"staleDays\":30,"
                + "\"columns\":[{\"name\":\"RSI\",\"expression\":\"rsi(14)\"}]}");
        assertThat(saved.status()).as(saved.body()).isEqualTo(201);
        UUID key = UUID.randomUUID();
        Api.Answer asked = quant.post("api/v1/screens/Rising/runs", "{}", "Idempotency-Key", key.toString());
        assertThat(asked.status()).as(asked.body()).isEqualTo(202);
        return key;
    }

    private UUID trySales() {
        UUID id = UUID.randomUUID();
        assertThat(admin.post("api/v1/imports", "{}", "Idempotency-Key", id.toString()).status()).isEqualTo(201);
        assertThat(admin.send(admin.request("api/v1/imports/" + id + "/files/sold.csv").header("Content-Type", "text/csv")
                .PUT(BodyPublishers.ofString(SOLD))).status()).isEqualTo(200);
        assertThat(admin.post("api/v1/imports/" + id + "/dry-run", "").status()).isEqualTo(202);
        return id;
    }

    private void await(String address, String status) {
        JsonNode found = admin.get(address).json();
        for (int looks = 0; looks < 300 && found.at(status).asText().matches("QUEUED|RUNNING"); looks++) {
            Launch.pause(200);
            found = admin.get(address).json();
        }
        assertThat(found.at(status).asText()).as(found.toString()).isEqualTo("DONE");
    }
}
