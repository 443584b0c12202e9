package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A supplier's invoice beside its order and its receipt, in a running server. */
@OnProduct
class SupplierInvoicesTest {

    private final Api buyer;
    private final Api accountant;
    private final ShopFloor shop;
    private String supplier;
    private String order;

    SupplierInvoicesTest(Product product) {
        this.shop = new ShopFloor(product);
        this.buyer = product.as("buyer");
        this.accountant = product.as("accountant");
    }

    /** Ten ordered at 2.00. */
    @BeforeEach
    void order() {
        supplier = "S" + UUID.randomUUID().toString().substring(0, 8).toUpperCase();
        shop.admin.post("api/v1/suppliers", "{\"code\":\"" + supplier + "\",\"name\":\"Supplier\",\"leadTimeDays\":5}");
        order = newKey();
        made(shop.admin.post("api/v1/purchase-orders", ("{\"supplier\":\"%s\",\"location\":\"%s\",\"lines\":[{\"sku\":\"%s\","
                + "\"quantity\":\"10\",\"unitCost\":\"2.00\"}]}").formatted(supplier, shop.place, shop.fifo), key(order)));
        assertThat(shop.admin.post("api/v1/purchase-orders/" + order + "/order", "{}", "If-Match", "\"0\"").status()).isEqualTo(200);
    }

    @Test
    void whatMatchesIsPostedAndNothingIsLeftOfTheReceipt() {
        received("10");
        Answer entered = buyer.post("api/v1/supplier-invoices", invoice("A1", "10", "2.03", ""), key(newKey()));
        assertThat(entered.status()).as(entered.body()).isEqualTo(201);
        assertThat(entered.json().at("/invoice/status").asText()).isEqualTo("POSTED");
        assertThat(journal(entered)).containsEntry("2000", "20.30").containsEntry("2100", "-20.30");
        assertThat(uninvoiced()).isEqualTo("0.00");
        assertThat(ties()).isTrue();
        assertThat(worth(shop.fifo)).isEqualTo("20.30");
    }

    @Test
    void aDifferenceFollowsGoodsThatWereSold() {
        received("10");
        assertThat(shop.sell(shop.fifo, 5).status()).isEqualTo(201);
        made(buyer.post("api/v1/supplier-invoices", invoice("A1", "10", "2.04", ""), key(newKey())));
        assertThat(worth(shop.fifo)).isEqualTo("10.20");
        assertThat(uninvoiced()).isEqualTo("0.00");
    }

    @Test
    void whatDoesNotMatchWaitsForSomebodyElse() {
        received("8");
        String id = newKey();
        Answer held = accountant.post("api/v1/supplier-invoices", invoice("A1", "10", "2.50", ""), key(id));
        made(held);
        assertThat(held.json().at("/invoice/status").asText()).isEqualTo("HELD");
        assertThat(held.json().get("findings").findValuesAsText("code")).containsExactly("QUANTITY_OVER", "PRICE_OVER");
        assertThat(uninvoiced()).isEqualTo("16.00");
        String approve = "api/v1/supplier-invoices/" + id + "/approve";
        assertThat(accountant.post(approve, "{\"reason\":\"as agreed by telephone\"}", key(newKey())).status()).isEqualTo(403);
        assertThat(buyer.post(approve, "{\"reason\":\"as agreed by telephone\"}", key(newKey())).status()).isEqualTo(403);
        String posting = newKey();
        Answer approved = shop.admin.post(approve, "{\"reason\":\"as agreed by telephone\"}", key(posting));
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        assertThat(approved.json().at("/invoice/decidedBy").asText()).isEqualTo("admin");
        assertThat(shop.admin.post(approve, "{\"reason\":\"as agreed by telephone\"}", key(posting)).status()).isEqualTo(200);
        assertThat(uninvoiced()).as("two are paid for and did not come").isEqualTo("-5.00");
        assertThat(ties()).isTrue();
    }

