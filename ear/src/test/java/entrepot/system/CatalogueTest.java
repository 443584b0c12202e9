package entrepot.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api.Answer;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@OnProduct
class CatalogueTest {

    private static final String ITEMS = "api/v1/items";

    private final Product product;
    private final Api buyer;
    private final String sku = Names.fresh("CAT");

    CatalogueTest(Product product) {
        this.product = product;
        buyer = product.as("buyer");
    }

    private String item(String more) {
        return "{\"sku\": \"" + sku + "\", \"name\": \"Copper wire 1.5 mm\", \"unit\": \"M\", \"costing\": \"FIFO\"" + more + "}";
    }

    private static String tag(Answer answer) {
        return answer.response().headers().firstValue("ETag").orElseThrow();
    }

    private static List<String> pointers(Answer answer) {
        return StreamSupport.stream(answer.json().path("errors").spliterator(), false)
                .map(error -> error.path("pointer").asText() + " " + error.path("code").asText())
                .toList();
    }

    @Test
    void anItemIsMadeReadChangedAndDeleted() {
        String gtin = Names.gtin();
        Answer made = buyer.post(ITEMS, item(", \"pack\": \"2.5\", \"barcodes\": [{\"gtin\": \"" + gtin
                + "\", \"unit\": \"REEL\"}], \"units\": [{\"unit\": \"REEL\", \"factor\": \"500\"}]"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(made.response().headers().firstValue("Location").orElseThrow()).endsWith("/items/" + sku);

        Answer read = product.as("cashier").get(ITEMS + "/" + sku);
        assertThat(read.json()).isEqualTo(made.json());
        assertThat(read.json().path("pack").asText()).isEqualTo("2.5");

        Answer changed = buyer.put(ITEMS + "/" + sku, item(", \"purchaseCost\": \"0.25\""), "If-Match", tag(read));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(changed.json().path("purchaseCost").asText()).isEqualTo("0.25");
        assertThat(changed.json().path("barcodes")).isEmpty();

        assertThat(buyer.write("DELETE", ITEMS + "/" + sku, "", "If-Match", tag(changed)).status()).isEqualTo(204);
        assertThat(buyer.get(ITEMS + "/" + sku).status()).isEqualTo(404);
    }

    @Test
    void ofTwoChangesFromOneVersionTheSecondIsTold() {
        String first = tag(buyer.post(ITEMS, item("")));
        assertThat(buyer.put(ITEMS + "/" + sku, item(", \"pack\": \"2\""), "If-Match", first).status()).isEqualTo(200);
        Answer second = buyer.put(ITEMS + "/" + sku, item(", \"pack\": \"3\""), "If-Match", first);
        assertThat(second.status()).isEqualTo(412);
        assertThat(buyer.get(ITEMS + "/" + sku).json().path("pack").asText()).isEqualTo("2");
    }

    @Test
    void aChangeOfBarcodesAloneIsAChange() {
        Answer made = buyer.post(ITEMS, item(""));
        Answer changed = buyer.put(ITEMS + "/" + sku, item(", \"barcodes\": [{\"gtin\": \"" + Names.gtin() + "\"}]"), "If-Match", tag(made));
        assertThat(tag(changed)).isNotEqualTo(tag(made));
    }

    @Test
    void aChangeWithoutTheVersionItWasMadeFromIsRefused() {
        buyer.post(ITEMS, item(""));
        assertThat(buyer.put(ITEMS + "/" + sku, item("")).status()).isEqualTo(428);
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        Answer refused = buyer.post(ITEMS, "{\"sku\": \"a b\", \"unit\": \"ELL\", \"costing\": \"GUESSED\", \"pack\": \"0\","
                + " \"barcodes\": [{\"gtin\": \"6291041500214\"}]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(pointers(refused)).containsExactlyInAnyOrder(
                "/sku characters", "/name missing", "/unit unknown", "/costing unknown-value", "/pack range", "/barcodes/0/gtin gtin");
        assertThat(refused.body()).contains("expected 3");
    }

    @Test
    void aFieldNobodyKnowsIsRefusedByName() {
        Answer refused = buyer.post(ITEMS, item(", \"colour\": \"red\""));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("colour");
    }

    @Test
    void aBarcodeOfAnotherItemIsRefusedInAnyLength() {
        String gtin = Names.gtin();
        buyer.post(ITEMS, item(", \"barcodes\": [{\"gtin\": \"" + gtin + "\"}]"));
        String other = item(", \"barcodes\": [{\"gtin\": \"0" + gtin + "\"}]").replace(sku, sku + "-2");
        Answer refused = buyer.post(ITEMS, other);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.body()).contains("is item " + sku + "'s");
    }

    @Test
    void aScanFindsItemAndQuantityInEveryForm() {
        String gtin = Names.gtin();
        buyer.post(ITEMS, item(", \"units\": [{\"unit\": \"REEL\", \"factor\": \"500\"}], \"barcodes\": [{\"gtin\": \"" + gtin
                + "\", \"unit\": \"REEL\"}]"));
        for (String scanned : List.of(gtin, "0" + gtin, "(01)0" + gtin + "(10)LOT7", "010" + gtin)) {
            JsonNode found = product.as("cashier").get("api/v1/barcodes/" + scanned).json();
            assertThat(found.path("sku").asText()).as(scanned).isEqualTo(sku);
            assertThat(found.path("quantity").asText()).as(scanned).isEqualTo("500");
        }
        assertThat(buyer.get("api/v1/barcodes?code=https%3A%2F%2Fid.gs1.org%2F01%2F0" + gtin + "%2F10%2FLOT7").status()).isEqualTo(200);
        assertThat(buyer.get("api/v1/barcodes/6291041500214").status()).isEqualTo(422);
        assertThat(buyer.get("api/v1/barcodes/NO-SUCH-THING").status()).isEqualTo(404);
    }

    @Test
    void unitAndCostingOfAnItemThatMovedStay() {
        String monthly = Names.fresh("MONTHLY");
        buyer.post("api/v1/categories", "{\"code\": \"" + monthly + "\", \"name\": \"By month\"}");
        product.as("accountant").post("api/v1/cost-rules", "{\"category\": \"" + monthly
                + "\", \"averagePeriod\": \"MONTH\", \"lateCost\": \"REPLAY\", \"belowZero\": false}");
        String shop = Names.fresh("SHOP");
        product.as("storekeeper").post("api/v1/locations", "{\"code\": \"" + shop + "\", \"name\": \"Shop\"}");
        String tag = tag(buyer.post(ITEMS, item("")));
        Answer moved = product.as("storekeeper").post("api/v1/movements", "{\"kind\": \"OPENING\", \"location\": \"" + shop
                + "\", \"lines\": [{\"sku\": \"" + sku + "\", \"quantity\": \"10\", \"unitCost\": \"1\"}]}",
                "Idempotency-Key", UUID.randomUUID().toString());
        assertThat(moved.status()).as(moved.body()).isEqualTo(201);

        Answer refused = buyer.put(ITEMS + "/" + sku, item(", \"active\": false, \"category\": \"" + monthly + "\"").replace("\"M\"", "\"FT\"")
                .replace("FIFO", "AVERAGE"), "If-Match", tag);
        assertThat(refused.status()).isEqualTo(409);
        assertThat(pointers(refused)).containsExactlyInAnyOrder(
                "/unit has-movements", "/costing has-movements", "/category has-movements", "/active stock-held");

        Answer used = buyer.write("DELETE", ITEMS + "/" + sku, "", "If-Match", tag);
        assertThat(used.status()).isEqualTo(409);
        assertThat(used.json().path("code").asText()).isEqualTo("in-use");

        Answer place = product.as("storekeeper").get("api/v1/locations/" + shop);
        Answer closed = product.as("storekeeper").put("api/v1/locations/" + shop, "{\"name\": \"Shop\", \"active\": false}",
                "If-Match", tag(place));
        assertThat(closed.status()).isEqualTo(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "buyer | categories | {\"code\": \"?\", \"name\": \"Wire\"}",
        "buyer | units | {\"code\": \"?\", \"name\": \"gross\", \"dimension\": \"COUNT\", \"size\": \"144\"}",
        "storekeeper | locations | {\"code\": \"?\", \"name\": \"Cellar\"}",
        "buyer | suppliers | {\"code\": \"?\", \"name\": \"Acme\", \"email\": \"acme@example.org\", \"leadTimeDays\": 14}",
        "buyer | customers | {\"code\": \"?\", \"name\": \"Mrs Smith\"}",
        "accountant | tax-codes | {\"code\": \"?\", \"name\": \"Reduced\", \"rate\": \"0.05\"}",
        "accountant | ledger-accounts | {\"code\": \"?\", \"name\": \"Cash in transit\", \"kind\": \"ASSET\"}"})
    void everyNounIsMadeListedChangedAndDeleted(String role, String noun, String body) {
        Api api = product.as(role);
        String code = Names.fresh("T");
        String path = "api/v1/" + noun;
        Answer made = api.post(path, body.replace("?", code));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        assertThat(api.get(path + "?q=" + code).json().path("items").get(0)).isEqualTo(made.json());
        assertThat(api.post(path, body.replace("?", code)).status()).isEqualTo(409);

        String renamed = body.replace("?", code).replaceAll("\"name\": \"[^\"]*\"", "\"name\": \"Other\"");
        assertThat(api.put(path + "/" + code, renamed, "If-Match", "\"17\"").status()).isEqualTo(412);
        Answer changed = api.put(path + "/" + code, renamed, "If-Match", tag(made));
        assertThat(changed.status()).as(changed.body()).isEqualTo(200);
        assertThat(api.get(path + "/" + code).json().path("name").asText()).isEqualTo("Other");

        assertThat(product.as("quant").write("DELETE", path + "/" + code, "", "If-Match", tag(changed)).status()).isEqualTo(403);
        assertThat(api.write("DELETE", path + "/" + code, "", "If-Match", tag(changed)).status()).isEqualTo(204);
        assertThat(api.get(path + "/" + code).status()).isEqualTo(404);
    }

    @Test
    void aRoleIsPlayedByAnAccountOfTheRightKind() {
        Api accountant = product.as("accountant");
        String wire = Names.fresh("WIRE");
        buyer.post("api/v1/categories", "{\"code\": \"" + wire + "\", \"name\": \"Wire\"}");
        String path = "api/v1/account-mappings";
        String mapping = "{\"role\": \"REVENUE\", \"category\": \"" + wire + "\", \"account\": \"%s\"}";
        assertThat(pointers(accountant.post(path, mapping.formatted("1000")))).containsExactly("/account wrong-kind");
        Answer made = accountant.post(path, mapping.formatted("4000"));
        assertThat(made.status()).as(made.body()).isEqualTo(201);
        Answer changed = accountant.put(path + "/REVENUE/" + wire, "{\"account\": \"4100\"}", "If-Match", tag(made));
        assertThat(changed.json().path("account").asText()).isEqualTo("4100");
        assertThat(accountant.write("DELETE", path + "/REVENUE/" + wire, "", "If-Match", tag(changed)).status()).isEqualTo(204);
        Answer all = accountant.get(path + "/REVENUE/-");
        assertThat(accountant.write("DELETE", path + "/REVENUE/-", "", "If-Match", tag(all)).status()).isEqualTo(409);
    }
}
