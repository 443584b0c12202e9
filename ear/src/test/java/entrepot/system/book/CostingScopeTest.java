package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is valued together is chosen by category: the company, the sites of a group, each site. */
@OnProduct
class CostingScopeTest {

    private final ShopFloor shop;
    private final Api admin;
    private final String name = UUID.randomUUID().toString().substring(0, 8).toUpperCase();
    private final String here = "H-" + name;
    private final String there = "T-" + name;
    private final String group = "G-" + name;
    private final String item = "I-" + name;

    CostingScopeTest(Product product) {
        shop = new ShopFloor(product);
        admin = shop.admin;
    }

    @BeforeEach
    void twoSitesOfAGroupAndACategory() {
        made("location-groups", "{\"code\":\"" + group + "\",\"name\":\"North\"}");
        for (String site : new String[] {here, there}) {
            made("locations", "{\"code\":\"" + site + "\",\"name\":\"Site\",\"group\":\"" + group + "\"}");
        }
        made("categories", "{\"code\":\"" + name + "\",\"name\":\"Valued so\"}");
    }

    @Test
    void sitesOfAGroupAreValuedTogether() throws Exception {
        item("GROUP", "AVERAGE");
        receive(here, 10, "2.00");
        receive(there, 10, "4.00");
        sell(here, 1);
        assertThat(shop.count("SELECT -SUM(v.amount) FROM value_entry v JOIN movement m ON m.id = v.movement_id JOIN item i ON i.id = m.item_id"
                + " WHERE m.kind = 'SALE' AND i.sku = '" + item + "'")).as("half of 2.00 and 4.00").isEqualTo(300);
        assertThat(admin.get("api/v1/items/" + item + "/layers").json().get("items")).singleElement()
                .satisfies(layer -> assertThat(layer.get("location").asText()).isEqualTo(group));
        assertThat(shop.run("rebuild-projections").at("/outcome/different").asInt()).isZero();
        assertThat(shop.run("ledger-check").get("status").asText()).isEqualTo("DONE");
    }

    @Test
    void onceSomethingMovedWhatIsValuedTogetherStays() {
        item("GROUP", "AVERAGE");
        assertThat(rule("LOCATION").status()).isEqualTo(200);
        assertThat(rule("GROUP").status()).isEqualTo(200);
        receive(here, 1, "2.00");
        assertThat(rule("COMPANY").json().get("code").asText()).isEqualTo("has-movements");
        Answer ungrouped = admin.put("api/v1/locations/" + here, "{\"name\":\"Site\"}", "If-Match", "\"0\"");
        assertThat(ungrouped.json().get("code").asText()).isEqualTo("has-movements");
        assertThat(admin.send(admin.request("api/v1/location-groups/" + group).header("If-Match", "\"0\"").DELETE()).json().get("code").asText())
                .isEqualTo("in-use");
    }

    @Test
    void stockWithAnAccountForEachSiteIsNotValuedForSeveral() {
        item("LOCATION", "FIFO");
        made("ledger-accounts", "{\"code\":\"" + name + "\",\"name\":\"Stock here\",\"kind\":\"ASSET\"}");
        String mapping = "{\"role\":\"INVENTORY\",\"category\":\"" + name + "\",\"location\":\"" + here + "\",\"account\":\"" + name + "\"}";
        made("account-mappings", mapping);
        assertThat(rule("GROUP").json().get("code").asText()).isEqualTo("accounts-by-site");
    }

    @Test
    void whatIsWrittenWrongIsNamed() {
        assertThat(admin.post("api/v1/locations", "{\"code\":\"X-" + name + "\",\"name\":\"Site\",\"group\":\"NONE-" + name + "\"}").body())
                .contains("unknown-group");
        assertThat(admin.post("api/v1/cost-rules", body("\"PLANET\"")).status()).isEqualTo(422);
    }

    private void item(String scope, String costing) {
        made("cost-rules", body("\"" + scope + "\""));
        made("items", "{\"sku\":\"" + item + "\",\"name\":\"Item\",\"unit\":\"EA\",\"costing\":\"" + costing + "\",\"category\":\"" + name + "\"}");
    }

    private String body(String scope) {
        return "{\"category\":\"" + name + "\",\"averagePeriod\":\"EVENT\",\"lateCost\":\"REPLAY\",\"belowZero\":false,\"scope\":" + scope + "}";
    }

    private Answer rule(String scope) {
        String path = "api/v1/cost-rules/" + name;
        return admin.put(path, body("\"" + scope + "\""), "If-Match", admin.get(path).response().headers().firstValue("ETag").orElseThrow());
    }

    private void made(String register, String body) {
        Answer answer = admin.post("api/v1/" + register, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    }

    private void receive(String site, int quantity, String unitCost) {
        posted("movements", "{\"kind\":\"RECEIPT\",\"location\":\"" + site + "\",\"lines\":[{\"sku\":\"" + item + "\",\"quantity\":\"" + quantity
                + "\",\"unitCost\":\"" + unitCost + "\"}]}");
    }

    private void sell(String site, int quantity) {
        posted("sales", "{\"location\":\"" + site + "\",\"lines\":[{\"sku\":\"" + item + "\",\"quantity\":\"" + quantity
                + "\",\"unitPrice\":\"9.00\"}]}");
    }

    private Answer posted(String path, String body) {
        Answer answer = admin.post("api/v1/" + path, body, key(newKey()));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer;
    }
}