    @Test
    void aNumberIsEnteredOnceAndARejectedOneIsFreeAgain() {
        received("10");
        String first = newKey();
        made(buyer.post("api/v1/supplier-invoices", invoice("A1", "10", "9.00", ""), key(first)));
        Answer second = buyer.post("api/v1/supplier-invoices", invoice("A1", "10", "2.00", ""), key(newKey()));
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.body()).contains("duplicate-number", first);
        assertThat(buyer.post("api/v1/supplier-invoices/" + first + "/reject", "{\"reason\":\"typed wrong\"}").status()).isEqualTo(200);
        made(buyer.post("api/v1/supplier-invoices", invoice("A1", "10", "2.00", ""), key(newKey())));
    }

    @Test
    void severalInvoicesOfOneReceiptWithFreightComeToTheReceipt() {
        JsonNode receipt = received("10").json();
        made(buyer.post("api/v1/supplier-invoices", invoice("A1", "3", "2.00", ""), key(newKey())));
        made(buyer.post("api/v1/supplier-invoices", invoice("A2", "7", "2.00",
                ",\"charges\":[{\"what\":\"freight\",\"amount\":\"1.50\",\"by\":\"QUANTITY\"}]"), key(newKey())));
        assertThat(uninvoiced()).isEqualTo("0.00");
        assertThat(worth(shop.fifo)).isEqualTo("21.50");
        assertThat(buyer.get("api/v1/supplier-invoices/open?supplier=" + supplier).json().get("items")).isEmpty();
        assertThat(receipt.get("id").asText()).isNotEmpty();
    }

    @Test
    void aChargeIsBorneAsItIsSaidLineByLine() {
        String receipt = received("10").json().get("id").asText();
        String fixed = ",\"charges\":[{\"what\":\"packing\",\"amount\":\"%s\",\"by\":\"FIXED\",\"lines\":[{\"receipt\":\"" + receipt
                + "\",\"line\":0,\"amount\":\"1.25\"}]}]";
        Answer differs = buyer.post("api/v1/supplier-invoices", invoice("A1", "10", "2.00", fixed.formatted("1.30")), key(newKey()));
        assertThat(differs.status()).as(differs.body()).isEqualTo(422);
        assertThat(differs.body()).contains("/charges/0/amount", "come to GBP 1.25");
        made(buyer.post("api/v1/supplier-invoices", invoice("A1", "10", "2.00", fixed.formatted("1.25")), key(newKey())));
        assertThat(worth(shop.fifo)).isEqualTo("21.25");
        assertThat(uninvoiced()).isEqualTo("0.00");
    }

    @Test
    void whatWasUndoneIsOpenAgain() {
        received("10");
        Answer entered = buyer.post("api/v1/supplier-invoices", invoice("A1", "10", "2.04", ""), key(newKey()));
        String posting = entered.json().at("/invoice/posting").asText();
        assertThat(shop.product.as("storekeeper").post("api/v1/movements/" + posting + "/reverse", "{}", key(newKey())).status()).isEqualTo(403);
        made(accountant.post("api/v1/movements/" + posting + "/reverse", "{\"reason\":\"twice\"}", key(newKey())));
        assertThat(uninvoiced()).isEqualTo("20.00");
        assertThat(worth(shop.fifo)).isEqualTo("20.00");
        made(buyer.post("api/v1/supplier-invoices", invoice("A1", "10", "2.00", ""), key(newKey())));
        assertThat(uninvoiced()).isEqualTo("0.00");
    }

    @Test
    void whatWentBackIsCreditedAndTheRestIsAVariance() {
        JsonNode receipt = received("10").json();
        made(buyer.post("api/v1/supplier-invoices", invoice("A1", "10", "2.00", ""), key(newKey())));
        made(shop.note("SUPPLIER_RETURN", "", ("{\"sku\":\"%s\",\"quantity\":\"3\",\"receipt\":{\"posting\":\"%s\",\"line\":0}}")
                .formatted(shop.fifo, receipt.get("id").asText())));
        assertThat(uninvoiced()).isEqualTo("-6.00");
        Answer credited = buyer.post("api/v1/supplier-invoices", invoice("C1", "3", "1.99", ",\"kind\":\"CREDIT_NOTE\""), key(newKey()));
        made(credited);
        assertThat(journal(credited)).containsEntry("2100", "5.97").containsEntry("5100", "0.03").containsEntry("2000", "-6.00");
        assertThat(uninvoiced()).isEqualTo("0.00");
    }

    private Answer received(String quantity) {
        Answer received = shop.admin.post("api/v1/purchase-orders/" + order + "/receipts",
                "{\"lines\":[{\"line\":0,\"quantity\":\"" + quantity + "\"}]}", key(newKey()));
        made(received);
        return received;
    }

    private String invoice(String number, String quantity, String price, String more) {
        return ("{\"supplier\":\"%s\",\"number\":\"%s\",\"date\":\"2026-11-20\",\"lines\":[{\"order\":{\"id\":\"%s\",\"line\":0},\"quantity\":\"%s\","
                + "\"unitPrice\":\"%s\"}]%s}").formatted(supplier, number, order, quantity, price, more);
    }

    private Map<String, String> journal(Answer entered) {
        Map<String, String> lines = new HashMap<>();
        accountant.get("api/v1/journal?posting=" + entered.json().at("/invoice/posting").asText()).json().get("items").forEach(line ->
                lines.put(line.get("account").asText(), line.get("amount").asText()));
        return lines;
    }

    private String uninvoiced() {
        for (JsonNode one : accountant.get("api/v1/received-not-invoiced").json().get("suppliers")) {
            if (supplier.equals(one.path("code").asText())) {
                return one.get("total").asText();
            }
        }
        return "0.00";
    }

    private boolean ties() {
        return accountant.get("api/v1/received-not-invoiced").json().get("ties").asBoolean();
    }

    private String worth(String sku) {
        return accountant.get("api/v1/items/" + sku + "/balances").json().at("/items/0/value").asText();
    }

    private static void made(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
