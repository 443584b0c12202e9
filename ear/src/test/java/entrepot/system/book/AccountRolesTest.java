package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A role that goes to another account changes nothing that is reported of days before. */
@OnProduct
class AccountRolesTest {

    private static final String PAST = "from=2026-03-01&to=2026-03-31";

    private final Api accountant;
    private final ShopFloor shop;
    private final String category = "C-" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
    private final String sku = "R" + category;

    AccountRolesTest(Product product) {
        this.accountant = product.as("accountant");
        this.shop = new ShopFloor(product);
        made(shop.admin.post("api/v1/categories", "{\"code\":\"" + category + "\",\"name\":\"Remapped\"}"));
        made(shop.admin.post("api/v1/items", "{\"sku\":\"" + sku + "\",\"name\":\"Item\",\"unit\":\"EA\",\"costing\":\"FIFO\",\"category\":\""
                + category + "\"}"));
    }

    @Test
    void reportsOfThePastStayAndTheLawsHold() throws InterruptedException {
        made(shop.admin.post("api/v1/movements", ("{\"kind\":\"RECEIPT\",\"location\":\"%s\",\"businessDate\":\"2026-03-05\",\"lines\":[{\"sku\":\"%s\","
                + "\"quantity\":\"4\",\"unitCost\":\"2.00\"}]}").formatted(shop.place, sku), key(newKey())));
        made(shop.admin.post("api/v1/sales", ("{\"location\":\"%s\",\"businessDate\":\"2026-03-09\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"4\","
                + "\"unitPrice\":\"5.00\"}]}").formatted(shop.place, sku), key(newKey())));
        List<String> before = reports();
        List.of("COST_OF_SALES", "RECEIVED_NOT_INVOICED", "INVENTORY").forEach(this::remap);
        assertThat(reports()).isEqualTo(before);
        made(shop.admin.post("api/v1/movements", ("{\"kind\":\"RECEIPT\",\"location\":\"%s\",\"businessDate\":\"2026-03-04\",\"lines\":[{\"sku\":\"%s\","
                + "\"quantity\":\"4\",\"unitCost\":\"3.00\"}]}").formatted(shop.place, sku), key(newKey())));
        assertThat(shop.run("ledger-check").get("status").asText()).isEqualTo("DONE");
        assertThat(accountant.get("api/v1/valuation?asOf=2026-03-31").json().get("ties").asBoolean()).isTrue();
        assertThat(accountant.get("api/v1/received-not-invoiced?asOf=2026-03-31").json().get("ties").asBoolean()).isTrue();
    }

    @Test
    void aSiteHasAccountsOfItsOwnFromADayOn() {
        String sales = "V" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
        String cost = "K" + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
        made(accountant.post("api/v1/ledger-accounts", "{\"code\":\"" + sales + "\",\"name\":\"Sales here\",\"kind\":\"INCOME\"}"));
        made(accountant.post("api/v1/ledger-accounts", "{\"code\":\"" + cost + "\",\"name\":\"Cost here\",\"kind\":\"EXPENSE\"}"));
        made(atSite("REVENUE", sales, "2026-03-10"));
        Answer mapped = atSite("COST_OF_SALES", cost, "2026-03-10");
        made(mapped);
        assertThat(atSite("INVENTORY", "1200", "2026-03-10").body()).contains("not-dated");
        made(shop.admin.post("api/v1/movements", ("{\"kind\":\"RECEIPT\",\"location\":\"%s\",\"businessDate\":\"2026-03-05\",\"lines\":[{\"sku\":\"%s\","
                + "\"quantity\":\"4\",\"unitCost\":\"2.00\"}]}").formatted(shop.place, sku), key(newKey())));
        assertThat(sold("2026-03-09")).contains("4000", "5000").doesNotContain(sales, cost);
        assertThat(sold("2026-03-10")).contains(sales, cost).doesNotContain("4000", "5000");
        String one = "api/v1/account-mappings/COST_OF_SALES/-?location=" + shop.place + "&validFrom=2026-03-10";
        assertThat(accountant.get(one).json().get("account").asText()).isEqualTo(cost);
        String etag = mapped.response().headers().firstValue("ETag").orElseThrow();
        assertThat(accountant.write("DELETE", one, "", "If-Match", etag).status()).isEqualTo(204);
        assertThat(sold("2026-03-11")).contains(sales, "5000");
        JsonNode report = accountant.get("api/v1/cost-of-sales?" + PAST).json();
        assertThat(report.get("ties").asBoolean()).as("with every account that ever played the role: %s", report).isTrue();
    }

    private Answer atSite(String role, String account, String from) {
        return accountant.post("api/v1/account-mappings", ("{\"role\":\"%s\",\"location\":\"%s\",\"validFrom\":\"%s\",\"account\":\"%s\"}")
                .formatted(role, shop.place, from, account));
    }

    /** The accounts of its journal. */
    private List<String> sold(String day) {
        Answer sale = shop.admin.post("api/v1/sales", ("{\"location\":\"%s\",\"businessDate\":\"%s\",\"lines\":[{\"sku\":\"%s\",\"quantity\":\"1\","
                + "\"unitPrice\":\"5.00\"}]}").formatted(shop.place, day, sku), key(newKey()));
        made(sale);
        return accountant.get("api/v1/journal?posting=" + sale.json().get("id").asText()).json().get("items").findValuesAsText("account");
    }

    @Test
    void anAccountOfStockHoldsNothingElse() {
        assertThat(mapped("INVENTORY", "5000").body()).contains("wrong-kind");
        assertThat(mapped("INVENTORY", "1000").status()).as("cash was booked in").isEqualTo(409);
        assertThat(mapped("CASH", "1200").body()).contains("holds-stock");
    }

    private List<String> reports() {
        return List.of(accountant.get("api/v1/cost-of-sales?" + PAST).body(), accountant.get("api/v1/roll-forward?" + PAST).body(),
                accountant.get("api/v1/statements/income?" + PAST).body(), accountant.get("api/v1/received-not-invoiced?asOf=2026-03-31").body());
    }

    private void remap(String role) {
        String account = role.charAt(0) + UUID.randomUUID().toString().substring(0, 6).toUpperCase();
        String kind = role.equals("COST_OF_SALES") ? "EXPENSE" : role.equals("INVENTORY") ? "ASSET" : "LIABILITY";
        made(accountant.post("api/v1/ledger-accounts", "{\"code\":\"" + account + "\",\"name\":\"Other\",\"kind\":\"" + kind + "\"}"));
        made(mapped(role, account));
    }

    private Answer mapped(String role, String account) {
        return accountant.post("api/v1/account-mappings",
                "{\"role\":\"" + role + "\",\"category\":\"" + category + "\",\"account\":\"" + account + "\"}");
    }

    private static void made(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }
}
