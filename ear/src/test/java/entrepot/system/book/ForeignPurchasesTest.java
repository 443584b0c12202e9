package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Goods, freight and invoices in other currencies than the book's, in a running server. */
@OnProduct
class ForeignPurchasesTest {

    private static final String EXCHANGE = "5500";

    private final Api accountant;
    private final Api buyer;
    private final ShopFloor shop;
    private String supplier;

    ForeignPurchasesTest(Product product) {
        shop = new ShopFloor(product);
        accountant = product.as("accountant");
        buyer = product.as("buyer");
    }

    @BeforeEach
    void supplier() {
        supplier = "S" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        made(shop.admin.post("api/v1/suppliers", "{\"code\":\"" + supplier + "\",\"name\":\"Supplier\",\"leadTimeDays\":5}"));
    }

    /** 50 of a currency of its own came and were invoiced at 2.00, and are worth 2.20 some days later. */
    @Test
    void whatIsOwedComesToTheClosingRateAndBackWhenTheInvoiceIsUndone() {
        rate("2026-11-02", "2.00");
        rate("2026-11-24", "2.20");
        String order = ordered("TND", "5.000");
        made(shop.admin.post("api/v1/purchase-orders/" + order + "/receipts",
                "{\"businessDate\":\"2026-11-10\",\"lines\":[{\"line\":0,\"quantity\":\"10\"}]}", key(newKey())));
        Answer entered = buyer.post("api/v1/supplier-invoices", invoice("TND", order, "5.000", ",\"rate\":\"2.00\""), key(newKey()));
        made(entered);
        assertThat(mine("2026-11-24").get("difference").asText()).isEqualTo("10.00");
        String body = "{\"currency\":\"TND\",\"businessDate\":\"2026-11-24\"}";
        assertThat(shop.product.as("storekeeper").post("api/v1/closing-rates", body, key(newKey())).status()).isEqualTo(403);
        made(accountant.post("api/v1/closing-rates", body, key(newKey())));
        assertThat(mine("2026-11-24").get("carried").asText()).isEqualTo("110.00");
        assertThat(mine("2026-11-23").get("carried").asText()).as("the day before").isEqualTo("100.00");
        Answer again = accountant.post("api/v1/closing-rates", body, key(newKey()));
        assertThat(again.status()).as(again.body()).isEqualTo(409);
        assertThat(again.body()).contains("no-change");
        assertThat(accountant.post("api/v1/closing-rates", "{\"currency\":\"TND\",\"businessDate\":\"2026-11-22\"}", key(newKey())).body()).contains("revalued-since");
        made(accountant.post("api/v1/movements/" + entered.json().at("/invoice/posting").asText() + "/reverse",
                "{\"reason\":\"twice\",\"businessDate\":\"2026-11-24\"}", key(newKey())));
        assertThat(mine("2026-11-24").get("owed").asText() + ' ' + mine("2026-11-24").get("difference").asText()).isEqualTo("0.000 -10.00");
        made(accountant.post("api/v1/closing-rates", body, key(newKey())));
        assertThat(mine("2026-11-24")).isNull();
    }

    private void rate(String day, String rate) {
        made(accountant.post("api/v1/exchange-rates", "{\"currency\":\"TND\",\"date\":\"" + day + "\",\"rate\":\"" + rate + "\"}"));
    }

    private JsonNode mine(String day) {
        for (JsonNode one : accountant.get("api/v1/closing-rates?currency=TND&date=" + day).json().get("invoices")) {
            if (one.get("supplier").asText().equals(supplier)) {
                return one;
            }
        }
        return null;
    }

    /** 100 dollars came at 0.80 and were invoiced at 0.85. */
    @Test
    void anotherRateOfTheInvoiceIsAnExchangeDifferenceAndNotStock() {
        made(accountant.post("api/v1/exchange-rates", "{\"currency\":\"USD\",\"date\":\"2026-11-02\",\"rate\":\"0.80\"}"));
        made(accountant.post("api/v1/exchange-rates", "{\"currency\":\"USD\",\"date\":\"2026-11-20\",\"rate\":\"0.85\"}"));
        String order = ordered("USD", "10.00");
        Answer received = shop.admin.post("api/v1/purchase-orders/" + order + "/receipts",
                "{\"businessDate\":\"2026-11-10\",\"lines\":[{\"line\":0,\"quantity\":\"10\"}]}", key(newKey()));
        made(received);
        assertThat(worth()).isEqualTo("80.00");
        JsonNode foreign = accountant.get("api/v1/movements/" + received.json().get("id").asText()).json().at("/foreign/0");
        assertThat(foreign.get("currency").asText() + ' ' + foreign.get("amount").asText() + ' ' + foreign.get("rate").asText()).isEqualTo("USD 100.00 0.8");
        Answer entered = buyer.post("api/v1/supplier-invoices", invoice("USD", order, "10.00", ""), key(newKey()));
        made(entered);
        assertThat(entered.json().at("/invoice/status").asText()).as(entered.body()).isEqualTo("POSTED");
        assertThat(entered.json().at("/invoice/foreignTotal").asText()).isEqualTo("100.00");
        assertThat(entered.json().at("/invoice/total").asText()).isEqualTo("85.00");
        assertThat(journal(entered)).containsOnly(Map.entry("2000", "80.00"), Map.entry(EXCHANGE, "5.00"), Map.entry("2100", "-85.00"));
        assertThat(worth()).isEqualTo("80.00");
        assertThat(accountant.get("api/v1/received-not-invoiced").json().get("ties").asBoolean()).isTrue();
    }

