package entrepot.system.book;

import static entrepot.system.book.ShopFloor.key;
import static entrepot.system.book.ShopFloor.newKey;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import entrepot.system.Api;
import entrepot.system.Api.Answer;
import entrepot.system.OnProduct;
import entrepot.system.Product;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is valued together is chosen by category: the company, the sites of a group, each site; and may be another from a day on. */
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
        assertThat(costOfSales()).as("half of 2.00 and 4.00").isEqualTo(300);
        assertThat(admin.get("api/v1/items/" + item + "/layers").json().get("items")).singleElement()
                .satisfies(layer -> assertThat(layer.get("location").asText()).isEqualTo(group));
        holds();
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

    @Test
    void whatIsValuedTogetherChangesFromADayOnAndKeepsItsWorth() throws Exception {
        item("LOCATION", "FIFO");
        receive(here, 10, "2.00");
        String there10 = receive(there, 10, "4.00").json().get("id").asText();
        Answer looked = change("?dryRun=true", "GROUP");
        assertThat(looked.status()).as(looked.body()).isEqualTo(200);
        assertThat(looked.json().get("pools")).extracting(pool -> pool.get("before").asText() + " " + pool.get("pool").asText() + " "
                + pool.get("quantity").asText() + " " + pool.get("value").asText() + " " + pool.get("unitCost").asText())
                .containsExactlyInAnyOrder("true " + here + " 10 20.00 2.000000", "true " + there + " 10 40.00 4.000000",
                        "false " + group + " 20 60.00 3.000000");
        assertThat(admin.get("api/v1/items/" + item + "/layers").json().get("items")).as("nothing is changed by looking").hasSize(2)
                .noneMatch(layer -> layer.get("location").asText().equals(group));
        Answer changed = change("", "GROUP");
        assertThat(changed.status()).as(changed.body()).isEqualTo(201);
        String id = changed.json().get("id").asText();
        assertThat(admin.get("api/v1/scope-changes/" + id).json().at("/change/becomes").asText()).isEqualTo("GROUP");
        assertThat(admin.get("api/v1/scope-changes/" + id).json().get("pools")).hasSize(3);
        assertThat(admin.get("api/v1/scope-changes").json().get("items")).isNotEmpty();
        assertThat(admin.get("api/v1/items/" + item + "/layers").json().get("items")).extracting(layer -> layer.get("location").asText())
                .containsExactly(group, group);
        sell(there, 10);
        assertThat(costOfSales()).as("the oldest, wherever it lay").isEqualTo(2000);
        assertThat(rule("COMPANY").body()).contains("has-movements", "change of scope");
        posted("landed-costs", "{\"receipts\":[\"" + there10 + "\"],\"amount\":\"10.00\",\"by\":\"EQUAL\"}");
        assertThat(shop.count("SELECT SUM(value) FROM cost_pool WHERE item_id = (SELECT id FROM item WHERE sku = '" + item + "')")).isEqualTo(5000);
        assertThat(change("", "COMPANY").status()).isEqualTo(201);
        assertThat(change("", "LOCATION").status()).isEqualTo(201);
        receive(there, 1, "9.00");
        holds();
    }

    @Test
    void afterwardsNothingIsDatedBefore() {
        item("LOCATION", "AVERAGE");
        receive(here, 10, "2.00");
        assertThat(change("", "COMPANY").status()).isEqualTo(201);
        Answer early = admin.post("api/v1/movements", "{\"kind\":\"RECEIPT\",\"location\":\"" + here + "\",\"businessDate\":\"" + LocalDate.now().minusDays(3)
                + "\",\"lines\":[{\"sku\":\"" + item + "\",\"quantity\":\"1\",\"unitCost\":\"1.00\"}]}", key(newKey()));
        assertThat(early.json().get("code").asText()).isEqualTo("scope-changed");
        assertThat(change("", "COMPANY").body()).contains("no-change");
    }

    @Test
    void allThatStandsAgainstAChangeIsSaid() {
        item("LOCATION", "FIFO");
        Answer refused = admin.post("api/v1/scope-changes", "{\"scope\":\"COMPANY\",\"application\":\"PROSPECTIVE\",\"items\":[\"NONE\",\"" + item
                + "\"]}", key(newKey()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("reason-missing", "ground-missing", "unknown-item", "never-moved");
    }

    @Test
    void lotsThatAreValuedEachByItselfStayThemselves() throws Exception {
        made("cost-rules", body("\"LOCATION\""));
        made("items", "{\"sku\":\"" + item + "\",\"name\":\"Item\",\"unit\":\"EA\",\"costing\":\"SPECIFIC\",\"tracking\":\"LOT\",\"category\":\"" + name + "\"}");
        lot(here, "L1", 3, "2.00");
        lot(there, "L1", 3, "4.00");
        lot(there, "L2", 3, "9.00");
        Answer changed = change("", "COMPANY");
        assertThat(changed.status()).as(changed.body()).isEqualTo(201);
        assertThat(shop.count("SELECT COUNT(*) FROM cost_pool p JOIN item i ON i.id = p.item_id WHERE i.sku = '" + item + "' AND p.on_hand <> 0")).isEqualTo(2);
        holds();
    }

    private void lot(String site, String lot, int quantity, String unitCost) {
        posted("movements", "{\"kind\":\"RECEIPT\",\"location\":\"" + site + "\",\"lines\":[{\"sku\":\"" + item + "\",\"quantity\":\"" + quantity
                + "\",\"unitCost\":\"" + unitCost + "\",\"lots\":[{\"lot\":\"" + lot + "\",\"quantity\":\"" + quantity + "\"}]}]}");
    }

    @Test
    void asIfItHadAlwaysBeenSoTheDifferenceIsOpeningEquity() throws Exception {
        item("LOCATION", "FIFO");
        received(here, 40, "2.00");
        received(there, 39, "4.00");
        sold(38, 10);
        Answer looked = always("?dryRun=true", "GROUP");
        assertThat(looked.status()).as(looked.body()).isEqualTo(200);
        assertThat(looked.json().at("/comparatives/0/month").asText()).isEqualTo(YearMonth.from(LocalDate.now().minusDays(38)).toString());
        assertThat(looked.json().at("/comparatives/0/change").asText()).isEqualTo("20.00");
        assertThat(looked.json().get("pools")).extracting(pool -> pool.get("before").asText() + " " + pool.get("value").asText())
                .containsExactlyInAnyOrder("true 20.00", "false 40.00");
        Answer changed = always("", "GROUP");
        assertThat(changed.status()).as(changed.body()).isEqualTo(201);
        JsonNode told = admin.get("api/v1/scope-changes/" + changed.json().get("id").asText()).json();
        assertThat(told.at("/change/application").asText()).isEqualTo("RETROSPECTIVE");
        assertThat(told.get("change").hasNonNull("ground")).isFalse();
        assertThat(told.at("/change/opening").asText()).isEqualTo("20.00");
        assertThat(told.get("comparatives")).isEqualTo(looked.json().get("comparatives"));
        assertThat(told.get("pools")).isEqualTo(looked.json().get("pools"));
        assertThat(shop.count("SELECT SUM(l.amount) FROM journal_line l JOIN posting p ON p.seq = l.posting_seq JOIN account_mapping a"
                + " ON a.account_code = l.account_code AND a.role = 'OPENING_EQUITY' WHERE p.id = UNHEX(REPLACE('" + changed.json().get("id").asText()
                + "', '-', ''))")).isEqualTo(-2000);
        sell(here, 10);
        assertThat(costOfSales()).as("at 4.00, as the older ones had been sold first").isEqualTo(8000);
        assertThat(always("", "LOCATION").json().get("code").asText()).as("it moved today").isEqualTo("moved-since");
        holds();
    }

    @Test
    void eachDayIsCostedByTheMethodThatItHad() throws Exception {
        item("LOCATION", "FIFO");
        received(here, 40, "2.00");
        received(there, 39, "4.00");
        sold(38, 5);
        posted("costing-changes", "{\"costing\":\"LIFO\",\"application\":\"PROSPECTIVE\",\"ground\":\"IMPRACTICABLE\",\"businessDate\":\""
                + LocalDate.now().minusDays(37) + "\",\"items\":[\"" + item + "\"],\"reason\":\"Prices rise\"}");
        sold(36, 5);
        Answer changed = always("", "GROUP");
        assertThat(changed.status()).as(changed.body()).isEqualTo(201);
        assertThat(admin.get("api/v1/scope-changes/" + changed.json().get("id").asText()).json().at("/change/opening").asText())
                .as("5 sold at 2.00 instead of 4.00, and 5 at 4.00 as they were").isEqualTo("10.00");
        holds();
    }

    @Test
    void aGroundIsOfAChangeFromADayOn() {
        item("LOCATION", "FIFO");
        receive(here, 1, "2.00");
        Answer refused = admin.post("api/v1/scope-changes", "{\"scope\":\"COMPANY\",\"application\":\"RETROSPECTIVE\",\"ground\":\"IMPRACTICABLE\","
                + "\"items\":[\"" + item + "\"],\"reason\":\"One price\"}", key(newKey()));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("/ground");
    }

    private void received(String site, int daysAgo, String unitCost) {
        posted("movements", "{\"kind\":\"RECEIPT\",\"businessDate\":\"" + LocalDate.now().minusDays(daysAgo) + "\",\"location\":\"" + site
                + "\",\"lines\":[{\"sku\":\"" + item + "\",\"quantity\":\"10\",\"unitCost\":\"" + unitCost + "\"}]}");
    }

    private void sold(int daysAgo, int quantity) {
        posted("sales", "{\"businessDate\":\"" + LocalDate.now().minusDays(daysAgo) + "\",\"location\":\"" + there + "\",\"lines\":[{\"sku\":\"" + item
                + "\",\"quantity\":\"" + quantity + "\",\"unitPrice\":\"9.00\"}]}");
    }

    private Answer always(String query, String scope) {
        return admin.post("api/v1/scope-changes" + query, "{\"scope\":\"" + scope + "\",\"application\":\"RETROSPECTIVE\",\"items\":[\"" + item
                + "\"],\"reason\":\"One price for all sites\"}", key(newKey()));
    }

    private Answer change(String query, String scope) {
        return admin.post("api/v1/scope-changes" + query, "{\"scope\":\"" + scope + "\",\"ground\":\"IMPRACTICABLE\",\"items\":[\"" + item
                + "\"],\"reason\":\"One price for all sites\"}", key(newKey()));
    }

    private long costOfSales() throws Exception {
        return shop.count("SELECT -SUM(v.amount) FROM value_entry v JOIN movement m ON m.id = v.movement_id JOIN item i ON i.id = m.item_id"
                + " WHERE m.kind = 'SALE' AND i.sku = '" + item + "'");
    }

    private void holds() throws Exception {
        assertThat(shop.run("rebuild-projections").at("/outcome/different").asInt()).isZero();
        assertThat(shop.run("ledger-check").get("status").asText()).isEqualTo("DONE");
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

    private Answer receive(String site, int quantity, String unitCost) {
        return posted("movements", "{\"kind\":\"RECEIPT\",\"location\":\"" + site + "\",\"lines\":[{\"sku\":\"" + item + "\",\"quantity\":\"" + quantity
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
