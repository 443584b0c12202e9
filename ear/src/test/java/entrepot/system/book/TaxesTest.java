package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tax of sales, returns and purchases in a running server, by the report that ties to the accounts. */
@OnProduct
class TaxesTest {

    private final Api accountant;
    private final ShopFloor shop;
    private final String code = code();
    private final String reverse = code();

    TaxesTest(Product product) {
        this.accountant = product.as("accountant");
        this.shop = new ShopFloor(product);
        made(accountant.post("api/v1/tax-codes", "{\"code\":\"" + code + "\",\"name\":\"Standard\",\"rate\":\"0.19\"}"));
        made(accountant.post("api/v1/tax-codes", "{\"code\":\"" + reverse + "\",\"name\":\"From abroad\",\"rate\":\"0.19\",\"kind\":\"REVERSE_CHARGE\"}"));
    }

    @Test
    void aReturnIsTaxedAsItsSaleWasThoughTheRateWentOn() {
        made(accountant.post("api/v1/tax-codes/" + code + "/rates", "{\"validFrom\":\"2026-07-01\",\"rate\":\"0.16\"}"));
        received("2026-06-01", 10, shop.fifo);
        Answer sold = shop.admin.post("api/v1/sales", sale("2026-06-30", "100.00"), key(newKey()));
        made(sold);
        made(shop.admin.post("api/v1/sales", sale("2026-07-01", "100.00"), key(newKey())));
        made(shop.admin.post("api/v1/returns", ("{\"location\":\"%s\",\"businessDate\":\"2026-07-02\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"1\","
                + "\"returnOf\":{\"sale\":\"%s\",\"line\":0}}]}").formatted(shop.place, shop.fifo, sold.json().get("id").asText()), key(newKey())));
        assertThat(row(report("2026-06-01", "2026-06-30"), code).get("outputTax").asText()).isEqualTo("19.00");
        assertThat(row(report("2026-07-01", "2026-07-31"), code).get("outputTax").asText()).isEqualTo("-3.00");
        assertThat(report("2026-06-01", "2026-07-31").get("ties").asBoolean()).isTrue();
    }

    @Test
    void theInputTaxOfAnInvoiceIsGivenBackAndUnderReverseChargeOwedToo() {
        String supplier = "T" + code;
        made(shop.admin.post("api/v1/suppliers", "{\"code\":\"" + supplier + "\",\"name\":\"Supplier\",\"leadTimeDays\":5}"));
        String receipt = received("2026-05-04", 10, shop.fifo);
        String body = ("{\"supplier\":\"%s\",\"number\":\"%%s\",\"date\":\"2026-05-10\",\"lines\":[{\"receipt\":{\"posting\":\"%s\",\"line\":0},"
                + "\"quantity\":\"5\",\"unitPrice\":\"2.00\",\"taxCode\":\"%%s\"}]}").formatted(supplier, receipt);
        String plain = approved(body.formatted("A1", code));
        String abroad = approved(body.formatted("A2", reverse));
        JsonNode report = report("2026-05-01", "2026-05-31");
        assertThat(row(report, code).get("inputTax").asText()).isEqualTo("1.90");
        assertThat(row(report, reverse).get("inputTax").asText()).isEqualTo("1.90");
        assertThat(row(report, reverse).get("reverseTax").asText()).isEqualTo("1.90");
        assertThat(report.get("ties").asBoolean()).as(report.toString()).isTrue();
        assertThat(accountant.get("api/v1/supplier-invoices/" + abroad).json().at("/invoice/total").asText()).isEqualTo("10.00");
        String posting = accountant.get("api/v1/supplier-invoices/" + plain).json().at("/invoice/posting").asText();
        made(accountant.post("api/v1/movements/" + posting + "/reverse", "{\"businessDate\":\"2026-05-20\"}", key(newKey())));
        assertThat(row(report("2026-05-01", "2026-05-31"), code).get("inputTax").asText()).isEqualTo("0.00");
        assertThat(report("2026-05-01", "2026-05-31").get("ties").asBoolean()).isTrue();
        assertThat(accountant.get("api/v1/vat-report/documents?from=2026-05-01&to=2026-05-31&side=INPUT&code=" + code).json().get("items")).hasSize(2);
    }

    @Test
    void aRateThatHoldsStaysAndOneToComeIsTakenBack() {
        String rates = "api/v1/tax-codes/" + code + "/rates";
        made(accountant.post(rates, "{\"validFrom\":\"2026-01-01\",\"rate\":\"0.2\"}"));
        assertThat(accountant.post(rates, "{\"validFrom\":\"2026-01-01\",\"rate\":\"0.21\"}").status()).isEqualTo(409);
        assertThat(accountant.write("DELETE", rates + "/2026-01-01", "").status()).isEqualTo(409);
        made(accountant.post(rates, "{\"validFrom\":\"2099-01-01\",\"rate\":\"0.25\"}"));
        assertThat(accountant.write("DELETE", rates + "/2099-01-01", "").status()).isEqualTo(200);
        assertThat(accountant.get(rates).json().get("items")).hasSize(2);
    }

    /** It came without an order, so somebody else approves it. */
    private String approved(String invoice) {
        String id = newKey();
        made(shop.product.as("buyer").post("api/v1/supplier-invoices", invoice, key(id)));
        Answer approved = accountant.post("api/v1/supplier-invoices/" + id + "/approve", "{\"reason\":\"came without an order\"}", key(newKey()));
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        return id;
    }

    private String received(String day, int quantity, String sku) {
        Answer received = shop.admin.post("api/v1/movements", ("{\"kind\":\"RECEIPT\",\"location\":\"%s\",\"businessDate\":\"%s\",\"lines\":[{\"sku\":\"%s\","
                + "\"quantity\":\"%d\",\"unitCost\":\"2.00\"}]}").formatted(shop.place, day, sku, quantity), key(newKey()));
        made(received);
        return received.json().get("id").asText();
    }

    private String sale(String day, String price) {
        return ("{\"location\":\"%s\",\"businessDate\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"1\",\"unitPrice\":\"%s\",\"taxCode\":\"%s\"}]}")
                .formatted(shop.place, day, shop.fifo, price, code);
    }

    private JsonNode report(String from, String to) {
        return accountant.get("api/v1/vat-report?from=" + from + "&to=" + to).json();
    }

    private static JsonNode row(JsonNode report, String code) {
        for (JsonNode row : report.get("rows")) {
            if (code.equals(row.path("code").asText())) {
                return row;
            }
        }
        throw new AssertionError("no row of " + code + " in " + report);
    }

    private static String code() {
        return "V" + UUID.randomUUID().toString().substring(0, 7).toUpperCase();
    }

    private static void made(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