    /** Freight of 10,000 yen is estimated at 0.0050 and invoiced at 0.0054. */
    @Test
    void anEstimateIsSettledAtItsOwnRate() {
        Answer received = shop.note("RECEIPT", "\"businessDate\":\"2026-11-10\",\"currency\":\"KWD\",\"rate\":\"2.5\",",
                "{\"sku\":\"" + shop.fifo + "\",\"quantity\":\"10\",\"unitCost\":\"1.2345\"}");
        made(received);
        assertThat(worth()).as("12.345 dinars at 2.5").isEqualTo("30.86");
        String receipt = received.json().get("id").asText();
        made(accountant.post("api/v1/landed-costs", ("{\"receipts\":[\"%s\"],\"amount\":\"10000\",\"currency\":\"JPY\",\"rate\":\"0.0050\","
                + "\"businessDate\":\"2026-11-11\"}").formatted(receipt), key(newKey())));
        assertThat(worth()).isEqualTo("80.86");
        Answer entered = buyer.post("api/v1/supplier-invoices", ("{\"supplier\":\"%s\",\"number\":\"F1\",\"date\":\"2026-11-20\",\"currency\":\"JPY\","
                + "\"rate\":\"0.0054\",\"charges\":[{\"what\":\"freight\",\"amount\":\"10000\",\"estimated\":true,\"receipts\":[\"%s\"]}]}")
                .formatted(supplier, receipt), key(newKey()));
        made(entered);
        assertThat(journal(entered)).containsOnly(Map.entry("2050", "50.00"), Map.entry(EXCHANGE, "4.00"), Map.entry("2100", "-54.00"));
        assertThat(worth()).isEqualTo("80.86");
    }

    @Test
    void aMissingRateIsNamedAndAFileOfRatesIsTakenWholeOrNotAtAll() {
        Answer missing = shop.note("RECEIPT", "\"businessDate\":\"2026-10-01\",\"currency\":\"CHF\",",
                "{\"sku\":\"" + shop.fifo + "\",\"quantity\":\"1\",\"unitCost\":\"1\"}");
        assertThat(missing.status()).isEqualTo(422);
        assertThat(missing.body()).contains("rate-missing", "no rate of CHF on 2026-10-01 or before");
        Answer bad = file("currency,date,rate\nCHF,2026-09-30,0.88\nXYZ,2026-09-30,0\n");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body()).contains("line 3: no currency 'XYZ'", "line 3: must be above 0");
        String file = "currency,date,rate\nCHF,2026-09-30,0.88\nCHF,2026-09-29,0.87\n";
        assertThat(file(file).json().get("added").asInt()).isEqualTo(2);
        assertThat(file(file).json().get("added").asInt()).isZero();
        assertThat(buyer.get("api/v1/exchange-rates/CHF/2026-10-01").json().get("rate").asText()).startsWith("0.88");
        assertThat(buyer.get("api/v1/exchange-rates/CHF/2026-09-28").status()).isEqualTo(404);
    }

    private Answer file(String csv) {
        return accountant.send(accountant.request("api/v1/exchange-rates").header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
    }

    private String ordered(String currency, String cost) {
        String order = newKey();
        made(shop.admin.post("api/v1/purchase-orders", ("{\"supplier\":\"%s\",\"location\":\"%s\",\"currency\":\"%s\",\"orderedOn\":\"2026-11-01\","
                + "\"lines\":[{\"sku\":\"%s\",\"quantity\":\"10\",\"unitCost\":\"%s\"}]}").formatted(supplier, shop.place, currency, shop.fifo, cost), key(order)));
        return order;
    }

    private String invoice(String currency, String order, String price, String more) {
        return ("{\"supplier\":\"%s\",\"number\":\"A1\",\"date\":\"2026-11-20\",\"currency\":\"%s\",\"lines\":[{\"order\":{\"id\":\"%s\",\"line\":0},"
                + "\"quantity\":\"10\",\"unitPrice\":\"%s\"}]%s}").formatted(supplier, currency, order, price, more);
    }

    private Map<String, String> journal(Answer entered) {
        Map<String, String> lines = new HashMap<>();
        accountant.get("api/v1/journal?posting=" + entered.json().at("/invoice/posting").asText()).json().get("items").forEach(line ->
                lines.put(line.get("account").asText(), line.get("amount").asText()));
        return lines;
    }

    private String worth() {
        return accountant.get("api/v1/items/" + shop.fifo + "/balances").json().at("/items/0/value").asText();
    }

    private static void made(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
